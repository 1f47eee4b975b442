/** Who may come into a story, and in which role; the owner first, then by role and name. */
import { ROLES } from '../../shared/roles.ts'
import type { PeopleAnswer } from '../../shared/wire/people.ts'
import type { Desk } from './desk.ts'
import { personOf } from './story-card.ts'

/** The owner is there too, as maintainer, without having been invited. */
export async function listPeople(desk: Desk, story: string): Promise<PeopleAnswer['people']> {
  const [users, members] = await Promise.all([desk.storage.people.users(), desk.storage.people.members(story)])
  const roles = new Map(members.map(({ user, role }) => [user, role]))
  return users
    .flatMap((user) => {
      const role = user.owner ? ('maintainer' as const) : roles.get(user.id)
      return role ? [{ ...personOf(user), role, way: user.owner ? ('owner' as const) : ('invited' as const) }] : []
    })
    .sort(
      (a, b) =>
        Number(b.way === 'owner') - Number(a.way === 'owner') ||
        ROLES.indexOf(b.role) - ROLES.indexOf(a.role) ||
        a.name.localeCompare(b.name, 'en'),
    )
}
