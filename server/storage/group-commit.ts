/**
 * Group commit: all appends asked for while a commit is in flight share the next one, so that the flush to disk is
 * paid once for many. No timer: a lone append commits at once, a flood commits in large batches.
 */
import type { Append } from './storage.ts'

/** Ceilings of one transaction, so that nobody waits long behind a flood. */
const MAX_ROWS = 4096
const MAX_BYTES = 8 << 20

interface Asked {
  batch: readonly Append[]
  resolve: (seqs: number[]) => void
  reject: (error: unknown) => void
}

export class GroupCommit {
  readonly #write: (batch: readonly Append[]) => Promise<number[]>
  #asked: Asked[] = []
  #running = false

  /** `write` stores a batch as one transaction and answers its sequence numbers in order. */
  constructor(write: (batch: readonly Append[]) => Promise<number[]>) {
    this.#write = write
  }

  append(batch: readonly Append[]): Promise<number[]> {
    if (batch.length === 0) return Promise.resolve([])
    return new Promise((resolve, reject) => {
      this.#asked.push({ batch, resolve, reject })
      if (!this.#running) void this.#run()
    })
  }

  async #run(): Promise<void> {
    this.#running = true
    while (this.#asked.length > 0) await this.#commit(this.#next())
    this.#running = false
  }

  #next(): Asked[] {
    let rows = 0
    let bytes = 0
    let count = 0
    for (const { batch } of this.#asked) {
      rows += batch.length
      for (const append of batch) bytes += sizeOf(append)
      if (count > 0 && (rows > MAX_ROWS || bytes > MAX_BYTES)) break
      count++
    }
    return this.#asked.splice(0, count)
  }

  async #commit(group: Asked[]): Promise<void> {
    try {
      const seqs = await this.#write(group.flatMap(({ batch }) => batch))
      let at = 0
      for (const { batch, resolve } of group) {
        resolve(seqs.slice(at, at + batch.length))
        at += batch.length
      }
    } catch (error) {
      if (group.length === 1) group[0]?.reject(error)
      // One impossible append (its story is gone) must not take down those that merely shared its transaction.
      else for (const asked of group) await this.#commit([asked])
    }
  }
}

function sizeOf({ update, events = [] }: Append): number {
  return events.reduce((sum, { body }) => sum + body.length, update?.byteLength ?? 0)
}
