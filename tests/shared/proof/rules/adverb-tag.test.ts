import { describe, expect, test } from 'vitest'
import { adverbTag } from '../../../../shared/proof/rules/adverb-tag.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

/** What is shown stands in ⟦⟧. */
const plain = (marked: string): string => marked.replace(/[⟦⟧]/g, '')

describe('adverb-tag', () => {
  test.each(['"Go," she said ⟦angrily⟧.', '"Go," Sakura ⟦quietly⟧ asked.'])('%s', (marked) => {
    expect(fixWith(adverbTag, plain(marked))).toBe(marked)
  })

  test.each(['"Go," she said.', '"Go," said Emily.', 'She said it angrily.'])('silent: %s', (right) => {
    expect(findWith(adverbTag, right)).toEqual([])
  })
})
