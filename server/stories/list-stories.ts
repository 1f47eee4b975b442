/** The stories that somebody may see, newest change first. */
import { may, type Role } from '../../shared/roles.ts'
import { type Actor, rolesOf } from '../auth/actor.ts'
import type { StoredStory } from '../storage/storage.ts'
import type { Desk } from './desk.ts'

export async function listStories(desk: Desk, actor: Actor): Promise<{ story: StoredStory; role: Role }[]> {
  const [stories, roleOf] = await Promise.all([desk.storage.stories.list(), rolesOf(desk, actor)])
  return stories
    .map((story) => ({ story, role: roleOf(story) }))
    .filter((row): row is { story: StoredStory; role: Role } => may(row.role, 'read'))
    .sort((a, b) => b.story.changedAt - a.story.changedAt || (a.story.id < b.story.id ? -1 : 1))
}
