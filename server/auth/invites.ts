/** Invite links: who has the link may join one story in one role, any number of people, until it ends or is revoked. */
import { Refusal } from '../../shared/refusals.ts'
import type { Role } from '../../shared/roles.ts'
import type { StoredTicket } from '../storage/storage.ts'
import type { Actor } from './actor.ts'
import { type AuthDesk, DAY } from './desk.ts'
import { hashOf, newSecret } from './secrets.ts'
import { expired } from './sessions.ts'

/** How long a link is good for, milliseconds. */
export const INVITE_AGE = 30 * DAY

export interface Invite {
  /** For lists and for revoking; not the secret. */
  id: string
  story: string
  role: Role
  /** Account that made it; null = the terminal. */
  by: string | null
  createdAt: number
}

/** Makes a link; its secret is returned once. Whether the actor may is asked before, by `reach`. */
export async function createInvite(
  desk: AuthDesk,
  actor: Actor,
  story: string,
  role: Role,
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
    expiresAt: desk.now() + INVITE_AGE,
    usedAt: null,
    uses: 0,
    mostUses: null,
  }
  await desk.storage.people.createTicket(ticket)
  return { secret, invite: inviteOf(ticket) }
}

/** Throws `gone` for a link that ended, was revoked, or never was one: all look alike. */
export async function openInvite(desk: AuthDesk, secret: string): Promise<Invite> {
  const ticket = await desk.storage.people.ticket(hashOf(secret))
  if (ticket?.kind !== 'invite' || expired(desk, ticket)) throw ended()
  return inviteOf(ticket)
}

/** Links to a story that still open, oldest first. */
export async function listInvites(desk: AuthDesk, story: string): Promise<Invite[]> {
  const tickets = await desk.storage.people.tickets({ kind: 'invite', story })
  return tickets
    .filter((ticket) => !expired(desk, ticket))
    .sort((a, b) => a.createdAt - b.createdAt)
    .map(inviteOf)
}

/** From now on the link opens nothing; who came in by it stays. Looked up through its story: `not-found` elsewhere. */
export async function revokeInvite(desk: AuthDesk, story: string, id: string): Promise<void> {
  const invite = (await listInvites(desk, story)).find((one) => one.id === id)
  if (!invite) throw new Refusal('not-found', 'That link is gone already.')
  await desk.storage.people.deleteTicket(id)
}

/** What every link that opens nothing says. */
export function ended(): Refusal {
  return new Refusal('gone', 'This invite link does not open anything any more. Ask for a fresh one.')
}

function inviteOf(ticket: StoredTicket): Invite {
  if (ticket.story === null || ticket.role === null) throw new Error('inviteOf: an invite without story or role')
  return { id: ticket.hash, story: ticket.story, role: ticket.role, by: ticket.user, createdAt: ticket.createdAt }
}
