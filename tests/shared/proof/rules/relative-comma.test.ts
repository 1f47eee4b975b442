import { describe, expect, test } from 'vitest'
import { relativeComma } from '../../../../shared/proof/rules/relative-comma.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

/** The names are the story's. */
const KNOWN = 'She met Kell and Mara in Arden, and Kell saw Mara.\n\n'

describe('relative-comma', () => {
  test.each([
    ['He looked at Mara who was still asleep.', 'He looked at Mara, who was still asleep.'],
    ['He handed the book to Kell who put it in his bag.', 'He handed the book to Kell, who put it in his bag.'],
    ['I had not seen my mother who must have known.', 'I had not seen my mother, who must have known.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(relativeComma, KNOWN + wrong)).toBe(KNOWN + right)
  })

  test.each([
    'The man who had killed her father stood there.',
    'It was my mother who knew. She was the Mara who had left. He was not Kell who came.',
    'Anybody who knows Kell will tell you that.',
    'It was Mara who had found it, and it was Kell who lost it.',
    'She asked Kell where he had been. He told Mara who had come.',
    'This is the house where she was born.',
    'She went to Mara, who was asleep.',
    'She talked to a young Dane who raised canaries. He sat by the German who kept the inn.',
    'There were two lads from Kell who had sailed with him.',
    'They quarrelled with Kell who should go first.',
    '"Mara who?" he asked. "Kell where are you?"',
  ])('silent: %s', (right) => {
    expect(findWith(relativeComma, KNOWN + right)).toEqual([])
  })
})
