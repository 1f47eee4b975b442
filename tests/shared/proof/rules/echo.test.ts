import { describe, expect, test } from 'vitest'
import { echo } from '../../../../shared/proof/rules/echo.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('echo', () => {
  test('an unusual word within forty words of itself', () => {
    expect(fixWith(echo, 'The obsidian stone lay by the obsidian wall.')).toBe(
      'The obsidian stone lay by the ⟦obsidian⟧ wall.',
    )
    expect(fixWith(echo, 'It was determined.\n\nHis determination grew.')).toBe(
      'It was determined.\n\nHis ⟦determination⟧ grew.',
    )
  })

  test('common words, names, far ones and what the story says all the time are none', () => {
    expect(findWith(echo, 'Something was something else. He saw Kakashi and Kakashi.')).toEqual([])
    expect(findWith(echo, `The obsidian stone. ${'so it went '.repeat(14)} The obsidian wall.`)).toEqual([])
    expect(findWith(echo, 'The obsidian wall, the obsidian door, the obsidian roof.')).toEqual([])
  })
})
