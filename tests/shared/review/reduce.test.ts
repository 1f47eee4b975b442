/** The fold of the events: the same in whatever pieces they come, and what each of them does. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReviewEvent } from '../../../shared/review/events.ts'
import { Fold, reduce } from '../../../shared/review/reduce.ts'
import { EMPTY_REVIEW } from '../../../shared/review/state.ts'

const anchor = { first: { client: 7, clock: 1 }, last: { client: 7, clock: 3 } }
const quote = { words: 'mud', before: '', after: '' }
const NOTES = ['note-a', 'note-b', 'note-c']
const SUGGESTIONS = ['sugg-a', 'sugg-b']
const PEOPLE = ['ann', 'ben', 'cid']

const bodies = fc.oneof(
  fc.record({
    type: fc.constant('open-note'),
    note: fc.constantFrom(...NOTES),
    kind: fc.constantFrom('comment', 'question'),
    label: fc.constant(null),
    anchor: fc.constant(anchor),
    quote: fc.constant(quote),
    body: fc.string(),
    assigned: fc.constant(null),
    mustFix: fc.boolean(),
    private: fc.boolean(),
  }),
  fc.record({ type: fc.constantFrom('resolve', 'reopen', 'delete-note'), note: fc.constantFrom(...NOTES) }),
  fc.record({
    type: fc.constantFrom('reply', 'edit-reply', 'delete-reply'),
    thread: fc.constantFrom(...NOTES, ...SUGGESTIONS),
    reply: fc.constantFrom('reply-a', 'reply-b'),
    body: fc.string(),
  }),
  fc.record({
    type: fc.constant('react'),
    thread: fc.constantFrom(...NOTES),
    reply: fc.constantFrom(null, 'reply-a'),
    reaction: fc.constantFrom('👍', '👀'),
    on: fc.boolean(),
  }),
  fc.record({
    type: fc.constantFrom('propose', 'revise'),
    suggestion: fc.constantFrom(...SUGGESTIONS),
    rev: fc.constant(1),
    anchor: fc.constant(anchor),
    base: fc.constant([{ insert: 'mud' }]),
    change: fc.constant([{ delete: 3 }]),
    reason: fc.string(),
    label: fc.constantFrom(undefined, null, 'style'),
  }),
  fc.record({
    type: fc.constant('tag'),
    suggestion: fc.constantFrom(...SUGGESTIONS),
    label: fc.constantFrom('style', 'fact', null),
  }),
  fc.record({
    type: fc.constantFrom('decide', 'undecide'),
    verdict: fc.constantFrom('accept', 'reject'),
    reason: fc.constant(''),
    outcomes: fc.constant([
      { suggestion: 'sugg-a', rev: 1, before: [{ insert: 'mud' }], after: [], anchor, amended: false },
    ]),
  }),
  fc.record({ type: fc.constant('see'), upto: fc.nat(20) }),
)

/** A history: bodies stamped in order, with gaps as a reader sees them. */
const histories = fc
  .array(fc.tuple(bodies, fc.constantFrom(...PEOPLE), fc.integer({ min: 1, max: 3 })), { maxLength: 40 })
  .map((rolled) => {
    let seq = 0
    return rolled.map(([body, by, gap], index) => {
      seq += gap
      return { ...body, id: `command-${index}`, seq, by, at: `t${seq}` } as unknown as ReviewEvent
    })
  })

describe('the fold', () => {
  test('is the same in one piece, in pieces, and with pieces that come twice', () => {
    fc.assert(
      fc.property(histories, fc.nat(40), fc.nat(40), (events, one, other) => {
        const whole = reduce(EMPTY_REVIEW, events)
        const [from, to] = [Math.min(one, other), Math.max(one, other)]
        const first = reduce(EMPTY_REVIEW, events.slice(0, to))
        expect(reduce(reduce(first, events.slice(from)), events)).toEqual(whole)
      }),
    )
  })

  test('that goes on is the same as one in one piece, and a state that was handed out stays as it was', () => {
    fc.assert(
      fc.property(histories, fc.array(fc.boolean()), (events, looks) => {
        const fold = new Fold(EMPTY_REVIEW)
        for (const [nth, event] of events.entries()) {
          fold.take(event)
          const whole = reduce(EMPTY_REVIEW, events.slice(0, nth + 1))
          expect(fold.now).toMatchObject(whole)
          if (!looks[nth]) continue
          const { state } = fold
          for (const later of events.slice(nth + 1)) fold.take(later)
          expect(state).toEqual(whole)
          break
        }
      }),
    )
  })

  test('leaves the state alone that it was given', () => {
    fc.assert(
      fc.property(histories, fc.nat(40), (events, at) => {
        const before = reduce(EMPTY_REVIEW, events.slice(0, at))
        const copy = structuredClone(before)
        reduce(before, events)
        expect(before).toEqual(copy)
      }),
    )
  })

  test('of an event about something that was never shown changes nothing but the number', () => {
    const event = { id: 'c1', type: 'resolve', note: 'note-x', seq: 9, by: 'ann', at: 't' } as ReviewEvent
    expect(reduce(EMPTY_REVIEW, [event])).toEqual({ ...EMPTY_REVIEW, seq: 9 })
  })
})

