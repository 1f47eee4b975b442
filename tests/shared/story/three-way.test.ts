/** Another version of a story brought onto the one that stands: everything of theirs, nothing of ours lost. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apply, wordsOf } from '../../../shared/review/change.ts'
import { PresentWords } from '../../../shared/review/present-words.ts'
import { deltaOf, draftOf } from '../../../shared/story/delta.ts'
import type { Draft } from '../../../shared/story/draft.ts'
import { incoming, placesIn } from '../../../shared/story/three-way.ts'

const draft = (...lines: string[]): Draft => ({
  lines: lines.map((text) => ({ spans: text === '' ? [] : [{ text }] })),
})
const textOf = (given: Draft) =>
  deltaOf(given)
    .map(({ insert }) => insert)
    .join('')
    .slice(1)

/** The story with all of it made; from the last to the first, so that places hold. */
function made(now: Draft, all: ReturnType<typeof incoming>): Draft {
  let delta = deltaOf(now)
  for (const { place, change } of [...all].reverse()) {
    const words = new PresentWords(delta)
    const length = delta.reduce((sum, { insert }) => sum + insert.length, 0)
    const after = apply(words.at(place), change)
    delta = [...words.at({ from: 0, to: place.from }), ...after, ...words.at({ from: place.to, to: length })]
  }
  return draftOf(delta)
}

const line = fc
  .array(fc.constantFrom('She', 'went', 'home', 'slowly', ',', '.', '“', 'déjà', '🙂', 'it'), { maxLength: 7 })
  .map((words) => words.join(' '))
const story = fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) => draft(...lines))

describe('another version of the story', () => {
  test('is what stands here once all of it is made, if nothing was done here', () => {
    fc.assert(
      fc.property(story, story, (base, theirs) => {
        expect(textOf(made(base, incoming(base, theirs, base)))).toBe(textOf(theirs))
      }),
      { numRuns: 500 },
    )
  })

  test('brings nothing where it changed nothing, or where the same was done here', () => {
    fc.assert(
      fc.property(story, story, (base, now) => {
        expect(incoming(base, base, now)).toEqual([])
        expect(incoming(base, now, now)).toEqual([])
      }),
    )
  })

  test('leaves alone what was done here in other lines', () => {
    const lines = fc.array(line, { minLength: 5, maxLength: 8 })
    fc.assert(
      fc.property(lines, fc.nat(7), fc.nat(7), line, line, (words, one, other, their, our) => {
        const numbered = words.map((text, nth) => `${nth} ${text} #${nth}`)
        const [theirAt, ourAt] = [one % words.length, other % words.length]
        fc.pre(theirAt !== ourAt)
        const base = draft(...numbered)
        const theirs = draft(...numbered.with(theirAt, `${theirAt} ${their} #${theirAt}`))
        const now = draft(...numbered.with(ourAt, `${ourAt} ${our} #${ourAt}`))
        const both = numbered.with(theirAt, `${theirAt} ${their} #${theirAt}`).with(ourAt, `${ourAt} ${our} #${ourAt}`)
        const all = incoming(base, theirs, now)
        expect(textOf(made(now, all))).toBe(both.join('\n'))
        expect(all.some(({ conflict }) => conflict)).toBe(false)
      }),
    )
  })

  test('never overlaps itself, whatever was done on both sides', () => {
    fc.assert(
      fc.property(story, story, story, (base, theirs, now) => {
        let at = 1
        for (const { place } of incoming(base, theirs, now)) {
          expect(place.from).toBeGreaterThanOrEqual(at)
          at = place.to
        }
      }),
    )
  })

  test('two words changed far apart are two, two side by side are one', () => {
    const base = draft('The cat sat on the old mat, and slept.')
    const all = incoming(base, draft('The dog sat on the nice rug, and slept.'), base)
    const words = new PresentWords(deltaOf(base))
    const shown = all.map(({ place, change }) => [wordsOf(words.at(place)), wordsOf(apply(words.at(place), change))])
    expect(shown).toEqual([
      ['cat', 'dog'],
      ['old mat', 'nice rug'],
    ])
  })

  test('the same words changed on both sides are a conflict, in which theirs stand in place of ours', () => {
    const now = draft('A small cat.')
    const [only, ...more] = incoming(draft('A big cat.'), draft('A huge cat.'), now)
    expect(more).toEqual([])
    expect(only?.conflict).toBe(true)
    expect(textOf(made(now, [only as never]))).toBe('A huge cat.')
  })

  test('another number of line ends before a line comes along, and only where it differs', () => {
    const wide = (gap: number | null): Draft => ({
      lines: [{ spans: [{ text: 'One.' }] }, { ...(gap === null ? {} : { gap }), spans: [{ text: 'Two.' }] }],
    })
    expect(incoming(wide(null), wide(4), wide(null))).toEqual([
      { place: { from: 5, to: 6 }, change: [{ retain: 1, attributes: { gap: 4 } }], conflict: false },
    ])
    expect(incoming(wide(null), wide(4), wide(4))).toEqual([])
    expect(incoming(wide(4), wide(null), wide(4))).toMatchObject([
      { change: [{ retain: 1, attributes: { gap: null } }] },
    ])
  })
})

describe('a place of one version', () => {
  const other = draft('One two three.', 'Four five six.')

  test('is where the same words are in another', () => {
    const text = `\n${textOf(other)}`
    fc.assert(
      fc.property(
        fc.nat(text.length - 2),
        fc.nat(12),
        fc.constantFrom('', 'A new line.', 'two'),
        (start, many, above) => {
          const from = 1 + start
          const to = Math.min(text.length, from + many)
          const now = draft(...(above === '' ? [] : [above]), 'One two three.', 'Four five six.')
          const [place] = placesIn(other, now, [{ from, to }])
          const shift = above === '' ? 0 : above.length + 1
          expect(place).toEqual({ from: from + shift, to: to + shift })
        },
      ),
      { numRuns: 2000, examples: [[0, 0, 'A new line.']] },
    )
  })

  test('of words that are changed is what stands there instead, and of words that are gone nothing', () => {
    const now = draft('One 2 three.', 'Four six.')
    const [two, five, around] = placesIn(other, now, [
      { from: 5, to: 8 },
      { from: 21, to: 25 },
      { from: 1, to: 14 },
    ])
    expect(`\n${textOf(now)}`.slice(two?.from, two?.to)).toBe('2')
    expect(five).toBeNull()
    expect(`\n${textOf(now)}`.slice(around?.from, around?.to)).toBe('One 2 three')
  })
})
