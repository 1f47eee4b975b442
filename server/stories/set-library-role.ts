/** Gives somebody a role on every story there is and will be, or takes it back. */
import { Refusal } from '../../shared/refusals.ts'
import type { Role } from '../../shared/roles.ts'
import { record } from '../auth/activity.ts'
import type { Actor } from '../auth/actor.ts'
import { authorise } from '../auth/authorise.ts'
import { endInvitesOf } from '../auth/invites.ts'
import type { StoredUser } from '../storage/storage.ts'
import { applyRights } from './apply-rights.ts'
import type { Desk } from './desk.ts'

/** Null leaves what they were invited to. `not-found` for an absent or removed account, `conflict` for the owner. */
export async function setLibraryRole(desk: Desk, actor: Actor, person: string, role: Role | null): Promise<void> {
  await authorise(desk, actor, 'admit', 'library')
  const user = await guestOf(desk, person)
  if (user.libraryRole === role) return
  await desk.storage.people.updateUser(user.id, { libraryRole: role })
  await endInvitesOf(desk, user.id)
  await applyRights(desk, { user: user.id }, actor.user?.name ?? '')
  desk.told(null)
  await record(desk, actor, { act: 'role', about: user.id, detail: { role: role ?? '', was: user.libraryRole ?? '' } })
}

/** Somebody other than the owner. */
export async function guestOf(desk: Desk, person: string): Promise<StoredUser> {
  const user = await desk.storage.people.user(person)
  if (user === null || user.goneAt !== null) throw new Refusal('not-found', 'There is no such person here (any more).')
  if (user.owner) throw new Refusal('conflict', `${user.name} owns this Galley; that cannot be taken away here.`)
  return user
}
