/** Reads stories from their log in a thread of its own, one after the other. See server/rooms/text-thread.ts. */
import type { Worker } from 'node:worker_threads'
import type { Draft } from '../../shared/story/draft.ts'
import { startThread } from '../storage/start-thread.ts'
import type { TailRow } from '../storage/storage.ts'
import type { Proposal } from './decide.ts'
import type { Piece } from './direct-edits.ts'
import type { Decision, StoryText } from './ledger.ts'
import type { LostThread } from './returned-words.ts'
import type { DecideRequest, ReadRequest, Survey, TextReply } from './text-thread.ts'

export interface Digest {
  /** The whole story as one compact update. */
  snapshot: Uint8Array
  /** Encoded state vector of the snapshot. */
  stateVector: Uint8Array
  draft: Draft
}

/** A request as its caller makes it. */
type Asked = Omit<ReadRequest, 'id' | 'bytes' | 'lengths'> | Omit<DecideRequest, 'id' | 'bytes' | 'lengths'>

/** A story that the thread holds, as far as is known here. */
interface Held {
  /** Of the log, before what the last decision did. */
  head: number
  /** Done by the last decision, on the thread's copy: it comes back as the next row, or the copy is good for nothing. */
  done: Uint8Array | null
}

interface Waiting {
  resolve: (reply: TextReply) => void
  reject: (error: Error) => void
}

export class TextReader {
  #worker: Worker | null = null
  readonly #waiting = new Map<number, Waiting>()
  readonly #held = new Map<string, Held>()
  #lastId = 0
  #closed = false

  /** Rejects when the bytes do not make a whole story: an update that the others build on is missing. */
  async digest(snapshot: Uint8Array, updates: readonly Uint8Array[]): Promise<Digest> {
    const { snapshot: whole, stateVector, draft } = await this.#ask({ want: 'draft', rows: [] }, [snapshot, ...updates])
    if (!whole || !stateVector || !draft) throw new Error('the text thread answered without a text')
    return { snapshot: whole, stateVector, draft }
  }

  /** As `digest`, with what a library shows in place of the draft: cheaper to hand over. */
  async survey(
    snapshot: Uint8Array,
    updates: readonly Uint8Array[],
  ): Promise<{ snapshot: Uint8Array; stateVector: Uint8Array; survey: Survey }> {
    const {
      snapshot: whole,
      stateVector,
      survey,
    } = await this.#ask({ want: 'survey', rows: [] }, [snapshot, ...updates])
    if (!whole || !stateVector || !survey) throw new Error('the text thread answered without a text')
    return { snapshot: whole, stateVector, survey }
  }

  /** As `survey`, and tells what was written directly in the last of the updates, those of `rows`. */
  async surveyWriting(
    snapshot: Uint8Array,
    updates: readonly Uint8Array[],
    rows: readonly TailRow[],
  ): Promise<{ snapshot: Uint8Array; stateVector: Uint8Array; survey: Survey; pieces: Piece[] }> {
    const reply = await this.#ask({ want: 'survey', rows: rows.map(({ user, at }) => ({ user, at })) }, [
      snapshot,
      ...updates,
      ...rows.map(({ update }) => update),
    ])
    const { snapshot: whole, stateVector, survey, pieces } = reply
    if (!whole || !stateVector || !survey || !pieces) throw new Error('the text thread answered without a text')
    return { snapshot: whole, stateVector, survey, pieces }
  }

  /**
   * Decides on suggestions in a text; of those that wait for words it tells which came back. If there is an update, it must either become the next row of the log or be dropped.
   * One at a time for a story.
   */
  async decide(
    text: StoryText,
    proposals: readonly Proposal[],
    waiting: readonly LostThread[] = [],
  ): Promise<Decision> {
    const { story, snapshot, updates, head } = text
    const since = this.#since(text)
    this.#held.delete(story)
    let reply = since ? await this.#ask({ want: 'decide', story, whole: false, proposals, waiting }, since) : null
    if (!reply || reply.lost) {
      reply = await this.#ask({ want: 'decide', story, whole: true, proposals, waiting }, [snapshot, ...updates])
    }
    if (!reply.decision) throw new Error('the text thread answered without a decision')
    this.#held.set(story, { head, done: reply.decision.update })
    if (this.#held.size > MOST_HELD) this.#held.delete([...this.#held.keys()][0] as string)
    return reply.decision
  }

  /** What the thread's copy of the story lacks; null when it has none that this text goes on from. */
  #since({ story, updates, head }: StoryText): readonly Uint8Array[] | null {
    const held = this.#held.get(story)
    if (!held || head < held.head || head - held.head > updates.length) return null
    const later = head === held.head ? [] : updates.slice(held.head - head)
    if (!held.done) return later
    const [next, ...rest] = later
    return next && isSame(next, held.done) ? rest : null
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

  #ask(asked: Asked, parts: readonly Uint8Array[]): Promise<TextReply> {
    if (this.#closed) return Promise.reject(new Error('TextReader: already closed'))
    const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0))
    let at = 0
    for (const part of parts) {
      bytes.set(part, at)
      at += part.byteLength
    }
    const id = ++this.#lastId
    const request = { ...asked, id, bytes, lengths: parts.map((part) => part.byteLength) }
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

/** Stories that it is worth remembering about; the thread keeps fewer. */
const MOST_HELD = 8

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index])
}
