/**
 * The owner's link: printed by the terminal on start, opened once in a browser. Whoever reads the terminal owns the
 * house, so a fresh link is also the owner's way back in when no browser is signed in any more. Of the same kind, with an account
 * on it, is the link that lets somebody else back in who has forgotten their only way.
 */
import { Refusal } from '../../shared/refusals.ts'
import type { StoredUser } from '../storage/storage.ts'
import { changeProfile, checkProfile, createAccount, ownerOf } from './accounts.ts'
import { record } from './activity.ts'
import { type AuthDesk, DAY } from './desk.ts'
import { hashOf, newSecret } from './secrets.ts'
import { expired } from './sessions.ts'

/** At a start: the secret of a fresh link; null while a browser of the owner is signed in. Earlier links die either way. */
export async function freshOwnerLink(desk: AuthDesk): Promise<string | null> {
  await endOwnerLinks(desk)
  return (await ownerIsIn(desk)) ? null : makeOwnerLink(desk)
}

/** At the terminal's word: the secret of a fresh link, whoever is signed in. Earlier links die. */
export async function replaceOwnerLink(desk: AuthDesk): Promise<string> {
  await endOwnerLinks(desk)
  const owner = await ownerOf(desk)
  await record(desk, null, { act: 'credential', about: owner?.id, detail: { way: 'owner link', done: 'set' } })
  return makeOwnerLink(desk)
}

/** Where a link with this secret is opened, under an address without a slash at its end. */
export function ownerLinkAt(address: string, secret: string): string {
  return `${address}/owner/${secret}`
}

/** At the terminal's word: the secret of a link that lets this person in once, within three days; earlier ones of theirs die. */
export async function makePersonLink(desk: AuthDesk, person: StoredUser): Promise<string> {
  const { people } = desk.storage
  for (const { hash } of await people.tickets({ kind: 'owner-link', user: person.id })) await people.deleteTicket(hash)
  await record(desk, null, { act: 'credential', about: person.id, detail: { way: 'sign-in link', done: 'set' } })
  return makeLink(desk, person.id, 3 * DAY)
}

/** Where such a link is opened, under an address without a slash at its end. */
export function personLinkAt(address: string, secret: string): string {
  return `${address}/back/${secret}`
}

async function endOwnerLinks({ storage: { people } }: AuthDesk): Promise<void> {
  for (const { hash, user } of await people.tickets({ kind: 'owner-link' }))
    if (user === null) await people.deleteTicket(hash)
}

function makeOwnerLink(desk: AuthDesk): Promise<string> {
  return makeLink(desk, null, 30 * DAY)
}

/** `user`: whom it lets in; null = whoever opens it, as the owner. `lasts`: milliseconds. */
async function makeLink(desk: AuthDesk, user: string | null, lasts: number): Promise<string> {
  const { people } = desk.storage
  const secret = newSecret(desk.random)
  await people.createTicket({
    hash: hashOf(secret),
    kind: 'owner-link',
    user,
    label: '',
    story: null,
    role: null,
    createdAt: desk.now(),
    expiresAt: desk.now() + lasts,
    usedAt: null,
    uses: 0,
    mostUses: 1,
    confirmedAt: null,
    token: null,
  })
  return secret
}

/**
 * Opens the link and returns the owner's account, made now if there was none, or, as it is, that of whom it lets back in, who
 * needs no profile. Throws `gone` when it was used, replaced or never existed: all look alike. A name that is refused does not
 * use the link up.
 */
export async function openOwnerLink(
  desk: AuthDesk,
  secret: string,
  profile: { name: string; swatch: number } | null,
): Promise<StoredUser> {
  const { people } = desk.storage
  const hash = hashOf(secret)
  const ticket = await people.ticket(hash)
  if (ticket?.kind !== 'owner-link' || expired(desk, ticket)) throw spent()
  if (ticket.user !== null) return letBackIn(desk, ticket.user, hash)
  if (!profile) throw new Refusal('bad-request', 'The owner’s link is opened with a name.')
  checkProfile(profile)
  if (!(await people.useTicket(hash, desk.now()))) throw spent()
  const owner = await ownerOf(desk)
  return owner ? changeProfile(desk, owner, profile) : createAccount(desk, { ...profile, owner: true })
}

async function letBackIn(desk: AuthDesk, id: string, hash: string): Promise<StoredUser> {
  const { people } = desk.storage
  const user = await people.user(id)
  if (!user || user.goneAt !== null || !(await people.useTicket(hash, desk.now()))) throw spent()
  return user
}

async function ownerIsIn(desk: AuthDesk): Promise<boolean> {
  const owner = await ownerOf(desk)
  if (!owner) return false
  const sessions = await desk.storage.people.tickets({ kind: 'session', user: owner.id })
  return sessions.some((session) => !expired(desk, session))
}

function spent(): Refusal {
  return new Refusal(
    'gone',
    'This link was used already or replaced. Whoever runs this Galley can print a fresh one with "galley owner-link", or for somebody else with "galley sign-in-link".',
  )
}
