/**
 * Keeps a story in this browser until the server has it, and across reload and offline: every update goes into a store,
 * one's own as "not acknowledged" until the server says so. Edits are numbered from 1 in this tab, as save-state counts
 * them. Faults of the store are reported, tried again, and never silent. It knows nothing of sockets.
 */
import * as Y from 'yjs'
import { LINE, TEXT_ROOT } from '../../shared/story/attributes.ts'
import type { AsideNote, KeptRow, KeptStore, NewRow } from './kept-store.ts'

export interface KeepWatch {
  /** So many more edits stand unacknowledged. */
  edited(count: number): void
  /** Edits 1…through are in the store. */
  kept(through: number): void
  /** A sentence for the person, or null when the store works again. */
  fault(message: string | null): void
  /** Other tabs of this person may want to read the store. */
  announce(): void
}

/** An edit of this person that the server has not acknowledged. */
interface Edit {
  number: number
  update: Uint8Array<ArrayBuffer>
  /** Its row in the store; null = not kept yet. */
  key: number | null
}

/** Origin of the transactions that bring updates out of the store. */
export const KEPT: object = { from: 'kept' }

const REMOTE_DELAY_MS = 1_000
const RETRY_MS = 3_000
const COMPACT_ROWS = 200

export class Keep {
  readonly #store: KeptStore
  readonly #doc: Y.Doc
  readonly #watch: KeepWatch
  #mayWrite: boolean
  /** Unacknowledged, by number. */
  #edits: Edit[] = []
  #last = 0
  /** Edits on their way into the store. */
  #mine: Edit[] = []
  /** Updates of others on their way into the store. */
  #remote: Uint8Array<ArrayBuffer>[] = []
  /** Keys of rows whose content the document holds and the server has. */
  #settled: number[] = []
  #read = 0
  /** Not 0 after a fault: when to try again, milliseconds since 1970. */
  #faultyUntil = 0
  #closed = false
  #aside: string | null = null
  #timer: ReturnType<typeof setTimeout> | null = null
  /** All work on the store, one after the other. */
  #work: Promise<void> = Promise.resolve()

  /** `mayWrite` false: what a reader's copy of Yjs tidies up is no edit and is not waited for. */
  constructor(store: KeptStore, doc: Y.Doc, mayWrite: boolean, watch: KeepWatch) {
    this.#store = store
    this.#doc = doc
    this.#mayWrite = mayWrite
    this.#watch = watch
  }

  /**
   * Fills the document from the store and begins to keep it. `spoilt`: what was there was not a whole text; `barred`: it
   * has edits that nobody has the right to send any more. Then it is set aside now, and neither this nor the document
   * may be used further: begin again with new ones, without reading.
   */
  async begin({ read, note }: { read: boolean; note: (found: 'spoilt' | 'barred') => AsideNote }): Promise<Found> {
    let found: Found = 'empty'
    try {
      const rows = read ? await this.#store.rows(0) : []
      this.#take(rows)
      if (rows.length > 0) found = isWhole(this.#doc) ? 'filled' : 'spoilt'
      if (found === 'filled' && !this.#mayWrite && this.#edits.length > 0) found = 'barred'
      if (found === 'spoilt' || found === 'barred') this.#aside = await this.#store.setAside(note(found))
    } catch (error) {
      this.#fail(error)
    }
    if (found === 'filled' || found === 'empty') {
      this.#doc.on('update', this.#onUpdate)
      return found
    }
    this.#closed = true
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#store.close()
    return found
  }

  /** The right to write was given or taken: from here on what changes the document is an edit, or is not. */
  allow(mayWrite: boolean): void {
    this.#mayWrite = mayWrite
  }

  /** Name of the store to which the kept story was moved; null = it was not, or this browser could not. */
  get aside(): string | null {
    return this.#aside
  }

  /** Takes in what other tabs have put into the store since. */
  absorb(): Promise<void> {
    return this.#do(async () => this.#take(await this.#store.rows(this.#read)))
  }

  /** The server has edits 1…through on disk. */
  acknowledge(through: number): void {
    const done = this.#edits.filter((edit) => edit.number <= through)
    if (done.length === 0) return
    this.#edits = this.#edits.filter((edit) => edit.number > through)
    void this.#do(async () => {
      const keys = done.flatMap((edit) => edit.key ?? [])
      if (keys.length === 0) return
      await this.#store.acknowledge(keys)
      this.#settled.push(...keys)
    })
  }

