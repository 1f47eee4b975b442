/** Kysely on server/storage/sqlite-connection.ts: queries are compiled here and run in the thread. */
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import type { SqliteConnection } from './sqlite-connection.ts'
import type { Value } from './sqlite-message.ts'

export function sqliteDialect(connection: SqliteConnection): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new ThreadDriver(connection),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

/** What a compiled query carries, checked: nothing but numbers, strings, null and bytes reaches the engine. */
export function valuesOf(parameters: readonly unknown[]): Value[] {
  return parameters.map((value) => {
    if (value === null || typeof value === 'string' || value instanceof Uint8Array) return value
    if (typeof value === 'number' && Number.isFinite(value)) return value
    throw new TypeError(`valuesOf: a ${typeof value} cannot be stored`)
  })
}

class ThreadDriver implements Driver {
  readonly #connection: SqliteConnection

  constructor(connection: SqliteConnection) {
    this.#connection = connection
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<TakenConnection> {
    return new TakenConnection(this.#connection, await this.#connection.take())
  }

  async beginTransaction(connection: TakenConnection): Promise<void> {
    // IMMEDIATE: a transaction that reads first and writes later could otherwise fail halfway when another process
    // wrote in between.
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  async commitTransaction(connection: TakenConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: TakenConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async releaseConnection(connection: TakenConnection): Promise<void> {
    connection.free()
  }

  async destroy(): Promise<void> {
    await this.#connection.close()
  }
}

class TakenConnection implements DatabaseConnection {
  readonly #connection: SqliteConnection
  readonly free: () => void

  constructor(connection: SqliteConnection, free: () => void) {
    this.#connection = connection
    this.free = free
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, changes } = await this.#connection.run({ sql: query.sql, rows: [valuesOf(query.parameters)] })
    return { rows: rows as R[], numAffectedRows: BigInt(changes) }
  }

  // biome-ignore lint/correctness/useYield: the interface asks for a generator, and nothing here streams
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('streamQuery: the SQLite thread answers whole results only')
  }
}
