/** What a file brings besides its words: on the right characters, under the names of the file, and nobody's account. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { broughtEvents } from '../../../server/stories/brought-events.ts'
import type { ReadNote, ReadSuggestion } from '../../../shared/codecs/codec.ts'
import { apply, lengthOf, wordsOf } from '../../../shared/review/change.ts'
import { CommandSchema } from '../../../shared/review/commands.ts'
import type { ReviewEvent } from '../../../shared/review/events.ts'
import { outsider, outsiderName } from '../../../shared/review/outsiders.ts'
import { reduce } from '../../../shared/review/reduce.ts'
import { EMPTY_REVIEW } from '../../../shared/review/state.ts'
import type { Draft } from '../../../shared/story/draft.ts'
import { placeReview } from '../../../shared/story/place-review.ts'
import { standingsOf } from '../../../shared/story/places.ts'
import { createStoryDoc, textOf } from '../../../shared/story/story-doc.ts'

const AT = Date.parse('2026-03-01T10:00:00Z')
const draft: Draft = {
  lines: [
    { block: 1, spans: [{ text: 'Chapter One' }] },
    { spans: [{ text: 'She said ' }, { text: 'nothing', italic: true }, { text: ' for a while. 🙂' }] },
  ],
}

const note = (given: Partial<ReadNote>): ReadNote => ({
  by: 'Ann Lee',
  at: '2026-01-02T03:04:05.000Z',
  body: 'Why?',
  place: null,
  resolved: false,
  replies: [],
  ...given,
})

/** The state of the review, and the text it is about. */
function broughtIn(notes: ReadNote[], suggestions: ReadSuggestion[]) {
  const text = textOf(createStoryDoc(draft, 7))
  let count = 0
  const newId = () => `id-${String(++count).padStart(6, '0')}`
  const placed = structuredClone(placeReview(text, { notes, suggestions }))
  const { events, figures } = broughtEvents(placed, { by: 'owner-1', at: AT, newId })
  const stamped = events.map(
    ({ seq, at, user, body }): ReviewEvent => ({
      ...JSON.parse(body),
      seq,
      at: new Date(at).toISOString(),
      by: user,
    }),
  )
  return { text, events, stamped, figures, state: reduce(EMPTY_REVIEW, stamped) }
}

describe('what came with a file', () => {
  test('stands on its words, under the name and time that the file gives', () => {
    const words = '\nChapter One\nShe said nothing'
    const place = { from: words.indexOf('nothing'), to: words.length }
    const { state, text } = broughtIn([note({ place, replies: [{ by: 'Bo', at: null, body: 'Because.' }] })], [])
    const [known] = [...state.notes.values()]
    expect(known).toMatchObject({
      by: outsider('Ann Lee'),
      at: '2026-01-02T03:04:05.000Z',
      body: 'Why?',
      quote: { words: 'nothing' },
      resolved: null,
      replies: [{ by: outsider('Bo'), at: '2026-03-01T10:00:00.000Z', body: 'Because.' }],
    })
    expect(standingsOf(text, new Map([['it', known?.anchor as never]])).get('it')).toEqual({ ...place, gone: false })
  })

  test('a resolved one is resolved by who spoke last', () => {
    const said = { by: 'Bo', at: '2026-01-03T00:00:00.000Z', body: 'Done' }
    const { state } = broughtIn([note({ resolved: true, replies: [said] })], [])
    expect([...state.notes.values()][0]?.resolved).toEqual({ by: outsider('Bo'), at: said.at })
  })

  test('a suggestion can be applied to the words that it is about, wherever it stands', () => {
    const length = textOf(createStoryDoc(draft, 7)).length
    fc.assert(
      fc.property(fc.nat(length - 2), fc.nat(9), fc.string({ minLength: 1, maxLength: 5 }), (start, many, insert) => {
        const from = 1 + start
        const to = Math.min(length, from + many)
        const change = [...(to > from ? [{ delete: to - from }] : []), { insert: insert.replace(/[\r\n]/g, ' ') }]
        const { state, text } = broughtIn(
          [],
          [{ by: '', at: null, place: { from, to }, change, reason: '', replies: [] }],
        )
        const [known] = [...state.suggestions.values()]
        expect(wordsOf(known?.base ?? [])).toBe(text.toString().slice(from, to))
        expect(lengthOf(known?.base ?? [])).toBe(to - from)
        expect(wordsOf(apply(known?.base ?? [], known?.change ?? []))).toBe(insert.replace(/[\r\n]/g, ' '))
      }),
    )
  })

  test('the library counts what is open once, and it is news from whoever brought it', () => {
    const { figures, events } = broughtIn([note({}), note({ resolved: true }), note({})], [])
    expect(figures.at(-1)?.open).toEqual({ account: '', notes: 2, suggestions: 0 })
    expect(figures.slice(0, -1).every(({ open }) => open === null)).toBe(true)
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, nth) => nth + 1))
    expect(new Set(events.map(({ user }) => user))).toEqual(new Set(['owner-1']))
  })

  test('is for whom the file says, who is nobody’s account either', () => {
    const { state } = broughtIn([note({ to: 'Bo' }), note({})], [])
    expect([...state.notes.values()].map(({ assigned }) => assigned)).toEqual([outsider('Bo'), null])
  })

  test('too long or broken words are kept as far as a note may hold them', () => {
    const { state } = broughtIn(
      [note({ body: `${'x'.repeat(20_000)}` }), note({ body: 'a\0b\ud800' }), note({ body: ' ' })],
      [],
    )
    const bodies = [...state.notes.values()].map(({ body }) => body)
    expect(bodies[0]).toMatch(/^x{9999}…$/)
    expect(bodies.slice(1)).toEqual(['a\ufffdb\ufffd', '(empty)'])
  })

  test('more than a review can take is refused', () => {
    expect(() =>
      broughtIn(
        Array.from({ length: 20_001 }, () => note({})),
        [],
      ),
    ).toThrow(/more than 20,000/)
  })
})

describe('a person whom only a file names', () => {
  test('is no account, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(outsider(name)).not.toMatch(/^[A-Za-z0-9_-]/)
        expect(outsiderName(outsider(name))).toMatch(/^\P{Cc}{1,80}$/u)
      }),
    )
    expect(outsiderName('abcdefgh')).toBeNull()
  })

  test('cannot be put forward by a client', () => {
    const given = { id: 'command-1', type: 'reply', thread: 'thread-01', reply: 'reply-001', body: 'x' }
    expect(CommandSchema.parse({ ...given, origin: { name: 'Somebody else', at: null } })).toEqual(given)
  })
})
