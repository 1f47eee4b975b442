/**
 * What the SQL storage asks of a database: Kysely for single statements and ordinary transactions, and prepared
 * statements run as one transaction in one exchange for the hot paths. SQLite is one engine; Postgres can be another.
 */
import type { Kysely } from 'kysely'
import type { RunResult, Statement } from './sqlite-message.ts'
import type { Tables } from './tables.ts'

export interface Engine {
  readonly db: Kysely<Tables>
  /** All of it or nothing; a resolved `write` is flushed to disk. `read` sees one consistent state. */
  atomically(mode: 'read' | 'write', statements: readonly Statement[]): Promise<RunResult[]>
  version(): Promise<number>
  /** Writes a consistent copy of everything to a file that does not exist yet. */
  copyTo(file: string): Promise<void>
  close(): Promise<void>
}
