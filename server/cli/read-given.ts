/** Reads a file that was named on the command line, with a sentence for whatever keeps it from being read. */
import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Refusal } from '../../shared/refusals.ts'
import { isSystemError } from '../stories/write-file.ts'

/** Bytes. */
const MOST = 10 << 20

/** Throws Refusal; a file of more than `most` bytes is refused without being read. */
export async function readGiven(folder: string, file: string, most = MOST): Promise<Uint8Array> {
  const path = resolve(folder, file)
  try {
    if ((await stat(path)).size > most) {
      const limit = Math.floor(most / (1 << 20))
      throw new Refusal('too-large', `This file is larger than ${limit} MiB; split it into parts first.`)
    }
    return new Uint8Array(await readFile(path))
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) throw new Refusal('not-found', 'There is no such file.')
    if (isSystemError(error, 'EISDIR')) {
      throw new Refusal('unsupported', `This is a folder; name its files: ${file}/*.txt`)
    }
    if (isSystemError(error, 'EACCES')) throw new Refusal('forbidden', 'This file may not be read.')
    throw error
  }
}
