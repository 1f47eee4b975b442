/** What the margin lists: notes and suggestions in the order of the text, and those that lost their words. Pure. */
import type { AnchorState } from '../../../shared/review/anchor.ts'
import type { Note, ReviewState, Suggestion } from '../../../shared/review/state.ts'
import type { Placed } from './margin-source.ts'

interface Standing {
  id: string
  /** `whole`: it is on the whole story. */
  state: AnchorState | 'whole'
  /** From 1; 0 on the whole story and for an orphan. */
  line: number
  /** The words there now. */
  words: string
}

export type NoteEntry = Standing & { kind: 'note'; thread: Note }
export type SuggestionEntry = Standing & { kind: 'suggestion'; thread: Suggestion }
export type Entry = NoteEntry | SuggestionEntry

export interface Entries {
  /** On the whole story first, then in the order of the text. */
  inOrder: readonly Entry[]
  lost: readonly NoteEntry[]
}

/** How long a decided suggestion stays in the margin to be taken back, milliseconds. */
export const DECIDED_STAYS = 8_000

/**
 * Threads whose place is not known yet are left out until it is. `now` in milliseconds: suggestions that were decided
 * longer ago than DECIDED_STAYS are gone, withdrawn ones at once.
 */
export function entriesOf(state: ReviewState, placed: readonly Placed[], now: number): Entries {
  const whole = [...state.notes.values()].filter(({ anchor }) => anchor === null).map(onWholeStory)
  const inOrder: Entry[] = whole
  const lost: NoteEntry[] = []
  for (const place of placed) {
    const note = state.notes.get(place.id)
    if (note) {
      const entry = entryOf(place, note) ?? known(note, { ...standingOf(place), kind: 'note', thread: note })
      if (place.state === 'orphan') lost.push(entry as NoteEntry)
      else inOrder.push(entry)
      continue
    }
    const suggestion = state.suggestions.get(place.id)
    if (suggestion && isShown(suggestion, now)) {
      const entry = { ...standingOf(place), kind: 'suggestion', thread: suggestion } as const
      inOrder.push(entryOf(place, suggestion) ?? known(suggestion, entry))
    }
  }
  return { inOrder, lost }
}

/** The entry of a thread stays the same one as long as it says the same: what is drawn of it need not be drawn anew. */
const entries = new WeakMap<Note | Suggestion, Entry>()

function entryOf(place: Standing, thread: Note | Suggestion): Entry | undefined {
  const entry = entries.get(thread)
  const same = entry?.state === place.state && entry.line === place.line && entry.words === place.words
  return same ? entry : undefined
}

function known(thread: Note | Suggestion, entry: Entry): Entry {
  entries.set(thread, entry)
  return entry
}

function standingOf({ id, state, line, words }: Placed): Standing {
  return { id, state, line, words }
}

function onWholeStory(note: Note): Entry {
  const standing = { id: note.id, state: 'whole', line: 0, words: '' } as const
  return entryOf(standing, note) ?? known(note, { ...standing, kind: 'note', thread: note })
}

function isShown({ status, decided }: Suggestion, now: number): boolean {
  if (status === 'open') return true
  return decided !== null && now - Date.parse(decided.at) < DECIDED_STAYS
}

/** Nothing is left to do about it. */
export function isDone(entry: Entry): boolean {
  return entry.kind === 'note' ? entry.thread.resolved !== null || entry.thread.deleted : entry.thread.status !== 'open'
}

/** A suggestion stays for a moment after its decision, so that it can be taken back. */
export function isJustDecided(entry: Entry): boolean {
  return entry.kind === 'suggestion' && isDone(entry)
}

/** Who spoke last in the thread, its beginning counted. */
export function lastSpeaker({ by, replies }: Note | Suggestion): string {
  return replies.findLast(({ deleted }) => !deleted)?.by ?? by
}

/** Touched since the person looked last, by somebody else. `seenBefore` 0: first visit, so nothing is news. */
export function isNew(thread: Note | Suggestion, seenBefore: number, me: string): boolean {
  return seenBefore > 0 && thread.touched > seenBefore && lastSpeaker(thread) !== me
}
