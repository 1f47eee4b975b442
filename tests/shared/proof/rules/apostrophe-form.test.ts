import { describe, expect, test } from 'vitest'
import { apostropheForm } from '../../../../shared/proof/rules/apostrophe-form.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('apostrophe-form', () => {
  test('the few are drawn as the many', () => {
    expect(fixWith(apostropheForm, "don't can't won't isn't\n\ndon’t")).toBe("don't can't won't isn't\n\ndon't")
    expect(fixWith(apostropheForm, "don’t can’t won’t isn’t she’s he’s it’s I’m\n\nship's boy's")).toContain(
      'ship’s boy’s',
    )
  })

  test('the style sheet decides before the majority', () => {
    const settings = { sheet: { quoteForm: 'curly' } } as const
    expect(fixWith(apostropheForm, "She didn't. 'Tis the dogs' own.", settings)).toBe('She didn’t. ’Tis the dogs’ own.')
  })

  test.each([
    ['The truck was a ‘68 Ford.', 'The truck was a ’68 Ford.'],
    ['Back in the ‘90s, they danced.', 'Back in the ’90s, they danced.'],
  ])('%s: figures are left out after an apostrophe', (wrong, right) => {
    expect(fixWith(apostropheForm, wrong)).toBe(right)
  })

  test.each([
    '“She said ‘68 Fords are good’ and left.”',
    '‘12 men,’ he said.',
    "don't don’t",
    "don't can't won't “No.”",
    'nothing at all',
  ])('silent: %s', (right) => {
    expect(findWith(apostropheForm, right)).toEqual([])
  })
})
