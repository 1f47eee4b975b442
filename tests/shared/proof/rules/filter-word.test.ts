import { describe, expect, test } from 'vitest'
import { filterWord } from '../../../../shared/proof/rules/filter-word.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

/** What is shown stands in ⟦⟧. */
const plain = (marked: string): string => marked.replace(/[⟦⟧]/g, '')

describe('filter-word', () => {
  test.each(['She ⟦saw⟧ a light.', 'He could ⟦hear⟧ it.'])('%s', (marked) => {
    expect(fixWith(filterWord, plain(marked))).toBe(marked)
  })

  test.each(['"I saw a light."', 'The saw was sharp. It is a sight to see.'])('silent: %s', (right) => {
    expect(findWith(filterWord, right)).toEqual([])
  })
})
