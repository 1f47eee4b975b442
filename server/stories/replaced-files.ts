/** What files held before a story was written back into them: the last ones of each story, in the data folder. */
import { createHash } from 'node:crypto'
import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { FileInBackup } from '../storage/files-in-backup.ts'
import { DamagedError } from '../storage/storage.ts'
import { isSystemError, writeFileIn } from './write-file.ts'

/** Its name inside a data folder. */
export const REPLACED_FOLDER = 'replaced'

/** Of one story; older ones go. */
const MOST = 20

/** On disk once it resolves. The same bytes are kept once. `at`: milliseconds since 1970. */
export async function keepReplaced(
  folder: string,
  { story, name, bytes, at }: { story: string; name: string; bytes: Uint8Array; at: number },
): Promise<void> {
  const own = join(folder, story)
  const print = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
  const { path } = await writeFileIn(own, `${print}-${name}`, bytes, { mode: 0o600 })
  await utimes(path, at / 1000, at / 1000)
  const kept = await Promise.all(
    (await readdir(own)).map(async (file) => ({ file, at: (await stat(join(own, file))).mtimeMs })),
  )
  kept.sort((one, other) => other.at - one.at)
  await Promise.all(kept.slice(MOST).map(({ file }) => rm(join(own, file), { force: true })))
}

/** All that are kept, of every story; none where the folder was never made. What goes meanwhile is passed over. */
export async function* replacedFiles(folder: string): AsyncGenerator<FileInBackup> {
  for (const story of await namesIn(folder)) {
    for (const name of await namesIn(join(folder, story))) {
      const path = join(folder, story, name)
      try {
        yield { folder: story, name, at: Math.round((await stat(path)).mtimeMs), bytes: await readFile(path) }
      } catch (error) {
        if (!isSystemError(error, 'ENOENT', 'EISDIR')) throw error
      }
    }
  }
}

/** One of them back into its place. Throws DamagedError for names that are none. */
export async function putBackReplaced(folder: string, { folder: story, name, at, bytes }: FileInBackup): Promise<void> {
  for (const part of [story, name])
    if (part !== basename(part) || /^\.{0,2}$|\0/.test(part)) throw new DamagedError('a file kept in it has no name')
  const { path } = await writeFileIn(join(folder, story), name, bytes, { mode: 0o600 })
  await utimes(path, at / 1000, at / 1000)
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ENOTDIR')) return []
    throw error
  }
}
