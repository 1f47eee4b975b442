/** Which entries of the correction record a screen lists, newest first, and how many of each outcome they are. Pure. */
import type { RecordEntry, RecordOutcome } from '../../../shared/review/record.ts'

export const RECORD_KINDS = ['accepted', 'rejected', 'edited', 'amended', 'format'] as const
/** An outcome; accepted with other words than proposed; or what changed the look alone. */
export type RecordKind = (typeof RECORD_KINDS)[number]

export interface RecordFilter {
  /** Account that proposed, edited or decided; '' for everybody. */
  person: string
  /** Name of a tag; null for whichever, '' for those without one. Direct writing has none and is none of these. */
  tag: string | null
  kind: RecordKind | ''
  /** Words in before, proposed, after or a reason, in any case. */
  words: string
}

export const WHOLE_RECORD: RecordFilter = { person: '', tag: null, kind: '', words: '' }

/** What was decided or written last comes first; what was decided together stays in its order. */
export function newestFirst(entries: readonly RecordEntry[]): RecordEntry[] {
  return entries.toSorted((one, other) => Date.parse(endOf(other)) - Date.parse(endOf(one)))
}

/** When it was decided, or the writing ended; ISO 8601. */
export function endOf({ at, decidedAt }: RecordEntry): string {
  return decidedAt ?? at
}

export function filterRecord(entries: readonly RecordEntry[], filter: RecordFilter): RecordEntry[] {
  const { person, tag, kind } = filter
  const wanted = filter.words.trim().toLocaleLowerCase()
  return entries.filter(
    (entry) =>
      (person === '' || entry.by.account === person || entry.decidedBy?.account === person) &&
      (tag === null || (entry.outcome !== 'edited' && entry.tag === tag)) &&
      (kind === '' || isOf(entry, kind)) &&
      (wanted === '' || searched(entry).includes(wanted)),
  )
}

/** Suggestions, and lines written into. */
export function countOutcomes(entries: readonly RecordEntry[]): Record<RecordOutcome, number> {
  const counts = { accepted: 0, rejected: 0, edited: 0 }
  for (const { outcome, more } of entries) counts[outcome] += 1 + more
  return counts
}

function isOf({ outcome, amended, formatOnly }: RecordEntry, kind: RecordKind): boolean {
  if (kind === 'amended') return amended
  return kind === 'format' ? formatOnly : outcome === kind
}

function searched({ before, proposed, after, reason, decision }: RecordEntry): string {
  return [before, proposed, after, reason, decision].join('\n').toLocaleLowerCase()
}