  /** Updates that the server has not acknowledged, oldest first. */
  unacknowledged(): Uint8Array[] {
    return this.#edits.map((edit) => edit.update)
  }

  /**
   * What the server has had of the document, as a state vector. A server asked from now on that lacks any of it was
   * restored from a backup, or another story stands in its place: the two must not be merged.
   */
  acknowledged(): Map<number, number> {
    const firstUnacknowledged = new Map<number, number>()
    for (const { update } of this.#edits) {
      for (const [client, clock] of Y.parseUpdateMeta(update).from) {
        firstUnacknowledged.set(client, Math.min(clock, firstUnacknowledged.get(client) ?? clock))
      }
    }
    const vector = Y.decodeStateVector(Y.encodeStateVector(this.#doc))
    for (const [client, clock] of firstUnacknowledged) {
      vector.set(client, Math.min(clock, vector.get(client) ?? 0))
    }
    return vector
  }

  /**
   * Puts the kept story where no one opens it by accident, or away when there is no note; answers the name of that place,
   * null when there is none. Later edits count as unacknowledged and are not kept.
   */
  async setAside(note: AsideNote | null): Promise<string | null> {
    this.#hurry()
    await this.#flush()
    await this.#do(async () => {
      this.#aside = await this.#store.setAside(note)
    })
    this.#closed = true
    return this.#aside
  }

  /** Another tab has emptied the store: what this one shows goes in again. */
  renew(): Promise<void> {
    return this.#do(() => this.#writeAnew())
  }

  /** Writes what is left and lets go of the store. */
  async close(): Promise<void> {
    this.#doc.off('update', this.#onUpdate)
    this.#hurry()
    await this.#flush()
    this.#closed = true
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#store.close()
  }

