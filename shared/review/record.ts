/**
 * The correction record: everything that changed a word or was to change one, who asked for it, who decided, when and why;
 * and the words as a spreadsheet takes them. Private notes have no part in it, nor has any note.
 */
import { apply, wordsOf } from './change.ts'
import type { EditedLine } from './events.ts'
import type { Edit, ReviewState, Suggestion } from './state.ts'

export const RECORD_OUTCOMES = ['accepted', 'rejected', 'edited'] as const
export type RecordOutcome = (typeof RECORD_OUTCOMES)[number]

export interface RecordPerson {
  account: string
  name: string
}

/** Times are ISO 8601 in UTC. "\n" stands for the beginning of a line. */
export interface RecordEntry {
  /** `edited`: written directly, without anybody being asked. */
  outcome: RecordOutcome
  /** Of a decision, the suggestion. */
  suggestion: string | null
  /** From 1: where the words stand now; of direct writing where it was written. Null = not known, or gone. */
  line: number | null
  /** The line as it is now; null = not known, or gone. */
  context: string | null
  before: string
  /** What was asked for; of direct writing the same as `after`. */
  proposed: string
  /** Of what was rejected the same as `before`. */
  after: string
  /** The words stay, their look or their line's is another. */
  formatOnly: boolean
  /** Something else was accepted than was proposed. */
  amended: boolean
  by: RecordPerson
  /** Of direct writing when it ended. */
  at: string
  /** Null = written directly. */
  decidedBy: RecordPerson | null
  decidedAt: string | null
  /** Why it was proposed. */
  reason: string
  /** Why it was decided so. */
  decision: string
  /**
   * Name of the suggestion's tag; without one, of the tag that one of these reasons begins with, as in "Grammar: a comma is
   * missing"; "" = none.
   */
  tag: string
  /** Suggestions decided by the same command, this one counted; 0 = written directly. */
  together: number
  /** Lines of the same writing that are not listed. */
  more: number
}

export interface RecordCounts {
  /** In order of name: what they proposed and what became of that, what they decided, what they wrote directly. */
  people: (RecordPerson & { proposed: number; accepted: number; rejected: number; decided: number; edited: number })[]
  /** In order of name; "" = without one. */
  tags: { tag: string; accepted: number; rejected: number }[]
}

export interface CorrectionRecord extends RecordCounts {
  /** In order of time. */
  entries: RecordEntry[]
}

/** Where a suggestion's words stand in the text as it is. */
export interface RecordLine {
  line: number
  words: string
}

export interface RecordParts {
  /** Name of an account. */
  nameOf: (account: string) => string
  /** By suggestion; those that are not in it have no line. */
  lines?: ReadonlyMap<string, RecordLine>
}

/** Direct writing of one person into one line counts as one while it goes on within this time, milliseconds. */
const TOGETHER = 600_000

/** Everything that was decided, and all direct writing. What is open or withdrawn is not in it. */
export function recordOf(state: ReviewState, { nameOf, lines = new Map() }: RecordParts): CorrectionRecord {
  const person = (account: string): RecordPerson => ({ account, name: nameOf(account) })
  const suggestions = [...state.suggestions.values()]
  const together = new Map<string, number>()
  for (const { decided } of suggestions) if (decided) together.set(decided.id, (together.get(decided.id) ?? 0) + 1)
  const about = { person, lines, tagOf: tagFinder(state.labels), together }
  const entries = [
    ...suggestions.flatMap((suggestion) => decisionEntry(suggestion, about)),
    ...editEntries(state.edits, person),
  ]
  entries.sort((one, other) => compare(one.decidedAt ?? one.at, other.decidedAt ?? other.at))
  return { entries, ...countRecord(entries) }
}

/** Suggestions and lines, each counted once. */
export function countRecord(entries: readonly RecordEntry[]): RecordCounts {
  return { people: countPeople(entries), tags: countTags(entries) }
}

interface DecidedAbout {
  person: (account: string) => RecordPerson
  lines: ReadonlyMap<string, RecordLine>
  tagOf: (suggestion: Suggestion) => string
  /** How many, by the command that decided them. */
  together: ReadonlyMap<string, number>
}

function decisionEntry(suggestion: Suggestion, { person, lines, tagOf, together }: DecidedAbout): RecordEntry[] {
  const { id, by, at, base, change, reason, decided } = suggestion
  if (!decided) return []
  const line = lines.get(id)
  const accepted = decided.verdict === 'accept'
  const proposed = apply(base, change)
  const [before, after] = [wordsOf(decided.before), wordsOf(decided.after)]
  return [
    {
      outcome: accepted ? 'accepted' : 'rejected',
      suggestion: id,
      line: line?.line ?? null,
      context: line?.words ?? null,
      before,
      proposed: wordsOf(proposed),
      after,
      formatOnly: wordsOf(accepted ? decided.after : proposed) === before,
      amended: decided.amended,
      by: person(by),
      at,
      decidedBy: person(decided.by),
      decidedAt: decided.at,
      reason,
      decision: decided.reason,
      tag: tagOf(suggestion),
      together: together.get(decided.id) ?? 1,
      more: 0,
    },
  ]
}

