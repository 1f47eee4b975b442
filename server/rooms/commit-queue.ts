/**
 * What a room has accepted and not yet stored. While one commit is on its way to the disk the next one gathers; what
 * one connection sent meanwhile becomes one update. A failed commit is tried again until it succeeds: nothing in it has
 * been acknowledged or shown to anybody.
 */
import type { Append, LogRow, RoomStorage } from '../storage/storage.ts'
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

export interface StoredUpdate<Author> extends LogRow {
  author: Author
  user: string
  at: number
}

export interface CommitWatch<Author> {
  stored(updates: StoredUpdate<Author>[], frames: Map<Author, number[]>): void
  /** A commit has failed for the first time since the last success. */
  failing(error: unknown): void
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
  #waiting: Accepted<Author>[] = []
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

  push(accepted: Accepted<Author>): void {
    this.#waiting.push(accepted)
    this.#bytes += accepted.update?.byteLength ?? 0
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
      const updates = this.#merged(entries)
      if (updates.length > 0 && !(await this.#store(updates, entries))) break
      this.#bytes -= entries.reduce((sum, { update }) => sum + (update?.byteLength ?? 0), 0)
      this.#watch.stored(updates, framesOf(entries))
    }
    this.#running = null
  }

  #take(): Accepted<Author>[] {
    let bytes = 0
    let count = 0
    for (const { update } of this.#waiting) {
      bytes += update?.byteLength ?? 0
      if (count > 0 && bytes > MAX_BYTES) break
      count++
    }
    return this.#waiting.splice(0, count)
  }

  /**
   * One update for each author, in order of their first. Authors in one batch cannot build on each other: none has been
   * shown what the others sent.
   */
  #merged(entries: readonly Accepted<Author>[]): StoredUpdate<Author>[] {
    const byAuthor = new Map<Author, { user: string; updates: Uint8Array[] }>()
    for (const { author, user, update } of entries) {
      if (!update) continue
      const known = byAuthor.get(author)
      if (known) known.updates.push(update)
      else byAuthor.set(author, { user, updates: [update] })
    }
    const at = this.#now()
    return [...byAuthor].map(([author, { user, updates }]) => ({
      seq: 0,
      author,
      user,
      at,
      update: mergeUpdates(updates),
    }))
  }

  /** Sets the sequence numbers. False when the queue was abandoned first. */
  async #store(updates: StoredUpdate<Author>[], entries: readonly Accepted<Author>[]): Promise<boolean> {
    const clients = new Map<Author, number[]>()
    for (const { author, newClients } of entries) {
      if (newClients.length > 0) clients.set(author, [...(clients.get(author) ?? []), ...newClients])
    }
    const batch = updates.map(
      ({ author, user, at, update }): Append => ({
        story: this.#story,
        user,
        at,
        update,
        newClients: clients.get(author) ?? [],
      }),
    )
    for (let wait = FIRST_RETRY; ; wait = Math.min(wait * 2, LAST_RETRY)) {
      try {
        const seqs = await this.#storage.append(batch)
        for (const [index, update] of updates.entries()) update.seq = seqs[index] ?? Number.NaN
        return true
      } catch (error) {
        if (wait === FIRST_RETRY) this.#watch.failing(error)
        if (this.#abandoned) return false
        await this.#pause(wait)
        if (this.#abandoned) return false
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

function framesOf<Author>(entries: readonly Accepted<Author>[]): Map<Author, number[]> {
  const frames = new Map<Author, number[]>()
  for (const { author, frame } of entries) {
    const known = frames.get(author)
    if (known) known.push(frame)
    else frames.set(author, [frame])
  }
  return frames
}
