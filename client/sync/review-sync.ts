/**
 * Keeps the review of an open story level with the server and shows it: the fold of the server's events, as far as this
 * browser has them, and on top of it what this person asked and the server has not told yet. Keeping and sending what was
 * asked is review-outbox's; sockets and the text are the caller's.
 */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals-core'
import { Refusal } from '../../shared/refusals.ts'
import type { Command } from '../../shared/review/commands.ts'
import type { ReviewEvent } from '../../shared/review/events.ts'
import { judge } from '../../shared/review/judge.ts'
import { reduce } from '../../shared/review/reduce.ts'
import { EMPTY_REVIEW, type ReviewState } from '../../shared/review/state.ts'
import type { Role } from '../../shared/roles.ts'
import type { ReviewFrame } from '../../shared/wire/frames.ts'
import type { CommandResult } from '../../shared/wire/review.ts'
import { completed, wordsIn } from './complete-command.ts'
import type { KeptReview } from './kept-review.ts'
import { newId } from './new-id.ts'
import type { Answered, Ask, DecisionListener, OpenReview, Waiting } from './review.ts'
import { ReviewAhead } from './review-ahead.ts'
import { isDecision, ReviewOutbox } from './review-outbox.ts'
import type { NotesFacts } from './save-state.ts'

export interface ReviewParts {
  /** Account. */
  me: string
  /** Null = nothing may be done any more. */
  role: ReadonlySignal<Role | null>
  store: KeptReview
  /** Rejects with an ApiError. */
  post(commands: readonly Command[]): Promise<CommandResult[]>
  /** Merges an update of the server's into the text. */
  applyText(update: Uint8Array): void
  /** Asks the server on the open connection for all events behind that number. */
  askAfter(seq: number): void
  /** For the save state. */
  told(notes: NotesFacts): void
  /** Other tabs of this person may want to read the store. */
  announce(): void
}

/** A server that does not tell the review within this counts as not answering. Milliseconds. */
const READY_MS = 5_000

