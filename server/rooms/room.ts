/**
 * One open story: its connections, and the one order in which things happen to an update. Accepted by the gate, stored,
 * and only then shown to the others and acknowledged to its author.
 */

import { CLOSE, SYNC } from '../../shared/wire/frames.ts'
import type { LogRow, Storage, StoredRoom } from '../storage/storage.ts'
import { CommitQueue, type StoredUpdate } from './commit-queue.ts'
import { awarenessFrame, syncFrame, updateFrame } from './encode-frames.ts'
import { Intake } from './intake.ts'
import type { RoomLimits } from './limits.ts'
import { mergeUpdates } from './merge-updates.ts'
import { MalformedFrame, parseFrame } from './parse-frame.ts'
import type { Peer } from './peer.ts'
import { Presence } from './presence.ts'
import { RoomLog } from './room-log.ts'
import type { TextReader } from './text-reader.ts'
import { Upkeep } from './upkeep.ts'

export interface RoomParts {
  story: string
  storage: Storage
  reader: TextReader
  limits: RoomLimits
  now: () => number
  changed(): void
  counted(): void
  failed(what: string, error: unknown): void
}

export class Room {
  readonly log: RoomLog
  readonly #parts: RoomParts
  readonly #queue: CommitQueue<Peer>
  readonly #intake: Intake
  readonly #presence: Presence
  readonly #upkeep: Upkeep
  readonly #peers = new Set<Peer>()
  #failing = false
  #paused = false
  readonly #moved = new Set<number>()
  #presenceTimer: NodeJS.Timeout | null = null

  constructor(parts: RoomParts, stored: StoredRoom) {
    this.#parts = parts
    this.log = new RoomLog(stored)
    this.#presence = new Presence(parts.now)
    this.#upkeep = new Upkeep(parts, this.log)
    this.#queue = new CommitQueue<Peer>(parts.story, parts.storage.rooms, parts.now, {
      stored: (updates, frames) => this.#stored(updates, frames),
      failing: (error) => this.#notSaving(error),
    })
    this.#intake = new Intake(this.log, this.#queue, parts.limits, (client) => this.#presence.shownBy(client))
  }

  /** Nobody inside, and nothing that has to be finished first. */
  get idle(): boolean {
    return this.#peers.size === 0 && this.#queue.idle
  }

  /** Begins the conversation; the room now owns the connection until `leave`. */
  join(peer: Peer): void {
    this.#peers.add(peer)
    if (this.#paused) peer.pause()
    if (this.#failing) peer.tell('unavailable', NOT_SAVING)
    this.#intake.ask(peer)
    peer.send(this.#presence.everybody(null))
  }

  leave(peer: Peer): void {
    this.#peers.delete(peer)
    this.#intake.forget(peer)
    this.#show(this.#presence.leave(peer))
  }

  /** One message from a joined connection. A message that cannot be read closes that connection only. */
  receive(peer: Peer, bytes: Uint8Array): void {
    try {
      this.#handle(peer, bytes)
    } catch (error) {
      if (!(error instanceof MalformedFrame)) this.#parts.failed('receive', error)
      peer.close(CLOSE.malformed, error instanceof MalformedFrame ? error.message : 'a message that cannot be read')
    }
    if (!this.#paused && this.#queue.bytes > this.#parts.limits.unwrittenBytes) this.#pause(true)
  }

  /** The person's name or colour is another now. */
  refresh(person: string): void {
    this.#show(this.#presence.refresh(person))
  }

  /** Called now and then while connections lag. */
  catchUp(): void {
    for (const peer of this.#peers) peer.catchUp(this.log, () => this.#presence.everybody(this.#presence.idOf(peer)))
  }

  /** Waits until everything accepted is on disk. */
  settled(): Promise<void> {
    return this.#queue.settled()
  }

  /** Folds the tail and takes the counts for the last time. */
  finish(): Promise<void> {
    return this.#upkeep.finish()
  }

  /** Lets go of everything, whatever is left undone. */
  stop(): void {
    this.#queue.abandon()
    this.#upkeep.stop()
    if (this.#presenceTimer) clearTimeout(this.#presenceTimer)
    for (const peer of this.#peers) this.#intake.forget(peer)
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
        this.#takePresence(peer, frame.update)
        return
      case 'query':
        peer.sendPresence(this.#presence.everybody(this.#presence.idOf(peer)))
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

  #stored(updates: StoredUpdate<Peer>[], frames: Map<Peer, number[]>): void {
    this.log.extend(updates.map(({ seq, update }): LogRow => ({ seq, update })))
    this.#relay(updates)
    for (const [peer, numbers] of frames) peer.stored(numbers)
    this.#failing = false
    if (this.#paused && this.#queue.bytes < this.#parts.limits.unwrittenBytes / 2) this.#pause(false)
    const last = updates.at(-1)
    if (!last) return
    this.#upkeep.changed(last.at, last.user)
    this.#parts.changed()
  }

  /** To an author what the others wrote; to everybody else all of it, as one frame when they are many. */
  #relay(updates: readonly StoredUpdate<Peer>[]): void {
    if (updates.length === 0) return
    const { head } = this.log
    const authors = new Set(updates.map(({ author }) => author))
    const out = updates.map(({ author, update }) => ({ author, frame: updateFrame(update) }))
    // Merging costs more than a few sends: it pays where many listen to some.
    const pays = updates.length > 1 && this.#peers.size - authors.size >= LISTENERS * updates.length
    const merged = pays ? updateFrame(mergeUpdates(updates.map(({ update }) => update))) : null
    const all = merged ? [merged] : out.map(({ frame }) => frame)
    for (const peer of this.#peers) {
      const others = authors.has(peer) ? out.filter(({ author }) => author !== peer).map(({ frame }) => frame) : all
      peer.sendUpdates(others, head)
    }
  }

  #notSaving(error: unknown): void {
    this.#failing = true
    this.#parts.failed('append', error)
    for (const peer of this.#peers) peer.tell('unavailable', NOT_SAVING)
  }

  #pause(paused: boolean): void {
    this.#paused = paused
    for (const peer of this.#peers) {
      if (paused) peer.pause()
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

const NOT_SAVING = 'The server cannot save right now. It keeps trying; keep this page open.'
/** This many listeners for each update make one frame of all updates worth its making. */
const LISTENERS = 2
const SIGN_OF_LIFE = awarenessFrame([])
