/** A KeptReview in IndexedDB, in the database of the account and story (browser-database.ts). */
import type { ReviewEvent } from '../../shared/review/events.ts'
import { answer, BrowserDatabase, done, EVENTS, OUTBOX } from './browser-database.ts'
import type { KeptReview, OutboxRow } from './kept-review.ts'

/** Every use rejects where IndexedDB is refused. */
export function openKeptReview(user: string, story: string): KeptReview {
  return new KeptReviewDatabase(new BrowserDatabase(`galley/${user}/${story}`))
}

class KeptReviewDatabase implements KeptReview {
  readonly #database: BrowserDatabase

  constructor(database: BrowserDatabase) {
    this.#database = database
  }

  async events(): Promise<ReviewEvent[]> {
    return answer<ReviewEvent[]>((await this.#database.store(EVENTS, 'readonly')).getAll())
  }

  async append(after: number, events: readonly ReviewEvent[]): Promise<boolean> {
    const store = await this.#database.store(EVENTS, 'readwrite')
    const last = store.openKeyCursor(null, 'prev')
    let follows = true
    // Within the transaction: another tab must not empty the store in between.
    last.onsuccess = () => {
      follows = Number(last.result?.key ?? 0) >= after
      if (follows) for (const event of events) store.put(event)
    }
    await done(store.transaction)
    return follows
  }

  async forgetEvents(): Promise<void> {
    const store = await this.#database.store(EVENTS, 'readwrite')
    store.clear()
    await done(store.transaction)
  }

  async outbox(): Promise<OutboxRow[]> {
    const rows = await answer<OutboxRow[]>((await this.#database.store(OUTBOX, 'readonly')).getAll())
    return rows.sort((one, other) => one.at - other.at)
  }

  async put(rows: readonly OutboxRow[]): Promise<void> {
    const store = await this.#database.store(OUTBOX, 'readwrite')
    for (const row of rows) store.put(row)
    // Of what is said when the page goes, nobody is left to hear the answers.
    store.transaction.commit()
    await done(store.transaction)
  }

  async remove(ids: readonly string[]): Promise<void> {
    const store = await this.#database.store(OUTBOX, 'readwrite')
    for (const id of ids) store.delete(id)
    await done(store.transaction)
  }

  close(): void {
    this.#database.close()
  }
}
