/** Tells whether a file is a sound database of Galley, without changing it. For backups before they are restored. */
import { open } from 'node:fs/promises'
import Database from 'libsql'

const MAGIC = 'SQLite format 3\0'

/** What is wrong with the file, as the end of a sentence ("it is not a Galley backup"); null when it is sound. */
export async function faultOf(file: string): Promise<string | null> {
  const head = Buffer.alloc(MAGIC.length)
  const handle = await open(file, 'r')
  try {
    await handle.read(head, 0, head.length, 0)
  } finally {
    await handle.close()
  }
  if (head.toString('latin1') !== MAGIC) return 'it is not a Galley backup'
  try {
    return inside(file)
  } catch (error) {
    // SQLite refuses to go on in a database that is hurt in the wrong place.
    if (error instanceof Error && 'code' in error) return `it is damaged (${error.message})`
    throw error
  }
}

function inside(file: string): string | null {
  const database = new Database(file, { readonly: true })
  try {
    const [row] = database.prepare('pragma integrity_check(1)').all([]) as { integrity_check: string }[]
    if (row?.integrity_check !== 'ok') return `it is damaged (${row?.integrity_check ?? 'no answer'})`
    const tables = database.prepare("select name from sqlite_master where type = 'table'").all([]) as { name: string }[]
    const named = new Set(tables.map(({ name }) => name))
    return ['schema_version', 'stories', 'room_snapshots'].every((name) => named.has(name))
      ? null
      : 'it is a database, but not a Galley backup'
  } finally {
    database.close()
  }
}
