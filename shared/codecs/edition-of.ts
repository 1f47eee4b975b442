/**
 * Makes the edition of a story: its text in one view, with what everybody may see of its review. Deleted, private and
 * withdrawn things never get into it. What suggestions it can carry is edition-proposals.ts, its lines edition-lines.ts.
 */
import { type Anchor, anchorState, type Place } from '../review/anchor.ts'
import { wordsOf } from '../review/change.ts'
import { PresentWords } from '../review/present-words.ts'
import type { RecordEntry } from '../review/record.ts'
import type { Note, ReviewState, Suggestion, Thread } from '../review/state.ts'
import { type DeltaRun, legalRuns } from '../story/delta.ts'
import type { Standing } from '../story/places.ts'
import type { Edition, EditionNote, EditionReply, EditionSuggestion, View } from './edition.ts'
import { linesOf } from './edition-lines.ts'
import { type People, peopleByName, peopleByNumber } from './edition-people.ts'
import { proposalsOf } from './edition-proposals.ts'

export interface EditionParts {
  /** Of the text as it stands, as `Y.Text.toDelta()` gives it. */
  text: readonly DeltaRun[]
  review: ReviewState
  /** In that text, of the anchors that `anchorsOf` gives. */
  standings: ReadonlyMap<string, Standing>
  /** Account → display name. */
  names: ReadonlyMap<string, string>
  title: string
  language: string
  /** ISO 8601 in UTC; what is less than a second is cut off. */
  date: string
  view: View
  /** Without people's names: they are "Reviewer 1" and so on, in order of appearance, and so are their keys. */
  masked?: boolean
  /** Without notes, and without what was said about suggestions. */
  uncommented?: boolean
}

/** The edition, and the people that it speaks of, for what is told beside it. */
export function editionOf(parts: EditionParts): { edition: Edition; people: People } {
  const { review, standings, names, view, title, language } = parts
  const runs = legalRuns(parts.text)
  const words = new PresentWords(runs)
  const people = parts.masked ? peopleByNumber(names, accountsIn(review)) : peopleByName(names)
  const { proposals, losses } = view === 'now' ? NOTHING : proposalsOf(review.suggestions.values(), standings, words)
  const placeOf = (thread: Note | Suggestion) => placeIn(words, standings.get(thread.id), thread)
  const threads = [...(parts.uncommented ? [] : notesOf(review)), ...suggestionsOf(review)]
    .map((thread) => ({ thread, place: placeOf(thread) }))
    .sort(byPlace)
  const notes: EditionNote[] = []
  const suggestions: EditionSuggestion[] = []
  const about = { people, labels: review.labels, replies: !parts.uncommented }
  for (const { thread, place } of threads) {
    if (isSuggestion(thread)) suggestions.push(editionSuggestion(thread, place, about))
    else notes.push(editionNote(thread, place, about))
  }
  const places = new Map(notes.flatMap(({ id, place }): [string, Place][] => (place ? [[id, place]] : [])))
  const edition: Edition = {
    view,
    title,
    language,
    date: `${parts.date.slice(0, 19)}Z`,
    lines: linesOf({ runs, view, proposals, places }),
    notes,
    suggestions,
    people: people.named,
    losses,
  }
  return { edition, people }
}

/** The anchors of everything that an edition may tell of, by id of the note or suggestion. */
export function anchorsOf({ notes, suggestions }: ReviewState): Map<string, Anchor> {
  const anchors = new Map<string, Anchor>()
  for (const { id, anchor } of notes.values()) if (anchor) anchors.set(id, anchor)
  for (const { id, anchor, decided } of suggestions.values()) anchors.set(id, decided?.anchor ?? anchor)
  return anchors
}

/** The record as the edition calls people; those who are new in it are in the edition's `people` from then on. */
export function recordIn(people: People, entries: readonly RecordEntry[]): RecordEntry[] {
  const person = ({ account }: { account: string }) => ({
    account: people.keyOf(account),
    name: people.nameOf(account),
  })
  return entries.map((entry) => ({
    ...entry,
    by: person(entry.by),
    decidedBy: entry.decidedBy && person(entry.decidedBy),
    reason: people.words(entry.reason),
    decision: people.words(entry.decision),
  }))
}

