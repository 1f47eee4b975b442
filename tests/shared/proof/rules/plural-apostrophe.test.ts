import { describe, expect, test } from 'vitest'
import { pluralApostrophe } from '../../../../shared/proof/rules/plural-apostrophe.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('plural-apostrophe', () => {
  test.each([
    ["Two dog's barked. Many book's and letters.", 'Two dogs barked. Many books and letters.'],
    ["In the 1920's, and the late 1930’s, it was so.", 'In the 1920s, and the late 1930s, it was so.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(pluralApostrophe, wrong)).toBe(right)
  })

  test.each([
    "Two dog's bones. One of the dog's was best. Those men's and women's coats.",
    "The dog's in the yard. He was one of two. The 1920's fashion. 1920's best book.",
    "A coat like these soldier's.",
  ])('silent: %s', (right) => {
    expect(findWith(pluralApostrophe, right)).toEqual([])
  })
})
