/** A change of lines turns the one list into the other, and touches no more than what differs. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineChange, sourceLinesOf } from '../../../shared/proof/source-lines.ts'

const line = fc.record({ text: fc.constantFrom('', 'a', 'b'), gap: fc.constantFrom(1, 2), heading: fc.boolean() })
const lines = fc.array(line, { maxLength: 12 })

test('what is said to change makes the new lines out of the old ones', () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const change = lineChange(before, after)
      const made = change
        ? [...before.slice(0, change.from), ...change.lines, ...before.slice(change.from + change.removed)]
        : before
      expect(made).toEqual(after)
    }),
  )
})

test('one letter typed is one line, and equal lists are no change', () => {
  const story = ['a', 'a', 'b', 'a'].map((text) => ({ text, gap: 2, heading: false }))
  const typed = story.with(1, { text: 'ab', gap: 2, heading: false })
  expect(lineChange(story, typed)).toEqual({ from: 1, removed: 1, lines: [typed[1]] })
  expect(lineChange(story, [...story])).toBeNull()
})

test('lines come with their gap and whether they are headings', () => {
  const draft = { lines: [{ spans: [{ text: 'One' }], block: 1 }, { spans: [] }, { spans: [{ text: 'Two' }], gap: 3 }] }
  expect(sourceLinesOf(draft, { gap: 2 })).toEqual([
    { text: 'One', gap: 0, heading: true },
    { text: '', gap: 2, heading: false },
    { text: 'Two', gap: 3, heading: false },
  ])
})
