/**
 * Has whole texts worked on in threads, so that nobody's typing waits for somebody's file: one thread for small texts
 * and one for long ones, so that the small ones do not wait either. Each job has a limit of time and of memory; a thread
 * that exceeds one is ended, its job refused, and the next job gets a fresh thread.
 */
import { type JobWatch, TextQueue, type WorkLimits } from './text-queue.ts'
import type { JobName, TextJobs } from './text-work.ts'

/** Does work on whole texts. Rejects with the Refusals of the work itself, and of its limits. */
export interface TextWork {
  run<Name extends JobName>(name: Name, ask: TextJobs[Name]['ask'], watch?: JobWatch): Promise<TextJobs[Name]['answer']>
}

export const WORK_LIMITS: WorkLimits = { within: 30_000, memory: 1024, waiting: 50 }

/** Bytes from which on a text is a long one. */
const LONG = 512 * 1024

export class TextWorker implements TextWork {
  readonly #short: TextQueue
  readonly #long: TextQueue

  /** The limits are looked at anew for every job. */
  constructor(limits: WorkLimits = WORK_LIMITS) {
    this.#short = new TextQueue(limits)
    this.#long = new TextQueue(limits)
  }

  /** Throws `too-large` or `unavailable` when a limit is reached or the work is given up, and what the work throws. */
  run<Name extends JobName>(
    name: Name,
    ask: TextJobs[Name]['ask'],
    watch?: JobWatch,
  ): Promise<TextJobs[Name]['answer']> {
    return (bytesOf(ask) < LONG ? this.#short : this.#long).run(name, ask, watch)
  }

  /** Ends the threads; what they were asked for is refused. */
  async close(): Promise<void> {
    await Promise.all([this.#short.close(), this.#long.close()])
  }
}

function bytesOf(ask: TextJobs[JobName]['ask']): number {
  if ('bytes' in ask) return ask.bytes.byteLength
  if ('parts' in ask) return ask.parts.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)
  return ask.updates.reduce((sum, update) => sum + update.byteLength, ask.source?.byteLength ?? 0)
}
