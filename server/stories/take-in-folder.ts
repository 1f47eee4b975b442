/** First start: takes in every text of a folder, once. A library that has ever held stories of its own is left alone. */
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '../../shared/refusals.ts'
import { OPERATOR } from '../auth/actor.ts'
import type { Desk } from './desk.ts'
import { keepOrigin } from './origin.ts'
import { MOST_FILE, takeIn } from './take-in.ts'
import { isSystemError } from './write-file.ts'

/** Stands in the data folder once the first start is through, so that deleting all stories does not bring them back. */
const RECORD = 'first-start-done'

export interface TakenFile {
  name: string
  /** Null when it was taken in; else why not. */
  fault: string | null
  /** This file's place, from 1, and how many there are. */
  at: number
  of: number
}

/**
 * Interrupted, it goes on at the next start: files whose name is in the library already are not taken in twice. Calls
 * `told` after each file. A missing folder counts as an empty one.
 */
export async function takeInFolder(
  desk: Desk,
  folder: string,
  dataFolder: string,
  told: (file: TakenFile) => void,
): Promise<void> {
  const record = join(dataFolder, RECORD)
  if (await exists(record)) return
  const names = await textsIn(folder)
  const kept = new Set((await desk.storage.stories.list({ deleted: true })).map(({ name }) => name))
  const begunHere = [...kept].every((name) => names.includes(name))
  for (const [index, name] of names.entries()) {
    if (!begunHere || kept.has(name)) continue
    told({ name, fault: await tryTakeIn(desk, folder, name), at: index + 1, of: names.length })
  }
  if (names.length > 0 || kept.size > 0) await writeFile(record, '')
}

async function tryTakeIn(desk: Desk, folder: string, name: string): Promise<string | null> {
  const path = join(folder, name)
  try {
    if ((await stat(path)).size > MOST_FILE) return `"${name}" is larger than 10 MiB; split it into parts first.`
    const bytes = await readFile(path)
    const { id } = await takeIn(desk, OPERATOR, { name, bytes })
    await keepOrigin(desk, id, path, bytes)
    return null
  } catch (error) {
    if (error instanceof Refusal || isSystemError(error, 'EACCES', 'ENOENT')) return error.message
    throw error
  }
}

async function textsIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile() && /\.txt$/i.test(entry.name))
      .map((entry) => entry.name)
      .sort()
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ENOTDIR')) return []
    throw error
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return false
    throw error
  }
}
