/**
 * Invite links: who has the link may join one story, or the whole library, in one role. A link ends by its time, by its
 * number of uses, by being revoked, with the access token that made it, and once its maker may no longer invite.
 */
import { Refusal } from '../../shared/refusals.ts'
import { may, mayInHouse, type Role } from '../../shared/roles.ts'
import type { StoredStory, StoredTicket } from '../storage/storage.ts'
import { type Actor, OPERATOR, roleOn, standingOf } from './actor.ts'
import { type AuthDesk, DAY } from './desk.ts'
import { hashOf, newSecret } from './secrets.ts'
import { expired } from './sessions.ts'

/** How long a link is good for where nothing else is said, days. */
export const INVITE_DAYS = 30

export interface Invite {
  /** For lists and for revoking; not the secret. */
  id: string
  /** Null = the whole library. */
  story: string | null
  role: Role
  /** Account that made it; null = the terminal. */
  by: string | null
  createdAt: number
  expiresAt: number | null
  uses: number
  /** Null = any number of times. */
  mostUses: number | null
}

export interface InviteTerms {
  role: Role
  days?: number
  /** Null or absent = any number of times. */
  mostUses?: number | null
}

/** Makes a link; its secret is returned once. Whether the actor may is asked before, by `authorise`. */
export async function createInvite(
  desk: AuthDesk,
  actor: Actor,
  story: string | null,
  { role, days = INVITE_DAYS, mostUses = null }: InviteTerms,
): Promise<{ secret: string; invite: Invite }> {
  const secret = newSecret(desk.random)
  const ticket: StoredTicket = {
    hash: hashOf(secret),
    kind: 'invite',
    user: actor.user?.id ?? null,
    label: '',
    story,
    role,
    createdAt: desk.now(),
    expiresAt: desk.now() + days * DAY,
    usedAt: null,
    uses: 0,
    mostUses,
    confirmedAt: null,
    token: actor.token ?? null,
  }
  await desk.storage.people.createTicket(ticket)
  return { secret, invite: inviteOf(ticket) }
}

/**
 * The link and its story (null = the whole library). Throws `gone` for one that ended, was revoked, or never was one:
 * all look alike. One that is only used up is returned: it still leads those in who are in already.
 */
export async function openInvite(
  desk: AuthDesk,
  secret: string,
): Promise<{ invite: Invite; story: StoredStory | null }> {
  const ticket = await desk.storage.people.ticket(hashOf(secret))
  if (ticket?.kind !== 'invite' || expired(desk, ticket)) throw ended()
  const story = ticket.story === null ? null : await desk.storage.stories.get(ticket.story)
  const there = ticket.story === null || (story !== null && story.deletedAt === null)
  if (!there || !(await makerMay(desk, ticket, story))) throw ended()
  return { invite: inviteOf(ticket), story }
}

/** True when the link has been used as often as it may be. */
export function usedUp({ uses, mostUses }: Pick<Invite, 'uses' | 'mostUses'>): boolean {
  return mostUses !== null && uses >= mostUses
}

/** Counts one use; throws `gone` when none is left, also to the later of two who come at once. */
export async function useInvite(desk: AuthDesk, { id }: Invite): Promise<void> {
  if (!(await desk.storage.people.useTicket(id, desk.now()))) throw ended()
}

/** Links that still let somebody in, oldest first; to a story, or (null) to the whole library. */
export async function listInvites(desk: AuthDesk, story: StoredStory | null): Promise<Invite[]> {
  const tickets = await desk.storage.people.tickets({ kind: 'invite', story: story?.id ?? null })
  const open = tickets.filter((ticket) => !expired(desk, ticket) && !usedUp(ticket))
  const stands = await Promise.all(open.map((ticket) => makerMay(desk, ticket, story)))
  return open.filter((_, index) => stands[index]).map(inviteOf)
}

/**
 * From now on the link opens nothing; who came in by it stays. Looked up through its story (null = the whole library):
 * `not-found` elsewhere. Returns what it was.
 */
export async function revokeInvite(desk: AuthDesk, story: string | null, id: string): Promise<Invite> {
  const ticket = await desk.storage.people.ticket(id)
  if (ticket?.kind !== 'invite' || ticket.story !== story || expired(desk, ticket)) {
    throw new Refusal('not-found', 'That link is gone already.')
  }
  await desk.storage.people.deleteTicket(id)
  return inviteOf(ticket)
}

/** Ends the links of somebody who may no longer invite, for good: being allowed again later does not bring them back. */
export async function endInvitesOf(desk: AuthDesk, user: string): Promise<void> {
  const { people, stories } = desk.storage
  for (const ticket of await people.tickets({ kind: 'invite', user })) {
    const story = ticket.story === null ? null : await stories.get(ticket.story)
    if (!(await makerMay(desk, ticket, story))) await people.deleteTicket(ticket.hash)
  }
}

/** What every link that opens nothing says. */
export function ended(): Refusal {
  return new Refusal('gone', 'This invite link does not open anything any more. Ask for a fresh one.')
}

/** Asked whenever a link is opened, so that it holds whatever else went wrong. Who may invite may give every role. */
async function makerMay(desk: AuthDesk, ticket: StoredTicket, story: StoredStory | null): Promise<boolean> {
  const maker = ticket.user === null ? null : await desk.storage.people.user(ticket.user)
  if (ticket.user !== null && (maker === null || maker.goneAt !== null)) return false
  if (ticket.token !== null && !(await tokenStands(desk, ticket.token))) return false
  const actor: Actor = maker ? { user: maker, limit: null } : OPERATOR
  if (ticket.story === null) return mayInHouse(await standingOf(desk, actor), 'admit')
  return story !== null && may(await roleOn(desk, actor, story), 'invite')
}

/** A program's links end with its token: who revokes it need not hunt for them. */
async function tokenStands(desk: AuthDesk, hash: string): Promise<boolean> {
  const token = await desk.storage.people.ticket(hash)
  return token !== null && !expired(desk, token)
}

function inviteOf(ticket: StoredTicket): Invite {
  const { hash, story, role, user, createdAt, expiresAt, uses, mostUses } = ticket
  if (role === null) throw new Error('inviteOf: an invite without a role')
  return { id: hash, story, role, by: user, createdAt, expiresAt, uses, mostUses }
}
