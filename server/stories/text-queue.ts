/** One thread for work on whole texts, its jobs one after the other, and what happens when it dies of one. */
import type { Worker } from 'node:worker_threads'
import { Refusal } from '../../shared/refusals.ts'
import { startThread } from '../storage/start-thread.ts'
import type { JobName, TextJobs, WorkTold } from './text-work.ts'
import type { TextReply, TextRequest } from './text-work-thread.ts'

export interface WorkLimits {
  /** Milliseconds that one job may take. */
  within: number
  /** MiB of heap that one job may take; the bytes of files and updates themselves are not counted. */
  memory: number
  /** Jobs that may wait. */
  waiting: number
}

/** For whoever wants to know how far one job is, or may give it up. */
export interface JobWatch {
  /** Called in order; not at all while the job waits. `done` of `all` are counted; 0 of 0 where nothing is. */
  told?: WorkTold | undefined
  /** Aborted: nobody waits for the answer. A job that waits is dropped; one that takes long is ended. */
  signal?: AbortSignal | undefined
}

/** What nobody waits for may still take so many milliseconds, since a fresh thread takes about as long. */
const LAST_MS = 1_000

interface Job {
  request: TextRequest
  watch: JobWatch
  /** Given up: its answer is nobody's. */
  over: boolean
  resolve: (answer: TextJobs[JobName]['answer']) => void
  reject: (error: Error) => void
}

export class TextQueue {
  readonly #limits: WorkLimits
  readonly #waiting: Job[] = []
  #thread: Worker | null = null
  /** What the thread is at work on; null while it is idle or starting. */
  #job: Job | null = null
  #ready = false
  #deadline: NodeJS.Timeout | null = null
  #closed = false

  constructor(limits: WorkLimits) {
    this.#limits = limits
  }

  run<Name extends JobName>(
    name: Name,
    ask: TextJobs[Name]['ask'],
    watch: JobWatch = {},
  ): Promise<TextJobs[Name]['answer']> {
    if (watch.signal?.aborted) return Promise.reject(givenUp())
    if (this.#closed) return Promise.reject(stopping())
    if (this.#waiting.length >= this.#limits.waiting) {
      const message = 'Galley is busy with many texts just now. Try again in a moment.'
      return Promise.reject(new Refusal('unavailable', message))
    }
    return new Promise((resolve, reject) => {
      // Name and ask belong together by the signature, and so do ask and answer.
      const request = { name, ask } as TextRequest
      const job: Job = { request, watch, over: false, resolve: resolve as Job['resolve'], reject }
      this.#waiting.push(job)
      watch.signal?.addEventListener('abort', () => this.#giveUp(job), { once: true })
      this.#next()
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    const thread = this.#thread
    this.#gone(stopping())
    for (const { reject } of this.#waiting.splice(0)) reject(stopping())
    await thread?.terminate()
  }

  #next(): void {
    if (this.#job || this.#waiting.length === 0) return
    this.#thread ??= this.#start()
    // Starting takes a while, which is not the job's.
    if (!this.#ready) return
    const job = this.#waiting.shift()!
    this.#job = job
    this.#deadline = setTimeout(() => this.#overdue(), this.#limits.within)
    this.#thread.postMessage(job.request)
  }

  #giveUp(job: Job): void {
    const at = this.#waiting.indexOf(job)
    if (at >= 0) this.#waiting.splice(at, 1)
    job.over = true
    job.reject(givenUp())
    if (this.#job !== job) return
    if (this.#deadline) clearTimeout(this.#deadline)
    this.#deadline = setTimeout(() => this.#overdue(), Math.min(LAST_MS, this.#limits.within))
  }

  #start(): Worker {
    const thread = startThread(import.meta.url, 'text-work-thread', {}, { maxOldGenerationSizeMb: this.#limits.memory })
    // What comes late from a thread that was given up is nobody's any more.
    const own = () => this.#thread === thread
    thread.on('message', (reply: TextReply) => own() && this.#received(reply))
    thread.on('error', (error: Error & { code?: string }) => {
      if (own()) this.#died(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuchMemory() : error)
    })
    thread.on('exit', () => own() && this.#died(new Error('the text work thread has ended')))
    return thread
  }

  #received(reply: TextReply): void {
    if (reply.kind === 'ready') this.#ready = true
    else if (reply.kind === 'stage') {
      if (this.#job && !this.#job.over) this.#job.watch.told?.(reply.stage, reply.done, reply.all)
      return
    } else {
      const job = this.#taken()
      if (reply.kind === 'done') job?.resolve(reply.answer)
      else job?.reject(reply.kind === 'refused' ? new Refusal(reply.code, reply.message) : new Error(reply.message))
    }
    this.#next()
  }

  #overdue(): void {
    const thread = this.#thread
    const seconds = Math.ceil(this.#limits.within / 1000)
    this.#died(
      new Refusal(
        'unavailable',
        `Galley could not finish with this text within ${seconds} ${seconds === 1 ? 'second' : 'seconds'}. Split it into parts, or try again when the server is less busy.`,
      ),
    )
    void thread?.terminate()
  }

  /** A thread that dies before it could take a job dies of its first one all the same: else it would be started for ever. */
  #died(reason: Error): void {
    if (!this.#job) this.#job = this.#waiting.shift() ?? null
    this.#gone(reason)
    this.#next()
  }

  #gone(reason: Error): void {
    this.#thread = null
    this.#ready = false
    this.#taken()?.reject(reason)
  }

  #taken(): Job | null {
    const job = this.#job
    this.#job = null
    if (this.#deadline) clearTimeout(this.#deadline)
    this.#deadline = null
    return job
  }
}

/** What is answered to nobody: whoever asked has gone. */
export function givenUp(): Refusal {
  return new Refusal('unavailable', 'This was given up before it was done.')
}

function stopping(): Refusal {
  return new Refusal('unavailable', 'Galley is stopping. Try again in a moment.')
}

function tooMuchMemory(): Refusal {
  return new Refusal('too-large', 'This text takes more memory than Galley gives to one text. Split it into parts.')
}
