/**
 * Asked again before the ways in change: whoever sits down at a browser that was left open may read on, but must not get a
 * way in of their own. A session is confirmed for ten minutes from its beginning, and again from each time that its
 * person shows who they are. Which acts wait for it is a table in server/http/ask-again.ts.
 */
import { Refusal } from '../../shared/refusals.ts'
import type { Challenges } from './challenges.ts'
import { type AuthDesk, MINUTE } from './desk.ts'
import { passkeyConfirms } from './passkeys.ts'
import { accountFor } from './passwords.ts'
import type { OpenidProvider } from './provider.ts'
import type { Entry } from './sessions.ts'

/** How long having shown who one is counts, milliseconds. */
export const CONFIRM_AGE = 10 * MINUTE

/** Throws `confirm` when the person has to show first who they are; see `mustConfirm`. */
export async function demandConfirmed(desk: AuthDesk, provider: OpenidProvider | null, entry: Entry): Promise<void> {
  if (!(await mustConfirm(desk, provider, entry))) return
  throw new Refusal('confirm', 'It is a while since you signed in. To change how you come back, show that it is you.')
}

/** False for a session that was confirmed lately, and for somebody who has nothing to show who they are with. */
export async function mustConfirm(desk: AuthDesk, provider: OpenidProvider | null, entry: Entry): Promise<boolean> {
  const { confirmedAt } = entry.ticket
  const age = confirmedAt === null ? CONFIRM_AGE : desk.now() - confirmedAt
  // Below zero once the clock was put back: then nobody knows how long ago it was.
  return !(age >= 0 && age < CONFIRM_AGE) && (await canConfirm(desk, provider, entry.user.id))
}

/** `forbidden` for any password that is not this account's own; the caller counts the tries. */
export async function confirmByPassword(desk: AuthDesk, entry: Entry, login: string, password: string): Promise<void> {
  const account = await accountFor(desk, login, password)
  if (account?.id !== entry.user.id) throw new Refusal('forbidden', 'That is not your password.')
  await confirm(desk, entry)
}

/** `forbidden` for an answer that does not fit the challenge, or is by a passkey that is not this account's. */
export async function confirmByPasskey(
  desk: AuthDesk,
  challenges: Challenges,
  entry: Entry,
  given: { id: string; response: unknown },
): Promise<void> {
  if (!(await passkeyConfirms(desk, challenges, entry.user, given))) {
    throw new Refusal('forbidden', 'This passkey does not show that it is you. Try again, or choose another way.')
  }
  await confirm(desk, entry)
}

/** The session counts as confirmed from now on, for ten minutes; whoever calls has seen the proof. */
export async function confirm(desk: AuthDesk, { ticket }: Entry): Promise<void> {
  await desk.storage.people.confirmSession(ticket.hash, desk.now())
}

/** A provider's account counts only while that provider is set up: else its person could never change anything again. */
async function canConfirm(
  { storage: { credentials } }: AuthDesk,
  provider: OpenidProvider | null,
  user: string,
): Promise<boolean> {
  if (await credentials.passwordOf(user)) return true
  const [passkeys, identities] = await Promise.all([credentials.passkeys(user), credentials.identities(user)])
  return passkeys.length > 0 || identities.some((identity) => provider?.vouchesFor(identity) ?? false)
}
