/**
 * Makes those who are inside feel what was decided about them: whatever changed a right calls this once it is on disk,
 * and from the next message on every socket has the role that the storage gives its person.
 */
import { CLOSE } from '../../shared/wire/frames.ts'
import { roleOn } from '../auth/actor.ts'
import type { StoredStory } from '../storage/storage.ts'
import type { Desk } from './desk.ts'

/** Of one story, one person, both, or (nothing given) of everybody. `by`: name of who decided, "" = the terminal. */
export async function applyRights(
  desk: Desk,
  touched: { story?: string | undefined; user?: string | undefined },
  by: string,
): Promise<void> {
  const { stories, people } = desk.storage
  for (const { story: id, user: account } of desk.live.inside(touched)) {
    // Read anew for each: a decision that comes while this runs is never overwritten by what was read before it.
    const [story, user] = await Promise.all([stories.get(id), people.user(account)])
    if (!isThere(story)) {
      desk.live.drop({ story: id, user: account }, CLOSE.gone, 'This story was deleted.')
      continue
    }
    const known = user !== null && user.goneAt === null
    desk.live.setRole(id, account, known ? await roleOn(desk, { user, limit: null }, story) : null, by)
  }
}

function isThere(story: StoredStory | null): story is StoredStory {
  return story !== null && story.deletedAt === null
}
