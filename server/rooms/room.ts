/**
 * One open story: its connections, and the one order in which things happen to an update or to the review. Accepted by the
 * gate or the ledger, stored, and only then shown to the others and acknowledged to its author.
 */
import { Refusal } from '../../shared/refusals.ts'
import type { Command } from '../../shared/review/commands.ts'
import type { Origin } from '../../shared/review/events.ts'
import type { Reviewer } from '../../shared/review/judge.ts'
import { CLOSE, SYNC } from '../../shared/wire/frames.ts'
import type { LogRow, Storage, StoredRoom } from '../storage/storage.ts'
import { type Act, CommitQueue, type StoredUpdate } from './commit-queue.ts'
import { awarenessFrame, syncFrame, updateFrame } from './encode-frames.ts'
import { judge, SERVER_ACCOUNT, STEP2_LIMITS } from './gate.ts'
import { Intake } from './intake.ts'
import { type Decider, Ledger, type StoryText, type Taken } from './ledger.ts'
import type { RoomLimits } from './limits.ts'
import { mergeUpdates } from './merge-updates.ts'
import { MalformedFrame, parseFrame } from './parse-frame.ts'
import type { Peer } from './peer.ts'
import { Presence } from './presence.ts'
import { ReviewFeed } from './review-feed.ts'
import { RoomLog } from './room-log.ts'
import type { TextReader } from './text-reader.ts'
import { Upkeep, type UpkeepParts } from './upkeep.ts'

/** `changed`: the text on disk is another. `counted`: title and counts are new. `reviewed`: so are events of the review. */
export type RoomEvent = 'changed' | 'counted' | 'reviewed'

export interface RoomParts {
  story: string
  storage: Storage
  reader: TextReader
  /** Null = nothing can be decided. */
  decider: Decider | null
  limits: RoomLimits
  now: () => number
  tell(event: RoomEvent): void
  failed(what: string, error: unknown): void
}

export class Room {
  readonly log: RoomLog
  readonly #parts: RoomParts
  readonly #queue: CommitQueue<Peer>
  readonly #intake: Intake
  readonly #presence: Presence
  readonly #upkeep: Upkeep
  readonly #feed: ReviewFeed
  readonly #peers = new Set<Peer>()
  #opening: Promise<Ledger> | null = null
  #ledger: Ledger | null = null
  #failing = false
  #stopped = false
  /** More is accepted than the disk takes. */
  #flooded = false
  /** What came in while a decision is worked out; null while none is. */
  #held: { peer: Peer; bytes: Uint8Array }[] | null = null
  readonly #moved = new Set<number>()
  #presenceTimer: NodeJS.Timeout | null = null

