/** The review of an open story, as pages and panels see it. How it is fed, kept and sent is review-sync's. */
import type { ReadonlySignal } from '@preact/signals-core'
import { Refusal } from '../../shared/refusals.ts'
import type { CommandGiven } from '../../shared/review/commands.ts'
import type { ReviewEvent } from '../../shared/review/events.ts'
import type { ReviewState } from '../../shared/review/state.ts'
import type { Stale } from '../../shared/wire/review.ts'

/** A command without its id; the handle makes one. */
export type Ask = CommandGiven extends infer Given ? (Given extends { id: string } ? Omit<Given, 'id'> : never) : never

/** A command that is not on the server: it waits, or the server would not have it and the person has to be told. */
export interface Waiting {
  id: string
  command: CommandGiven
  /** Milliseconds since 1970. */
  at: number
  /** Null = it will be sent. */
  refused: { code: string; message: string } | null
}

export interface Answered {
  /** Null = it is kept here and goes out when the server is back. */
  seq: number | null
  stale: Stale[]
}

/** A decision was refused because the words are not what it was made for any more. */
export class StaleRefusal extends Refusal {
  readonly stale: readonly Stale[]

  constructor(message: string, stale: readonly Stale[]) {
    super('conflict', message)
    this.stale = stale
  }
}

/**
 * Hears of decisions before the text changes. `apply` makes the change (nothing, where none came along) and may be called
 * by the listener, at once; else it is made when all listeners have returned.
 */
export type DecisionListener = (events: readonly ReviewEvent[], apply: () => void) => void

export interface ReviewHandle {
  /** Account of the person here. */
  readonly me: string
  /** What the server has said, with what waits here done on top of it. */
  readonly state: ReadonlySignal<ReviewState>
  readonly waiting: ReadonlySignal<readonly Waiting[]>
  /** Sequence number up to which the person had looked when the story was opened; 0 = never here before. */
  readonly seenBefore: ReadonlySignal<number>
  /** Resolves once the state is level with the server, or with what is kept here when the server does not answer. */
  readonly ready: Promise<void>
  /**
   * Does it here at once and sends it. Rejects with a Refusal when the server says no, or when it is plain here that it
   * would; then it is undone here, and a command that held words stays in `waiting` as refused. Decisions are shown when
   * the server has made them, not before.
   */
  ask(command: Ask): Promise<Answered>
  /** Sends a refused command once more, e.g. when the role has come back. Refused again it is in `waiting` as before. */
  sendAgain(id: string): void
  /** Forgets a refused command, words and all. */
  discard(id: string): void
  /** Everything up to now has been looked at. */
  seen(): void
}

/** What the page has besides of a story that is open: for the editor, not for panels. */
export interface OpenReview extends ReviewHandle {
  /** Answers how to stop. */
  onAcceptance(listener: DecisionListener): () => void
}
