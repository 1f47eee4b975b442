import { describe, expect, test } from 'vitest'
import { twoSpeakers } from '../../../../shared/proof/rules/two-speakers.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

const CAST = '\n\nThere was Mara, and there was Kell.'

describe('two-speakers', () => {
  test('the second speaker is asked about', () => {
    expect(fixWith(twoSpeakers, '"Go," he said. "No," she said.')).toBe('"Go," he said. ⟦"No⟧," she said.')
    expect(fixWith(twoSpeakers, `"Go," Mara said. "No," said Kell.${CAST}`)).toContain('⟦"No⟧')
  })

  test.each([
    '"Go," he said. "Go now," he said.',
    '"Go," he said, "now." She left.',
    '"Go," Mara said. "Now," she added.',
    '"Go," he said. "Now." She nodded.',
  ])('silent: %s', (right) => {
    expect(findWith(twoSpeakers, right + CAST)).toEqual([])
  })
})
