/** What the find panel needs of the text it searches. The editor's find session fits this shape. */
import type { ReadonlySignal } from '@preact/signals-core'
import type { Label } from '../../../shared/review/labels.ts'
import { counted } from '../../ui/times.ts'

export interface FindQuery {
  text: string
  matchCase: boolean
  wholeWord: boolean
  regex: boolean
}

export interface FindResult {
  state: 'idle' | 'searching' | 'found' | 'took-too-long' | 'bad-pattern'
  count: number
  limited: boolean
  /** -1 for none. */
  active: number
  message: string
}

export interface FindRow {
  /** From 1. */
  line: number
  before: string
  match: string
  after: string
  replacement: string
}

export interface FindTarget {
  readonly result: ReadonlySignal<FindResult>
  search(query: FindQuery): Promise<void>
  next(): void
  previous(): void
  rows(template: string): FindRow[]
  replaceOne(template: string): Promise<boolean>
  replaceAll(template: string, selected?: ReadonlySet<number>): Promise<number>
  close(): void
}

/** "3 of 12", "Not found", or why nothing could be found. */
export function resultWords({ state, count, limited, active, message }: FindResult): string {
  if (state === 'idle') return ''
  if (state === 'searching') return 'Searching…'
  if (state === 'took-too-long') return 'This pattern takes too long here. Try a simpler one.'
  if (state === 'bad-pattern') return `Not a pattern: ${message}`
  if (count === 0) return 'Not found'
  return `${active + 1} of ${count.toLocaleString('en')}${limited ? ' or more' : ''}`
}

export interface ProposedMatches {
  proposed: number
  /** Left out, because a suggestion of one's own stands at the words already. */
  skipped: number
  /** Takes all of it back that is still open; null where nothing was proposed. */
  undo: (() => void) | null
}

/** Said of every suggestion that is made of a search. */
export interface Grounds {
  reason: string
  /** Tag, by id; null = none. */
  label: string | null
  /** Name of the checker's rule whose findings they were; left out where a person searched. */
  rule?: string
}

/** Makes suggestions of what was found. */
export interface Proposer {
  /** Tags to choose from. */
  labels: readonly Label[]
  /**
   * Proposes `template` in place of the chosen matches (by index), one suggestion each, all on the same grounds. Rejects with
   * the first refusal; what was proposed before it stays.
   */
  propose(target: FindTarget, template: string, chosen: ReadonlySet<number>, grounds: Grounds): Promise<ProposedMatches>
}

/** What is said when matches have been proposed. */
export function proposedWords({ proposed, skipped }: Omit<ProposedMatches, 'undo'>): string {
  const left =
    skipped === 1
      ? '1 match touches a suggestion of yours'
      : `${skipped.toLocaleString('en')} matches touch suggestions of yours`
  if (proposed === 0) return skipped === 0 ? 'Nothing was proposed.' : `Nothing was proposed: ${left}.`
  const done = `Proposed ${counted(proposed, 'replacement')}.`
  return skipped === 0 ? done : `${done} Left out: ${left}.`
}

/** Longest words quoted in a reason, UTF-16 code units. */
const QUOTED = 200

/** "Replace all: gray → grey". */
export function replaceReason(words: string, template: string): string {
  const short = (text: string) =>
    text.length <= QUOTED ? text : `${text.slice(0, QUOTED).replace(/[\uD800-\uDBFF]$/, '')}…`
  return `Replace all: ${short(words)} → ${short(template) || 'nothing'}`
}
