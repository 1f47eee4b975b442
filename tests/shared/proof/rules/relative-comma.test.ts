import { describe, expect, test } from 'vitest'
import { relativeComma } from '../../../../shared/proof/rules/relative-comma.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

/** The names are the story's. */
const KNOWN = 'She met Kell and Mara in Arden, and Kell saw Mara.\n\n'

describe('relative-comma', () => {
  test.each([
    'The man who had killed her father stood there.',
    'Anybody who knows Kell will tell you that.',
    'It was Mara who had found it, and it was Kell who lost it.',
    'She asked Kell where he had been. He told Mara who had come.',
    'This is the house where she was born.',
    'She went to Mara, who was asleep.',
    '"Mara who?" he asked. "Kell where are you?"',
  ])('silent: %s', (right) => {
    expect(findWith(relativeComma, KNOWN + right)).toEqual([])
  })
})
