import { describe, expect, test } from 'vitest'
import { type FindResult, proposedWords, resultWords } from '../../../../client/panels/find/find-target.ts'

const result = (part: Partial<FindResult>): FindResult => ({
  state: 'found',
  count: 0,
  limited: false,
  active: -1,
  message: '',
  ...part,
})

describe('what the find panel says', () => {
  test('is nothing before there is something to look for', () => {
    expect(resultWords(result({ state: 'idle' }))).toBe('')
  })

  test('is the place among all matches, and that there may be more', () => {
    expect(resultWords(result({ count: 12, active: 2 }))).toBe('3 of 12')
    expect(resultWords(result({ count: 10_000, active: 0, limited: true }))).toBe('1 of 10,000 or more')
    expect(resultWords(result({}))).toBe('Not found')
  })

  test('names what is wrong with a pattern', () => {
    expect(resultWords(result({ state: 'bad-pattern', message: 'Unterminated group' }))).toBe(
      'Not a pattern: Unterminated group',
    )
  })
})

describe('what is said when matches were proposed', () => {
  test('is how many, and how many were left out and why', () => {
    expect(proposedWords({ proposed: 1, skipped: 0 })).toBe('Proposed 1 replacement.')
    expect(proposedWords({ proposed: 1200, skipped: 1 })).toBe(
      'Proposed 1,200 replacements. Left out: 1 match touches a suggestion of yours.',
    )
    expect(proposedWords({ proposed: 0, skipped: 3 })).toBe(
      'Nothing was proposed: 3 matches touch suggestions of yours.',
    )
    expect(proposedWords({ proposed: 0, skipped: 0 })).toBe('Nothing was proposed.')
  })
})
