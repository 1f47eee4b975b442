/**
 * The correction record as a screen lists it: decided suggestions and direct edits, newest first, what was decided together
 * on the same words as one row. Pure. The record as a file is the server's.
 */
import type { Base } from '../../../shared/review/change.ts'
import { sameBase } from '../../../shared/review/change.ts'
import type { Edit, ReviewState, Suggestion } from '../../../shared/review/state.ts'

export const OUTCOMES = ['accepted', 'rejected', 'edited'] as const
export type RecordOutcome = (typeof OUTCOMES)[number]

export interface RecordRow {
  id: string
  outcome: RecordOutcome
  /** ISO 8601: when it was decided, or last edited. */
  at: string
  /** Of a rejected one, `after` is what was proposed. */
  before: Base
  after: Base
  /** Who proposed it, or edited. */
  by: string
  /** When it was proposed; null for an edit. */
  proposedAt: string | null
  /** Null for an edit: nobody decided. */
  decidedBy: string | null
  reason: string
  amended: boolean
  /** Suggestions in this row; one at least. None for an edit. */
  suggestions: readonly string[]
  /** More than this row was decided by the same command. */
  batch: boolean
  /** Line that was edited, from 1, as it was counted then. Null for suggestions: where they stand is the text's to say. */
  line: number | null
  /** Lines of the same edit that are not listed. */
  more: number
}

export interface RecordFilter {
  /** Account that proposed, edited or decided; '' for everybody. */
  person: string
  outcome: RecordOutcome | ''
  /** Words in before, after or reason, in any case. */
  words: string
}

export interface RecordCounts {
  accepted: number
  rejected: number
  edited: number
}

/** Edits of one person in one line within this time are one row. Milliseconds. */
const TOGETHER_MS = 10 * 60_000

/** Newest first. `proposed`: what a suggestion would have left. */
export function recordRows(state: ReviewState, proposed: (suggestion: Suggestion) => Base): RecordRow[] {
  const rows = [...decidedRows(state, proposed), ...editRows(state.edits)]
  return rows.sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
}

/** Suggestions and edited lines, not rows. */
export function countRecord(rows: readonly RecordRow[]): RecordCounts {
  const counts = { accepted: 0, rejected: 0, edited: 0 }
  for (const { outcome, suggestions, more } of rows)
    counts[outcome] += outcome === 'edited' ? 1 + more : suggestions.length
  return counts
}

export function filterRecord(rows: readonly RecordRow[], { person, outcome, words }: RecordFilter): RecordRow[] {
  const wanted = words.trim().toLocaleLowerCase()
  return rows.filter(
    (row) =>
      (person === '' || row.by === person || row.decidedBy === person) &&
      (outcome === '' || row.outcome === outcome) &&
      (wanted === '' || searched(row).includes(wanted)),
  )
}

/** Everybody who proposed, edited or decided something. */
export function accountsIn(rows: readonly RecordRow[]): string[] {
  return [...new Set(rows.flatMap(({ by, decidedBy }) => (decidedBy === null ? [by] : [by, decidedBy])))]
}

function decidedRows(state: ReviewState, proposed: (suggestion: Suggestion) => Base): RecordRow[] {
  const sizes = new Map<string, number>()
  for (const { decided } of state.suggestions.values()) {
    if (decided) sizes.set(decided.id, (sizes.get(decided.id) ?? 0) + 1)
  }
  const rows = new Map<string, RecordRow & { suggestions: string[] }>()
  for (const suggestion of state.suggestions.values()) {
    const { decided } = suggestion
    if (!decided) continue
    const after = decided.verdict === 'accept' ? decided.after : proposed(suggestion)
    const key = JSON.stringify([decided.id, suggestion.by, textOf(decided.before), textOf(after)])
    const known = rows.get(key)
    if (known && sameBase(known.before, decided.before) && sameBase(known.after, after)) {
      known.suggestions.push(suggestion.id)
      continue
    }
    rows.set(known ? `${key} ${suggestion.id}` : key, {
      id: suggestion.id,
      outcome: decided.verdict === 'accept' ? 'accepted' : 'rejected',
      at: decided.at,
      before: decided.before,
      after,
      by: suggestion.by,
      proposedAt: suggestion.at,
      decidedBy: decided.by,
      reason: [suggestion.reason, decided.reason].filter(Boolean).join(' · '),
      amended: decided.amended,
      suggestions: [suggestion.id],
      batch: (sizes.get(decided.id) ?? 1) > 1,
      line: null,
      more: 0,
    })
  }
  return [...rows.values()]
}

function editRows(edits: readonly Edit[]): RecordRow[] {
  const rows: RecordRow[] = []
  const latest = new Map<string, RecordRow>()
  for (const { id, by, at, lines, more } of edits) {
    for (const [index, { line, before, after }] of lines.entries()) {
      const key = `${by} ${line}`
      const known = latest.get(key)
      // The same line goes on where its words do: numbers of lines move.
      if (known && known.more === 0 && textOf(known.after) === (before ?? '') && near(known.at, at)) {
        known.after = baseOf(after)
        known.at = at
        continue
      }
      const row: RecordRow = {
        id: `${id} ${index}`,
        outcome: 'edited',
        at,
        before: baseOf(before),
        after: baseOf(after),
        by,
        proposedAt: null,
        decidedBy: null,
        reason: '',
        amended: false,
        suggestions: [],
        batch: false,
        line,
        more: index === lines.length - 1 ? more : 0,
      }
      rows.push(row)
      latest.set(key, row)
    }
  }
  return rows.filter(({ before, after, more }) => more > 0 || textOf(before) !== textOf(after))
}

function near(one: string, other: string): boolean {
  return Math.abs(Date.parse(other) - Date.parse(one)) <= TOGETHER_MS
}

function baseOf(words: string | null): Base {
  return words === null || words === '' ? [] : [{ insert: words }]
}

function textOf(base: Base): string {
  return base.map(({ insert }) => insert).join('')
}

function searched({ before, after, reason }: RecordRow): string {
  return `${textOf(before)}\n${textOf(after)}\n${reason}`.toLocaleLowerCase()
}
