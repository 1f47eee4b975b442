/** Opens the SQLite database of a data folder, creating folder, file and tables where they are missing. */
import { mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Kysely } from 'kysely'
import { Refusal } from '../../shared/refusals.ts'
import type { Engine } from './engine.ts'
import { migrate } from './migrations.ts'
import { SqlStorage } from './sql-storage.ts'
import { SqliteConnection } from './sqlite-connection.ts'
import { sqliteDialect } from './sqlite-dialect.ts'
import type { Storage } from './storage.ts'
import type { Tables } from './tables.ts'

/** The database's name inside a data folder. SQLite keeps two more files beside it while it is open. */
export const DATABASE_FILE = 'galley.db'

/** Several processes may have the same folder open; each waits for the other's short write locks. */
export async function openSqlite(dataFolder: string): Promise<Storage> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  const connection = new SqliteConnection(join(dataFolder, DATABASE_FILE))
  const engine = new SqliteEngine(connection)
  try {
    await migrate(engine.db, 'blob')
  } catch (error) {
    await engine.close()
    throw error
  }
  return new SqlStorage(engine)
}

class SqliteEngine implements Engine {
  readonly db: Kysely<Tables>
  readonly atomically: Engine['atomically']
  readonly #connection: SqliteConnection

  constructor(connection: SqliteConnection) {
    this.#connection = connection
    this.db = new Kysely<Tables>({ dialect: sqliteDialect(connection) })
    this.atomically = (mode, statements) => connection.atomically(mode, statements)
  }

  async version(): Promise<number> {
    const [result] = await this.#plain('pragma data_version')
    return Number(result?.data_version)
  }

  async copyTo(file: string): Promise<void> {
    // Made here first, exclusively: VACUUM INTO alone would write into an empty file that somebody else has just made.
    try {
      await (await open(file, 'wx', 0o600)).close()
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
        throw new Refusal('conflict', `${file} exists already. Choose another name for the backup.`)
      }
      throw error
    }
    await this.#plain('vacuum into ?', [file])
    for (const path of [file, dirname(file)]) {
      const handle = await open(path, 'r')
      await handle.sync()
      await handle.close()
    }
  }

  async close(): Promise<void> {
    await this.db.destroy()
    await this.#connection.close()
  }

  async #plain(sql: string, values: string[] = []): Promise<Record<string, unknown>[]> {
    const free = await this.#connection.take()
    try {
      return (await this.#connection.run({ sql, rows: [values] })).rows
    } finally {
      free()
    }
  }
}
