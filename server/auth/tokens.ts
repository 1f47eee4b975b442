/** Personal access tokens of the owner, for programs: `Authorization: Bearer gly_…` on HTTP and on the upgrade. */
import { Refusal } from '../../shared/refusals.ts'
import type { StoredTicket, StoredUser } from '../storage/storage.ts'
import type { AuthDesk } from './desk.ts'
import { hashOf, newSecret } from './secrets.ts'
import { type Entry, entryOf } from './sessions.ts'

/** So that a token is known for what it is where it should not be, in a log or a commit. */
export const TOKEN_PREFIX = 'gly_'

export interface TokenRow {
  /** What `revokeToken` takes; not the secret. */
  id: string
  name: string
  createdAt: number
}

/** A new token; its text is returned once and never again. */
export async function createToken(desk: AuthDesk, owner: StoredUser, name: string): Promise<string> {
  const label = name.trim()
  if (label === '' || label.length > 100 || /\p{Cc}/u.test(label)) {
    throw new Refusal('bad-request', 'A token needs a name of 1 to 100 characters, so that it can be told from others.')
  }
  const secret = TOKEN_PREFIX + newSecret(desk.random)
  await desk.storage.people.createTicket({
    hash: hashOf(secret),
    kind: 'token',
    user: owner.id,
    label,
    story: null,
    role: null,
    createdAt: desk.now(),
    expiresAt: null,
    usedAt: null,
    uses: 0,
    mostUses: null,
  })
  return secret
}

/** Null when the token opens nothing (any more). */
export async function tokenEntry(desk: AuthDesk, secret: string): Promise<Entry | null> {
  return secret.startsWith(TOKEN_PREFIX) ? entryOf(desk, hashOf(secret), 'token') : null
}

/** Oldest first. */
export async function listTokens(desk: AuthDesk): Promise<TokenRow[]> {
  const tickets = await desk.storage.people.tickets({ kind: 'token' })
  return tickets.sort((a, b) => a.createdAt - b.createdAt).map(rowOf)
}

/** `id` as listed, or the beginning of it where that is unambiguous (6 characters at least). */
export async function revokeToken(desk: AuthDesk, id: string): Promise<TokenRow> {
  const tickets = await desk.storage.people.tickets({ kind: 'token' })
  const found = tickets.filter(({ hash }) => hash === id || (id.length >= 6 && hash.startsWith(id)))
  const [ticket] = found
  if (!ticket || found.length > 1) throw new Refusal('not-found', `There is no token with the id "${id}".`)
  await desk.storage.people.deleteTicket(ticket.hash)
  return rowOf(ticket)
}

function rowOf(ticket: StoredTicket): TokenRow {
  return { id: ticket.hash.slice(0, 16), name: ticket.label, createdAt: ticket.createdAt }
}
