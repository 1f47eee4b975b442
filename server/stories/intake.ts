/** What a file would be read as, before anybody decides to take it in; nothing is kept. */
import type { IntakeAnswer } from '../../shared/wire/api.ts'
import type { Actor } from '../auth/actor.ts'
import { authorise } from '../auth/authorise.ts'
import type { Desk } from './desk.ts'
import { safeName, splitName } from './file-names.ts'
import { checkSize, type FileGiven } from './take-in.ts'

/** Throws what `takeIn` would throw for this file. */
export async function intake(desk: Desk, actor: Actor, file: FileGiven): Promise<IntakeAnswer> {
  await authorise(desk, actor, 'takeIn', 'library')
  checkSize(file)
  const name = safeName(file.name)
  const recognised = await desk.texts.run('recognise', { name, bytes: file.bytes, encoding: file.encoding })
  return { name, ...recognised, title: recognised.title || splitName(name)[0] }
}
