import { describe, expect, test } from 'vitest'
import { unmarkedThought } from '../../../../shared/proof/rules/unmarked-thought.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

/** What is shown stands in ⟦⟧. */
const plain = (marked: string): string => marked.replace(/[⟦⟧]/g, '')

describe('unmarked-thought', () => {
  test.each([
    "⟦Oh no, we've lingered here too long, Sakura thought, panicked.⟧",
    '⟦I must go, she thought.⟧ She left.',
  ])('%s', (marked) => {
    expect(fixWith(unmarkedThought, plain(marked))).toBe(marked)
  })

  test.each(['*I must go*, she thought.', '"I must go," she thought.', 'He had gone, she thought.'])(
    'silent: %s',
    (right) => {
      expect(findWith(unmarkedThought, right)).toEqual([])
    },
  )
})
