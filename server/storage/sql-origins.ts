/** Which file each story came from, and what it held when it was last read or written. */
import { sql } from 'kysely'
import { checksumOf, verify } from './checksum.ts'
import type { Engine } from './engine.ts'
import type { Origin, OriginStorage } from './storage.ts'

export class SqlOrigins implements OriginStorage {
  readonly #engine: Engine

  constructor(engine: Engine) {
    this.#engine = engine
  }

  async get(story: string): Promise<Origin | null> {
    const { db } = this.#engine
    const row = await db.selectFrom('origins').selectAll().where('story', '=', story).executeTakeFirst()
    if (!row) return null
    verify(`the file that story ${story} came from`, Number(row.checksum), row.data)
    return { path: row.path, known: row.data }
  }

  async paths(): Promise<Map<string, string>> {
    const rows = await this.#engine.db.selectFrom('origins').select(['story', 'path']).execute()
    return new Map(rows.map(({ story, path }) => [story, path]))
  }

  async marks(): Promise<Map<string, { path: string; mark: string }>> {
    const { db } = this.#engine
    const rows = await db
      .selectFrom('origins')
      .select(['story', 'path', 'checksum', sql<number>`length(data)`.as('size')])
      .execute()
    return new Map(rows.map(({ story, path, checksum, size }) => [story, { path, mark: `${checksum} ${size}` }]))
  }

  async put(story: string, { path, known }: Origin): Promise<void> {
    const row = { path, data: known, checksum: checksumOf(known) }
    await this.#engine.db
      .insertInto('origins')
      .values({ story, ...row })
      .onConflict((conflict) => conflict.column('story').doUpdateSet(row))
      .execute()
  }
}
