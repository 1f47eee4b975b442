/**
 * The worker thread that holds the SQLite connection, so that flushing never blocks the event loop. It runs what
 * server/storage/sqlite-connection.ts ships to it, one request after the other, and knows nothing of stories.
 */
import { parentPort, workerData } from 'node:worker_threads'
import Database from 'libsql'
import type { Packed, Reply, Request, RunResult, Value } from './sqlite-message.ts'

/** Prepared statements kept; the program has fewer distinct ones, so this is only a ceiling. */
const MAX_STATEMENTS = 256

const port = parentPort
if (!port) throw new Error('sqlite-thread.ts runs only as a worker thread')

const { file } = workerData as { file: string }
const statements = new Map<string, ReturnType<Database.Database['prepare']>>()
const db = open()

port.on('message', (request: Request) => {
  if (request.mode === 'close') {
    statements.clear()
    db.close()
    answer({ id: request.id, results: [] })
    port.close()
    return
  }
  try {
    answer({ id: request.id, results: perform(request) })
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
    answer({ id: request.id, error: { message: error instanceof Error ? error.message : String(error), code } })
  }
})

function open(): Database.Database {
  const opened = new Database(file)
  // Waiting comes first: switching to WAL itself needs a lock that another process may hold.
  opened.exec('pragma busy_timeout = 10000')
  opened.exec('pragma journal_mode = wal')
  opened.exec('pragma synchronous = full')
  opened.exec('pragma foreign_keys = on')
  const read = (name: string) => Object.values(opened.prepare(`pragma ${name}`).all([])[0] as object)[0] as unknown
  if (read('journal_mode') !== 'wal') throw new Error(`${file} cannot use a write-ahead log on this file system`)
  // FULL is per connection and silently ignored when misspelt, so it is read back: 2 = FULL.
  if (read('synchronous') !== 2) throw new Error(`${file} does not flush at commit`)
  if (read('foreign_keys') !== 1) throw new Error(`${file} does not check foreign keys`)
  return opened
}

function perform(request: Request): RunResult[] {
  const { blobs } = request
  if (request.mode === 'plain') return request.statements.map((statement) => run(statement.sql, statement.rows, blobs))
  prepared(request.mode === 'write' ? 'begin immediate' : 'begin').run([])
  try {
    const results = request.statements.map((statement) => run(statement.sql, statement.rows, blobs))
    prepared('commit').run([])
    return results
  } catch (error) {
    // A full disk makes SQLite roll back by itself.
    if (db.inTransaction) db.exec('rollback')
    throw error
  }
}

function run(sql: string, rowsOfValues: readonly Packed[][], blobs: ArrayBuffer): RunResult {
  const statement = prepared(sql)
  const result: RunResult = { rows: [], changes: 0 }
  for (const packed of rowsOfValues) {
    const values = packed.map((value) => (Array.isArray(value) ? new Uint8Array(blobs, value[0], value[1]) : value))
    if (statement.reader) {
      for (const row of statement.all(values) as Record<string, unknown>[]) result.rows.push(unpacked(row))
    } else {
      result.changes += statement.run(values).changes
    }
  }
  return result
}

function prepared(sql: string): ReturnType<Database.Database['prepare']> {
  const known = statements.get(sql)
  if (known) return known
  if (statements.size >= MAX_STATEMENTS) statements.clear()
  const made = db.prepare(sql)
  statements.set(sql, made)
  return made
}

/** The driver answers blobs as ArrayBuffer; the interface promises Uint8Array. */
function unpacked(row: Record<string, unknown>): Record<string, Value> {
  const copy: Record<string, Value> = {}
  for (const [key, value] of Object.entries(row)) {
    copy[key] = value instanceof ArrayBuffer ? new Uint8Array(value) : (value as Value)
  }
  return copy
}

function answer(reply: Reply): void {
  const buffers: ArrayBuffer[] = []
  for (const { rows } of reply.results ?? []) {
    for (const row of rows) {
      for (const value of Object.values(row)) {
        if (value instanceof Uint8Array && value.buffer instanceof ArrayBuffer) buffers.push(value.buffer)
      }
    }
  }
  port?.postMessage(reply, buffers)
}
