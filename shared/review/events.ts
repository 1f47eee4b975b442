/**
 * What happened in a story's review. An event is a command that was found good, stamped by the server with who and when,
 * and put in order; a decision says besides what it did to the text, and the server itself notes direct edits. The state
 * of the review is the fold of the events (reduce.ts).
 */
import type { Anchor } from './anchor.ts'
import type { Base } from './change.ts'
import type { Command, CommandOf } from './commands.ts'

export interface Stamp {
  /** From 1, growing with every event of the story. A reader may see gaps: what is not for them. */
  seq: number
  /** ISO 8601, UTC. */
  at: string
  /** Account. */
  by: string
}

/** What a decision did to one suggestion. */
export interface Outcome {
  suggestion: string
  rev: number
  /** Words before and after; equal when it was rejected. */
  before: Base
  after: Base
  /** Where the words stand now; for a rejected one where they stood. */
  anchor: Anchor
  /** The editor accepted something else than was proposed. */
  amended: boolean
}

export type Decided = Omit<CommandOf<'decide'>, 'decisions'> & { outcomes: Outcome[] }
export type Undecided = CommandOf<'undecide'> & { outcomes: Outcome[] }

/** One line that somebody wrote into directly: what it said before and after. Null = it was not there, or is no more. */
export interface EditedLine {
  /** From 1, in the text after. */
  line: number
  before: string | null
  after: string | null
}

/** What one person wrote directly into the text in one go; made by the server. `by` is the writer. */
export interface Edited {
  id: string
  type: 'edited'
  lines: EditedLine[]
  /** Lines beyond those listed. */
  more: number
}

/** What a file says of what came in with it; the event itself is by whoever brought it. Never taken from a client. */
export interface Origin {
  /** Who wrote it, as the file says it; "" = it does not say. Null = nobody but whoever brought it. */
  name: string | null
  /** ISO 8601 in UTC; null = it does not say. */
  at: string | null
  /** Of a note: whom it is for, as the file says it. */
  to?: string
  /** Of a suggestion that says what the words of a file are otherwise: the name of that file. Older events do not have it. */
  file?: string
}

/** Whose words they are need not be who brought them. */
type Brought<Body> = Body extends { type: 'open-note' | 'reply' | 'resolve' | 'propose' }
  ? Body & { origin?: Origin }
  : Body

export type EventBody = Brought<Exclude<Command, { type: 'decide' | 'undecide' }>> | Decided | Undecided | Edited

export type ReviewEvent = Stamp & EventBody
export type EventOf<Type extends EventBody['type']> = Extract<ReviewEvent, { type: Type }>
