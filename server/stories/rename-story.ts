/** Gives a story a title of its own, or (null) back the one taken from its text. The file name stays. */
import { Refusal } from '../../shared/refusals.ts'
import { record } from '../auth/activity.ts'
import type { Actor } from '../auth/actor.ts'
import { authorise } from '../auth/authorise.ts'
import type { Desk } from './desk.ts'

export async function renameStory(desk: Desk, actor: Actor, id: string, title: string | null): Promise<void> {
  await authorise(desk, actor, 'rename', { story: id })
  const wanted = title === null ? null : title.replace(/\p{Cc}/gu, ' ').trim()
  if (wanted === '' || (wanted !== null && wanted.length > 200)) {
    throw new Refusal('bad-request', 'A title has 1 to 200 characters.')
  }
  await desk.storage.stories.update(id, { title: wanted })
  desk.told(id)
  await record(desk, actor, { act: 'renamed', story: id, detail: { title: wanted ?? '' } })
}
