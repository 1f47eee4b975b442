/**
 * Files that are kept beside the database, as a table of a backup, so that a backup is one file. The table is in backups alone: no
 * open database has it.
 */
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import Database from 'libsql'
import { DamagedError } from './storage.ts'

export interface FileInBackup {
  /** Folder and name below the folder that they are kept in; neither is a path. */
  folder: string
  name: string
  /** When it was kept, milliseconds since 1970. */
  at: number
  bytes: Uint8Array
}

/** Puts them into a backup that was just made, instead of those that are in it; flushed once it resolves. Reads one at a time. */
export async function putFiles(backup: string, files: AsyncIterable<FileInBackup>): Promise<void> {
  const database = new Database(backup)
  try {
    database.exec('drop table if exists kept_files')
    database.exec(
      'create table kept_files (folder text not null, name text not null, at integer not null, print text not null, bytes blob not null)',
    )
    const insert = database.prepare('insert into kept_files values (?, ?, ?, ?, ?)')
    for await (const { folder, name, at, bytes } of files) insert.run([folder, name, at, printOf(bytes), bytes])
  } finally {
    database.close()
  }
  const handle = await open(backup, 'r')
  await handle.sync()
  await handle.close()
}

/** Takes them out of a copy of a backup, for good, giving each to `put`; one of before they were in it has none. Throws DamagedError. */
export async function takeFiles(copy: string, put: (file: FileInBackup) => Promise<void>): Promise<void> {
  const database = new Database(copy)
  try {
    const [table] = database.prepare("select name from sqlite_master where name = 'kept_files'").all([])
    if (!table) return
    const rows = database.prepare('select rowid, folder, name, at, print from kept_files').all([]) as (Omit<
      FileInBackup,
      'bytes'
    > & { rowid: number; print: string })[]
    const bytesOf = database.prepare('select bytes from kept_files where rowid = ?')
    for (const { rowid, print, ...file } of rows) {
      const [row] = bytesOf.all([rowid]) as { bytes: ArrayBuffer | null }[]
      const bytes = new Uint8Array(row?.bytes ?? new ArrayBuffer(0))
      if (printOf(bytes) !== print) throw new DamagedError(`${file.name}, a file kept in it, is damaged`)
      await put({ ...file, bytes })
    }
    database.exec('drop table kept_files')
    database.exec('vacuum')
  } finally {
    database.close()
  }
}

function printOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
