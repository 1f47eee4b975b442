import { beforeEach, expect, test } from 'vitest'
import {
  accountsIn,
  countRecord,
  filterRecord,
  type RecordFilter,
  recordRows,
} from '../../../../client/panels/record/record-rows.ts'
import { isFormattingOnly, recordParts } from '../../../../client/panels/record/record-words.ts'
import { apply } from '../../../../shared/review/change.ts'
import type { EditedLine } from '../../../../shared/review/events.ts'
import { ReviewDesk } from '../suggestions/review-desk.ts'

const ALL: RecordFilter = { person: '', outcome: '', words: '' }
let review: ReviewDesk

beforeEach(() => {
  review = new ReviewDesk('ruth')
})

function rows() {
  return recordRows(review.state.peek(), ({ base, change }) => apply(base, change))
}

async function propose(id: string, was: string, now: string, by = 'tomas', reason = ''): Promise<void> {
  await review.propose(id, by, [{ insert: was }], [{ delete: was.length }, { insert: now }], 1, reason)
}

function edit(by: string, lines: EditedLine[], more = 0): void {
  review.note(by, { id: `edited-${review.events.length}`, type: 'edited', lines, more })
}

test('open and withdrawn suggestions are not in the record, decided ones are, with who and why', async () => {
  await propose('suggest-1', 'certain', 'sure', 'june', 'Plainer')
  await propose('suggest-2', 'gray', 'grey')
  await propose('suggest-3', 'a', 'b')
  await review.by('tomas', { type: 'withdraw', suggestion: 'suggest-3', rev: 1 })
  await review.ask({
    type: 'decide',
    verdict: 'reject',
    reason: 'Hanne would say certain',
    decisions: [{ suggestion: 'suggest-1', rev: 1 }],
  })
  expect(rows()).toMatchObject([
    { outcome: 'rejected', by: 'june', decidedBy: 'ruth', reason: 'Plainer · Hanne would say certain', batch: false },
  ])
  expect(recordParts(rows()[0] ?? { before: [], after: [] })).toEqual([
    { kind: 'gone', text: 'certain' },
    { kind: 'new', text: 'sure' },
  ])
})

test('the same words decided together are one row and count each', async () => {
  for (const id of ['suggest-1', 'suggest-2', 'suggest-3']) await propose(id, 'gray', 'grey')
  await propose('suggest-4', 'colour', 'color')
  const decisions = ['suggest-1', 'suggest-2', 'suggest-3', 'suggest-4'].map((suggestion) => ({ suggestion, rev: 1 }))
  await review.ask({ type: 'decide', verdict: 'accept', decisions })
  expect(rows().map(({ suggestions, batch }) => [suggestions.length, batch])).toEqual([
    [3, true],
    [1, true],
  ])
  expect(countRecord(rows())).toEqual({ accepted: 4, rejected: 0, edited: 0 })
})

test('a decision that was taken back leaves the record', async () => {
  await propose('suggest-1', 'gray', 'grey')
  await review.ask({ type: 'decide', verdict: 'accept', decisions: [{ suggestion: 'suggest-1', rev: 1 }] })
  const decision = review.state.peek().suggestions.get('suggest-1')?.decided?.id ?? ''
  await review.ask({ type: 'undecide', decision })
  expect(rows()).toEqual([])
})

test('edits of one person that go on in one line are one row; another person’s are another', () => {
  edit('idris', [{ line: 4, before: 'in a pencil', after: 'in pencil' }])
  edit('idris', [{ line: 4, before: 'in pencil', after: 'in ink' }])
  edit('june', [{ line: 4, before: 'in ink', after: 'in red ink' }])
  expect(rows().map(({ by, before, after }) => [by, before[0]?.insert, after[0]?.insert])).toEqual([
    ['june', 'in ink', 'in red ink'],
    ['idris', 'in a pencil', 'in ink'],
  ])
})

test('an edit that came to nothing is no row', () => {
  edit('idris', [{ line: 4, before: 'one', after: 'two' }])
  edit('idris', [{ line: 4, before: 'two', after: 'one' }])
  expect(rows()).toEqual([])
})

test('filters: by who proposed, edited or decided, by outcome, by words', async () => {
  await propose('suggest-1', 'gray', 'grey', 'june')
  await review.ask({ type: 'decide', verdict: 'accept', decisions: [{ suggestion: 'suggest-1', rev: 1 }] })
  edit('idris', [{ line: 2, before: null, after: 'A new line' }], 3)
  const all = rows()
  expect(accountsIn(all).sort()).toEqual(['idris', 'june', 'ruth'])
  expect(countRecord(all)).toEqual({ accepted: 1, rejected: 0, edited: 4 })
  const ids = (filter: Partial<RecordFilter>) => filterRecord(all, { ...ALL, ...filter }).map(({ outcome }) => outcome)
  expect(ids({ person: 'ruth' })).toEqual(['accepted'])
  expect(ids({ person: 'idris' })).toEqual(['edited'])
  expect(ids({ outcome: 'edited' })).toEqual(['edited'])
  expect(ids({ words: 'GREY' })).toEqual(['accepted'])
  expect(ids({ words: 'nowhere' })).toEqual([])
})

test('neighbouring words that go are one stretch, and what stays beside them is cut short', () => {
  const stays = 'and the water came up slowly over the stones of the quay, as it did each night '
  const parts = recordParts({
    before: [{ insert: `${stays}counting under his breath` }],
    after: [{ insert: `${stays}counting in silence` }],
  })
  expect(parts.slice(1)).toEqual([
    { kind: 'gone', text: 'under his breath' },
    { kind: 'new', text: 'in silence' },
  ])
  expect(parts[0]?.text).toBe(`…${`${stays}counting `.slice(-24)}`)
})

test('words that are the same before and after are told as formatting only', () => {
  const before = [{ insert: 'Low Water' }]
  expect(
    isFormattingOnly({ before, after: [{ insert: 'Low ' }, { insert: 'Water', attributes: { bold: true } }] }),
  ).toBe(true)
  expect(isFormattingOnly({ before, after: [{ insert: 'Low water' }] })).toBe(false)
})
