/**
 * Acts that wait until the person has shown that it is they, by name: so that one that was begun before the way to the
 * sign-in provider goes on after the way back. Names alone are kept, in this tab; never what was typed.
 */

const KEY = 'galley.act-again'

/** A passkey to remove is named by its id, after the space. */
export type ActAgain =
  | 'password-set'
  | 'password-remove'
  | 'passkey-add'
  | `passkey-remove ${string}`
  | 'provider-link'
  | 'provider-unlink'
  | 'token-make'

const NAME =
  /^(password-set|password-remove|passkey-add|passkey-remove [\w-]+|provider-link|provider-unlink|token-make)$/

/** Kept until it is taken, or the tab is closed. */
export function keepAct(act: ActAgain): void {
  sessionStorage.setItem(KEY, act)
}

/** What was kept, once; null for nothing, and for what is no name of an act. */
export function takeAct(): ActAgain | null {
  const kept = sessionStorage.getItem(KEY)
  sessionStorage.removeItem(KEY)
  return kept !== null && NAME.test(kept) ? (kept as ActAgain) : null
}
