/**
 * The IndexedDB database of one account and story. Opens on first use and again after the browser closed it (another
 * version, cleared data); every use rejects where IndexedDB is refused. What stands in its stores is the callers'.
 */

/** Yjs updates (kept-database.ts), by growing keys. */
export const ROWS = 'rows'
/** Events of the review, by their sequence number, and commands on their way, by their id (kept-review-database.ts). */
export const EVENTS = 'events'
export const OUTBOX = 'outbox'

const VERSION = 2

export class BrowserDatabase {
  readonly name: string
  #database: Promise<IDBDatabase> | null = null

  constructor(name: string) {
    this.name = name
  }

  /** Several stores in one transaction; a write is kept when `done` has resolved. */
  async transaction(stores: readonly string[], mode: IDBTransactionMode): Promise<IDBTransaction> {
    this.#database ??= this.#open()
    try {
      const database = await this.#database
      return database.transaction(stores, mode, { durability: mode === 'readwrite' ? 'strict' : 'default' })
    } catch (error) {
      this.#database = null
      throw error
    }
  }

  async store(name: string, mode: IDBTransactionMode): Promise<IDBObjectStore> {
    return (await this.transaction([name], mode)).objectStore(name)
  }

  close(): void {
    const database = this.#database
    this.#database = null
    // Nobody waits for a database that could not be opened.
    void database?.then((open) => open.close()).catch(() => undefined)
  }

  #open(): Promise<IDBDatabase> {
    return new Promise((resolve, reject) => {
      const request = indexedDB.open(this.name, VERSION)
      request.onupgradeneeded = ({ oldVersion }) => {
        if (oldVersion < 1) request.result.createObjectStore(ROWS, { autoIncrement: true })
        request.result.createObjectStore(EVENTS, { keyPath: 'seq' })
        request.result.createObjectStore(OUTBOX, { keyPath: 'id' })
      }
      request.onsuccess = () => {
        const database = request.result
        database.onversionchange = () => database.close()
        database.onclose = () => {
          this.#database = null
        }
        resolve(database)
      }
      request.onerror = () => reject(request.error)
    })
  }
}

export function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

export function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
}
