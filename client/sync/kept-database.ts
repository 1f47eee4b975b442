/** A KeptStore in IndexedDB: one database per account and story, one object store of rows. */
import type { AsideNote, KeptRow, KeptStore, NewRow } from './kept-store.ts'

/** Stands in the name of a store that was set aside, between the story and the time. */
export const ASIDE = '/aside/'
const ROWS = 'rows'
/** An update of Yjs without anything in it. */
const NOTHING = Uint8Array.of(0, 0)

/** Opens on first use and again after the browser closed it (another version, cleared data). Rejects where IndexedDB is refused. */
export function openKeptDatabase(user: string, story: string): KeptStore {
  return new KeptDatabase(`galley/${user}/${story}`)
}

/** Removes what is kept of one story; for somebody who may no longer see it and has nothing unacknowledged there. */
export function forgetKept(user: string, story: string): Promise<void> {
  return discardKept(`galley/${user}/${story}`)
}

/** Removes a store by its name, whatever it holds. */
export function discardKept(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = () => resolve()
    // Another tab still holds it; the deletion happens when that tab goes.
    request.onblocked = () => resolve()
    request.onerror = () => reject(request.error)
  })
}

/** True when this browser keeps anything of the story, of whichever account. Cheap: nothing is opened. */
export async function keepsStory(story: string): Promise<boolean> {
  if (typeof indexedDB.databases !== 'function') return false
  return (await indexedDB.databases()).some(({ name }) => name?.split('/')[2] === story)
}

class KeptDatabase implements KeptStore {
  readonly #name: string
  #database: Promise<IDBDatabase> | null = null

  constructor(name: string) {
    this.#name = name
  }

  async rows(after: number): Promise<KeptRow[]> {
    const store = await this.#store('readonly')
    const range = IDBKeyRange.lowerBound(after, true)
    const [keys, values] = await Promise.all([answer(store.getAllKeys(range)), answer<NewRow[]>(store.getAll(range))])
    return values.map((row, index) => ({ ...row, key: Number(keys[index]) }))
  }

  async append(rows: readonly NewRow[]): Promise<number[]> {
    const store = await this.#store('readwrite')
    const [, ...keys] = await Promise.all([done(store.transaction), ...rows.map((row) => answer(store.add(row)))])
    return keys.map(Number)
  }

  async acknowledge(keys: readonly number[]): Promise<void> {
    const store = await this.#store('readwrite')
    for (const key of keys) {
      const request: IDBRequest<NewRow | undefined> = store.get(key)
      request.onsuccess = () => {
        if (request.result) store.put({ ...request.result, unacknowledged: false }, key)
      }
    }
    await done(store.transaction)
  }

  async compact(keys: readonly number[], whole: Uint8Array<ArrayBuffer>): Promise<number> {
    const store = await this.#store('readwrite')
    const added = answer(store.add({ update: whole, unacknowledged: false } satisfies NewRow))
    for (const old of keys) store.delete(old)
    const [key] = await Promise.all([added, done(store.transaction)])
    return Number(key)
  }

  async setAside(note: AsideNote | null): Promise<string | null> {
    const rows = await this.rows(0)
    if (rows.length === 0) return null
    const name = note && `${this.#name}${ASIDE}${note.at}`
    if (name) {
      const aside = new KeptDatabase(name)
      const moved = rows.map(({ update, unacknowledged }) => ({ update, unacknowledged }))
      await aside.append([{ update: NOTHING, unacknowledged: false, note }, ...moved])
      aside.close()
    }
    const store = await this.#store('readwrite')
    // What another tab has put in meanwhile stays.
    store.delete(IDBKeyRange.upperBound(rows.at(-1)?.key))
    await done(store.transaction)
    return name
  }

  close(): void {
    const database = this.#database
    this.#database = null
    // Nobody waits for a database that could not be opened.
    void database?.then((open) => open.close()).catch(() => undefined)
  }

  async #store(mode: IDBTransactionMode): Promise<IDBObjectStore> {
    this.#database ??= this.#open()
    try {
      const database = await this.#database
      return database
        .transaction(ROWS, mode, { durability: mode === 'readwrite' ? 'strict' : 'default' })
        .objectStore(ROWS)
    } catch (error) {
      this.#database = null
      throw error
    }
  }

  #open(): Promise<IDBDatabase> {
    return new Promise((resolve, reject) => {
      const request = indexedDB.open(this.#name, 1)
      request.onupgradeneeded = () => {
        request.result.createObjectStore(ROWS, { autoIncrement: true })
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

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
}
