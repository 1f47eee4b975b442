/**
 * The main thread's end of the SQLite thread: one connection, handed to one user at a time, so that the statements of
 * two transactions never mix. Translates the engine's errors.
 */
import type { Worker } from 'node:worker_threads'
import { Refusal } from '../../shared/refusals.ts'
import { packStatements, type Reply, type Request, type RunResult, type Statement } from './sqlite-message.ts'
import { startThread } from './start-thread.ts'
import { DamagedError } from './storage.ts'

interface Waiting {
  resolve: (results: RunResult[]) => void
  reject: (error: Error) => void
}

/** The thread keeps next to nothing from one request to the next; by itself its heap would grow for what is long gone. */
const YOUNG_MB = 2

export class SqliteConnection {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  readonly #exited: Promise<void>
  #lastId = 0
  #broken: Error | null = null
  #turn: Promise<void> = Promise.resolve()

  /** Opens (and creates) the database file; the first request fails when it cannot be opened. */
  constructor(file: string) {
    this.#worker = startThread(import.meta.url, 'sqlite-thread', { file }, { maxYoungGenerationSizeMb: YOUNG_MB })
    this.#worker.on('message', (reply: Reply) => this.#answered(reply))
    this.#worker.on('error', (error: Error & { code?: unknown }) =>
      this.#fail(translated(error.message, String(error.code ?? ''))),
    )
    this.#exited = new Promise((resolve) => {
      this.#worker.on('exit', () => {
        this.#fail(new Error('the database is closed'))
        resolve()
      })
    })
  }

  /** Waits until the connection is free and takes it; the caller must call the answer to give it back. */
  async take(): Promise<() => void> {
    const before = this.#turn
    let free: () => void = () => {}
    this.#turn = new Promise((resolve) => {
      free = resolve
    })
    await before
    return free
  }

  /** Runs one statement once. Only for whoever has taken the connection. */
  async run(statement: Statement): Promise<RunResult> {
    const [result] = await this.#ask('plain', [statement])
    if (!result) throw new Error('the database thread answered without a result')
    return result
  }

  /** Runs the statements as one transaction, in one message; `read` sees one consistent state and writes nothing. */
  async atomically(mode: 'read' | 'write', statements: readonly Statement[]): Promise<RunResult[]> {
    const free = await this.take()
    try {
      return await this.#ask(mode, statements)
    } finally {
      free()
    }
  }

  /** Finishes what was asked for before, closes the file and ends the thread. */
  async close(): Promise<void> {
    const free = await this.take()
    try {
      if (!this.#broken) await this.#ask('close', [])
      await this.#exited
    } finally {
      free()
    }
  }

  #ask(mode: Request['mode'], statements: readonly Statement[]): Promise<RunResult[]> {
    const broken = this.#broken
    if (broken) return Promise.reject(broken)
    const { packed, blobs } = packStatements(statements)
    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#worker.postMessage({ id, mode, statements: packed, blobs } satisfies Request, [blobs])
    })
  }

  #answered(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id)
    this.#waiting.delete(reply.id)
    if (reply.error) waiting?.reject(translated(reply.error.message, reply.error.code))
    else waiting?.resolve(reply.results ?? [])
  }

  #fail(error: Error): void {
    this.#broken ??= error
    for (const waiting of this.#waiting.values()) waiting.reject(this.#broken)
    this.#waiting.clear()
  }
}

function translated(message: string, code: string): Error {
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code) || /malformed|not a database/.test(message)) {
    return new DamagedError(`The database file is damaged: ${message}`)
  }
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
    return new Refusal('unavailable', 'Another program keeps the database busy. Try again in a moment.')
  }
  if (/^SQLITE_FULL/.test(code)) return new Refusal('unavailable', 'The disk is full, so nothing can be saved.')
  if (/^SQLITE_CONSTRAINT/.test(code))
    return new Refusal('conflict', `That is stored already, or refers to nothing (${message}).`)
  return new Error(code ? `${message} (${code})` : message)
}
