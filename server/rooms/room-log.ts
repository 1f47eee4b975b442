/**
 * A room as a log: snapshot bytes and a tail of updates, all of it on disk. Answers what a reader lacks without ever
 * building a Y.Doc, and holds what the gate must know. It neither writes to storage nor talks to sockets.
 */
import * as Y from 'yjs'
import type { LogRow, StoredRoom } from '../storage/storage.ts'
import { updateFrame } from './encode-frames.ts'
import { encodeStateVector } from './encode-update.ts'
import type { GateState } from './gate.ts'
import { mergeUpdates } from './merge-updates.ts'
import { TextIndex } from './text-index.ts'
import { readUpdate } from './update-structs.ts'

export class RoomLog implements GateState {
  readonly clocks: Map<number, number>
  readonly clients: Map<number, string>
  /** Everything up to `#baseSeq` as one update; at first the stored snapshot, later the fold of it and the tail. */
  #base: Uint8Array
  #baseSeq: number
  /** The stored snapshot covers this much; the stored tail begins behind it. */
  #upto: number
  /** Nobody is further behind than this: whoever is inside was sent at least what had been stored at the opening. */
  readonly #opened: number
  /** What is held of the stored tail: all of it, or once folded only what is behind `#opened`. */
  #tail: LogRow[]
  /** Of the stored tail. */
  #tailBytes = 0
  #text: TextIndex | null = null

  constructor({ snapshot, stateVector, upto, tail, clients }: Omit<StoredRoom, 'tail' | 'noted'> & { tail: LogRow[] }) {
    this.#base = snapshot
    this.#baseSeq = upto
    this.#upto = upto
    this.#tail = tail
    this.#opened = upto + tail.length
    this.clients = clients
    this.clocks = Y.decodeStateVector(stateVector)
    for (const { update } of tail) {
      this.#tailBytes += update.byteLength
      for (const { client, end } of readUpdate(update, Number.POSITIVE_INFINITY).sections) {
        if (end > (this.clocks.get(client) ?? 0)) this.clocks.set(client, end)
      }
    }
  }

  /** Sequence number of the last update on disk; 0 while there is none. */
  get head(): number {
    return this.#tail.at(-1)?.seq ?? this.#baseSeq
  }

  /** Rows on disk behind the stored snapshot, and their bytes. */
  get tailRows(): number {
    return this.head - this.#upto
  }

  get tailBytes(): number {
    return this.#tailBytes
  }

  /** Of the story as it is stored; what has been folded counts twice until a snapshot takes its place. */
  get bytes(): number {
    return this.#base.byteLength + this.#tailBytes
  }

  /** What is on disk now, for a worker that builds a Y.Doc from it. */
  get state(): { snapshot: Uint8Array; updates: Uint8Array[]; head: number } {
    return { snapshot: this.#base, updates: this.#after(this.#baseSeq), head: this.head }
  }

  /** Takes in updates that storage has just stored. */
  extend(rows: readonly LogRow[]): void {
    for (const row of rows) {
      if (row.seq !== this.head + 1) throw new Error(`RoomLog.extend: ${row.seq} does not follow ${this.head}`)
      this.#tail.push(row)
      this.#tailBytes += row.update.byteLength
    }
  }

  /** A snapshot of everything up to `upto`, a head this log once had, has taken the place of those rows. */
  compacted(upto: number, snapshot: Uint8Array): void {
    if (upto <= this.#upto || upto < this.#heldFrom()) return
    this.#tail = this.#tail.filter(({ seq }) => seq > upto)
    this.#tailBytes = this.#tail.reduce((sum, { update }) => sum + update.byteLength, 0)
    this.#upto = upto
    this.#base = snapshot
    this.#baseSeq = upto
  }

  /** Everything on disk that somebody with this encoded state vector lacks, as one update. */
  answer(stateVector: Uint8Array): Uint8Array {
    const whole = this.#everything()
    return stateVector.length <= 1 ? whole : Y.diffUpdate(whole, stateVector)
  }

  /** The updates after `seq` as one frame; null when the tail no longer reaches back that far. */
  updateFrameSince(seq: number): Uint8Array | null {
    if (seq < this.#upto || seq < this.#heldFrom()) return null
    const updates = this.#after(seq)
    return updateFrame(updates.length === 0 ? new Uint8Array(2) : mergeUpdates(updates))
  }

  /** Encoded state vector of all that has passed the gate, also of what is on its way to the disk. */
  stateVector(): Uint8Array {
    return encodeStateVector(this.clocks)
  }

  /**
   * Built when first asked for, not when the story opens: reading it through takes longer than sending it. From then on
   * the gate keeps it up, so it must be asked for before anything passes that is not in here yet.
   */
  text(): TextIndex {
    this.#text ??= TextIndex.of([this.#base, ...this.#after(this.#baseSeq)])
    return this.#text
  }

  #everything(): Uint8Array {
    const later = this.#after(this.#baseSeq)
    if (later.length > 0) {
      this.#base = Y.mergeUpdates([this.#base, mergeUpdates(later)])
      this.#baseSeq = this.head
      // In the base now, and nobody will be sent them by themselves.
      if (this.#heldFrom() < this.#opened) this.#tail = this.#tail.filter(({ seq }) => seq > this.#opened)
    }
    return this.#base
  }

  /** The updates after `seq`, as far as they are held. */
  #after(seq: number): Uint8Array[] {
    return this.#tail.slice(Math.max(0, seq - this.#heldFrom())).map(({ update }) => update)
  }

  /** Sequence number before the first update that is held. */
  #heldFrom(): number {
    return (this.#tail[0]?.seq ?? this.head + 1) - 1
  }
}
