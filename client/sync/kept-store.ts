/**
 * Where a story is kept in this browser, as an interface: rows of Yjs updates, each either acknowledged by the server
 * or not. Several tabs write to one store; keys only grow. Every promise that resolves to a write means: it is kept.
 */

/** Why a story was set aside; stands in a row of its own beside what was. */
export interface AsideNote {
  /** The story's title then; "" = not known. */
  title: string
  /** A sentence for the person. */
  why: string
  /** ISO 8601, UTC. */
  at: string
  /** What the person wrote beside the text (notes, suggestions) and was not sent; absent = nothing. */
  remarks?: string
}

export interface NewRow {
  update: Uint8Array<ArrayBuffer>
  /** An edit of this person that the server has not acknowledged. */
  unacknowledged: boolean
  /** Only in a store that was set aside. */
  note?: AsideNote
}

export interface KeptRow extends NewRow {
  key: number
}

export interface KeptStore {
  /** Rows with a key greater than `after`, in the order of their keys. */
  rows(after: number): Promise<KeptRow[]>
  /** All of them in one transaction; answers their keys. */
  append(rows: readonly NewRow[]): Promise<number[]>
  /** Rows that are no longer there are passed over. */
  acknowledge(keys: readonly number[]): Promise<void>
  /** Puts `whole`, an acknowledged row, in the place of `keys`; answers its key. */
  compact(keys: readonly number[], whole: Uint8Array<ArrayBuffer>): Promise<number>
  /**
   * Leaves this store empty. Its rows go, with the note, to a store of their own that no story opens, whose name it
   * answers; they are gone when there is no note. Null when there was nothing to move, nor remarks to keep.
   */
  setAside(note: AsideNote | null): Promise<string | null>
  close(): void
}
