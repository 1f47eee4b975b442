/**
 * The events of a story's review on their way to the connections that asked for them: first from storage, from the number
 * they named, then live. Who takes too little is left behind and read to from storage later; nothing is ever queued here.
 */
import { CLOSE } from '../../shared/wire/frames.ts'
import type { ReviewStorage, StoredEvent } from '../storage/storage.ts'
import type { Act } from './commit-queue.ts'
import { reviewFrame } from './encode-frames.ts'
import { shownJson } from './ledger.ts'
import type { RoomLimits } from './limits.ts'
import type { Peer } from './peer.ts'

/** Events of one frame, bytes of JSON; a bigger event goes in a frame of its own. */
const MOST_FRAME = 255 << 10
/** Events read from storage at once. */
const PAGE = 500

interface Listener {
  /** Everything up to this event has been sent, or is not for this person. */
  after: number
  /** Is sent what happens; else it is read to from storage, or will be. */
  live: boolean
  reading: boolean
  /** What it has been sent so far: of a `part` more is to come. */
  answered: 'nothing' | 'part' | 'whole'
}

export interface FeedParts {
  story: string
  storage: ReviewStorage
  limits: RoomLimits
  failed(what: string, error: unknown): void
}

export class ReviewFeed {
  readonly #parts: FeedParts
  readonly #listeners = new Map<Peer, Listener>()
  /** The last event that happened while this room was open. */
  #told = 0

  constructor(parts: FeedParts) {
    this.#parts = parts
  }

  /** Sends everything behind `after`, and from then on what happens. At least one frame answers, be there nothing to tell. */
  ask(peer: Peer, after: number): void {
    const listener: Listener = { after, live: false, reading: false, answered: 'nothing' }
    this.#listeners.set(peer, listener)
    void this.#read(peer, listener)
  }

  forget(peer: Peer): void {
    this.#listeners.delete(peer)
  }

  /** Whether this connection will be sent these acts as they happen, so that their text comes with them and not before. */
  takes(peer: Peer, acts: readonly Act[]): boolean {
    const listener = this.#listeners.get(peer)
    const first = acts.find(({ events }) => events.length > 0)?.events[0]
    if (!listener?.live || !first || listener.after >= first.seq) return false
    return peer.takesText && peer.buffered <= this.#parts.limits.behindBuffer
  }

  /** These are on disk. `withText`: who has not been sent the text of the acts by other ways. */
  tell(acts: readonly Act[], withText: ReadonlySet<Peer>): void {
    const last = acts.flatMap(({ events }) => events).at(-1)
    if (!last) return
    this.#told = last.seq
    const made = new Map<string, Uint8Array[]>()
    const alone = new Set(acts.flatMap(({ events }) => events.flatMap((event) => (event.alone ? event.user : []))))
    for (const [peer, listener] of this.#listeners) {
      if (!listener.live || listener.after >= last.seq) continue
      const brings = withText.has(peer)
      // With the text on board it goes out all the same: room for it was looked for when the text was.
      if (!brings && peer.buffered > this.#parts.limits.behindBuffer) {
        listener.live = false
        peer.reviewBehind = true
        continue
      }
      const reader = peer.person.id
      const key = JSON.stringify([brings, alone.has(reader) ? reader : '', listener.after])
      const frames = made.get(key) ?? framesOf(acts, reader, listener.after, brings)
      made.set(key, frames)
      for (const frame of frames) peer.send(frame)
      listener.after = last.seq
    }
  }

  /** Called now and then: goes on reading to a connection that was left behind, when it has taken what it was sent. */
  catchUp(peer: Peer): void {
    const listener = this.#listeners.get(peer)
    if (!listener || !peer.reviewBehind || listener.reading) return
    if (peer.buffered <= this.#parts.limits.caughtUpBuffer) void this.#read(peer, listener)
  }

  async #read(peer: Peer, listener: Listener): Promise<void> {
    const { story, storage, limits, failed } = this.#parts
    const wanted = () => this.#listeners.get(peer) === listener && !peer.closed
    listener.reading = true
    peer.reviewBehind = false
    try {
      while (wanted() && !listener.live) {
        if (peer.buffered > limits.behindBuffer) {
          peer.reviewBehind = true
          break
        }
        const { events, upto, head } = await storage.list(story, listener.after, PAGE, peer.person.id)
        if (!wanted()) break
        listener.after = upto
        // What happened while it was read is read next, before anything goes out live.
        listener.live = upto === head && this.#told <= head
        const level = listener.live
        if (events.length === 0 && (!level || listener.answered === 'whole')) continue
        listener.answered = level ? 'whole' : 'part'
        for (const frame of cut(events, upto, !level)) peer.send(frame)
      }
    } catch (error) {
      failed('review', error)
      peer.close(CLOSE.tryLater, 'the review cannot be read')
    } finally {
      listener.reading = false
    }
  }
}

/** Events that the reader has not been sent and may see; each act with text in a frame of its own if `brings`. */
function framesOf(acts: readonly Act[], reader: string, after: number, brings: boolean): Uint8Array[] {
  const frames: Uint8Array[] = []
  let plain: StoredEvent[] = []
  let head = after
  const flush = () => {
    if (plain.length > 0) frames.push(...cut(plain, head))
    plain = []
  }
  for (const { events, update } of acts) {
    const shown = events.filter(({ seq, alone, user }) => seq > after && (!alone || user === reader))
    const own = brings && update !== null
    if (own) flush()
    head = Math.max(head, events.at(-1)?.seq ?? 0)
    if (own) frames.push(reviewFrame(shown.map(shownJson), head, { update }))
    else plain.push(...shown)
  }
  flush()
  return frames
}

/** One frame or several; the last says that everything up to `head` is accounted for, and whether there is `more` to come. */
function cut(events: readonly StoredEvent[], head: number, more = false): Uint8Array[] {
  const frames: Uint8Array[] = []
  let gathered: string[] = []
  let bytes = 0
  let last = 0
  for (const event of events) {
    const json = shownJson(event)
    const size = Buffer.byteLength(json) + 1
    if (gathered.length > 0 && bytes + size > MOST_FRAME) {
      frames.push(reviewFrame(gathered, last, { more: true }))
      gathered = []
      bytes = 0
    }
    gathered.push(json)
    bytes += size
    last = event.seq
  }
  frames.push(reviewFrame(gathered, head, { more }))
  return frames
}
