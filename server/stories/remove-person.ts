/** Takes somebody who was invited out of one story. What they wrote stays, with their name. */
import { Refusal } from '../../shared/refusals.ts'
import { record } from '../auth/activity.ts'
import type { Actor } from '../auth/actor.ts'
import { authorise } from '../auth/authorise.ts'
import { endInvitesOf } from '../auth/invites.ts'
import { applyRights } from './apply-rights.ts'
import type { Desk } from './desk.ts'
import { memberOf } from './story-members.ts'

/**
 * `conflict` for the owner, for a role on the whole library, and for those who came by the story's address: while that
 * is open, anybody may. `not-found` for anybody who may not come in.
 */
export async function removePerson(desk: Desk, actor: Actor, id: string, person: string): Promise<void> {
  const { story } = await authorise(desk, actor, 'invite', { story: id })
  const { people } = desk.storage
  const { user, way } = await memberOf(desk, story, person)
  if (way === 'address') {
    throw new Refusal('conflict', `${user.name} came in by the story's address. To keep them out, close the address.`)
  }
  if (way === 'library') {
    const message = `${user.name} is ${user.libraryRole} of the whole library; the owner changes that for the whole library.`
    throw new Refusal('conflict', message)
  }
  // The open address still lets them in, so they are listed among those who came by it.
  if (story.linkRole !== null) await people.noteVisit(story.id, user.id, desk.now())
  await people.setRole(story.id, user.id, null)
  await endInvitesOf(desk, user.id)
  await applyRights(desk, { story: story.id, user: user.id }, actor.user?.name ?? '')
  desk.told(story.id)
  await record(desk, actor, { act: 'removed', story: story.id, about: user.id })
}