export class ReviewSync implements OpenReview {
  readonly #parts: ReviewParts
  readonly #outbox: ReviewOutbox
  readonly #ahead: ReviewAhead
  /** Grows with what is ahead; who reads the state only after many changes has it made once. */
  readonly #shown = signal(0)
  readonly #state = computed(() => {
    void this.#shown.value
    return this.#ahead.state
  })
  readonly #waiting = signal<readonly Waiting[]>([])
  readonly #seenBefore = signal(0)
  readonly #listeners = new Set<DecisionListener>()
  readonly ready: Promise<void>
  #arrived: () => void = () => undefined
  /** The fold of what the server told. */
  #server: ReviewState = EMPTY_REVIEW
  /** Everything up to here was told, or is not for this person. */
  #head = 0
  /** Number of the last event that somebody may want to look at. */
  #news = 0
  /** What was asked of this connection's feed and is not answered. */
  #asked: number | null = null
  #level = false
  #seenAsked = false
  #fault: string | null = null
  /** Events on their way into the store, and the number that they follow on. */
  #unkept: { after: number; events: ReviewEvent[] } | null = null
  #keeping = true
  #work: Promise<void> = Promise.resolve()
  #timer: ReturnType<typeof setTimeout> | null = null
  #closed = false

  constructor(parts: ReviewParts) {
    this.#parts = parts
    this.#ahead = new ReviewAhead((state, command) => this.#judge(state, command))
    this.ready = new Promise((resolve) => {
      this.#arrived = resolve
    })
    this.#outbox = new ReviewOutbox(parts.store, (commands) => parts.post(commands), {
      changed: () => this.#show(),
      announce: () => parts.announce(),
      fault: (fault) => {
        this.#fault = fault
        this.#show()
      },
    })
  }

  get me(): string {
    return this.#parts.me
  }

  get state(): ReadonlySignal<ReviewState> {
    return this.#state
  }

  get waiting(): ReadonlySignal<readonly Waiting[]> {
    return this.#waiting
  }

  get seenBefore(): ReadonlySignal<number> {
    return this.#seenBefore
  }

  /** Shows what this browser keeps. Never rejects. */
  async begin(): Promise<void> {
    this.#timer = setTimeout(() => this.#arrived(), READY_MS)
    try {
      const events = await this.#parts.store.events()
      // A feed that was faster had nothing to build on, so it told everything.
      if (this.#head === 0) this.#fold(events, events.at(-1)?.seq ?? 0)
    } catch (error) {
      // What is not kept, the server tells again; what cannot be kept, the outbox says.
      console.error(error)
      this.#keeping = false
    }
    await this.#outbox.absorb()
    this.#seenBefore.value = this.#server.seen.get(this.me)?.upto ?? 0
  }

  /** A connection is about to ask for the feed: behind which number. */
  after(): number {
    this.#asked = this.#head
    return this.#head
  }

  /** The server can be reached again. */
  online(): void {
    this.#outbox.online()
  }

  /** The server cannot be reached. */
  offline(): void {
    this.#asked = null
    this.#arrived()
  }

  /** A frame of the feed; `update` is empty when nothing was done to the text. */
  take({ events, head, more }: ReviewFrame, update: Uint8Array): void {
    if (this.#closed) return
    const asked = this.#asked
    this.#asked = more ? asked : null
    if (asked !== null && head < asked) {
      this.#beginAnew()
      return
    }
    const fresh = events.filter(({ seq }) => seq > this.#server.seq)
    batch(() => {
      this.#change(fresh, update)
      this.#keep(this.#server.seq, fresh)
      this.#fold(fresh, head)
      if (asked === null || more) return
      this.#outbox.confirm(this.#head)
      if (!this.#level) this.#becomeLevel()
    })
  }

  async ask(asked: Ask): Promise<Answered> {
    const command = completed({ ...asked, id: newId() })
    try {
      this.#judge(this.#ahead.now, command)
    } catch (error) {
      if (error instanceof Refusal && wordsIn(command) !== '') this.#outbox.addRefused(command, error)
      throw error
    }
    return this.#outbox.add(command)
  }

  sendAgain(id: string): void {
    this.#outbox.sendAgain(id)
  }

  discard(id: string): void {
    this.#outbox.discard(id)
  }

  seen(): void {
    this.#seenAsked = true
    if (!this.#level || this.#closed || this.#parts.role.peek() === null) return
    this.#seenAsked = false
    if (this.#news <= (this.#state.peek().seen.get(this.me)?.upto ?? 0)) return
    const command: Command = { id: newId(), type: 'see', upto: this.#news }
    // Whether it comes to pass concerns nobody: the next look says it again.
    this.#outbox.add(command).catch(() => undefined)
  }

  onAcceptance(listener: DecisionListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The words of commands that are not on the server, oldest first; "" when there are none. */
  unsaved(): string {
    return this.#waiting
      .peek()
      .map(({ command }) => wordsIn(command))
      .filter((words) => words !== '')
      .join('\n\n')
  }

  /** Another tab has put something into the store, or taken it out. */
  async absorb(): Promise<void> {
    if (!this.#closed) await this.#outbox.absorb()
  }

  /** Resolves when what was asked is kept. */
  async close(): Promise<void> {
    this.#closed = true
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#arrived()
    await this.#work
    await this.#outbox.close()
  }

  /** The server has gone back to an earlier state, or this is another story in its place. */
  #beginAnew(): void {
    this.#server = EMPTY_REVIEW
    this.#head = 0
    this.#news = 0
    this.#unkept = null
    this.#do(() => this.#parts.store.forgetEvents())
    this.#outbox.confirm(0)
    this.#parts.askAfter(this.after())
  }

  #becomeLevel(): void {
    this.#level = true
    this.#seenBefore.value = this.#server.seen.get(this.me)?.upto ?? 0
    this.#arrived()
    if (this.#seenAsked) this.seen()
  }

  /** The text, and who wants to hear before it changes. */
  #change(fresh: readonly ReviewEvent[], update: Uint8Array): void {
    let waits = update.length > 0
    const apply = () => {
      if (waits) this.#parts.applyText(update)
      waits = false
    }
    if (fresh.some(isDecision)) for (const listener of this.#listeners) listener(fresh, apply)
    apply()
  }

  #fold(events: readonly ReviewEvent[], head: number): void {
    this.#server = reduce(this.#server, events)
    this.#head = Math.max(this.#head, head, this.#server.seq)
    this.#news = events.findLast(({ type }) => type !== 'see')?.seq ?? this.#news
    this.#outbox.arrived(
      events.filter(({ by }) => by === this.me),
      this.#head,
    )
  }

  #show(): void {
    const entries = this.#outbox.entries
    const waiting = entries.filter(({ seq, command }) => seq === null && command.type !== 'see')
    const mine = waiting.filter(({ refused }) => refused === null)
    const open = entries.filter(({ refused }) => refused === null)
    const moved = this.#ahead.follow(this.#server, open, { me: this.me, role: this.#parts.role.peek() })
    batch(() => {
      if (moved) this.#shown.value += 1
      const now = waiting.map(({ id, command, at, refused }) => ({ id, command, at, refused }))
      const before = this.#waiting.peek()
      const same = now.length === before.length && now.every((one, nth) => isSame(one, before[nth]))
      if (!same) this.#waiting.value = now
    })
    this.#parts.told({
      waiting: mine.length,
      unkept: mine.filter(({ kept }) => !kept).length,
      since: mine.reduce((since, { at }) => Math.min(since, at), Date.now()),
      fault: this.#fault,
    })
  }

  #judge(state: ReviewState, command: Command): void {
    const role = this.#parts.role.peek()
    if (role === null) throw new Refusal('forbidden', 'You may no longer work on this story.')
    judge(state, command, { id: this.me, role })
  }

  #keep(after: number, events: readonly ReviewEvent[]): void {
    if (events.length === 0 || !this.#keeping) return
    if (this.#unkept) this.#unkept.events.push(...events)
    else this.#unkept = { after, events: [...events] }
    this.#do(async () => {
      const unkept = this.#unkept
      if (!unkept) return
      // What fails goes with the next; nothing is lost, the server has it.
      const count = unkept.events.length
      this.#keeping = await this.#parts.store.append(unkept.after, unkept.events.slice())
      unkept.after = unkept.events[count - 1]?.seq ?? unkept.after
      unkept.events.splice(0, count)
      if (unkept.events.length === 0 && this.#unkept === unkept) this.#unkept = null
    })
  }

  #do(work: () => Promise<void>): void {
    this.#work = this.#work.then(work).catch((error: unknown) => console.error(error))
  }
}

function isSame(one: Waiting, other: Waiting | undefined): boolean {
  return one.id === other?.id && one.refused === other.refused
}
