/** The text now against the file as taken in, by words, before it is written anywhere. */
import type { ChangesAnswer } from '../../shared/wire/api.ts'
import type { Actor } from '../auth/actor.ts'
import { authorise } from '../auth/authorise.ts'
import type { Desk } from './desk.ts'
import { keptText } from './read-log.ts'

/**
 * A story without a file is compared with nothing. Words that the file cannot hold are listed among the losses. Throws
 * what the limits of TextWork throw.
 */
export async function previewChanges(desk: Desk, actor: Actor, id: string): Promise<ChangesAnswer> {
  const { story } = await authorise(desk, actor, 'read', { story: id })
  return desk.texts.run('compare', await keptText(desk, story))
}