const NOTHING = { proposals: [], losses: [] }

function isSuggestion(thread: Note | Suggestion): thread is Suggestion {
  return 'change' in thread
}

function notesOf({ notes }: ReviewState): Note[] {
  return [...notes.values()].filter(
    (note) => !note.private && (!note.deleted || note.replies.some(({ deleted }) => !deleted)),
  )
}

function suggestionsOf({ suggestions }: ReviewState): Suggestion[] {
  return [...suggestions.values()].filter(({ status }) => status !== 'withdrawn')
}

/** Null where an anchor says nothing of which words are meant, and never between the halves of a character. */
function placeIn(words: PresentWords, standing: Standing | undefined, thread: Note | Suggestion): Place | null {
  if (!standing || standing.gone) return null
  const { from, to } = standing
  if (thread.quote && thread.anchor) {
    const now = wordsOf(words.at({ from, to }))
    if (anchorState(thread.anchor, thread.quote, now) === 'orphan') return null
  }
  const end = words.cutsPair(to) ? to + 1 : to
  if (from === to) return { from: end, to: end }
  return { from: words.cutsPair(from) ? from - 1 : from, to: end }
}

interface Placed {
  thread: Note | Suggestion
  place: Place | null
}

function byPlace(one: Placed, other: Placed): number {
  return (
    (one.place?.from ?? Number.MAX_SAFE_INTEGER) - (other.place?.from ?? Number.MAX_SAFE_INTEGER) ||
    (one.place?.to ?? 0) - (other.place?.to ?? 0) ||
    compare(one.thread.at, other.thread.at) ||
    compare(one.thread.id, other.thread.id)
  )
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

interface About {
  people: People
  labels: ReviewState['labels']
  replies: boolean
}

function editionNote(note: Note, place: Place | null, about: About): EditionNote {
  const { people, labels } = about
  const { id, at, kind, deleted, resolved } = note
  const by = people.keyOf(note.by)
  return {
    id,
    by,
    at,
    kind,
    label: deleted ? null : (labels.get(note.label ?? '')?.name ?? null),
    body: deleted ? '' : people.words(note.body),
    mustFix: !deleted && note.mustFix,
    assigned: deleted || note.assigned === null ? null : people.keyOf(note.assigned),
    quote: note.quote?.words ?? '',
    place,
    replies: repliesOf(note, about),
    resolved: resolved && { by: people.keyOf(resolved.by), at: resolved.at },
  }
}

function editionSuggestion(suggestion: Suggestion, place: Place | null, about: About): EditionSuggestion {
  const { people, labels } = about
  const { id, at, base, change, rule, decided, status } = suggestion
  const by = people.keyOf(suggestion.by)
  return {
    id,
    by,
    at,
    label: labels.get(suggestion.label ?? '')?.name ?? null,
    base,
    change,
    reason: people.words(suggestion.reason),
    rule,
    place,
    replies: repliesOf(suggestion, about),
    status: status === 'accepted' || status === 'rejected' ? status : 'open',
    decided: decided && {
      by: people.keyOf(decided.by),
      at: decided.at,
      reason: people.words(decided.reason),
      amended: decided.amended,
    },
  }
}

function repliesOf({ replies }: Thread, { people, replies: wanted }: About): EditionReply[] {
  if (!wanted) return []
  return replies
    .filter(({ deleted }) => !deleted)
    .map(({ id, by, at, body }) => ({ id, by: people.keyOf(by), at, body: people.words(body) }))
}

function* accountsIn({ notes, suggestions }: ReviewState): Iterable<string> {
  for (const thread of [...notes.values(), ...suggestions.values()]) {
    yield thread.by
    for (const { by } of thread.replies) yield by
  }
}
