/**
 * The review of one open story: takes commands one after the other, judges each against everything before it, also what
 * is still on its way to the disk, and makes events of the good ones. What a decision does to the text is worked out by
 * the Decider; storing and showing are the room's.
 */

import { randomUUID } from 'node:crypto'
import { Refusal } from '../../shared/refusals.ts'
import type { Command, CommandOf } from '../../shared/review/commands.ts'
import type { Edited, EventBody, Origin, Outcome, ReviewEvent } from '../../shared/review/events.ts'
import { type EventFigures, figuresOf } from '../../shared/review/figures.ts'
import { decidedBy, judge, type Reviewer } from '../../shared/review/judge.ts'
import { reduce } from '../../shared/review/reduce.ts'
import { EMPTY_REVIEW, type ReviewState, type Suggestion } from '../../shared/review/state.ts'
import type { Stale } from '../../shared/wire/review.ts'
import type { ReviewStorage, StoredEvent } from '../storage/storage.ts'
import type { Act } from './commit-queue.ts'
import { SERVER_ACCOUNT } from './gate.ts'
import { type LostThread, lostThreads, type Returned } from './returned-words.ts'

/** A story's text as it is on disk: `updates` come behind the snapshot, `head` is the last one's sequence number. */
export interface StoryText {
  story: string
  snapshot: Uint8Array
  updates: readonly Uint8Array[]
  head: number
}

/** What a decision comes to. */
export interface Decision {
  /** Done to the text, under a client id that nobody else uses; null = the text stays. */
  update: Uint8Array | null
  /** Of those that could be decided; none = all are stale, and nothing happens. */
  outcomes: Outcome[]
  stale: Stale[]
  /** Other threads whose words came back with the text. */
  returned?: Returned[]
}

/** Compares suggestions with the text. Nothing is written to the story while it works. */
export interface Decider {
  decide(text: StoryText, command: CommandOf<'decide'>, suggestions: readonly Suggestion[]): Promise<Decision>
  /** `waiting`: what may have lost its words to the decision. */
  undecide(
    text: StoryText,
    command: CommandOf<'undecide'>,
    suggestions: readonly Suggestion[],
    waiting: readonly LostThread[],
  ): Promise<Decision>
}

export interface LedgerParts {
  story: string
  storage: ReviewStorage
  /** Null = decisions are refused with `unavailable`. */
  decider: Decider | null
  /** Milliseconds since 1970. */
  now: () => number
  commit(act: Act): void
  /** Works while no text comes in and all that came is on disk. Throws `unavailable` when the disk does not take it. */
  still<T>(work: (text: StoryText) => Promise<T>): Promise<T>
  /** Lets an update of the server's own through the gate. Throws `too-large` when the story is full. */
  admit(update: Uint8Array): Pick<Act, 'update' | 'newClients'>
}

/** A command that was found good, now or, when it came a second time, then. */
export interface Taken {
  seq: number
  stale: Stale[]
  /** True once the event is on disk and shown; false when the server stops before. */
  stored: Promise<boolean>
}

/** All that was to be decided is not there any more as it was. */
export class AllStale extends Refusal {
  readonly stale: Stale[]

  constructor(stale: Stale[]) {
    super('conflict', 'The words have changed since this was suggested. Look at what they are now.')
    this.stale = stale
  }
}

interface Waiting {
  stored: Promise<boolean>
  settle: (stored: boolean) => void
}

/** Events read at once. */
const PAGE = 1_000

export class Ledger {
  readonly #parts: LedgerParts
  #state: ReviewState
  /** Command id → event. */
  readonly #known: Map<string, { seq: number; by: string }>
  /** Not on disk yet, by sequence number. */
  readonly #waiting = new Map<number, Waiting>()
  #turn: Promise<unknown> = Promise.resolve()
  #stopped = false

  private constructor(parts: LedgerParts, state: ReviewState, known: Map<string, { seq: number; by: string }>) {
    this.#parts = parts
    this.#state = state
    this.#known = known
  }

  /** Reads all events there are. Throws DamagedError. */
  static async open(parts: LedgerParts): Promise<Ledger> {
    let state = EMPTY_REVIEW
    const known = new Map<string, { seq: number; by: string }>()
    for (let more = true; more; ) {
      const page = await parts.storage.list(parts.story, state.seq, PAGE)
      for (const { id, seq, user } of page.events) known.set(id, { seq, by: user })
      state = reduce(state, page.events.map(eventOf))
      more = page.upto < page.head
    }
    return new Ledger(parts, state, known)
  }

  /** With everything that was found good, on disk or not. */
  get state(): ReviewState {
    return this.#state
  }

  /** `origin`: whose words they are, where a file brought them. A command that was done before is answered as it was then. Throws a Refusal for what is not to be done. */
  take(command: Command, by: Reviewer, origin?: Origin): Promise<Taken> {
    return this.#inTurn(() => this.#take(command, by, origin))
  }

  /**
   * Notes direct writing, each piece under its writer; `noted` is kept in the same commit. Resolves with true once it is
   * on disk, with false when the server stops before.
   */
  async note(pieces: readonly { body: Edited; user: string; at: number }[], noted: number): Promise<boolean> {
    const { stored } = await this.#inTurn(async () => {
      const made = pieces.map(({ body, user, at }) => this.#append(body, user, at, false))
      const [events, figures] = [made.map(({ event }) => event), made.map((one) => one.figures)]
      const last = events.at(-1)
      if (!last) return { stored: Promise.resolve(true) }
      this.#parts.commit({ user: SERVER_ACCOUNT, update: null, newClients: [], events, figures, noted })
      return { stored: this.#wait(last.seq).stored }
    })
    return stored
  }

