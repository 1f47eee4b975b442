/** Regular expressions against the lines of a story, in a worker with a time limit. One search at a time: a new one ends the last. */
import type { FindMatch, FindQuery } from './find-matches.ts'
import type { FindAnswer, FindOrder } from './find-worker.ts'

/** Milliseconds from the order to its answer, the worker's start not counted. */
const LIMIT_MS = 500

export type PatternResult =
  | { state: 'found'; matches: FindMatch[] }
  | { state: 'took-too-long' | 'superseded' | 'failed' }

export class PatternSearch {
  private worker: Worker | null = null
  private ready: Promise<void> = Promise.resolve()
  private number = 0
  private finish: ((result: PatternResult) => void) | null = null

  /** Resolves always; `query` must be a valid expression. */
  async search(query: FindQuery, lines: readonly string[]): Promise<PatternResult> {
    const number = ++this.number
    if (this.finish) {
      // The old order may be running still, for ever perhaps.
      this.stop()
      this.settle({ state: 'superseded' })
    }
    const worker = this.worker ?? this.start()
    const result = new Promise<PatternResult>((resolve) => {
      this.finish = resolve
    })
    await Promise.race([this.ready, result])
    if (number !== this.number || this.worker !== worker) return result
    const order: FindOrder = { number, query, lines }
    worker.postMessage(order)
    const timer = setTimeout(() => {
      if (number !== this.number) return
      this.stop()
      this.settle({ state: 'took-too-long' })
    }, LIMIT_MS)
    return result.finally(() => clearTimeout(timer))
  }

  /** Ends the worker; the next search starts another. */
  stop(): void {
    this.worker?.terminate()
    this.worker = null
  }

  private settle(result: PatternResult): void {
    this.finish?.(result)
    this.finish = null
  }

  private start(): Worker {
    const worker = new Worker(new URL('./find-worker.ts', import.meta.url), { type: 'module' })
    this.worker = worker
    this.ready = new Promise((resolve) => {
      worker.addEventListener('message', ({ data }: MessageEvent<FindAnswer>) => {
        if (data.ready) resolve()
        else if (data.number === this.number) this.settle({ state: 'found', matches: data.matches })
      })
      worker.addEventListener('error', () => {
        resolve()
        if (this.worker !== worker) return
        this.stop()
        this.settle({ state: 'failed' })
      })
    })
    return worker
  }
}
