/**
 * Makes a data folder from a backup: all or nothing. The copy is laid beside the wished folder, checked to the last
 * stored byte, and only then put in its place.
 */
import { randomBytes } from 'node:crypto'
import { copyFile, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Refusal } from '../../shared/refusals.ts'
import { faultOf } from '../storage/check-database.ts'
import { takeFiles } from '../storage/files-in-backup.ts'
import { DATABASE_FILE, openSqlite } from '../storage/open-sqlite.ts'
import { DamagedError } from '../storage/storage.ts'
import { putBackReplaced, REPLACED_FOLDER } from './replaced-files.ts'
import { flushFolder, isSystemError } from './write-file.ts'

/**
 * Both paths are absolute. `conflict` when the data folder holds anything, `not-found` without the backup, `malformed`
 * when it is damaged or something else. Returns how many stories there are now.
 */
export async function restore(file: string, dataFolder: string): Promise<number> {
  if (!(await isVacant(dataFolder))) {
    throw new Refusal('conflict', `${dataFolder} is not empty; a backup is restored into a new data folder only.`)
  }
  const parent = dirname(dataFolder)
  await mkdir(parent, { recursive: true })
  const beside = join(parent, `.restoring-${randomBytes(8).toString('hex')}`)
  await mkdir(beside, { mode: 0o700 })
  try {
    const copy = join(beside, DATABASE_FILE)
    await copyBackup(file, copy)
    const fault = await faultOf(copy)
    if (fault !== null) throw new Refusal('malformed', `${file} cannot be restored: ${fault}.`)
    const stories = await checkAll(file, beside)
    await takeReplaced(file, copy, join(beside, REPLACED_FOLDER))
    await flushFile(copy)
    await flushFolder(beside)
    await rename(beside, dataFolder)
    await flushFolder(parent)
    return stories
  } catch (error) {
    await rm(beside, { recursive: true, force: true })
    // Somebody put something into the folder meanwhile.
    if (isSystemError(error, 'ENOTEMPTY', 'EEXIST', 'ENOTDIR')) {
      throw new Refusal('conflict', `${dataFolder} is not empty; a backup is restored into a new data folder only.`)
    }
    throw error
  }
}

async function isVacant(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return true
    if (isSystemError(error, 'ENOTDIR')) return false
    throw error
  }
}

async function copyBackup(file: string, copy: string): Promise<void> {
  try {
    await copyFile(file, copy)
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'EISDIR')) throw new Refusal('not-found', `There is no backup file ${file}.`)
    throw error
  }
}

/** Opens the copy as a server would and reads every story through its checksums. */
async function checkAll(file: string, folder: string): Promise<number> {
  const storage = await openSqlite(folder)
  try {
    const stories = await storage.stories.list({ deleted: true })
    for (const { id } of stories) await Promise.all([storage.rooms.load(id), storage.stories.source(id)])
    return stories.filter(({ deletedAt }) => deletedAt === null).length
  } catch (error) {
    throw malformedBy(file, error)
  } finally {
    await storage.close()
  }
}

/** What stories had been written over, in the backup as a table, becomes files again. */
async function takeReplaced(file: string, copy: string, folder: string): Promise<void> {
  try {
    await takeFiles(copy, (one) => putBackReplaced(folder, one))
  } catch (error) {
    throw malformedBy(file, error)
  }
}

/** What is thrown for a backup that does not hold what it should; any other error is thrown as it is. */
function malformedBy(file: string, error: unknown): unknown {
  return error instanceof DamagedError
    ? new Refusal('malformed', `${file} cannot be restored: ${error.message}`)
    : error
}

async function flushFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
