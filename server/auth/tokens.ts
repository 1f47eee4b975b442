/**
 * Personal access tokens, for programs: `Authorization: Bearer gly_…` on HTTP and on the upgrade. A token may what its
 * person may at that moment, cut to a role and a story if it was made so.
 */
import { Refusal } from '../../shared/refusals.ts'
import type { Role } from '../../shared/roles.ts'
import type { StoredTicket, StoredUser } from '../storage/storage.ts'
import { type AuthDesk, DAY } from './desk.ts'
import { hashOf, newSecret } from './secrets.ts'
import { type Entry, entryOf, expired, ticketId } from './sessions.ts'

/** So that a token is known for what it is where it should not be, in a log or a commit. */
export const TOKEN_PREFIX = 'gly_'

const MOST_TOKENS = 100

/** What a token may at most, and for how long; what is absent is no limit. */
export interface TokenScope {
  role?: Role | null
  /** The only story. Whether the person may read it is asked before. */
  story?: string | null
  days?: number | null
}

/** A new token; its text is returned once and never again. `conflict` when the person has a hundred. */
export async function createToken(
  desk: AuthDesk,
  user: StoredUser,
  name: string,
  scope: TokenScope = {},
): Promise<string> {
  const label = name.trim()
  if (label === '' || label.length > 100 || /[\p{Cc}\p{Cs}]/u.test(label)) {
    throw new Refusal('bad-request', 'A token needs a name of 1 to 100 characters, so that it can be told from others.')
  }
  if ((await listTokens(desk, user.id)).length >= MOST_TOKENS) {
    throw new Refusal('conflict', `There are ${MOST_TOKENS} access tokens already; revoke those that nothing uses.`)
  }
  const secret = TOKEN_PREFIX + newSecret(desk.random)
  const { role = null, story = null, days = null } = scope
  await desk.storage.people.createTicket({
    hash: hashOf(secret),
    kind: 'token',
    user: user.id,
    label,
    story,
    role,
    createdAt: desk.now(),
    expiresAt: days === null ? null : desk.now() + days * DAY,
    usedAt: null,
    uses: 0,
    mostUses: null,
    confirmedAt: null,
    token: null,
  })
  return secret
}

/** Null when the token opens nothing (any more). */
export async function tokenEntry(desk: AuthDesk, secret: string): Promise<Entry | null> {
  return secret.startsWith(TOKEN_PREFIX) ? entryOf(desk, hashOf(secret), 'token') : null
}

/** Those that still open, of one person or of all, oldest first. */
export async function listTokens(desk: AuthDesk, user?: string): Promise<StoredTicket[]> {
  const tickets = await desk.storage.people.tickets(user === undefined ? { kind: 'token' } : { kind: 'token', user })
  return tickets.filter((ticket) => !expired(desk, ticket))
}

/** Of one person or of all; `id` as `ticketId` gives it, or the beginning of it where that is unambiguous (6 characters at least). */
export async function revokeToken(desk: AuthDesk, id: string, user?: string): Promise<StoredTicket> {
  const found = (await listTokens(desk, user)).filter(
    (ticket) => ticketId(ticket) === id || (id.length >= 6 && ticketId(ticket).startsWith(id)),
  )
  const [ticket] = found
  if (!ticket || found.length > 1) throw new Refusal('not-found', `There is no token with the id "${id.slice(0, 50)}".`)
  await desk.storage.people.deleteTicket(ticket.hash)
  return ticket
}
