/** Who may come into a story, in which role, and by which way; also those who were never invited to it by name. */
import { Refusal } from '../../shared/refusals.ts'
import { highestRole, ROLES, type Role } from '../../shared/roles.ts'
import type { WayIn } from '../../shared/wire/people.ts'
import type { StoredStory, StoredUser } from '../storage/storage.ts'
import type { Desk } from './desk.ts'

export interface Member {
  user: StoredUser
  /** What they may do, whichever way gives it. */
  role: Role
  way: WayIn
  /** Role that they were given on this very story; null = none. */
  invited: Role | null
}

/** The owner first, then by role and name. Those who came by the address are there while it is open. */
export async function membersOf(desk: Desk, story: StoredStory): Promise<Member[]> {
  const { people } = desk.storage
  const [users, members, visitors] = await Promise.all([
    people.users(),
    people.members(story.id),
    people.visitors(story.id),
  ])
  const roles = new Map(members.map(({ user, role }) => [user, role]))
  const visited = new Set(visitors)
  return users
    .flatMap((user) => memberFrom(user, story, roles.get(user.id) ?? null, visited.has(user.id)) ?? [])
    .sort(
      (a, b) =>
        Number(b.way === 'owner') - Number(a.way === 'owner') ||
        ROLES.indexOf(b.role) - ROLES.indexOf(a.role) ||
        a.user.name.localeCompare(b.user.name, 'en'),
    )
}

/** One of them, to be changed. `not-found` for anybody else, whether or not there is such an account; `conflict` for the owner. */
export async function memberOf(desk: Desk, story: StoredStory, person: string): Promise<Member> {
  const { people } = desk.storage
  const [user, invited, visitors] = await Promise.all([
    people.user(person),
    people.role(story.id, person),
    people.visitors(story.id),
  ])
  const member = user && memberFrom(user, story, invited, visitors.includes(person))
  if (!member) throw new Refusal('not-found', 'That person may not come into this story (any more).')
  if (member.way === 'owner') {
    throw new Refusal('conflict', `${member.user.name} owns this Galley and maintains every story in it.`)
  }
  return member
}

function memberFrom(user: StoredUser, story: StoredStory, invited: Role | null, visited: boolean): Member | null {
  if (user.goneAt !== null) return null
  if (user.owner) return { user, role: 'maintainer', way: 'owner', invited: null }
  const given = highestRole(user.libraryRole, invited)
  const role = highestRole(given, given !== null || visited ? story.linkRole : null)
  if (role === null) return null
  if (given === null) return { user, role, way: 'address', invited }
  return { user, role, way: given === user.libraryRole ? 'library' : 'invited', invited }
}
