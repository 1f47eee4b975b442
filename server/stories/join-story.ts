/**
 * Brings somebody in by an invite link, into a story or the whole library: a newcomer with an account of their own, or
 * a person known already, who keeps theirs.
 */
import { Refusal } from '../../shared/refusals.ts'
import { highestRole, type Role } from '../../shared/roles.ts'
import { checkedName, createAccount } from '../auth/accounts.ts'
import { record } from '../auth/activity.ts'
import type { Actor } from '../auth/actor.ts'
import { ended, type Invite, openInvite, usedUp, useInvite } from '../auth/invites.ts'
import type { StoredStory, StoredUser } from '../storage/storage.ts'
import { applyRights } from './apply-rights.ts'
import type { Desk } from './desk.ts'
import { demandNotRemoved } from './removal.ts'

export interface Newcomer {
  name?: string | undefined
  swatch?: number | undefined
}

/** What a link offers to the asker (null = somebody without an account). Throws `gone` and `forbidden` as `joinStory` does. */
export async function offerOf(
  desk: Desk,
  asker: StoredUser | null,
  secret: string,
): Promise<{ invite: Invite; story: StoredStory | null }> {
  const { invite, story } = await openInvite(desk, secret)
  const inside = asker !== null && (await isIn(desk, asker, invite))
  if (usedUp(invite) && !inside) throw ended()
  if (asker && !inside) await demandNotRemoved(desk, asker, invite)
  return { invite, story }
}

/**
 * A role is never lowered by a link, and nobody who has as much already uses one up. `story` null = the whole library.
 * Throws `gone` for a link that opens nothing (any more), `bad-request` for a newcomer without a name, `forbidden` for an
 * access token that is limited, and for somebody who was taken out of the story since the link was made.
 */
export async function joinStory(
  desk: Desk,
  actor: Actor | null,
  secret: string,
  newcomer: Newcomer,
): Promise<{ story: string | null; user: StoredUser; isNew: boolean }> {
  const known = knownOf(actor)
  const { invite } = await offerOf(desk, known, secret)
  const { story } = invite
  if (known && (await isIn(desk, known, invite))) return { story, user: known, isNew: false }
  if (!known) checkNewcomer(newcomer)
  await useInvite(desk, invite)
  const user = known ?? (await createNewcomer(desk, newcomer))
  const from = invite.by === null ? null : await desk.storage.people.user(invite.by)
  const by = from?.name ?? ''
  await raiseRole(desk, user, invite, by)
  await record(desk, { user }, { act: 'joined', story, detail: { role: invite.role, by } })
  return { story, user, isNew: !known }
}

/** Whoever asks with an account; an access token that is limited must not give its person more than it may itself. */
export function knownOf(actor: Actor | null): StoredUser | null {
  if (actor?.limit) throw new Refusal('forbidden', 'This access token is limited; sign in in a browser to join.')
  return actor?.user ?? null
}

/** Throws `bad-request` unless an account can be made of this. */
export function checkNewcomer({ name }: Newcomer): void {
  if (name === undefined) throw new Refusal('bad-request', 'Please give a name.')
  checkedName(name)
}

export function createNewcomer(desk: Desk, { name = '', swatch }: Newcomer): Promise<StoredUser> {
  return createAccount(desk, { name, swatch, owner: false })
}

/** True when the person has what the link offers, or more, by something that lasts: the story's open address does not count. */
async function isIn(desk: Desk, user: StoredUser, { story, role }: Invite): Promise<boolean> {
  if (user.owner) return true
  const invited = story === null ? null : await desk.storage.people.role(story, user.id)
  const present = highestRole(user.libraryRole, invited)
  return highestRole(present, role) === present
}

async function raiseRole(desk: Desk, user: StoredUser, { story, role: offered }: Invite, by: string): Promise<void> {
  const { people } = desk.storage
  if (story === null) {
    const present: Role | null = (await people.user(user.id))?.libraryRole ?? null
    const libraryRole = highestRole(present, offered)
    await people.updateUser(user.id, { libraryRole })
  } else {
    await people.setRole(story, user.id, highestRole(await people.role(story, user.id), offered) ?? offered)
  }
  await applyRights(desk, { ...(story === null ? {} : { story }), user: user.id }, by)
  desk.told(story)
}
