/** What a file would be read as, before anybody decides to take it in; nothing is kept. */
import type { IntakeAnswer } from '../../shared/wire/api.ts'
import type { Actor } from '../auth/actor.ts'
import { authorise } from '../auth/authorise.ts'
import type { Desk } from './desk.ts'
import { safeName, splitName } from './file-names.ts'
import { checkSize, type FileGiven } from './take-in.ts'
import type { JobWatch } from './text-queue.ts'

/** Throws what `takeIn` would throw for this file, and `unavailable` when it is given up. */
export async function intake(desk: Desk, actor: Actor, file: FileGiven, watch: JobWatch = {}): Promise<IntakeAnswer> {
  await authorise(desk, actor, 'takeIn', 'library')
  checkSize(file)
  const name = safeName(file.name)
  const { bytes, encoding } = file
  const recognised = await desk.texts.run('recognise', { name, bytes, encoding }, watch)
  return { name, ...recognised, title: recognised.title || splitName(name)[0] }
}
