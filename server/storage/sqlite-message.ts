/** What travels between server/storage/sqlite-connection.ts and the thread that holds SQLite. */

/** What a column or a parameter may be. */
export type Value = number | string | null | Uint8Array

/** A statement and the rows of parameters it is run with, one run a row. */
export interface Statement {
  sql: string
  rows: readonly (readonly Value[])[]
}

/** Like Value, a blob being `[offset, length]` in the request's one buffer. */
export type Packed = number | string | null | [number, number]

export interface Request {
  id: number
  /** `write` and `read` wrap the statements in one transaction; `plain` runs them as they are. */
  mode: 'plain' | 'write' | 'read' | 'close'
  statements: { sql: string; rows: Packed[][] }[]
  blobs: ArrayBuffer
}

export interface RunResult {
  /** Of all runs of the statement, in order. */
  rows: Record<string, Value>[]
  /** Rows changed by all runs together; 0 for statements that answer rows. */
  changes: number
}

export interface Reply {
  id: number
  results?: RunResult[]
  error?: { message: string; code: string }
}

/**
 * Copies all blobs into one buffer to be transferred. Blobs are often small views into a socket's big read buffer, and
 * cloning a view would clone all that lies behind it.
 */
export function packStatements(statements: readonly Statement[]): {
  packed: Request['statements']
  blobs: ArrayBuffer
} {
  let size = 0
  for (const { rows } of statements) {
    for (const row of rows) for (const value of row) if (value instanceof Uint8Array) size += value.byteLength
  }
  const bytes = new Uint8Array(size)
  let at = 0
  const packed = statements.map(({ sql, rows }) => ({
    sql,
    rows: rows.map((row) =>
      row.map((value): Packed => {
        if (!(value instanceof Uint8Array)) return value
        bytes.set(value, at)
        at += value.byteLength
        return [at - value.byteLength, value.byteLength]
      }),
    ),
  }))
  return { packed, blobs: bytes.buffer }
}
