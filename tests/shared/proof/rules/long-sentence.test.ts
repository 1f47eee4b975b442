import { describe, expect, test } from 'vitest'
import { longSentence } from '../../../../shared/proof/rules/long-sentence.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

/** What is shown stands in ⟦⟧. */
const plain = (marked: string): string => marked.replace(/[⟦⟧]/g, '')

describe('long-sentence', () => {
  test.each([
    '⟦Word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word.⟧ Short.',
  ])('%s', (marked) => {
    expect(fixWith(longSentence, plain(marked))).toBe(marked)
  })

  test.each([
    'Word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word word.',
  ])('silent: %s', (right) => {
    expect(findWith(longSentence, right)).toEqual([])
  })
})
