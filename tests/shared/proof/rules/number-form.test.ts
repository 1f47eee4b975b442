import { describe, expect, test } from 'vitest'
import { numberForm, spelled } from '../../../../shared/proof/rules/number-form.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

const settings = { sheet: { spellNumbersBelow: 101 } }

describe('number-form', () => {
  test.each([
    ['He waited 5 days.', 'He waited five days.'],
    ['3 men came.', 'Three men came.'],
    ['the 8-year-old girl', 'the eight-year-old girl'],
    ['42 of them, then 100.', 'Forty-two of them, then one hundred.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(numberForm, wrong, settings)).toBe(right)
  })

  test.each([
    'In 2015 he was at 5:30 in Room 7 of Team 10 with $5 and 20% left.',
    'He waited 250 days; it was 3.5 miles.',
    '"I waited 5 days," he said.',
    'at 5 p.m., 5 am, on June 4 and 4 June',
    '1. First',
    'the score was 3-2, a 007',
  ])('silent: %s', (right) => {
    expect(findWith(numberForm, right, settings)).toEqual([])
  })

  test('without a style sheet it says nothing', () => {
    expect(findWith(numberForm, 'He waited 5 days.')).toEqual([])
  })

  test('numbers are spelled as Chicago spells them', () => {
    expect([0, 13, 20, 42, 100, 307, 999].map(spelled)).toEqual([
      'zero',
      'thirteen',
      'twenty',
      'forty-two',
      'one hundred',
      'three hundred seven',
      'nine hundred ninety-nine',
    ])
  })
})
