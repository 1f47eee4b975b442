/**
 * Which acts upon one's own account wait until the person has shown again who they are: what gives somebody a way in or
 * takes one away. One guard before all of them; a route that is not in the table waits, so that none is forgotten.
 */
import type { MiddlewareHandler } from 'hono'
import { demandConfirmed } from '../auth/confirm.ts'
import { patternOf } from './answers.ts'
import { ownSession } from './guard.ts'
import type { Parts, Web } from './web.ts'

/** Every route below /api/account that changes something → whether it waits. */
export const ASKS_AGAIN: Readonly<Record<string, boolean>> = {
  'PUT /api/account/password': true,
  'DELETE /api/account/password': true,
  'POST /api/account/passkeys/options': true,
  // Its challenge was made for somebody who had been asked, is secret, and is good once within five minutes.
  'POST /api/account/passkeys': false,
  'DELETE /api/account/passkeys/:passkey': true,
  'POST /api/account/tokens': true,
  'POST /api/account/provider': true,
  'DELETE /api/account/provider': true,
  // These take rights away and give none.
  'DELETE /api/account/tokens/:token': false,
  'DELETE /api/account/sessions': false,
  'DELETE /api/account/sessions/:session': false,
  // These are how one shows it.
  'POST /api/account/confirm/password': false,
  'POST /api/account/confirm/passkey/options': false,
  'POST /api/account/confirm/passkey': false,
  'POST /api/account/confirm/provider': false,
}

/** Throws `confirm` before such a route is reached; for sessions only, as all of /api/account. */
export function askAgain({ desk, provider }: Pick<Parts, 'desk' | 'provider'>): MiddlewareHandler<Web> {
  return async (c, next) => {
    const entry = ownSession(c)
    if (ASKS_AGAIN[`${c.req.method} ${patternOf(c)}`] !== false) await demandConfirmed(desk, provider, entry)
    await next()
  }
}
