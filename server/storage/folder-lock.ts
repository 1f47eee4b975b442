/**
 * Keeps two servers off one data folder. Held by an operating system lock (through SQLite), so that it is gone the
 * moment the process is, however it ended: no stale lock to clean up, no process number to mistake.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'libsql'
import { Refusal } from '../../shared/refusals.ts'

export interface FolderLock {
  release(): Promise<void>
}

/** Refuses (`conflict`) while another server holds the folder. The other commands do not ask for it. */
export async function lockFolder(dataFolder: string): Promise<FolderLock> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  const database = new Database(join(dataFolder, 'server.lock'))
  try {
    database.exec('pragma busy_timeout = 0')
    database.exec('begin exclusive')
  } catch (error) {
    database.close()
    if (String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')) {
      throw new Refusal(
        'conflict',
        `Another Galley server is already running on ${dataFolder}. Stop it, or use another --data folder.`,
      )
    }
    throw error
  }
  let held = true
  return {
    release: async () => {
      if (!held) return
      held = false
      database.exec('rollback')
      database.close()
    },
  }
}
