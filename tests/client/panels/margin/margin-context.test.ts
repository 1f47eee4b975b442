import { expect, test } from 'vitest'
import { type MarginContext, renewed } from '../../../../client/panels/margin/margin-context.ts'
import { entriesOf } from '../../../../client/panels/margin/margin-entries.ts'
import type { Waiting } from '../../../../client/sync/review.ts'
import type { ReviewEvent } from '../../../../shared/review/events.ts'
import { reduce } from '../../../../shared/review/reduce.ts'
import { EMPTY_REVIEW } from '../../../../shared/review/state.ts'

const anchor = { first: { client: 1, clock: 1 }, last: { client: 1, clock: 3 } }
const quote = { words: 'mud', before: '', after: '' }
const noted = (seq: number, note: string): ReviewEvent => ({
  ...{ seq, id: `command-${seq}`, at: '2026-11-02T10:00:00Z', by: 'june', note, anchor, quote, body: 'Why?' },
  ...{ type: 'open-note', kind: 'comment', label: null, assigned: null, mustFix: false, private: false },
})
const ONE = reduce(EMPTY_REVIEW, [noted(1, 'note-one')])
const TWO = reduce(ONE, [noted(2, 'note-two')])
const NOW = Date.parse('2026-11-02T10:05:00Z')

const context = (more: Partial<MarginContext> = {}): MarginContext =>
  ({ state: ONE, waiting: [], me: 'ruth', role: 'editor', seenBefore: 0, now: NOW, ...more }) as MarginContext

const waiting = (type: 'reply' | 'decide', at: number): Waiting[] => [
  { id: 'w1', command: { type } as Waiting['command'], at, refused: null },
]

test('an event about another note, and a moment, are nothing new to a card; a label, a minute and a role are', () => {
  const before = context()
  expect(renewed(before, context({ state: TWO, now: NOW + 5_000 }))).toBe(before)
  const label = { type: 'set-label', label: 'pace', name: 'Pace', description: '', swatch: 1 } as const
  const labelled = reduce(ONE, [{ ...label, seq: 2, id: 'command-2', at: '2026-11-02T10:00:00Z', by: 'june' }])
  for (const more of [{ state: labelled }, { now: NOW + 60_000 }, { role: 'reader' as const }, { seenBefore: 3 }]) {
    const now = context(more)
    expect(renewed(before, now)).toBe(now)
  }
})

test('what goes out at once is nothing to a card; what stays, and a decision, is', () => {
  const before = context()
  expect(renewed(before, context({ waiting: waiting('reply', NOW - 100) }))).toBe(before)
  for (const waits of [waiting('reply', NOW - 5_000), waiting('decide', NOW)]) {
    const now = context({ waiting: waits })
    expect(renewed(before, now)).toBe(now)
    const gone = context()
    expect(renewed(now, gone)).toBe(gone)
  }
})

test('the entry of a note stays the same until the note, its line or its words are others', () => {
  const placed = { id: 'note-one', state: 'exact', line: 4, from: 10, length: 3, words: 'mud' } as const
  const entry = (state = ONE, place: Parameters<typeof entriesOf>[1][number] = placed) =>
    entriesOf(state, [place], NOW).inOrder[0]
  const before = entry()
  expect(entry(TWO, { ...placed, from: 17 })).toBe(before)
  expect(entry(ONE, { ...placed, line: 5 })).toMatchObject({ line: 5 })
  expect(entry(ONE, { ...placed, words: 'mad' })).toMatchObject({ words: 'mad' })
  const resolve = { type: 'resolve', note: 'note-one', seq: 2, id: 'command-2', by: 'june' } as const
  const resolved = reduce(ONE, [{ ...resolve, at: '2026-11-02T10:00:00Z' }])
  expect(entry(resolved)?.thread).toBe(resolved.notes.get('note-one'))
})
