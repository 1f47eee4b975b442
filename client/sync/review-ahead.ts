/**
 * The review as it is shown: what the server told, with this person's waiting commands done on top. What was done already
 * is done again only when the server has told something else, or the person has another role.
 */
import { Refusal } from '../../shared/refusals.ts'
import type { Command } from '../../shared/review/commands.ts'
import type { EventBody, ReviewEvent } from '../../shared/review/events.ts'
import { Fold } from '../../shared/review/reduce.ts'
import { EMPTY_REVIEW, type ReviewState } from '../../shared/review/state.ts'
import type { Role } from '../../shared/roles.ts'
import { type Entry, isDecision } from './review-outbox.ts'

/** Whose commands they are. */
export interface Asker {
  /** Account. */
  me: string
  role: Role | null
}

export class ReviewAhead {
  /** Throws a Refusal for what the server would not do. */
  readonly #judge: (state: ReviewState, command: Command) => void
  #server: ReviewState = EMPTY_REVIEW
  #role: Role | null = null
  #done: readonly Entry[] = []
  #fold = new Fold(EMPTY_REVIEW)

  constructor(judge: (state: ReviewState, command: Command) => void) {
    this.#judge = judge
  }

  /** For a look at this moment; changes with the next `follow`. */
  get now(): ReviewState {
    return this.#fold.now
  }

  get state(): ReviewState {
    return this.#fold.state
  }

  /** What the server told, and those that wait, in the order in which they were asked. Returns whether the state may be another. */
  follow(server: ReviewState, waiting: readonly Entry[], { me, role }: Asker): boolean {
    const goesOn =
      server === this.#server && role === this.#role && this.#done.every((entry, nth) => entry === waiting[nth])
    if (goesOn && waiting.length === this.#done.length) return false
    if (!goesOn) this.#fold = new Fold(server)
    for (const entry of goesOn ? waiting.slice(this.#done.length) : waiting) this.#do(entry, me)
    this.#server = server
    this.#role = role
    this.#done = waiting
    return true
  }

  /** As the server will; nothing where it would not, or alone knows what comes of it. */
  #do({ command, at }: Entry, me: string): void {
    if (isDecision(command)) return
    try {
      this.#judge(this.#fold.now, command)
    } catch (error) {
      if (error instanceof Refusal) return
      throw error
    }
    const body = command as Exclude<EventBody, { type: 'decide' | 'undecide' | 'edited' }>
    const { seq } = this.#fold.now
    const event: ReviewEvent = { ...body, seq: seq + 1, at: new Date(at).toISOString(), by: me }
    this.#fold.take(event, { counted: false })
  }
}
