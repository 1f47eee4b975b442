/** The state of a story's review as data. What a person is not meant to see is not in the state that they are given. */
import type { Anchor, Quote } from './anchor.ts'
import type { Base, Change } from './change.ts'
import type { EditedLine } from './events.ts'
import { FIRST_LABELS, type Label } from './labels.ts'
import type { StyleDecision } from './style.ts'
import type { Move, NoteKind, Reaction, Verdict, WordKind } from './vocabulary.ts'

/** Times are ISO 8601 in UTC; people are accounts, or somebody whom only a file names (outsiders.ts). */
export interface Reply {
  id: string
  by: string
  at: string
  body: string
  editedAt: string | null
  /** Its words are gone, its place in the thread stays. */
  deleted: boolean
  reactions: Reactions
}

/** Reaction → accounts, in order of coming. */
export type Reactions = Partial<Record<Reaction, readonly string[]>>

export interface Thread {
  id: string
  by: string
  at: string
  /** Sequence number of the last event about it that may be news to somebody. */
  touched: number
  anchor: Anchor | null
  quote: Quote | null
  /** How the anchor was last set anew; null = it stands as it was made. */
  moved: Move | null
  replies: readonly Reply[]
  reactions: Reactions
}

export interface Note extends Thread {
  kind: NoteKind
  label: string | null
  body: string
  editedAt: string | null
  /** Earlier bodies, oldest first. */
  earlier: readonly { body: string; at: string }[]
  assigned: string | null
  mustFix: boolean
  private: boolean
  resolved: { by: string; at: string } | null
  /** Stays for its replies; without any it is taken out of the state. */
  deleted: boolean
}

export interface Suggestion extends Thread {
  anchor: Anchor
  quote: null
  /** Grows with every revision, from 1. */
  rev: number
  revisedAt: string | null
  base: Base
  change: Change
  reason: string
  /** Its tag; null = none. */
  label: string | null
  /** Of the checker, whose finding it was; null = a person's own. */
  rule: string | null
  /** Name of the file that says these words otherwise, of which it came; a suggestion of any other kind has none. */
  file?: string
  status: 'open' | 'accepted' | 'rejected' | 'withdrawn'
  decided: Decision | null
}

export interface Decision {
  /** Command id; the same for all that were decided together. */
  id: string
  verdict: Verdict
  by: string
  at: string
  reason: string
  /** As the decision left the words. */
  before: Base
  after: Base
  anchor: Anchor
  /** The editor accepted something else than was proposed. */
  amended: boolean
}

/** Direct writing, as the correction record lists it. */
export interface Edit {
  id: string
  seq: number
  by: string
  at: string
  lines: readonly EditedLine[]
  more: number
}

/** A word that the story's dictionary has, or that somebody wants in it. */
export interface StoryWord {
  word: string
  kind: WordKind
  by: string
  at: string
  /** Null = proposed only. */
  allowed: { by: string; at: string } | null
}

export interface Dismissal {
  rule: string
  words: string
  by: string
  at: string
}

export interface StyleEntry {
  /** As `styleId` has it. */
  id: string
  decision: StyleDecision
  example: string
  by: string
  at: string
}

export interface ReviewState {
  /** Of the last event that was folded in. */
  seq: number
  notes: ReadonlyMap<string, Note>
  suggestions: ReadonlyMap<string, Suggestion>
  labels: ReadonlyMap<string, Label>
  edits: readonly Edit[]
  /** By the word as it is written. */
  words: ReadonlyMap<string, StoryWord>
  /** By key of the finding. */
  dismissed: ReadonlyMap<string, Dismissal>
  /** Rules of the checker that this story does without → who said so. */
  off: ReadonlyMap<string, { by: string; at: string }>
  style: ReadonlyMap<string, StyleEntry>
  /** Account → the sequence number that it has looked at everything up to. On a client only its own. */
  seen: ReadonlyMap<string, { upto: number; at: string }>
}

export const EMPTY_REVIEW: ReviewState = {
  seq: 0,
  notes: new Map(),
  suggestions: new Map(),
  labels: new Map(FIRST_LABELS.map((label) => [label.id, label])),
  edits: [],
  words: new Map(),
  dismissed: new Map(),
  off: new Map(),
  style: new Map(),
  seen: new Map(),
}

/** The note or suggestion with that id. */
export function threadOf(state: ReviewState, id: string): Note | Suggestion | undefined {
  return state.notes.get(id) ?? state.suggestions.get(id)
}