const stamped = (...bodies: Record<string, unknown>[]) =>
  bodies.map((body, index) => ({
    id: `c${index}`,
    seq: index + 1,
    by: 'ann',
    at: `t${index + 1}`,
    ...body,
  })) as unknown as ReviewEvent[]
const opened = {
  type: 'open-note',
  note: 'note-a',
  kind: 'comment',
  label: null,
  anchor,
  quote,
  body: 'First',
  assigned: null,
  mustFix: false,
  private: false,
}
const edited = { type: 'edit-note', note: 'note-a', kind: 'comment', label: null }
const proposed = {
  type: 'propose',
  suggestion: 'sugg-a',
  anchor,
  base: [{ insert: 'mud' }],
  change: [{ delete: 3 }],
  reason: '',
}

test('an edited note keeps what it said before, each with its time', () => {
  const { notes } = reduce(
    EMPTY_REVIEW,
    stamped(opened, { ...edited, body: 'Second' }, { ...edited, body: 'Third' }, { ...edited, body: 'Third' }),
  )
  expect(notes.get('note-a')).toMatchObject({
    body: 'Third',
    editedAt: 't3',
    earlier: [
      { body: 'First', at: 't1' },
      { body: 'Second', at: 't2' },
    ],
  })
})

test('a deleted note stays, without its words, as long as others have replied to it', () => {
  const reply = { type: 'reply', thread: 'note-a', reply: 'reply-a', body: 'Hm', by: 'ben' }
  const gone = { type: 'delete-note', note: 'note-a' }
  expect(reduce(EMPTY_REVIEW, stamped(opened, gone)).notes.size).toBe(0)
  expect(reduce(EMPTY_REVIEW, stamped(opened, reply, gone)).notes.get('note-a')).toMatchObject({
    deleted: true,
    body: '',
    earlier: [],
  })
})

test('one reaction a person and kind, and none left is none at all', () => {
  const react = (by: string, on: boolean) => ({
    type: 'react',
    thread: 'note-a',
    reply: null,
    reaction: '👍',
    on,
    by,
  })
  const twice = reduce(EMPTY_REVIEW, stamped(opened, react('ben', true), react('cid', true), react('ben', true)))
  expect(twice.notes.get('note-a')?.reactions).toEqual({ '👍': ['cid', 'ben'] })
  const none = reduce(EMPTY_REVIEW, stamped(opened, react('ben', true), react('ben', false)))
  expect(none.notes.get('note-a')?.reactions).toEqual({})
})

test('a decision that is taken back leaves the suggestion as open as it was', () => {
  const outcome = { suggestion: 'sugg-a', rev: 1, before: [{ insert: 'mud' }], after: [], anchor, amended: false }
  const decide = { id: 'the-decision', type: 'decide', verdict: 'accept', reason: 'Tighter.', outcomes: [outcome] }
  const before = reduce(EMPTY_REVIEW, stamped(proposed))
  const decided = reduce(before, stamped(proposed, decide))
  expect(decided.suggestions.get('sugg-a')).toMatchObject({
    status: 'accepted',
    decided: { id: 'the-decision', by: 'ann', at: 't2', reason: 'Tighter.' },
  })
  const undone = reduce(
    decided,
    stamped(proposed, decide, { type: 'undecide', decision: 'the-decision', outcomes: [outcome] }),
  )
  expect({ ...undone.suggestions.get('sugg-a'), touched: 1 }).toEqual(before.suggestions.get('sugg-a'))
})

test('a suggestion carries its tag through revisions and decisions; a tag is no news, and older proposals have none', () => {
  const tag = { type: 'tag', suggestion: 'sugg-a', label: 'style' }
  expect(reduce(EMPTY_REVIEW, stamped(proposed)).suggestions.get('sugg-a')?.label).toBe(null)
  expect(reduce(EMPTY_REVIEW, stamped({ ...proposed, label: 'fact' })).suggestions.get('sugg-a')?.label).toBe('fact')
  expect(reduce(EMPTY_REVIEW, stamped(proposed, tag)).suggestions.get('sugg-a')).toMatchObject({
    label: 'style',
    rev: 1,
    touched: 1,
  })
  const outcome = { suggestion: 'sugg-a', rev: 2, before: [], after: [], anchor, amended: false }
  const decided = { type: 'decide', verdict: 'accept', reason: '', outcomes: [outcome] }
  const through = stamped(proposed, tag, { ...proposed, type: 'revise', rev: 1 }, decided)
  expect(reduce(EMPTY_REVIEW, through).suggestions.get('sugg-a')).toMatchObject({ label: 'style', status: 'accepted' })
  expect(reduce(EMPTY_REVIEW, stamped(proposed, tag, { ...tag, label: null })).suggestions.get('sugg-a')?.label).toBe(
    null,
  )
})
