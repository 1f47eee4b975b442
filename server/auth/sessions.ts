/**
 * Sessions of browsers. A session is a ticket whose secret travels in a cookie (server/http/cookies.ts); it ends by
 * signing out, here or from another device, or by age, never by being idle.
 */
import { Refusal } from '../../shared/refusals.ts'
import type { StoredTicket, StoredUser } from '../storage/storage.ts'
import type { Actor } from './actor.ts'
import { type AuthDesk, DAY, MINUTE } from './desk.ts'
import { hashOf, newSecret } from './secrets.ts'

/** How long a session lasts, milliseconds. */
export const SESSION_AGE = 180 * DAY

/** A use is noted at most this often, milliseconds: reading must not cost a write each time. */
const SEEN_EVERY = 5 * MINUTE

const ID_LENGTH = 15

/** Whom a secret opened the door for, and by which ticket. */
export interface Entry {
  user: StoredUser
  ticket: StoredTicket
}

/** The person who came in so. A token's story and role are the limits of what it may do; a session has none. */
export function actorOf({ user, ticket: { hash, kind, role, story } }: Entry): Actor {
  if (kind !== 'token') return { user, limit: null }
  return { user, limit: role !== null || story !== null ? { role, story } : null, token: hash }
}

/**
 * What lists call the ticket: the beginning of its hash, 90 bits; not the secret. The letter before it keeps a command line
 * from taking it for an option.
 */
export function ticketId({ hash }: Pick<StoredTicket, 'hash'>): string {
  return `t${hash.slice(0, ID_LENGTH)}`
}

/** A new session; the secret is returned once. A secret is never taken from outside, so no session can be planted. */
export async function beginSession(desk: AuthDesk, user: StoredUser, browser: string): Promise<string> {
  const secret = newSecret(desk.random)
  await desk.storage.people.createTicket({
    hash: hashOf(secret),
    kind: 'session',
    user: user.id,
    label: browser.replace(/\p{Cc}/gu, ' ').slice(0, 200),
    story: null,
    role: null,
    createdAt: desk.now(),
    expiresAt: desk.now() + SESSION_AGE,
    usedAt: null,
    uses: 0,
    mostUses: null,
    confirmedAt: desk.now(),
    token: null,
  })
  return secret
}

/** Null when the secret opens nothing (any more). */
export function sessionOf(desk: AuthDesk, secret: string): Promise<Entry | null> {
  return entryOf(desk, hashOf(secret), 'session')
}

/** Remembers that the ticket was used just now, within five minutes. */
export async function noteSeen(desk: AuthDesk, { ticket }: Entry): Promise<void> {
  if (ticket.usedAt !== null && desk.now() - ticket.usedAt < SEEN_EVERY) return
  await desk.storage.people.useTicket(ticket.hash, desk.now())
}

/** Signs out: from now on the secret opens nothing. */
export async function endSession(desk: AuthDesk, entry: Entry): Promise<void> {
  await desk.storage.people.deleteTicket(entry.ticket.hash)
}

/** A person's sessions that still open, the last used first. */
export async function listSessions(desk: AuthDesk, user: string): Promise<StoredTicket[]> {
  const tickets = await desk.storage.people.tickets({ kind: 'session', user })
  const lastUse = ({ usedAt, createdAt }: StoredTicket) => usedAt ?? createdAt
  return tickets.filter((ticket) => !expired(desk, ticket)).sort((a, b) => lastUse(b) - lastUse(a))
}

/** Ends one of the person's own sessions, by its `ticketId`; `not-found` for any other. Returns what it was. */
export async function endSessionById(desk: AuthDesk, user: string, id: string): Promise<StoredTicket> {
  const ticket = (await listSessions(desk, user)).find((one) => ticketId(one) === id)
  if (!ticket) throw new Refusal('not-found', 'That session has ended already.')
  await desk.storage.people.deleteTicket(ticket.hash)
  return ticket
}

/** Ends all of the person's sessions but the one whose hash is `keep`; returns those that ended. */
export async function endOtherSessions(desk: AuthDesk, user: string, keep: string): Promise<StoredTicket[]> {
  const others = (await desk.storage.people.tickets({ kind: 'session', user })).filter(({ hash }) => hash !== keep)
  for (const { hash } of others) await desk.storage.people.deleteTicket(hash)
  return others
}

/** Looks a hashed secret up; null when it is unknown, of another kind, expired, or its account is gone. */
export async function entryOf(desk: AuthDesk, hash: string, kind: 'session' | 'token'): Promise<Entry | null> {
  const ticket = await desk.storage.people.ticket(hash)
  if (!ticket || ticket.kind !== kind || ticket.user === null || expired(desk, ticket)) return null
  const user = await desk.storage.people.user(ticket.user)
  return user && user.goneAt === null ? { user, ticket } : null
}

/** True once the ticket's time is over; a ticket without an end never expires. */
export function expired(desk: AuthDesk, ticket: StoredTicket): boolean {
  return ticket.expiresAt !== null && ticket.expiresAt <= desk.now()
}
