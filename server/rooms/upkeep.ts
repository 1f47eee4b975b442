/**
 * What a room does when there is time: taking the title and counts for the library once the text has been quiet, noting in
 * the review what was written directly, and folding a long tail into the snapshot. All read the same Y.Doc, built in the
 * text thread.
 */
import { randomUUID } from 'node:crypto'
import * as Y from 'yjs'
import type { Edited } from '../../shared/review/events.ts'
import type { Storage } from '../storage/storage.ts'
import type { Piece } from './direct-edits.ts'
import type { RoomLimits } from './limits.ts'
import type { RoomLog } from './room-log.ts'
import type { TextReader } from './text-reader.ts'
import type { Survey } from './text-thread.ts'

export interface UpkeepParts {
  story: string
  storage: Storage
  reader: TextReader
  limits: RoomLimits
  /**
   * Keeps what was written directly, each piece with its writer, and up to which row of the log that goes, as one commit.
   * False = the server stops, and nothing was kept. Absent = nothing is noted.
   */
  note?(pieces: { body: Edited; user: string; at: number }[], noted: number): Promise<boolean>
  /** The library's row of the story has new counts. */
  counted(): void
  failed(what: string, error: unknown): void
}

/** Upkeep rests this many times as long as it took, so that a flood into a long story does not end up in it. */
const REST = 8
/** A tail this many times as long as it should be is folded without waiting for quiet. */
const TOO_LONG = 4
/**
 * Direct writing is noted when it has rested for so long, or has gone on for so long, milliseconds; and whenever rows that
 * tell of it are folded. Sooner would make many small pieces of what is written in one go.
 */
const NOTE_AFTER = 30_000
const NOTE_AT_LATEST = 300_000

export class Upkeep {
  readonly #parts: UpkeepParts
  readonly #log: RoomLog
  #change: { at: number; user: string } | null = null
  /** When it is to run, milliseconds of Date.now(). One timer stands for many changes: it is set again if it comes early. */
  #due: { timer: NodeJS.Timeout; timerAt: number; since: number; at: number } | null = null
  #running: Promise<void> | null = null
  /** Since when there is writing that may not be noted, milliseconds of Date.now(). */
  #unnotedSince: number | null = null
  #noting: NodeJS.Timeout | null = null
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
    this.#unnotedSince ??= Date.now()
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
    else void this.#start(false, false)
  }

  /** Does what is left to do, for good. */
  async finish(): Promise<void> {
    await this.#running
    const { closingRows, closingBytes } = this.#parts.limits
    const fold = this.#log.tailRows >= closingRows || this.#log.tailBytes >= closingBytes
    if (this.#change || fold || this.#unnotedSince !== null) await this.#start(fold, true)
    this.stop()
  }

  stop(): void {
    clearTimeout(this.#due?.timer)
    this.#due = null
    clearTimeout(this.#noting ?? undefined)
    this.#noting = null
  }

  #tailExceeds(times: number): boolean {
    const { compactRows, compactBytes } = this.#parts.limits
    return this.#log.tailRows >= times * compactRows || this.#log.tailBytes >= times * compactBytes
  }

  #start(compact: boolean, note: boolean): Promise<void> {
    this.stop()
    const begun = Date.now()
    this.#running ??= this.#work(compact, note).finally(() => {
      this.#running = null
      this.#restUntil = Date.now() + REST * (Date.now() - begun)
      // What came meanwhile has asked in vain while this ran.
      if (this.#change && !this.#due) this.changed(this.#change.at, this.#change.user)
    })
    return this.#running
  }

  async #work(compact: boolean, note: boolean): Promise<void> {
    const { story, storage } = this.#parts
    const change = this.#change
    this.#change = null
    const since = this.#unnotedSince
    const folds = compact || this.#tailExceeds(1)
    const notes = note || folds || (since !== null && Date.now() - since >= NOTE_AT_LATEST)
    try {
      const made = await this.#read(notes)
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
      const kept = notes ? await this.#note(made) : true
      // Rows that nobody will read again must have been told of.
      if (folds && kept) {
        this.#mustCover(made.stateVector, made.updates)
        await storage.rooms.compact(story, made.head, made.snapshot, made.stateVector)
        this.#log.compacted(made.head, made.snapshot)
      }
    } catch (error) {
      if (notes) this.#unnotedSince ??= since
      this.#parts.failed('upkeep', error)
    }
    if (this.#unnotedSince !== null && !this.#noting) this.#noteLater()
  }

  /** The text as the log has it now; with what was written directly since that was noted last, if asked for. */
  async #read(writing: boolean): Promise<Made> {
    const { story, storage, reader, note } = this.#parts
    const { snapshot, updates, head } = this.#log.state
    if (writing) this.#unnotedSince = null
    if (!writing || !note) return { ...(await reader.survey(snapshot, updates)), pieces: [], updates, head }
    // The rows themselves, with their writers: those of the log may be folded already.
    const stored = await storage.rooms.load(story)
    if (!stored) throw new Error('the story is gone')
    const rows = stored.tail.filter(({ seq }) => seq <= head)
    const told = rows.filter(({ seq }) => seq <= stored.noted).map(({ update }) => update)
    const untold = rows.filter(({ seq }) => seq > stored.noted)
    return { ...(await reader.surveyWriting(stored.snapshot, told, untold)), updates, head }
  }

  async #note({ pieces, head }: Made): Promise<boolean> {
    const { note } = this.#parts
    if (!note || pieces.length === 0) return true
    const bodies = pieces.map(({ user, at, lines, more }) => {
      const body: Edited = { id: randomUUID(), type: 'edited', lines, more }
      return { body, user, at }
    })
    return note(bodies, head)
  }

  #noteLater(): void {
    this.#noting = setTimeout(() => {
      this.#noting = null
      void this.#start(false, true)
    }, NOTE_AFTER)
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

interface Made {
  snapshot: Uint8Array
  stateVector: Uint8Array
  survey: Survey
  pieces: Piece[]
  /** Of the log when it was read. */
  updates: readonly Uint8Array[]
  head: number
}
