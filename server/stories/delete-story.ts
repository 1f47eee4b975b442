/** Takes a story out of everybody's library, and brings it back. Nothing is erased: deleting is a mark. */
import { CLOSE } from '../../shared/wire/frames.ts'
import { record } from '../auth/activity.ts'
import type { Actor } from '../auth/actor.ts'
import { authorise } from '../auth/authorise.ts'
import type { Desk } from './desk.ts'

/** Whoever is inside is put out (close code 4410); what they typed before is kept. */
export async function deleteStory(desk: Desk, actor: Actor, id: string): Promise<void> {
  await authorise(desk, actor, 'delete', { story: id })
  await desk.storage.stories.update(id, { deletedAt: desk.now() })
  desk.live.drop({ story: id }, CLOSE.gone, `${actor.user?.name ?? 'The terminal'} deleted this story.`)
  desk.told(id)
  await record(desk, actor, { act: 'deleted', story: id })
}

/** `not-found` unless the story is deleted. */
export async function restoreStory(desk: Desk, actor: Actor, id: string): Promise<void> {
  await authorise(desk, actor, 'delete', { story: id, deleted: true })
  await desk.storage.stories.update(id, { deletedAt: null })
  desk.told(id)
  await record(desk, actor, { act: 'restored', story: id })
}
