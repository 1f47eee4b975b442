/**
 * Where a story is kept in this browser, as an interface: rows of Yjs updates, each either acknowledged by the server
 * or not. Several tabs write to one store; keys only grow. Every promise that resolves to a write means: it is kept.
 */

export interface NewRow {
  update: Uint8Array<ArrayBuffer>
  /** An edit of this person that the server has not acknowledged. */
  unacknowledged: boolean
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
  /** Moves every row to a store of its own that no story opens, and leaves this one empty. */
  setAside(): Promise<void>
  close(): void
}
