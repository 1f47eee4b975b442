/** Gives somebody who may come into a story another role on it. */
import { Refusal } from '../../shared/refusals.ts'
import type { Role } from '../../shared/roles.ts'
import { record } from '../auth/activity.ts'
import type { Actor } from '../auth/actor.ts'
import { authorise } from '../auth/authorise.ts'
import { endInvitesOf } from '../auth/invites.ts'
import { applyRights } from './apply-rights.ts'
import type { Desk } from './desk.ts'
import { memberOf } from './story-members.ts'

/**
 * Of those who were invited; who came by the story's address is invited by it. `conflict` for the owner and for a role
 * that is on the whole library, `not-found` for anybody who may not come in.
 */
export async function setRole(desk: Desk, actor: Actor, id: string, person: string, role: Role): Promise<void> {
  const { story } = await authorise(desk, actor, 'invite', { story: id })
  const { user, invited, way } = await memberOf(desk, story, person)
  if (way === 'library') {
    const message = `${user.name} is ${user.libraryRole} of the whole library; the owner changes that for the whole library.`
    throw new Refusal('conflict', message)
  }
  if (invited === role) return
  await desk.storage.people.setRole(story.id, user.id, role)
  await endInvitesOf(desk, user.id)
  await applyRights(desk, { story: story.id, user: user.id }, actor.user?.name ?? '')
  desk.told(story.id)
  await record(desk, actor, {
    act: 'role',
    story: story.id,
    about: user.id,
    detail: { role, was: invited ?? '' },
  })
}
