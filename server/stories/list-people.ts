/** Who may come into a story, and the links that lead into it; for those who may invite. */
import type { PeopleAnswer } from '../../shared/wire/people.ts'
import type { Actor } from '../auth/actor.ts'
import { authorise } from '../auth/authorise.ts'
import { listInvites } from '../auth/invites.ts'
import type { Desk } from './desk.ts'
import { invitesShown } from './invites-shown.ts'
import { personOf } from './story-card.ts'
import { membersOf } from './story-members.ts'

export async function listPeople(desk: Desk, actor: Actor, id: string): Promise<PeopleAnswer> {
  const { story } = await authorise(desk, actor, 'invite', { story: id })
  const [members, invites] = await Promise.all([membersOf(desk, story), listInvites(desk, story)])
  return {
    people: members.map(({ user, role, way }) => ({ ...personOf(user), role, way })),
    invites: await invitesShown(desk, invites),
    linkRole: story.linkRole,
  }
}
