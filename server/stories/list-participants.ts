/** Whose names belong to a story: all who may come in, and all who ever said something in its review, also if they are gone. */
import type { Person } from '../../shared/wire/people.ts'
import type { Actor } from '../auth/actor.ts'
import { authorise } from '../auth/authorise.ts'
import type { Desk } from './desk.ts'
import { personOf } from './story-card.ts'
import { membersOf } from './story-members.ts'

/** By name. Throws as `authorise`. */
export async function listParticipants(desk: Desk, actor: Actor, id: string): Promise<Person[]> {
  const { story } = await authorise(desk, actor, 'read', { story: id })
  const [members, authors, users] = await Promise.all([
    membersOf(desk, story),
    desk.storage.review.authors(story.id),
    desk.storage.people.users(),
  ])
  const taking = new Set([...members.map(({ user }) => user.id), ...authors])
  return users
    .filter((user) => taking.has(user.id))
    .map(personOf)
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
}
