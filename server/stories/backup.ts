/** One file that holds everything: stories, people, and the secrets' hashes. May be made while a server runs. */
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Desk } from './desk.ts'

/** `file` is absolute. Throws `conflict` when it exists; nothing is ever overwritten. */
export async function backup(desk: Pick<Desk, 'storage'>, file: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await desk.storage.backup(file)
}
