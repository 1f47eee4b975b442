import { describe, expect, test } from 'vitest'
import { quoteForm } from '../../../../shared/proof/rules/quote-form.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('quote-form', () => {
  test('the few are drawn as the many', () => {
    expect(fixWith(quoteForm, '“One.” “Two.” “Three.” “Four.”\n\n"Five."')).toBe(
      '“One.” “Two.” “Three.” “Four.”\n\n“Five.”',
    )
    expect(fixWith(quoteForm, '"One." "Two." "Three."\n\n“Say ‘go.’ Now.” "Five." "Six." "Seven." "Eight."')).toBe(
      '"One." "Two." "Three."\n\n"Say \'go.\' Now." "Five." "Six." "Seven." "Eight."',
    )
  })

  test('the style sheet decides before the majority', () => {
    const settings = { sheet: { quoteForm: 'curly' } } as const
    expect(fixWith(quoteForm, '"One, he said \'two\' twice."', settings)).toBe('“One, he said ‘two’ twice.”')
  })

  test.each([
    '"One." “Two.”',
    '"One." "Two." "Three." don’t',
    'A board of 6".',
    '«Un.» "Two." "Three." "Four." "Five." "Six."',
  ])('silent: %s', (right) => {
    expect(findWith(quoteForm, right)).toEqual([])
  })
})
