import fc from 'fast-check'
import { expect, test } from 'vitest'
import { letterChanges } from '../../../shared/proof/letter-changes.ts'

const made = (words: string, replacement: string) =>
  letterChanges(words, replacement)
    .reverse()
    .reduce((text, { from, to, insert }) => text.slice(0, from) + insert + text.slice(to), words)

test('of a speech only the marks change; a word changes as a whole', () => {
  expect(letterChanges("'Not I,'", '"Not I,"')).toEqual([
    { from: 0, to: 1, insert: '"' },
    { from: 7, to: 8, insert: '"' },
  ])
  expect(letterChanges('teh', 'the')).toEqual([{ from: 0, to: 3, insert: 'the' }])
  expect(letterChanges('an old', 'the old')).toEqual([{ from: 0, to: 6, insert: 'the old' }])
  expect(letterChanges('as it is', 'as it is')).toEqual([])
})

test('the changes make the replacement of the words, in order, apart, and through no surrogate pair', () => {
  const letters = fc.string({
    unit: fc.constantFrom('a', 'b', ' ', '\u{1f600}', '\u{1f601}', '\u{1f9ff}'),
    maxLength: 12,
  })
  fc.assert(
    fc.property(letters, letters, (words, replacement) => {
      const changes = letterChanges(words, replacement)
      expect(made(words, replacement)).toBe(replacement)
      let behind = -1
      for (const { from, to, insert } of changes) {
        expect(from).toBeGreaterThan(behind)
        for (const piece of [words.slice(0, from), words.slice(from, to), words.slice(to), insert]) {
          expect(piece).not.toMatch(/\p{Cs}/u)
        }
        behind = to
      }
    }),
  )
})
