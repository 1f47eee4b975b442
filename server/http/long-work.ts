/**
 * How far long pieces of work are that requests wait for. Whoever sends such a request gives it a word of their own making, and
 * asks by that word while they wait. A request that its sender breaks off is work given up.
 */
import type { WorkAnswer } from '../../shared/wire/api.ts'
import type { Actor } from '../auth/actor.ts'

/** How far one piece of work is, for who does it and for who asks. */
export type Progress = WorkAnswer

export interface WorkWatch {
  signal: AbortSignal
  told: (stage: Progress['stage'], done: number, all: number) => void
}

export class LongWork {
  readonly #at = new Map<string, Progress>()

  /** Does it; `told` may be called as often as there is something to tell. Without a word nobody can ask. */
  async run<Result>(
    actor: Actor,
    word: string | undefined,
    work: (told: (progress: Progress) => void) => Promise<Result>,
  ): Promise<Result> {
    if (word === undefined) return work(() => undefined)
    const key = keyOf(actor, word)
    const tell = (progress: Progress): void => void this.#at.set(key, progress)
    tell({ stage: 'waiting', done: 0, all: 0 })
    try {
      return await work(tell)
    } finally {
      this.#at.delete(key)
    }
  }

  /** Does work that counts by stages; it hears when the request of `word` is broken off. */
  watched<Result>(
    actor: Actor,
    { word, signal }: { word: string | undefined; signal: AbortSignal },
    work: (watch: WorkWatch) => Promise<Result>,
  ): Promise<Result> {
    return this.run(actor, word, (tell) => work({ signal, told: (stage, done, all) => tell({ stage, done, all }) }))
  }

  /** Null when it is done, was never begun, or is somebody else's. */
  of(actor: Actor, word: string): Progress | null {
    return this.#at.get(keyOf(actor, word)) ?? null
  }
}

function keyOf({ user }: Actor, word: string): string {
  return `${user?.id ?? ''} ${word}`
}
