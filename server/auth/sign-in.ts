/** Coming back: by password or passkey. What failed is recorded; the session that follows is begun by HTTP. */
import { Refusal } from '../../shared/refusals.ts'
import type { StoredUser } from '../storage/storage.ts'
import { record } from './activity.ts'
import type { Challenges } from './challenges.ts'
import type { AuthDesk } from './desk.ts'
import { accountByPasskey, PasskeyRefused } from './passkeys.ts'
import { accountFor, foldedLogin } from './passwords.ts'

/** The account that the pair opens; `signed-out` for any wrong one. `from`: address of the asker. */
export async function signInByPassword(
  desk: AuthDesk,
  { login, password }: { login: string; password: string },
  from: string,
): Promise<StoredUser> {
  const user = await accountFor(desk, login, password)
  if (user) return user
  const folded = foldedLogin(login) ?? ''
  const known = await desk.storage.credentials.passwordFor(folded)
  await record(desk, null, {
    act: 'sign-in-failed',
    about: known?.user,
    // What was typed for no account may be anything, a password among others.
    detail: { way: 'password', login: known ? folded : '' },
    from,
  })
  throw new Refusal('signed-out', 'This name and password do not belong together. Please look at both.')
}

/** The account that the browser's answer opens; `signed-out` for any that does not fit. */
export async function signInByPasskey(
  desk: AuthDesk,
  challenges: Challenges,
  given: { id: string; response: unknown },
  from: string,
): Promise<StoredUser> {
  try {
    return await accountByPasskey(desk, challenges, given)
  } catch (error) {
    if (error instanceof PasskeyRefused) {
      const detail = { way: 'passkey', login: '' }
      await record(desk, null, { act: 'sign-in-failed', about: error.user, detail, from })
    }
    throw error
  }
}

/** True when the person could come back from another device: has a password, a passkey or a provider's account. */
export async function comesBack({ storage: { credentials } }: AuthDesk, user: string): Promise<boolean> {
  if (await credentials.passwordOf(user)) return true
  const [passkeys, identities] = await Promise.all([credentials.passkeys(user), credentials.identities(user)])
  return passkeys.length + identities.length > 0
}
