import { describe, expect, test } from 'vitest'
import { rankCapital } from '../../../../shared/proof/rules/rank-capital.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

/** The name is one of the story. */
const KNOWN = 'She met Bright, and then Bright left.\n\n'

describe('rank-capital', () => {
  test.each([
    ['"Say it again," said captain Bright.', '"Say it again," said Captain Bright.'],
    [
      'We need you, captain Bright. I saw captain Bright there.',
      'We need you, Captain Bright. I saw Captain Bright there.',
    ],
    ['She went to professor Bright and to lady Bright.', 'She went to Professor Bright and to Lady Bright.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(rankCapital, KNOWN + wrong)).toBe(KNOWN + right)
  })

  test.each([
    'She asked the captain Bright had sent.',
    'My uncle Bright came, and a doctor Bright had known.',
    'As captain Bright was good, and like captain Bright he was brave.',
    'She began to miss Bright. They must miss Bright. They made captain Bright angry.',
    'He told his captain that Bright was gone.',
  ])('silent: %s', (right) => {
    expect(findWith(rankCapital, KNOWN + right)).toEqual([])
  })
})
