import { describe, expect, test } from 'vitest'
import { saidBookism } from '../../../../shared/proof/rules/said-bookism.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

/** What is shown stands in ⟦⟧. */
const plain = (marked: string): string => marked.replace(/[⟦⟧]/g, '')

describe('said-bookism', () => {
  test.each(['"Perhaps," he ⟦opined⟧.', '"What?" Sakura ⟦queried⟧ at once.'])('%s', (marked) => {
    expect(fixWith(saidBookism, plain(marked))).toBe(marked)
  })

  test.each(['"Perhaps," he said.', 'He opined that it was late.', '"He opined."'])('silent: %s', (right) => {
    expect(findWith(saidBookism, right)).toEqual([])
  })
})
