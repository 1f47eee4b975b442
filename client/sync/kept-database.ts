/** A KeptStore in IndexedDB: one database per account and story. What it keeps of the review is kept-review-database's. */
import { answer, BrowserDatabase, done, EVENTS, ROWS } from './browser-database.ts'
import type { AsideNote, KeptRow, KeptStore, NewRow } from './kept-store.ts'

/** Stands in the name of a store that was set aside, between the story and the time. */
export const ASIDE = '/aside/'
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
  readonly #database: BrowserDatabase

  constructor(name: string) {
    this.#database = new BrowserDatabase(name)
  }

  async rows(after: number): Promise<KeptRow[]> {
    const store = await this.#store('readonly')
    const range = IDBKeyRange.lowerBound(after, true)
    const [keys, values] = await Promise.all([answer(store.getAllKeys(range)), answer<NewRow[]>(store.getAll(range))])
    return values.map((row, index) => ({ ...row, key: Number(keys[index]) }))
  }

  async append(rows: readonly NewRow[]): Promise<number[]> {
    const store = await this.#store('readwrite')
    const keys = rows.map((row) => answer(store.add(row)))
    // Of what is written when the page goes, nobody is left to hear the answers.
    store.transaction.commit()
    const [, ...added] = await Promise.all([done(store.transaction), ...keys])
    return added.map(Number)
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
    if (rows.length === 0 && !note?.remarks) return null
    const twin = note && (await this.#twinOf(note, rows))
    const name = twin ?? (note && `${this.#database.name}${ASIDE}${note.at}`)
    if (note && name && !twin) {
      const aside = new KeptDatabase(name)
      const moved = rows.map(({ update, unacknowledged }) => ({ update, unacknowledged }))
      await aside.append([{ update: NOTHING, unacknowledged: false, note }, ...moved])
      aside.close()
    }
    const emptied = await this.#database.transaction([ROWS, EVENTS], 'readwrite')
    // What another tab has put in meanwhile stays.
    if (rows.length > 0) emptied.objectStore(ROWS).delete(IDBKeyRange.upperBound(rows.at(-1)?.key))
    // The server may tell another tale of the review too; it is asked for all of it.
    emptied.objectStore(EVENTS).clear()
    await done(emptied)
    return name
  }

  close(): void {
    this.#database.close()
  }

  /** Where the very same was put by a page that went away before it could empty this place. */
  async #twinOf({ remarks }: AsideNote, rows: readonly KeptRow[]): Promise<string | null> {
    if (typeof indexedDB.databases !== 'function') return null
    for (const { name = '' } of await indexedDB.databases()) {
      if (!name.startsWith(this.#database.name + ASIDE)) continue
      const aside = new KeptDatabase(name)
      const [head, ...there] = await aside.rows(0)
      aside.close()
      if (head?.note?.remarks === remarks && isSame(there, rows)) return name
    }
    return null
  }

  #store(mode: IDBTransactionMode): Promise<IDBObjectStore> {
    return this.#database.store(ROWS, mode)
  }
}

function isSame(some: readonly NewRow[], others: readonly NewRow[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ update, unacknowledged }, at) => {
      const other = others[at]!
      const isAsLong = update.length === other.update.length && unacknowledged === other.unacknowledged
      return isAsLong && update.every((byte, index) => byte === other.update[index])
    })
  )
}
