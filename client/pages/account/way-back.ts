/** Ways of coming back from another device: which there are, and what is lost with the last one. No elements in here. */
import type { AccountAnswer } from '../../../shared/wire/account.ts'

export type Way = 'password' | 'passkey' | 'provider'

/** Each way once for each time that it is set up: two passkeys are two. */
export function waysBack(account: Pick<AccountAnswer, 'login' | 'passkeys' | 'provider'>): Way[] {
  return [
    ...(account.login === null ? [] : ['password' as const]),
    ...account.passkeys.map(() => 'passkey' as const),
    ...(account.provider?.linkedAt ? ['provider' as const] : []),
  ]
}

/** What to say before a way is removed; "" while there is another, and nothing needs to be asked. */
export function lossWords(account: AccountAnswer): string {
  if (waysBack(account).length > 1) return ''
  const way = 'It is your only way back. Once this browser is signed out or forgets you, '
  return account.owner
    ? `${way}whoever runs the machine must print a new owner’s link.`
    : `${way}you come back as a new person by an invite link, or as yourself by one that whoever runs the machine prints.`
}

/** What it means that nothing is set up. */
export function noWayWords(owner: boolean): string {
  return owner
    ? 'If this browser forgets you, whoever runs the machine must print a new owner’s link. Set a password, or add a passkey.'
    : 'If this browser forgets you, you come in as a new person by an invite link, unless whoever runs the machine prints one that is yours. Set a password, or add a passkey.'
}

/** What there is to do for somebody who cannot show by any of their ways that it is they. */
export function noneAtHandWords(owner: boolean): string {
  const stays = 'Your ways of coming back then stay as they are. You can still end devices and revoke tokens.'
  return owner
    ? `Whoever runs the machine can print a new owner’s link: who comes in by it has shown it. ${stays}`
    : `Whoever runs the machine can print a link that lets you in and has shown it (galley sign-in-link). ${stays}`
}

/** What signing out means for somebody who `returns` or does not. */
export function signOutWords(returns: boolean, owner: boolean): string {
  if (returns) return 'You come back by signing in, here or on another device.'
  return owner
    ? 'You have no password and no passkey: to come back, whoever runs the machine must print a new owner’s link. Set one on your own page first.'
    : 'You have no password and no passkey: you come back as a new person by an invite link, or as yourself by one that whoever runs the machine prints. Set one on your own page first.'
}

export const PASSWORD_LEAST = 10
export const LOGIN_LEAST = 3

/** What is wrong with a new pair, as a sentence; "" when nothing is. Strength is length alone. */
export function pairProblem(login: string, password: string): string {
  if (login.trim().length < LOGIN_LEAST) return `The name to sign in with needs ${LOGIN_LEAST} letters at least.`
  if (password.length >= PASSWORD_LEAST) return ''
  const more = PASSWORD_LEAST - password.length
  return `The password needs ${PASSWORD_LEAST} letters at least: ${more} more. Four words that do not belong together are good.`
}

/** "6 of at least 10", "14, long enough", "24, very long": said beside the field while one types. */
export function lengthWords(password: string): string {
  const { length } = password
  if (length === 0) return `At least ${PASSWORD_LEAST}; only the length counts.`
  if (length < PASSWORD_LEAST) return `${length} of at least ${PASSWORD_LEAST}`
  return length < 20 ? `${length}: long enough` : `${length}: very good`
}
