/** Brings somebody into a story by an invite link: a newcomer with an account of their own, or a person known already. */
import { Refusal } from '../../shared/refusals.ts'
import { highestRole, type Role } from '../../shared/roles.ts'
import { createAccount } from '../auth/accounts.ts'
import type { Actor } from '../auth/actor.ts'
import { ended, openInvite } from '../auth/invites.ts'
import { hashOf } from '../auth/secrets.ts'
import type { StoredStory, StoredUser } from '../storage/storage.ts'
import { applyRights } from './apply-rights.ts'
import type { Desk } from './desk.ts'

/**
 * A role is never lowered by a link: the higher of the present and the offered one counts. Throws `gone` for a link
 * that opens nothing, also when its story is deleted; `bad-request` for a newcomer without a name.
 */
export async function joinStory(
  desk: Desk,
  actor: Actor | null,
  secret: string,
  newcomer: { name?: string | undefined; swatch?: number | undefined },
): Promise<{ story: StoredStory; user: StoredUser; isNew: boolean }> {
  const invite = await openInvite(desk, secret)
  const story = await desk.storage.stories.get(invite.story)
  if (!story || story.deletedAt !== null) throw ended()
  const known = actor?.user ?? null
  if (!known && newcomer.name === undefined) throw new Refusal('bad-request', 'Please give a name.')
  if (!(await desk.storage.people.useTicket(hashOf(secret), desk.now()))) throw ended()
  const user =
    known ?? (await createAccount(desk, { name: newcomer.name ?? '', swatch: newcomer.swatch, owner: false }))
  if (!user.owner) await raiseRole(desk, story.id, user.id, invite.role)
  return { story, user, isNew: !known }
}

async function raiseRole(desk: Desk, story: string, user: string, offered: Role): Promise<void> {
  const present = await desk.storage.people.role(story, user)
  const role = highestRole(present, offered)
  if (role === present) return
  await desk.storage.people.setRole(story, user, role)
  await applyRights(desk, { story, user }, '')
  desk.told(story)
}
