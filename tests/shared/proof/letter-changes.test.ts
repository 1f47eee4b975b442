import fc from 'fast-check'
import { expect, test } from 'vitest'
import { letterChanges } from '../../../shared/proof/letter-changes.ts'

const made = (words: string, replacement: string) =>
  letterChanges(words, replacement)
    .reverse()
    .reduce((text, { from, to, insert }) => text.slice(0, from) + insert + text.slice(to), words)

test('of a speech only the marks change; what has other letters, or stays at an end, changes as a whole', () => {
  expect(letterChanges("'Not I,'", '"Not I,"')).toEqual([
    { from: 0, to: 1, insert: '"' },
    { from: 7, to: 8, insert: '"' },
  ])
  expect(letterChanges("'No,'", '"No,"')).toHaveLength(2)
  expect(letterChanges('\'He said "go" twice.\'', '"He said \'go\' twice."')).toHaveLength(4)
  for (const [words, replacement] of [
    ['teh', 'the'],
    ['an old', 'the old'],
    ['orange clad', 'orange-clad'],
    ['." She', '," she'],
    ["'1 a 1'", '"2 a 2"'],
  ] as const) {
    expect(letterChanges(words, replacement)).toEqual([{ from: 0, to: words.length, insert: replacement }])
  }
  expect(letterChanges('as it is', 'as it is')).toEqual([])
})

test('the changes make the replacement of the words, in order, apart, and through no surrogate pair', () => {
  const letters = fc.string({
    unit: fc.constantFrom('a', '"', "'", '\u{1f600}', '\u{1f601}', '\u{1f9ff}'),
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
