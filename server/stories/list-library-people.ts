/** Everybody who has an account here, and the links that lead into the whole library; for the owner. */
import type { LibraryPeopleAnswer } from '../../shared/wire/people.ts'
import type { Actor } from '../auth/actor.ts'
import { authorise } from '../auth/authorise.ts'
import { listInvites } from '../auth/invites.ts'
import type { Desk } from './desk.ts'
import { invitesShown } from './invites-shown.ts'
import { personOf, titleNow } from './story-card.ts'

type Row = LibraryPeopleAnswer['people'][number]

/** In the order in which they came; those who were removed are not among them. */
export async function listLibraryPeople(desk: Desk, actor: Actor): Promise<LibraryPeopleAnswer> {
  await authorise(desk, actor, 'admit', 'library')
  const { people } = desk.storage
  const [users, stories, seen, invites] = await Promise.all([
    people.users(),
    storiesOfAll(desk),
    lastSeen(desk),
    listInvites(desk, null),
  ])
  return {
    people: users
      .filter(({ goneAt }) => goneAt === null)
      .map((user) => ({
        ...personOf(user),
        owner: user.owner,
        role: user.libraryRole,
        stories: stories.get(user.id) ?? [],
        createdAt: new Date(user.createdAt).toISOString(),
        seenAt: isoOf(seen.get(user.id)),
      })),
    invites: await invitesShown(desk, invites),
  }
}

/** Account → the stories that they were invited to. */
async function storiesOfAll(desk: Desk): Promise<Map<string, Row['stories']>> {
  const found = new Map<string, Row['stories']>()
  for (const story of await desk.storage.stories.list()) {
    for (const { user, role } of await desk.storage.people.members(story.id)) {
      const theirs = found.get(user) ?? []
      found.set(user, theirs)
      theirs.push({ id: story.id, title: titleNow(story), role })
    }
  }
  return found
}

/** Account → when a browser of theirs last asked anything, milliseconds. */
async function lastSeen(desk: Desk): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (const { user, usedAt } of await desk.storage.people.tickets({ kind: 'session' })) {
    if (user !== null && usedAt !== null) found.set(user, Math.max(found.get(user) ?? 0, usedAt))
  }
  return found
}

function isoOf(at: number | undefined): string | null {
  return at === undefined ? null : new Date(at).toISOString()
}
