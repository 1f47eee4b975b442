/** Where a contract suite finds the storage that it tests. */
import type { Storage } from '../../server/storage/storage.ts'

/** One empty place to store in. `open` may be called several times: each is a further process on the same place. */
export interface Place {
  open(): Promise<Storage>
  /** Changes one bit of the stored bytes of one update (seq) or of the snapshot (seq 0), behind the storage's back. */
  flip(story: string, seq: number): Promise<void>
  /** Deletes the stored update with that seq, behind the storage's back. */
  lose(story: string, seq: number): Promise<void>
  /** A file name, on the machine that runs the test, that does not exist yet. */
  freshFile(): string
  /** Opens what `backup` wrote. */
  openBackup(file: string): Promise<Storage>
  remove(): Promise<void>
}
