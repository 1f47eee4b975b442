/** The ids of one's own records: new ones, those that are over, and those that became part of another. */
import type { NewId } from './suggest.ts'

export class Ids {
  /** Makes an id that no record has or ever had. */
  readonly fresh: NewId
  private readonly gone = new Set<string>()
  private readonly into = new Map<string, string>()

  constructor(fresh: NewId) {
    this.fresh = fresh
  }

  /** Decided or withdrawn: what undo brings back of it is a new proposal. */
  readonly isOver = (id: string): boolean => this.gone.has(id)

  end(id: string): void {
    this.gone.add(id)
  }

  /** A decision was taken back. */
  reopen(id: string): void {
    this.gone.delete(id)
    this.into.delete(id)
  }

  absorb(absorbed: ReadonlyMap<string, string>): void {
    for (const [id, winner] of absorbed) this.into.set(id, winner)
  }

  /** The record that `id` is part of now; itself when it never was absorbed. */
  now(id: string): string {
    const seen = new Set<string>()
    let at = id
    for (let next = this.into.get(at); next !== undefined && !seen.has(next); next = this.into.get(at)) {
      seen.add(at)
      at = next
    }
    return at
  }
}