  constructor(parts: RoomParts, stored: StoredRoom) {
    this.#parts = parts
    this.log = new RoomLog(stored)
    this.#presence = new Presence(parts.now)
    const note: UpkeepParts['note'] = async (pieces, noted) => (await this.ledger()).note(pieces, noted)
    this.#upkeep = new Upkeep({ ...parts, note, counted: () => parts.tell('counted') }, this.log)
    this.#queue = new CommitQueue<Peer>(parts.story, parts.storage.rooms, parts.now, {
      stored: (updates, frames, acts) => this.#stored(updates, frames, acts),
      failing: (error) => this.#notSaving(error),
    })
    this.#feed = new ReviewFeed({ ...parts, storage: parts.storage.review })
    this.#intake = new Intake(this.log, this.#queue, parts.limits, (client) => this.#presence.shownBy(client))
  }

  /** Nobody inside, and nothing that has to be finished first. */
  get idle(): boolean {
    return this.#peers.size === 0 && this.#queue.idle
  }

  /** Begins the conversation; the room now owns the connection until `leave`. */
  join(peer: Peer): void {
    this.#peers.add(peer)
    if (this.#deaf) peer.pause()
    if (this.#failing) peer.tell('unavailable', NOT_SAVING)
    this.#intake.ask(peer)
    peer.send(this.#presence.everybody(null))
  }

  leave(peer: Peer): void {
    this.#peers.delete(peer)
    this.#intake.forget(peer)
    this.#feed.forget(peer)
    this.#show(this.#presence.leave(peer))
  }

  /** One message from a joined connection. A message that cannot be read closes that connection only. */
  receive(peer: Peer, bytes: Uint8Array): void {
    if (this.#held) {
      // A copy: what the socket hands over is a view of its big read buffer.
      this.#held.push({ peer, bytes: new Uint8Array(bytes) })
      return
    }
    try {
      this.#handle(peer, bytes)
    } catch (error) {
      if (!(error instanceof MalformedFrame)) this.#parts.failed('receive', error)
      peer.close(CLOSE.malformed, error instanceof MalformedFrame ? error.message : 'a message that cannot be read')
    }
    this.#mindFlood()
  }

  /**
   * A command for the review, of somebody whose role has just been asked. Resolves when it was found good; it is done when
   * `stored` says so. Throws a Refusal for what is not to be done, and while nothing can be saved.
   */
  async review(command: Command, by: Reviewer, origin?: Origin): Promise<Taken> {
    if (this.#failing) throw new Refusal('unavailable', NOT_SAVING)
    if (this.#flooded) await this.#queue.settled()
    const ledger = await this.ledger()
    if (this.#stopped) throw new Refusal('unavailable', 'The server is stopping. Try again in a moment.')
    return ledger.take(command, by, origin)
  }

  /** Opened at the first need. Throws DamagedError. */
  ledger(): Promise<Ledger> {
    if (this.#ledger) return Promise.resolve(this.#ledger)
    this.#opening ??= this.#openLedger().finally(() => {
      this.#opening = null
    })
    return this.#opening
  }

  /** The person's name or colour is another now. */
  refresh(person: string): void {
    this.#show(this.#presence.refresh(person))
  }

  /** Called now and then while connections lag. */
  catchUp(): void {
    for (const peer of this.#peers) {
      peer.catchUp(this.log, () => this.#presence.everybody(this.#presence.idOf(peer)))
      this.#feed.catchUp(peer)
    }
  }

  /** Waits until everything accepted is on disk. */
  async settled(): Promise<void> {
    await this.#ledger?.settled()
    await this.#queue.settled()
  }

  /** Folds the tail and takes the counts for the last time. */
  finish(): Promise<void> {
    return this.#upkeep.finish()
  }

  /** Lets go of everything, whatever is left undone. */
  stop(): void {
    this.#stopped = true
    this.#queue.abandon()
    this.#ledger?.stop()
    this.#upkeep.stop()
    if (this.#presenceTimer) clearTimeout(this.#presenceTimer)
    for (const peer of this.#peers) this.#intake.forget(peer)
  }

  async #openLedger(): Promise<Ledger> {
    const { story, storage, decider, now } = this.#parts
    this.#ledger = await Ledger.open({
      story,
      storage: storage.review,
      decider,
      now,
      commit: (act) => this.#commit(act),
      still: (work) => this.#still(work),
      admit: (update) => this.#admit(update),
    })
    return this.#ledger
  }

  #handle(peer: Peer, bytes: Uint8Array): void {
    const frame = parseFrame(bytes)
    switch (frame.kind) {
      case 'step1':
        if (peer.mayAskAgain()) this.#answer(peer, frame.stateVector)
        return
      case 'text':
        this.#intake.take(peer, frame.step2, frame.update)
        return
      case 'presence':
        if (peer.mayShow()) this.#takePresence(peer, frame.update)
        return
      case 'review':
        if (!peer.galley) throw new MalformedFrame('a message of Galley from another client')
        if (peer.mayAskReview()) this.#feed.ask(peer, frame.after)
        return
      case 'query':
        if (peer.mayAskPresence()) peer.sendPresence(this.#presence.everybody(this.#presence.idOf(peer)))
    }
  }

  #answer(peer: Peer, stateVector: Uint8Array): void {
    peer.sendState(syncFrame(SYNC.step2, this.log.answer(stateVector)), this.log.head)
  }

  #takePresence(peer: Peer, update: Uint8Array): void {
    const { clients } = this.log
    const mayUse = (client: number) => (clients.get(client) ?? peer.person.id) === peer.person.id
    this.#show(this.#presence.take(peer, update, mayUse))
    // A stock client gives up on a connection that is silent for 30 s, even though it is only alone.
    peer.sendPresence(SIGN_OF_LIFE)
  }

  /** Passes an update of the server's own; nothing it builds on may be on its way. */
  #admit(update: Uint8Array): Pick<Act, 'update' | 'newClients'> {
    if (this.log.bytes + update.length > this.#parts.limits.storyBytes) {
      throw new Refusal('too-large', 'This story has grown as big as a story may. Nothing more can be saved in it.')
    }
    const verdict = judge(update, this.log, SERVER, STEP2_LIMITS)
    if (verdict.kind === 'pass') return verdict
    throw new Error(`Room: the gate does not pass what a decision does: ${JSON.stringify(verdict)}`)
  }

  #commit(act: Act): void {
    this.#queue.push(act)
    this.#mindFlood()
  }

  /**
   * Works on the text while it stays as it is: what comes in waits, what has come in is on disk. One work at a time, which
   * the ledger sees to.
   */
  async #still<T>(work: (text: StoryText) => Promise<T>): Promise<T> {
    this.#hush(() => {
      this.#held = []
    })
    try {
      await this.#settledSoon()
      return await work({ story: this.#parts.story, ...this.log.state })
    } finally {
      const held = this.#held ?? []
      this.#hush(() => {
        this.#held = null
      })
      for (const { peer, bytes } of held) if (!peer.closed && this.#peers.has(peer)) this.receive(peer, bytes)
    }
  }

  /** Nobody is heard meanwhile, so a disk that does not write is not waited for. */
  async #settledSoon(): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, STILL_WITHIN)
    })
    await Promise.race([this.#queue.settled(), late])
    clearTimeout(timer)
    if (!this.#queue.idle || this.#stopped) throw new Refusal('unavailable', NOT_SAVING)
  }

  #stored(updates: StoredUpdate<Peer>[], frames: Map<Peer, number[]>, acts: Act[]): void {
    this.log.extend(updates.map(({ seq, update }): LogRow => ({ seq, update })))
    this.#feed.tell(acts, this.#relay(updates, acts))
    for (const [peer, numbers] of frames) peer.stored(numbers)
    const events = acts.flatMap((act) => act.events)
    this.#ledger?.stored(events)
    this.#failing = false
    if (this.#flooded && this.#queue.bytes < this.#parts.limits.unwrittenBytes / 2) {
      this.#hush(() => {
        this.#flooded = false
      })
    }
    if (events.length > 0) this.#parts.tell('reviewed')
    const last = updates.at(-1)
    if (!last) return
    this.#upkeep.changed(last.at, last.author?.person.id ?? events.at(-1)?.user ?? last.user)
    this.#parts.tell('changed')
  }

  /**
   * To an author what the others wrote; to everybody else all of it, as one frame when they are many. Answers who gets what
   * decisions did to the text together with their events, and so not here.
   */
  #relay(updates: readonly StoredUpdate<Peer>[], acts: readonly Act[]): Set<Peer> {
    const withText = new Set<Peer>()
    if (updates.length === 0) return withText
    const { head } = this.log
    const authors = new Set(updates.flatMap(({ author }) => author ?? []))
    const out = updates.map((update) => ({ ...update, frame: updateFrame(update.update) }))
    const decided = out.some(({ author }) => author === null)
    const all = this.#together(out, authors.size)
    const written = decided
      ? this.#together(
          out.filter(({ author }) => author !== null),
          authors.size,
        )
      : all
    for (const peer of this.#peers) {
      if (decided && this.#feed.takes(peer, acts)) withText.add(peer)
      const apart = withText.has(peer)
      const others = authors.has(peer)
        ? out.filter(({ author }) => author !== peer && !(apart && author === null)).map(({ frame }) => frame)
        : apart
          ? written
          : all
      peer.sendUpdates(others, head)
    }
    return withText
  }

  #together(updates: readonly { update: Uint8Array; frame: Uint8Array }[], authors: number): Uint8Array[] {
    // Merging costs more than a few sends: it pays where many listen to some.
    const pays = updates.length > 1 && this.#peers.size - authors >= LISTENERS * updates.length
    return pays ? [updateFrame(mergeUpdates(updates.map(({ update }) => update)))] : updates.map(({ frame }) => frame)
  }

  #notSaving(error: unknown): void {
    this.#failing = true
    this.#parts.failed('append', error)
    for (const peer of this.#peers) peer.tell('unavailable', NOT_SAVING)
  }

  get #deaf(): boolean {
    return this.#flooded || this.#held !== null
  }

  #mindFlood(): void {
    if (this.#flooded || this.#queue.bytes <= this.#parts.limits.unwrittenBytes) return
    this.#hush(() => {
      this.#flooded = true
    })
  }

  /** Makes a change after which the connections may have to wait, or need not wait any more. */
  #hush(change: () => void): void {
    const before = this.#deaf
    change()
    if (this.#deaf === before) return
    for (const peer of this.#peers) {
      if (this.#deaf) peer.pause()
      else peer.resume()
    }
  }

  /** The first change goes out at once, what follows within a moment together, the newest of each. */
  #show(clients: readonly number[]): void {
    if (clients.length === 0) return
    for (const client of clients) this.#moved.add(client)
    if (this.#presenceTimer) return
    this.#presenceTimer = setTimeout(() => {
      this.#presenceTimer = null
      this.#showMoved()
    }, this.#parts.limits.presenceEvery)
    this.#showMoved()
  }

  #showMoved(): void {
    if (this.#moved.size === 0) return
    const everyone = this.#presence.changes(this.#moved, null)
    for (const peer of this.#peers) {
      const own = this.#presence.idOf(peer)
      const frame = own !== null && this.#moved.has(own) ? this.#presence.changes(this.#moved, own) : everyone
      if (frame) peer.sendPresence(frame)
    }
    this.#moved.clear()
  }
}

/** As whom decisions write. */
const SERVER = { id: SERVER_ACCOUNT, role: 'maintainer' } as const
/** How long a decision waits for the disk, milliseconds. */
const STILL_WITHIN = 2_000
const NOT_SAVING = 'The server cannot save right now. It keeps trying; keep this page open.'
/** This many listeners for each update make one frame of all updates worth its making. */
const LISTENERS = 2
const SIGN_OF_LIFE = awarenessFrame([])
