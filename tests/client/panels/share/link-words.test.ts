import { expect, test } from 'vitest'
import { untilWords, usedWords, worksFor } from '../../../../client/panels/share/link-words.ts'

const NOW = new Date(2026, 10, 3, 12).getTime()
const at = (...date: [number, number, number, number?]) => new Date(...date).toISOString()

test('what a link will be good for', () => {
  expect(worksFor(30, null)).toBe('for 30 days, for any number of people')
  expect(worksFor(1, 1)).toBe('for 1 day, for 1 person')
})

test('how often it was used', () => {
  expect(usedWords({ uses: 2, mostUses: 3 })).toBe('used 2 of 3')
  expect(usedWords({ uses: 3, mostUses: 3 })).toBe('used up, 3 of 3')
  expect(usedWords({ uses: 0, mostUses: null })).toBe('not used yet')
  expect(usedWords({ uses: 1, mostUses: null })).toBe('used once')
  expect(usedWords({ uses: 4, mostUses: null })).toBe('used 4 times')
})

test('until when it works: a date, with the year when it is another, the hour on the last day', () => {
  expect(untilWords(at(2026, 11, 3), NOW)).toBe('works until 3 December')
  expect(untilWords(at(2027, 0, 3), NOW)).toBe('works until 3 January 2027')
  expect(untilWords(at(2026, 10, 3, 14), NOW)).toBe('works until 14:00')
  expect(untilWords(at(2026, 10, 3, 12), NOW)).toBe('has run out')
  expect(untilWords(null, NOW)).toBe('works until it is revoked')
})
