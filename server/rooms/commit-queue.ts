/**
 * What a room has accepted and not yet stored. While one commit is on its way to the disk the next one gathers; what
 * one connection sent meanwhile becomes one update. A failed commit is tried again until it succeeds: nothing in it has
 * been acknowledged or shown to anybody.
 */
import type { EventFigures } from '../../shared/review/figures.ts'
import type { Append, LogRow, RoomStorage, StoredEvent } from '../storage/storage.ts'
import { mergeUpdates } from './merge-updates.ts'

export interface Accepted<Author> {
  author: Author
  /** Account. */
  user: string
  /** Number of the frame on the author's connection. */
  frame: number
  /** Null when the frame brought nothing new: it is done when all before it is. */
  update: Uint8Array | null
  newClients: number[]
}

/** Something of the review: events, and what they do to the text. Stored as a whole, and never merged with anything. */
export interface Act {
  /** Account that the update is stored under. */
  user: string
  update: Uint8Array | null
  newClients: number[]
  events: readonly StoredEvent[]
  /** See Append. */
  figures?: readonly EventFigures[]
  /** See Append. */
  noted?: number
}

export interface StoredUpdate<Author> extends LogRow {
  /** Null = it is of the review. */
  author: Author | null
  user: string
  at: number
}

export interface CommitWatch<Author> {
  stored(updates: StoredUpdate<Author>[], frames: Map<Author, number[]>, acts: Act[]): void
  /** A commit has failed for the first time since the last success. */
  failing(error: unknown): void
}

/** What is stored as one row, and as one update if it brings any. */
interface Piece<Author> {
  author: Author | null
  user: string
  updates: Uint8Array[]
  newClients: number[]
  act: Act | null
}

const FIRST_RETRY = 100
const LAST_RETRY = 2_000
/** One commit takes no more than this, except a single update that is bigger. */
const MAX_BYTES = 4 << 20

export class CommitQueue<Author extends object> {
  readonly #story: string
  readonly #storage: RoomStorage
  readonly #now: () => number
  readonly #watch: CommitWatch<Author>
  #waiting: (Accepted<Author> | Act)[] = []
  #bytes = 0
  #running: Promise<void> | null = null
  #retry: { timer: NodeJS.Timeout; now: () => void } | null = null
  #abandoned = false

  constructor(story: string, storage: RoomStorage, now: () => number, watch: CommitWatch<Author>) {
    this.#story = story
    this.#storage = storage
    this.#now = now
    this.#watch = watch
  }

  /** Bytes that are accepted but not on disk. */
  get bytes(): number {
    return this.#bytes
  }

  get idle(): boolean {
    return this.#running === null
  }

  push(accepted: Accepted<Author> | Act): void {
    this.#waiting.push(accepted)
    this.#bytes += sizeOf(accepted)
    this.#running ??= this.#run()
  }

  /** Resolves when everything pushed so far is on disk, or the queue was abandoned. */
  async settled(): Promise<void> {
    while (this.#running) {
      this.#retry?.now()
      await this.#running
    }
  }

  /** Gives up on what is not stored; its authors have not been told that it was. */
  abandon(): void {
    this.#abandoned = true
    this.#retry?.now()
  }

  async #run(): Promise<void> {
    // Let everything that has already arrived on any socket come along.
    await new Promise((resolve) => setImmediate(resolve))
    while (this.#waiting.length > 0 && !this.#abandoned) {
      const entries = this.#take()
      const pieces = piecesOf(entries)
      const updates = pieces.length > 0 ? await this.#store(pieces) : []
      if (!updates) break
      this.#bytes -= entries.reduce((sum, entry) => sum + sizeOf(entry), 0)
      this.#watch.stored(
        updates,
        framesOf(entries),
        pieces.flatMap(({ act }) => act ?? []),
      )
    }
    this.#running = null
  }

  #take(): (Accepted<Author> | Act)[] {
    let bytes = 0
    let count = 0
    for (const entry of this.#waiting) {
      bytes += sizeOf(entry)
      if (count > 0 && bytes > MAX_BYTES) break
      count++
    }
    return this.#waiting.splice(0, count)
  }

  /** Those that brought text, with their sequence numbers. Null when the queue was abandoned first. */
  async #store(pieces: readonly Piece<Author>[]): Promise<StoredUpdate<Author>[] | null> {
    const at = this.#now()
    const batch = pieces.map(
      ({ user, updates, newClients, act }): Append => ({
        story: this.#story,
        user,
        at,
        update: updates.length > 0 ? mergeUpdates(updates) : null,
        newClients,
        ...(act ? { events: act.events, figures: act.figures ?? [] } : {}),
        ...(act?.noted === undefined ? {} : { noted: act.noted }),
      }),
    )
    for (let wait = FIRST_RETRY; ; wait = Math.min(wait * 2, LAST_RETRY)) {
      try {
        const seqs = await this.#storage.append(batch)
        return batch.flatMap(({ user, update }, index) =>
          update ? { seq: seqs[index] ?? Number.NaN, author: pieces[index]?.author ?? null, user, at, update } : [],
        )
      } catch (error) {
        if (wait === FIRST_RETRY) this.#watch.failing(error)
        if (this.#abandoned) return null
        await this.#pause(wait)
        if (this.#abandoned) return null
      }
    }
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const now = () => {
        clearTimeout(this.#retry?.timer)
        this.#retry = null
        resolve()
      }
      this.#retry = { timer: setTimeout(now, milliseconds), now }
    })
  }
}

function sizeOf(entry: Accepted<unknown> | Act): number {
  const bytes = entry.update?.byteLength ?? 0
  return 'events' in entry ? entry.events.reduce((sum, { body }) => sum + body.length, bytes) : bytes
}

/**
 * One piece for each author, in order of their first, and one for each act. Authors in one batch cannot build on each
 * other: none has been shown what the others sent. An act builds on nothing that is pushed after it.
 */
function piecesOf<Author extends object>(entries: readonly (Accepted<Author> | Act)[]): Piece<Author>[] {
  const pieces: Piece<Author>[] = []
  const byAuthor = new Map<Author, Piece<Author>>()
  for (const entry of entries) {
    const { user, update, newClients } = entry
    if ('events' in entry) {
      pieces.push({ author: null, user, updates: update ? [update] : [], newClients, act: entry })
      continue
    }
    if (!update) continue
    const known = byAuthor.get(entry.author)
    const piece: Piece<Author> = known ?? { author: entry.author, user, updates: [], newClients: [], act: null }
    piece.updates.push(update)
    piece.newClients.push(...newClients)
    if (known) continue
    byAuthor.set(entry.author, piece)
    pieces.push(piece)
  }
  return pieces
}

function framesOf<Author>(entries: readonly (Accepted<Author> | Act)[]): Map<Author, number[]> {
  const frames = new Map<Author, number[]>()
  for (const entry of entries) {
    if ('events' in entry) continue
    const known = frames.get(entry.author)
    if (known) known.push(entry.frame)
    else frames.set(entry.author, [entry.frame])
  }
  return frames
}
