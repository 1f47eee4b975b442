/**
 * Makes those who are inside feel what was decided about them: whatever changed a right calls this once it is on disk,
 * and from the next message on every socket has the role that the storage gives its person.
 */
import { roleOn } from '../auth/actor.ts'
import type { Desk } from './desk.ts'

/** Of one story, one person, both, or (nothing given) of everybody. `by`: name of who decided, "" = the terminal. */
export async function applyRights(
  desk: Desk,
  touched: { story?: string | undefined; user?: string | undefined },
  by: string,
): Promise<void> {
  const { stories, people } = desk.storage
  for (const { story: id, user: account } of desk.live.inside(touched)) {
    const [story, user] = await Promise.all([stories.get(id), people.user(account)])
    const open = story !== null && story.deletedAt === null && user !== null && user.goneAt === null
    desk.live.setRole(id, account, open ? await roleOn(desk, { user, limit: null }, story) : null, by)
  }
}
