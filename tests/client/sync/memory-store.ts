/** A KeptStore in memory, for tests: several keeps may share one, and it can be told to fail. */
import type { AsideNote, KeptRow, KeptStore, NewRow } from '../../../client/sync/kept-store.ts'

export class MemoryStore implements KeptStore {
  kept: KeptRow[] = []
  aside: KeptRow[][] = []
  notes: AsideNote[] = []
  failing = false
  #next = 1

  async rows(after: number): Promise<KeptRow[]> {
    await this.#turn()
    return this.kept.filter((row) => row.key > after).map((row) => ({ ...row }))
  }

  async append(rows: readonly NewRow[]): Promise<number[]> {
    await this.#turn()
    return rows.map((row) => {
      const key = this.#next
      this.#next += 1
      this.kept.push({ ...row, key })
      return key
    })
  }

  async acknowledge(keys: readonly number[]): Promise<void> {
    await this.#turn()
    for (const row of this.kept) if (keys.includes(row.key)) row.unacknowledged = false
  }

  async compact(keys: readonly number[], whole: Uint8Array<ArrayBuffer>): Promise<number> {
    const [key] = await this.append([{ update: whole, unacknowledged: false }])
    this.kept = this.kept.filter((row) => !keys.includes(row.key))
    return key!
  }

  async setAside(note: AsideNote | null): Promise<string | null> {
    await this.#turn()
    const rows = this.kept
    if (rows.length === 0) return null
    this.kept = []
    if (!note) return null
    this.notes.push(note)
    return `aside ${this.aside.push(rows)}`
  }

  close(): void {}

  async #turn(): Promise<void> {
    await Promise.resolve()
    if (this.failing) throw new Error('QuotaExceededError')
  }
}