/** One entry for what somebody wrote into one line in one go, however often that was noted meanwhile. */
function editEntries(edits: readonly Edit[], person: (account: string) => RecordPerson): RecordEntry[] {
  const open: (EditedLine & { by: string; at: string; more: number })[] = []
  /** By who wrote and where: there are many, and each is asked about once. */
  const places = new Map<string, typeof open>()
  for (const { by, at, lines, more } of edits) {
    for (const [index, line] of lines.entries()) {
      const key = `${line.line} ${by}`
      const here = places.get(key) ?? []
      const rest = index === lines.length - 1 ? more : 0
      const known = here.findLast(
        (one) =>
          one.after !== null &&
          one.after === line.before &&
          one.more + rest === 0 &&
          Date.parse(at) - Date.parse(one.at) <= TOGETHER,
      )
      if (known) Object.assign(known, { after: line.after, at })
      else {
        const begun = { ...line, by, at, more: rest }
        open.push(begun)
        here.push(begun)
        places.set(key, here)
      }
    }
  }
  return open
    .filter(({ before, after, more }) => before !== after || more > 0)
    .map(({ by, at, line, before, after, more }) => ({
      outcome: 'edited',
      suggestion: null,
      line,
      context: after,
      before: before ?? '',
      proposed: after ?? '',
      after: after ?? '',
      formatOnly: false,
      amended: false,
      by: person(by),
      at,
      decidedBy: null,
      decidedAt: null,
      reason: '',
      decision: '',
      tag: '',
      together: 0,
      more,
    }))
}

/** A tag that the story has no more has no name any more either. */
function tagFinder(labels: ReviewState['labels']): (suggestion: Suggestion) => string {
  const names = new Map([...labels.values()].map(({ name }) => [name.toLowerCase(), name]))
  const beginning = (reason: string) => names.get((reason.split(':')[0] ?? '').trim().toLowerCase()) ?? ''
  return ({ label, reason, decided }) =>
    labels.get(label ?? '')?.name ?? (beginning(reason) || beginning(decided?.reason ?? ''))
}

function countPeople(entries: readonly RecordEntry[]): RecordCounts['people'] {
  const people = new Map<string, RecordCounts['people'][number]>()
  const of = ({ account, name }: RecordPerson) => {
    const known = people.get(account) ?? { account, name, proposed: 0, accepted: 0, rejected: 0, decided: 0, edited: 0 }
    people.set(account, known)
    return known
  }
  for (const { outcome, by, decidedBy, more } of entries) {
    of(by)[outcome] += 1 + more
    if (!decidedBy) continue
    of(by).proposed++
    of(decidedBy).decided++
  }
  return [...people.values()].sort((one, other) => compare(one.name, other.name))
}

function countTags(entries: readonly RecordEntry[]): RecordCounts['tags'] {
  const tags = new Map<string, RecordCounts['tags'][number]>()
  for (const { outcome, tag } of entries) {
    if (outcome === 'edited') continue
    const known = tags.get(tag) ?? { tag, accepted: 0, rejected: 0 }
    known[outcome]++
    tags.set(tag, known)
  }
  return [...tags.values()].sort((one, other) => compare(one.tag, other.tag))
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

const COLUMNS: [string, (entry: RecordEntry) => string][] = [
  ['Line', ({ line }) => (line === null ? '' : String(line))],
  ['Outcome', ({ outcome }) => outcome],
  ['Before', ({ before }) => before],
  ['Proposed', ({ proposed }) => proposed],
  ['After', ({ after }) => after],
  ['Formatting only', ({ formatOnly }) => (formatOnly ? 'yes' : '')],
  ['Amended', ({ amended }) => (amended ? 'yes' : '')],
  ['By', ({ by }) => by.name],
  ['At', ({ at }) => at],
  ['Decided by', ({ decidedBy }) => decidedBy?.name ?? ''],
  ['Decided at', ({ decidedAt }) => decidedAt ?? ''],
  ['Reason', ({ reason }) => reason],
  ['Reason of the decision', ({ decision }) => decision],
  ['Tag', ({ tag }) => tag],
  ['Line as it is', ({ context }) => context ?? ''],
  ['Further lines', ({ more }) => (more > 0 ? String(more) : '')],
]

/**
 * RFC 4180 with a byte order mark, by which spreadsheets know UTF-8. A cell that one would take for a formula gets an
 * apostrophe in front.
 */
export function recordCsv({ entries }: Pick<CorrectionRecord, 'entries'>): string {
  const rows = [COLUMNS.map(([name]) => name), ...entries.map((entry) => COLUMNS.map(([, read]) => read(entry)))]
  return `\ufeff${rows.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('')}`
}

/** What spreadsheets calculate, or skip before something that they calculate. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/

function cellOf(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
