/** Which threads the margin shows. Pure; the controls are filter-bar's. */

import type { Label } from '../../../shared/review/labels.ts'
import type { NoteKind } from '../../../shared/review/vocabulary.ts'
import { counted } from '../../ui/times.ts'
import { type Entries, type Entry, isDone, isJustDecided, isNew, type NoteEntry } from './margin-entries.ts'
import { mentionsIn, type Named, plainBody } from './note-body.ts'

export interface MarginFilter {
  show: 'open' | 'done' | 'all'
  /** `asked`: named with "@" in it. */
  whose: 'all' | 'mine' | 'asked' | 'assigned' | 'new'
  /** Account; null = anybody. */
  person: string | null
  kind: NoteKind | 'suggestion' | null
  /** The tag that a note or a suggestion carries; null = whichever, or none. */
  label: string | null
  mustFix: boolean
  words: string
}

export const ALL_OPEN: MarginFilter = {
  show: 'open',
  whose: 'all',
  person: null,
  kind: null,
  label: null,
  mustFix: false,
  words: '',
}

export interface Onlooker {
  me: string
  seenBefore: number
  people: readonly Named[]
}

export interface Sifted {
  /** All there is. */
  all: readonly Entry[]
  /** What the filter names. */
  named: readonly Entry[]
  /** That, and what stays in sight whatever the filter: the card in hand, and what was decided just now. */
  entries: readonly Entry[]
  lost: readonly NoteEntry[]
}

export function sifted(
  { inOrder, lost }: Entries,
  filter: MarginFilter,
  looking: Onlooker,
  active: string | null,
): Sifted {
  const named = inOrder.filter((entry) => matches(entry, filter, looking))
  const isNamed = new Set(named)
  return {
    all: [...inOrder, ...lost],
    named,
    entries: inOrder.filter((entry) => isNamed.has(entry) || entry.id === active || isJustDecided(entry)),
    lost: lost.filter((entry) => matches(entry, filter, looking)),
  }
}

export function matches(entry: Entry, filter: MarginFilter, looking: Onlooker): boolean {
  const done = isDone(entry)
  if (filter.show !== 'all' && done !== (filter.show === 'done')) return false
  if (filter.kind !== null && kindOf(entry) !== filter.kind) return false
  if (filter.label !== null && entry.thread.label !== filter.label) return false
  if (filter.mustFix && (entry.kind !== 'note' || !entry.thread.mustFix)) return false
  if (filter.person !== null && !tookPart(entry, filter.person)) return false
  return isWhose(entry, filter.whose, looking) && says(entry, filter.words)
}

function isWhose(entry: Entry, whose: MarginFilter['whose'], { me, seenBefore, people }: Onlooker): boolean {
  switch (whose) {
    case 'all':
      return true
    case 'mine':
      return entry.thread.by === me
    case 'assigned':
      return entry.kind === 'note' && entry.thread.assigned === me
    case 'new':
      return isNew(entry.thread, seenBefore, me)
    case 'asked':
      return bodiesOf(entry).some((body) => mentionsIn(body, people).includes(me))
  }
}

export function kindOf(entry: Entry): NoteKind | 'suggestion' {
  return entry.kind === 'note' ? entry.thread.kind : 'suggestion'
}

function tookPart({ thread }: Entry, account: string): boolean {
  return thread.by === account || thread.replies.some(({ by, deleted }) => by === account && !deleted)
}

function bodiesOf({ kind, thread }: Entry): string[] {
  const first = kind === 'note' ? thread.body : thread.reason
  return [first, ...thread.replies.filter(({ deleted }) => !deleted).map(({ body }) => body)]
}

/** Looks in what was said and in the words it is about, whatever the case of letters. */
function says(entry: Entry, words: string): boolean {
  const wanted = words.trim().toLowerCase()
  if (wanted === '') return true
  const quoted = entry.thread.quote?.words ?? ''
  return [...bodiesOf(entry).map(plainBody), entry.words, quoted].some((text) => text.toLowerCase().includes(wanted))
}

/** True when it shows less than every open thread. */
export function isNarrow(filter: MarginFilter): boolean {
  return (Object.keys(ALL_OPEN) as (keyof MarginFilter)[]).some((key) => filter[key] !== ALL_OPEN[key])
}

const WHOSE = { all: '', mine: 'yours', asked: 'naming you', assigned: 'for you', new: 'new' } as const

/** The filter in words, for the strip: "resolved questions, by June Park, must fix, with “shell”". */
export function filterWords(
  filter: MarginFilter,
  person: (account: string) => string,
  labels: ReadonlyMap<string, Label>,
): string {
  const kind = filter.kind === null ? 'notes and suggestions' : KINDS[filter.kind]
  const tag = filter.label === null ? '' : `tagged ${labels.get(filter.label)?.name ?? 'with a removed tag'}`
  const show = filter.show === 'open' ? '' : filter.show === 'done' ? 'done ' : 'all '
  return [
    `${show}${kind}`,
    tag,
    WHOSE[filter.whose],
    filter.person === null ? '' : `by ${person(filter.person)}`,
    filter.mustFix ? 'must fix' : '',
    filter.words.trim() === '' ? '' : `with “${filter.words.trim()}”`,
  ]
    .filter((part) => part !== '')
    .join(', ')
}

const KINDS = {
  comment: 'comments',
  question: 'questions',
  praise: 'praise',
  tag: 'tags',
  suggestion: 'suggestions',
} as const

/** "12 notes, 9 suggestions". */
export function countWords(entries: readonly Entry[]): string {
  const notes = entries.filter(({ kind }) => kind === 'note').length
  const suggestions = entries.length - notes
  return [counted(notes, 'note'), ...(suggestions > 0 ? [counted(suggestions, 'suggestion')] : [])].join(', ')
}
