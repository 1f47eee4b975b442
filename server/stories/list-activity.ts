/** What was done, newest first: to one story, or in the whole library. Who was removed since is still named. */
import { ACTIVITIES, type Activity, type ActivityAnswer, type ActivityName } from '../../shared/wire/people.ts'
import type { Actor } from '../auth/actor.ts'
import { authorise } from '../auth/authorise.ts'
import type { StoredActivity } from '../storage/storage.ts'
import type { Desk } from './desk.ts'
import { personOf, titleNow } from './story-card.ts'

/** Entries told at once. */
export const ACTIVITY_PAGE = 100

/** `story` null = of the whole library, for the owner. `before`: only those with a smaller seq. */
export async function listActivity(
  desk: Desk,
  actor: Actor,
  story: string | null,
  before?: number,
): Promise<ActivityAnswer> {
  if (story === null) await authorise(desk, actor, 'audit', 'library')
  else await authorise(desk, actor, 'activity', { story })
  const rows = await desk.storage.activity.list({
    ...(story === null ? {} : { story }),
    ...(before === undefined ? {} : { before }),
    limit: ACTIVITY_PAGE + 1,
  })
  const show = await shower(desk)
  return { entries: rows.slice(0, ACTIVITY_PAGE).flatMap(show), more: rows.length > ACTIVITY_PAGE }
}

/** An act of a later version is left out, not misread. */
async function shower(desk: Desk): Promise<(row: StoredActivity) => Activity[]> {
  const [users, stories] = await Promise.all([
    desk.storage.people.users(),
    desk.storage.stories.list({ deleted: true }),
  ])
  const people = new Map(users.map((user) => [user.id, personOf(user)]))
  const titles = new Map(stories.map((story) => [story.id, titleNow(story)]))
  return ({ seq, at, act, user, about, story, detail }) => {
    if (!isKnown(act)) return []
    const title = story === null ? undefined : titles.get(story)
    return [
      {
        seq,
        at: new Date(at).toISOString(),
        act,
        who: (user !== null && people.get(user)) || null,
        about: (about !== null && people.get(about)) || null,
        story: story === null || title === undefined ? null : { id: story, title },
        detail,
      },
    ]
  }
}

function isKnown(act: string): act is ActivityName {
  return (ACTIVITIES as readonly string[]).includes(act)
}
