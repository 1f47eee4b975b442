/** Reads stories from their log in a thread of its own, one after the other. See server/rooms/text-thread.ts. */
import type { Worker } from 'node:worker_threads'
import type { Draft } from '../../shared/story/draft.ts'
import { startThread } from '../storage/start-thread.ts'
import type { Survey, TextReply, TextRequest } from './text-thread.ts'

export interface Digest {
  /** The whole story as one compact update. */
  snapshot: Uint8Array
  /** Encoded state vector of the snapshot. */
  stateVector: Uint8Array
  draft: Draft
}

interface Waiting {
  resolve: (reply: TextReply) => void
  reject: (error: Error) => void
}

export class TextReader {
  #worker: Worker | null = null
  readonly #waiting = new Map<number, Waiting>()
  #lastId = 0
  #closed = false

  /** Rejects when the bytes do not make a whole story: an update that the others build on is missing. */
  async digest(snapshot: Uint8Array, updates: readonly Uint8Array[]): Promise<Digest> {
    const { snapshot: whole, stateVector, draft } = await this.#ask('draft', snapshot, updates)
    if (!whole || !stateVector || !draft) throw new Error('the text thread answered without a text')
    return { snapshot: whole, stateVector, draft }
  }

  /** As `digest`, with what a library shows in place of the draft: cheaper to hand over. */
  async survey(
    snapshot: Uint8Array,
    updates: readonly Uint8Array[],
  ): Promise<{ snapshot: Uint8Array; stateVector: Uint8Array; survey: Survey }> {
    const { snapshot: whole, stateVector, survey } = await this.#ask('survey', snapshot, updates)
    if (!whole || !stateVector || !survey) throw new Error('the text thread answered without a text')
    return { snapshot: whole, stateVector, survey }
  }

  /** Starts the thread ahead of its first use, so that it need not start while people type. */
  prepare(): void {
    if (!this.#closed) this.#thread()
  }

  /** Ends the thread; what is still being read is rejected. */
  async close(): Promise<void> {
    this.#closed = true
    await this.#worker?.terminate()
  }

  #ask(want: TextRequest['want'], snapshot: Uint8Array, updates: readonly Uint8Array[]): Promise<TextReply> {
    if (this.#closed) return Promise.reject(new Error('TextReader: already closed'))
    const parts = [snapshot, ...updates]
    const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0))
    let at = 0
    for (const part of parts) {
      bytes.set(part, at)
      at += part.byteLength
    }
    const id = ++this.#lastId
    const request: TextRequest = { id, want, bytes, lengths: parts.map((part) => part.byteLength) }
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      this.#thread().postMessage(request, [bytes.buffer])
    })
  }

  /** Started at the first need, and again after it has died of one story. */
  #thread(): Worker {
    if (this.#worker) return this.#worker
    const worker = startThread(import.meta.url, 'text-thread', {})
    worker.on('message', (reply: TextReply) => {
      const waiting = this.#waiting.get(reply.id)
      this.#waiting.delete(reply.id)
      if (reply.error === undefined) waiting?.resolve(reply)
      else waiting?.reject(new Error(reply.error))
    })
    let reason = 'the text thread has ended'
    worker.on('error', (error) => {
      reason = error.message
    })
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = null
      const lost = [...this.#waiting.values()]
      this.#waiting.clear()
      for (const waiting of lost) waiting.reject(new Error(reason))
    })
    this.#worker = worker
    return worker
  }
}
