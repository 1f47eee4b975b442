/** One file that holds everything: stories, people, the secrets' hashes, and what was written over. May be made while a server runs. */
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { putFiles } from '../storage/files-in-backup.ts'
import type { Desk } from './desk.ts'
import { replacedFiles } from './replaced-files.ts'

/** `file` is absolute. Throws `conflict` when it exists; nothing is ever overwritten. */
export async function backup(desk: Pick<Desk, 'storage' | 'replaced'>, file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await desk.storage.backup(file)
  await putFiles(file, replacedFiles(desk.replaced))
}
