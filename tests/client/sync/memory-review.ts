/** A KeptReview in memory, for tests: several tabs may share one, and it can be told to fail. */
import type { KeptReview, OutboxRow } from '../../../client/sync/kept-review.ts'
import type { ReviewEvent } from '../../../shared/review/events.ts'

export class MemoryReview implements KeptReview {
  readonly kept: Map<number, ReviewEvent>
  readonly rows: Map<string, OutboxRow>
  failing = false
  /** Its tab has crashed: nothing is written any more, and nobody hears of it. */
  dead = false

  /** Another tab's way to the same store, when one is given. */
  constructor(shared?: MemoryReview) {
    this.kept = shared?.kept ?? new Map()
    this.rows = shared?.rows ?? new Map()
  }

  async events(): Promise<ReviewEvent[]> {
    await this.#turn()
    return [...this.kept.values()].sort((one, other) => one.seq - other.seq)
  }

  async append(after: number, events: readonly ReviewEvent[]): Promise<boolean> {
    await this.#turn()
    if (Math.max(0, ...this.kept.keys()) < after) return false
    for (const event of events) this.kept.set(event.seq, structuredClone(event))
    return true
  }

  async forgetEvents(): Promise<void> {
    await this.#turn()
    this.kept.clear()
  }

  async outbox(): Promise<OutboxRow[]> {
    await this.#turn()
    return [...this.rows.values()].sort((one, other) => one.at - other.at)
  }

  async put(rows: readonly OutboxRow[]): Promise<void> {
    await this.#turn()
    for (const row of rows) this.rows.set(row.id, structuredClone(row))
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.#turn()
    for (const id of ids) this.rows.delete(id)
  }

  close(): void {}

  async #turn(): Promise<void> {
    await (this.dead ? new Promise(() => undefined) : Promise.resolve())
    if (this.failing) throw new Error('QuotaExceededError')
  }
}
