/** Breaking a clean text: repeatable, undone by its key, no break near another, and wrong where it says so. */
import { describe, expect, test } from 'vitest'
import { breakText } from '../../../bench/proof/break.ts'
import { corrected, readKey } from '../../../bench/proof/mark.ts'

/** Speech, tags, beats, names, dashes, apostrophes: something for most of the ways. */
const SCENE = `“You’re late, Marlow,” said Harding quietly. “Did you see the boat?”

He turned the collar up and went down the steps, holding the lamp in his left hand. The harbour was grey—greyer than the sky—and it had taken his breath.

“I knew it was theirs,” she answered. “They were whispering there, Harding, and their dark-eyed captain had gone past the pier.”

She nodded. “Where is he?” Marlow asked. “Is he here?”

It was quite quiet in the room. He stood at the window. There was nothing to be seen but the coarse sand, whose colour she couldn’t choose, and the well-dressed people of the town passed it by…`
const CLEAN = Array.from({ length: 12 }, () => SCENE).join('\n\n')
const SEEDS = Array.from({ length: 12 }, (_, index) => 1_000 + index * 77)
const isWord = (word: string): boolean => /^(?:letter|quiet|quite|there|their)$/.test(word)

describe.each(SEEDS)('with seed %i', (seed) => {
  const { text, marks } = breakText(CLEAN, isWord, seed, 20)

  test('the key undoes it, letter by letter', () => {
    expect(corrected(text, marks)).toBe(CLEAN)
    expect(readKey(JSON.stringify(marks), text)).toHaveLength(marks.length)
  })

  test('each break is one: what stands there is other than what stood there', () => {
    expect(
      marks.filter(({ offset, length, replacement }) => text.slice(offset, offset + length) === replacement),
    ).toEqual([])
    for (const { offset, length, also = [] } of marks) expect(also).not.toContain(text.slice(offset, offset + length))
  })

  test('they come in order, none within sixty letters of the next, and not more of them than were asked for', () => {
    const ends = marks.map(({ offset, length }) => offset + length)
    for (const [at, { offset }] of marks.slice(1).entries()) expect(offset - ends[at]!).toBeGreaterThanOrEqual(60)
    expect(marks.length).toBeLessThanOrEqual(Math.round(CLEAN.split(/\s+/).length / 20))
    expect(marks.length).toBeGreaterThan(20)
  })

  test('the same seed breaks the same, another one does not', () => {
    expect(breakText(CLEAN, isWord, seed, 20)).toEqual({ text, marks })
    expect(breakText(CLEAN, isWord, seed + 1, 20).text).not.toBe(text)
  })

  test('no misspelling is a word', () => {
    const misspelt = marks.filter(({ family }) => family.startsWith('misspelling'))
    expect(misspelt.length).toBeGreaterThan(0)
    expect(misspelt.filter(({ offset, length }) => isWord(text.slice(offset, offset + length)))).toEqual([])
  })

  test('a form that is wrong only because most of the text has another stays the rarer one', () => {
    // As many breaks as there is room for, in a text with room for little else.
    const lines = Array.from({ length: 40 }, () => `“${'x'.repeat(70)}’s${'x'.repeat(70)}—x`).join('\n\n')
    const broken = breakText(lines, isWord, seed, 0.01)
    const count = (family: string) => broken.marks.filter((mark) => mark.family === family).length
    // Of eighty marks of speech, forty apostrophes, forty dashes.
    expect(count('quote form')).toBeLessThanOrEqual(10)
    expect(count('apostrophe form')).toBeLessThanOrEqual(5)
    expect(count('dash form')).toBeLessThanOrEqual(5)
    expect(count('quote form') + count('apostrophe form') + count('dash form')).toBeGreaterThan(5)
  })
})

test('the kinds come by turns, so that rare ones count as much as frequent ones', () => {
  const { marks } = breakText(CLEAN, isWord, 7, 20)
  const counts = new Map<string, number>()
  for (const { family } of marks) counts.set(family, (counts.get(family) ?? 0) + 1)
  expect(counts.size).toBeGreaterThan(12)
  expect(Math.max(...counts.values())).toBeLessThanOrEqual(Math.ceil(marks.length / 6))
})

test('a text without a place for any break stays as it is', () => {
  expect(breakText('OH\n\nNO', isWord, 1, 1)).toEqual({ text: 'OH\n\nNO', marks: [] })
  expect(breakText('', isWord, 1)).toEqual({ text: '', marks: [] })
})
