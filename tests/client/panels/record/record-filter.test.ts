import { beforeEach, expect, test } from 'vitest'
import {
  countOutcomes,
  filterRecord,
  newestFirst,
  type RecordFilter,
  WHOLE_RECORD,
} from '../../../../client/panels/record/record-filter.ts'
import { recordParts } from '../../../../client/panels/record/record-words.ts'
import type { EditedLine } from '../../../../shared/review/events.ts'
import { type RecordEntry, recordOf } from '../../../../shared/review/record.ts'
import { ReviewDesk } from '../suggestions/review-desk.ts'

let review: ReviewDesk

beforeEach(() => {
  review = new ReviewDesk('ruth')
})

function entries(): RecordEntry[] {
  return newestFirst(recordOf(review.state.peek(), { nameOf: (account) => account }).entries)
}

async function propose(id: string, was: string, now: string, by = 'tomas', reason = ''): Promise<void> {
  await review.propose(id, by, [{ insert: was }], [{ delete: was.length }, { insert: now }], 1, reason)
}

async function decide(verdict: 'accept' | 'reject', ids: readonly string[], reason = ''): Promise<void> {
  const decisions = ids.map((suggestion) => ({ suggestion, rev: 1 }))
  await review.ask({ type: 'decide', verdict, reason, decisions })
}

function edit(by: string, lines: EditedLine[], more = 0): void {
  review.note(by, { id: `edited-${review.events.length}`, type: 'edited', lines, more })
}

test('what was decided or written last comes first, what was decided together stays in its order', async () => {
  for (const id of ['suggest-1', 'suggest-2', 'suggest-3']) await propose(id, 'gray', `grey ${id}`)
  await decide('accept', ['suggest-1', 'suggest-2'])
  edit('idris', [{ line: 4, before: 'a pencil', after: 'pencil' }])
  await decide('reject', ['suggest-3'])
  expect(entries().map(({ suggestion }) => suggestion)).toEqual(['suggest-3', null, 'suggest-1', 'suggest-2'])
})

test('filters: by who proposed, edited or decided, by tag, by kind, by words; and counts of what is left', async () => {
  await propose('suggest-1', 'gray', 'grey', 'june', 'House style')
  await propose('suggest-2', 'big', 'huge')
  await review.by('ruth', { type: 'tag', suggestion: 'suggest-1', label: 'style' })
  await decide('accept', ['suggest-1'])
  await decide('reject', ['suggest-2'], 'Hanne would say big')
  edit('idris', [{ line: 2, before: null, after: 'A new line' }], 3)
  await review.propose('suggest-3', 'tomas', [{ insert: 'sea' }], [{ retain: 3, attributes: { italic: true } }], 30)
  const amended = [{ retain: 3, attributes: { bold: true as const } }]
  await review.ask({ type: 'decide', verdict: 'accept', decisions: [{ suggestion: 'suggest-3', rev: 1, amended }] })
  const all = entries()
  const left = (filter: Partial<RecordFilter>) =>
    filterRecord(all, { ...WHOLE_RECORD, ...filter }).map(({ suggestion }) => suggestion?.slice(-1) ?? '-')
  expect(left({})).toEqual(['3', '-', '2', '1'])
  expect(left({ person: 'ruth' })).toEqual(['3', '2', '1'])
  expect(left({ person: 'idris' })).toEqual(['-'])
  expect(left({ tag: 'Style' })).toEqual(['1'])
  expect(left({ tag: '' })).toEqual(['3', '2'])
  expect(left({ kind: 'accepted' })).toEqual(['3', '1'])
  expect(left({ kind: 'edited' })).toEqual(['-'])
  expect(left({ kind: 'amended' })).toEqual(['3'])
  expect(left({ kind: 'format' })).toEqual(['3'])
  expect(left({ words: 'HUGE' })).toEqual(['2'])
  expect(left({ words: 'hanne' })).toEqual(['2'])
  expect(left({ words: 'nowhere' })).toEqual([])
  expect(countOutcomes(all)).toEqual({ accepted: 2, rejected: 1, edited: 4 })
})

const change = (before: string, after: string, outcome: RecordEntry['outcome'] = 'accepted') =>
  recordParts({ outcome, before, proposed: after, after: outcome === 'rejected' ? before : after })

test('the words of what was rejected are what was proposed', () => {
  expect(change('certain', 'sure', 'rejected')).toEqual([
    { kind: 'gone', text: 'certain' },
    { kind: 'new', text: 'sure' },
  ])
})

test('neighbouring words that go are one stretch, and what stays beside them is cut short', () => {
  const stays = 'and the water came up slowly over the stones of the quay, as it did each night '
  const parts = change(`${stays}counting under his breath`, `${stays}counting in silence`)
  expect(parts.slice(1)).toEqual([
    { kind: 'gone', text: 'under his breath' },
    { kind: 'new', text: 'in silence' },
  ])
  expect(parts[0]?.text).toBe(`…${`${stays}counting `.slice(-24)}`)
})