  #onUpdate = (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
    if (origin === KEPT) return
    const bytes = update as Uint8Array<ArrayBuffer>
    if (!transaction.local || !this.#mayWrite) {
      this.#remote.push(bytes)
      // The first of all is the story itself: from then on it opens offline.
      if (this.#settled.length === 0) void this.#flush()
      else this.#later(REMOTE_DELAY_MS)
      return
    }
    this.#last += 1
    const edit: Edit = { number: this.#last, update: bytes, key: null }
    this.#edits.push(edit)
    this.#mine.push(edit)
    this.#watch.edited(1)
    // All that is typed while one write is under way goes into the next.
    if (this.#mine.length === 1) void this.#flush()
  }

  #take(rows: readonly KeptRow[]): void {
    const known = new Set([...this.#settled, ...this.#edits.flatMap((edit) => edit.key ?? [])])
    const fresh = rows.filter((row) => !known.has(row.key))
    this.#read = rows.at(-1)?.key ?? this.#read
    if (fresh.length === 0) return
    const open = fresh.filter((row) => row.unacknowledged)
    this.#settled.push(...fresh.filter((row) => !row.unacknowledged).map((row) => row.key))
    for (const { update, key } of open) {
      this.#last += 1
      this.#edits.push({ number: this.#last, update, key })
    }
    // Before the document changes, so that a frame sent by that change is known to carry them.
    if (open.length > 0) this.#watch.edited(open.length)
    this.#doc.transact(() => {
      for (const { update } of fresh) Y.applyUpdate(this.#doc, update, KEPT)
    }, KEPT)
    if (open.length > 0) this.#watch.kept(this.#keptThrough())
  }

  #flush(): Promise<void> {
    return this.#do(async () => {
      const mine = this.#mine
      const remote = this.#remote
      this.#mine = []
      this.#remote = []
      const rows: NewRow[] = mine.map(({ update }) => ({ update, unacknowledged: true }))
      if (remote.length > 0) rows.unshift({ update: merged(remote), unacknowledged: false })
      if (rows.length > 0) {
        const keys = await this.#store.append(rows)
        if (remote.length > 0) this.#settled.push(...keys.splice(0, 1))
        this.#entered(mine, keys)
      }
      if (this.#settled.length >= COMPACT_ROWS) {
        this.#settled = [await this.#store.compact(this.#settled, whole(this.#doc))]
      }
    })
  }

  #entered(edits: readonly Edit[], keys: readonly number[]): void {
    if (edits.length === 0) return
    edits.forEach((edit, index) => {
      edit.key = keys[index] ?? null
    })
    this.#watch.kept(this.#keptThrough())
    this.#watch.announce()
  }

  /** One piece of work after the other. A failure is told; what was to be done is then part of writing all anew. */
  #do(work: () => Promise<void>): Promise<void> {
    const next = this.#work.then(async () => {
      if (this.#closed) return
      try {
        if (this.#faultyUntil > Date.now()) return this.#later(RETRY_MS)
        if (this.#faultyUntil > 0) await this.#writeAnew()
        await work()
      } catch (error) {
        this.#fail(error)
      }
    })
    this.#work = next
    return next
  }

  /** After a fault nothing is known of the rows written before: the whole document goes in again, and every open edit. */
  async #writeAnew(): Promise<void> {
    const edits = [...this.#edits]
    this.#mine = []
    this.#remote = []
    const rows: NewRow[] = edits.map(({ update }) => ({ update, unacknowledged: true }))
    const [key, ...keys] = await this.#store.append([{ update: whole(this.#doc), unacknowledged: false }, ...rows])
    this.#settled = key === undefined ? [] : [key]
    this.#faultyUntil = 0
    this.#watch.fault(null)
    this.#entered(edits, keys)
  }

  #fail(error: unknown): void {
    this.#faultyUntil = Date.now() + RETRY_MS
    const cause = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    this.#watch.fault(`This browser does not keep your words (${cause}). Copy them before you close the page.`)
    this.#later(RETRY_MS)
  }

  /** A last try does not wait for its time. */
  #hurry(): void {
    if (this.#faultyUntil > 0) this.#faultyUntil = 1
  }

  #later(delay: number): void {
    if (this.#timer !== null || this.#closed) return
    this.#timer = setTimeout(() => {
      this.#timer = null
      void this.#flush()
    }, delay)
  }

  #keptThrough(): number {
    const waiting = this.#edits.find((edit) => edit.key === null)
    return waiting ? waiting.number - 1 : this.#last
  }
}

/** Whether a state vector lacks letters of another. */
export function lacks(vector: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>): boolean {
  return [...other].some(([client, clock]) => (vector.get(client) ?? 0) < clock)
}

/** What a store held when a story was opened. */
export type Found = 'filled' | 'empty' | 'spoilt' | 'barred'

/** True for a document that stands on its own: nothing it refers to is missing and the text opens its first line. */
function isWhole(doc: Y.Doc): boolean {
  let first = doc.getText(TEXT_ROOT)._start
  // The format of a first line that is a heading stands before its line end.
  while (first !== null && (first.deleted || !first.countable)) first = first.right
  return (
    doc.store.pendingStructs === null &&
    first !== null &&
    first.content instanceof Y.ContentString &&
    first.content.str.startsWith(LINE)
  )
}

function merged(updates: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const [only] = updates
  return updates.length === 1 && only ? only : (Y.mergeUpdates([...updates]) as Uint8Array<ArrayBuffer>)
}

function whole(doc: Y.Doc): Uint8Array<ArrayBuffer> {
  return Y.encodeStateAsUpdate(doc) as Uint8Array<ArrayBuffer>
}