  /** These are on disk, and whoever may see them has been told. */
  stored(events: readonly StoredEvent[]): void {
    for (const { seq } of events) this.#settle(seq, true)
  }

  /** Resolves when everything asked so far has been judged. */
  async settled(): Promise<void> {
    await this.#turn
  }

  /** Nothing more is stored. */
  stop(): void {
    this.#stopped = true
    for (const seq of [...this.#waiting.keys()]) this.#settle(seq, false)
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work)
    this.#turn = result.then(
      () => undefined,
      () => undefined,
    )
    return result
  }

  async #take(command: Command, by: Reviewer, origin: Origin | undefined): Promise<Taken> {
    if (this.#stopped) throw new Refusal('unavailable', 'The server is stopping. Try again in a moment.')
    const known = this.#known.get(command.id)
    if (known) {
      // Whose it is not learns nothing about it.
      if (known.by !== by.id) throw new Refusal('conflict', 'There is something with that id already.')
      return { seq: known.seq, stale: [], stored: this.#waiting.get(known.seq)?.stored ?? Promise.resolve(true) }
    }
    judge(this.#state, command, by)
    if (command.type === 'decide' || command.type === 'undecide') return this.#decide(command, by)
    const alone = isAlone(this.#state, command)
    const body = origin ? { ...command, origin } : command
    const { event, figures } = this.#append(body, by.id, this.#parts.now(), alone)
    this.#parts.commit({ user: by.id, update: null, newClients: [], events: [event], figures: [figures] })
    return { seq: event.seq, stale: [], stored: this.#wait(event.seq).stored }
  }

  async #decide(command: CommandOf<'decide' | 'undecide'>, by: Reviewer): Promise<Taken> {
    const { decider, still, admit, commit, now } = this.#parts
    if (!decider) throw new Refusal('unavailable', 'This server cannot decide on suggestions.')
    const suggestions =
      command.type === 'undecide'
        ? decidedBy(this.#state, command.decision)
        : command.decisions.flatMap(({ suggestion }) => this.#state.suggestions.get(suggestion) ?? [])
    return still(async (text) => {
      const decided = new Set(suggestions.map(({ id }) => id))
      const {
        update,
        outcomes,
        stale,
        returned = [],
      } = command.type === 'undecide'
        ? await decider.undecide(text, command, suggestions, lostThreads(this.#state, decided))
        : await decider.decide(text, command, suggestions)
      if (this.#stopped) throw new Refusal('unavailable', 'The server is stopping. Try again in a moment.')
      if (outcomes.length === 0) throw new AllStale(stale)
      const admitted = update ? admit(update) : { update: null, newClients: [] }
      const bodies = [withOutcomes(command, outcomes), ...returned.map(movedBack)]
      const all = bodies.map((body) => this.#append(body, by.id, now(), false))
      const [events, figures] = [all.map(({ event }) => event), all.map((one) => one.figures)]
      commit({ user: SERVER_ACCOUNT, ...admitted, events, figures })
      const seq = events[0]!.seq
      return { seq, stale, stored: this.#wait(seq).stored }
    })
  }

  /** Gives the event its number; the state has it from here on. */
  #append(body: EventBody, user: string, at: number, alone: boolean): { event: StoredEvent; figures: EventFigures } {
    const event: StoredEvent = {
      seq: this.#state.seq + 1,
      id: body.id,
      at,
      user,
      alone,
      body: JSON.stringify(body),
    }
    const [before, shown] = [this.#state, eventOf(event)]
    this.#state = reduce(before, [shown])
    this.#known.set(event.id, { seq: event.seq, by: user })
    return { event, figures: figuresOf(before, shown, this.#state, alone) }
  }

  #wait(seq: number): Waiting {
    let settle: (stored: boolean) => void = () => undefined
    const stored = new Promise<boolean>((resolve) => {
      settle = resolve
    })
    const waiting = { stored, settle }
    this.#waiting.set(seq, waiting)
    return waiting
  }

  #settle(seq: number, stored: boolean): void {
    this.#waiting.get(seq)?.settle(stored)
    this.#waiting.delete(seq)
  }
}

/** JSON of the event as it is shown: its body with the stamp. */
export function shownJson({ seq, at, user, body }: StoredEvent): string {
  return `{"seq":${seq},"at":${JSON.stringify(new Date(at).toISOString())},"by":${JSON.stringify(user)},${body.slice(1)}`
}

export function eventOf(stored: StoredEvent): ReviewEvent {
  return JSON.parse(shownJson(stored)) as ReviewEvent
}

function movedBack({ thread, anchor, quote }: Returned): EventBody {
  return { id: randomUUID(), type: 'move-anchor', thread, anchor, quote, how: 'undo' }
}

function withOutcomes(command: CommandOf<'decide' | 'undecide'>, outcomes: Outcome[]): EventBody {
  if (command.type === 'undecide') return { ...command, outcomes }
  const { decisions: _, ...rest } = command
  return { ...rest, outcomes }
}

/** What is about a private note is its author's alone, and so is how far somebody has looked. */
function isAlone({ notes }: ReviewState, command: Exclude<Command, CommandOf<'decide' | 'undecide'>>): boolean {
  if (command.type === 'see') return true
  if (command.type === 'open-note') return command.private
  if ('note' in command) return notes.get(command.note)?.private ?? false
  if ('thread' in command) return notes.get(command.thread)?.private ?? false
  return false
}
