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
  fc.record({
    type: fc.constantFrom('propose-words', 'allow-words'),
    words: fc.array(fc.record({ word: fc.constantFrom('Ino', 'teme'), kind: fc.constantFrom('name', 'term') })),
  }),
  fc.record({ type: fc.constant('drop-words'), words: fc.array(fc.constantFrom('Ino', 'teme')) }),
  fc.record({
    type: fc.constant('dismiss'),
    findings: fc.array(
      fc.record({ key: fc.constantFrom('k1', 'k2'), rule: fc.constant('spelling'), words: fc.string() }),
    ),
    on: fc.boolean(),
  }),
  fc.record({ type: fc.constant('switch-rule'), rule: fc.constantFrom('spelling', 'echo'), on: fc.boolean() }),
  fc.record({
    type: fc.constant('decide-style'),
    decision: fc.constantFrom(
      { part: 'quotes', value: 'single' },
      { part: 'spelling', preferred: 'grey', variants: ['gray'] },
    ),
    example: fc.string(),
  }),
  fc.record({ type: fc.constant('undecide-style'), style: fc.constantFrom('quotes', 'spelling grey') }),
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

describe('what the checker of a story knows', () => {
  const told = (by: string, ...bodies: object[]) =>
    bodies.map((body, index) => ({ id: `c${index}`, seq: index + 1, at: `t${index + 1}`, by, ...body }) as ReviewEvent)

  test('a proposed word waits for an editor, keeps who proposed it, and is dropped without a trace', () => {
    const ino = { word: 'Ino', kind: 'name' }
    const proposed = told('ben', { type: 'propose-words', words: [ino] })
    const allowed = { ...told('ann', {}, { type: 'allow-words', words: [ino] })[1]! }
    const dropped = { ...told('ann', {}, {}, { type: 'drop-words', words: ['Ino'] })[2]! }
    expect(reduce(EMPTY_REVIEW, proposed).words.get('Ino')).toEqual({ ...ino, by: 'ben', at: 't1', allowed: null })
    expect(reduce(EMPTY_REVIEW, [...proposed, allowed]).words.get('Ino')).toEqual({
      ...ino,
      by: 'ben',
      at: 't1',
      allowed: { by: 'ann', at: 't2' },
    })
    expect(reduce(EMPTY_REVIEW, [...proposed, allowed, dropped]).words.size).toBe(0)
  })

  test('a second proposal does not take the first one’s place, nor an allowed word back', () => {
    const state = reduce(
      EMPTY_REVIEW,
      told(
        'ben',
        { type: 'allow-words', words: [{ word: 'Ino', kind: 'name' }] },
        { type: 'propose-words', words: [{ word: 'Ino', kind: 'term' }] },
      ),
    )
    expect(state.words.get('Ino')).toMatchObject({ kind: 'name', allowed: { by: 'ben' } })
  })

  test('a finding is dismissed and comes back, a rule is switched off and on again', () => {
    const finding = { key: 'k1', rule: 'spelling', words: 'Ino' }
    const events = told(
      'ben',
      { type: 'dismiss', findings: [finding], on: true },
      { type: 'switch-rule', rule: 'echo', on: false },
      { type: 'dismiss', findings: [finding], on: false },
      { type: 'switch-rule', rule: 'echo', on: true },
    )
    const between = reduce(EMPTY_REVIEW, events.slice(0, 2))
    expect([...between.dismissed]).toEqual([['k1', { rule: 'spelling', words: 'Ino', by: 'ben', at: 't1' }]])
    expect([...between.off]).toEqual([['echo', { by: 'ben', at: 't2' }]])
    const after = reduce(EMPTY_REVIEW, events)
    expect([after.dismissed.size, after.off.size]).toEqual([0, 0])
  })

  test('of two decisions on the same thing the later one counts; of two spellings both do', () => {
    const spelling = (preferred: string) => ({ part: 'spelling', preferred, variants: ['x'] })
    const state = reduce(
      EMPTY_REVIEW,
      told(
        'ben',
        { type: 'decide-style', decision: { part: 'quotes', value: 'single' }, example: '' },
        { type: 'decide-style', decision: { part: 'quotes', value: 'double' }, example: '“So.”' },
        { type: 'decide-style', decision: spelling('grey'), example: '' },
        { type: 'decide-style', decision: spelling('towards'), example: '' },
        { type: 'undecide-style', style: 'spelling towards' },
      ),
    )
    expect([...state.style.keys()]).toEqual(['quotes', 'spelling grey'])
    expect(state.style.get('quotes')).toMatchObject({ decision: { value: 'double' }, example: '“So.”', at: 't2' })
  })
})
