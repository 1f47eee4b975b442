/**
 * What a room does when there is time: taking the title and counts for the library once the text has been quiet, and
 * folding a long tail into the snapshot. Both read the same Y.Doc, built in the text thread.
 */
import * as Y from 'yjs'
import type { Storage } from '../storage/storage.ts'
import type { RoomLimits } from './limits.ts'
import type { RoomLog } from './room-log.ts'
import type { TextReader } from './text-reader.ts'

export interface UpkeepParts {
  story: string
  storage: Storage
  reader: TextReader
  limits: RoomLimits
  /** The library's row of the story has new counts. */
  counted(): void
  failed(what: string, error: unknown): void
}

/** Upkeep rests this many times as long as it took, so that a flood into a long story does not end up in it. */
const REST = 8
/** A tail this many times as long as it should be is folded without waiting for quiet. */
const TOO_LONG = 4

export class Upkeep {
  readonly #parts: UpkeepParts
  readonly #log: RoomLog
  #change: { at: number; user: string } | null = null
  /** When it is to run, milliseconds of Date.now(). One timer stands for many changes: it is set again if it comes early. */
  #due: { timer: NodeJS.Timeout; timerAt: number; since: number; at: number } | null = null
  #running: Promise<void> | null = null
  #restUntil = 0

  constructor(parts: UpkeepParts, log: RoomLog) {
    this.#parts = parts
    this.#log = log
  }

  /** True when there is nothing to do and nothing being done. */
  get idle(): boolean {
    return !this.#running && !this.#change
  }

  /** The text has changed on disk. */
  changed(at: number, user: string): void {
    this.#change = { at, user }
    const { surveyAfter, surveyAtLatest } = this.#parts.limits
    const now = Date.now()
    const since = this.#due?.since ?? now
    const quiet = Math.max(0, Math.min(surveyAfter, since + surveyAtLatest - now))
    // Reading the story takes a core for a while, and people are typing just now: long is not yet too long.
    const wait = Math.max(this.#tailExceeds(TOO_LONG) ? 0 : quiet, this.#restUntil - now)
    this.#await(now + wait, since)
  }

  #await(at: number, since: number): void {
    const known = this.#due
    if (known && known.timerAt <= at) {
      known.at = at
      return
    }
    clearTimeout(known?.timer)
    const timer = setTimeout(() => this.#timeIsUp(), Math.max(0, at - Date.now()))
    this.#due = { timer, timerAt: at, since, at }
  }

  #timeIsUp(): void {
    const due = this.#due
    this.#due = null
    if (!due) return
    // Changes since have put it off; a millisecond is what rounding can make of a timer.
    if (due.at - Date.now() > 1) this.#await(due.at, due.since)
    else void this.#start(false)
  }

  /** Does what is left to do, for good. */
  async finish(): Promise<void> {
    await this.#running
    const { closingRows, closingBytes } = this.#parts.limits
    const fold = this.#log.tailRows >= closingRows || this.#log.tailBytes >= closingBytes
    if (this.#change || fold) await this.#start(fold)
    this.stop()
  }

  stop(): void {
    clearTimeout(this.#due?.timer)
    this.#due = null
  }

  #tailExceeds(times: number): boolean {
    const { compactRows, compactBytes } = this.#parts.limits
    return this.#log.tailRows >= times * compactRows || this.#log.tailBytes >= times * compactBytes
  }

  #start(compact: boolean): Promise<void> {
    this.stop()
    const begun = Date.now()
    this.#running ??= this.#work(compact).finally(() => {
      this.#running = null
      this.#restUntil = Date.now() + REST * (Date.now() - begun)
      // What came meanwhile has asked in vain while this ran.
      if (this.#change && !this.#due) this.changed(this.#change.at, this.#change.user)
    })
    return this.#running
  }

  async #work(compact: boolean): Promise<void> {
    const { story, storage, reader } = this.#parts
    const change = this.#change
    this.#change = null
    const { snapshot, updates, head } = this.#log.state
    try {
      const made = await reader.survey(snapshot, updates)
      if (change) {
        const { title, opening, words, lines } = made.survey
        await storage.stories.update(story, {
          derivedTitle: title,
          opening,
          words,
          lines,
          changedAt: change.at,
          changedBy: change.user,
        })
        this.#parts.counted()
      }
      if (compact || this.#tailExceeds(1)) {
        this.#mustCover(made.stateVector, updates)
        await storage.rooms.compact(story, head, made.snapshot, made.stateVector)
        this.#log.compacted(head, made.snapshot)
      }
    } catch (error) {
      this.#parts.failed('upkeep', error)
    }
  }

  /** A snapshot that holds less than the log it replaces would be lost text. */
  #mustCover(stateVector: Uint8Array, updates: readonly Uint8Array[]): void {
    const covered = Y.decodeStateVector(stateVector)
    for (const update of updates) {
      for (const [client, clock] of Y.parseUpdateMeta(update).to) {
        if ((covered.get(client) ?? 0) < clock) throw new Error(`a snapshot lacks what client ${client} wrote`)
      }
    }
  }
}
