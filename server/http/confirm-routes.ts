/**
 * /api/account/confirm: showing again that it is oneself, by a password or a passkey, for those acts that wait for it
 * (ask-again.ts). By an OpenID provider is in provider-routes.ts. For sessions only.
 */
import { Hono } from 'hono'
import { Refusal } from '../../shared/refusals.ts'
import { PasskeyOptions, PasskeySignIn, PasswordConfirm } from '../../shared/wire/account.ts'
import { Challenges } from '../auth/challenges.ts'
import { confirmByPasskey, confirmByPassword } from '../auth/confirm.ts'
import { confirmOptions } from '../auth/passkeys.ts'
import { TooOften } from '../auth/too-often.ts'
import { says, takes } from './describe.ts'
import { ownSession } from './guard.ts'
import type { Buckets } from './rate-limit.ts'
import { relyingParty } from './relying-party.ts'
import type { Parts, Web, WebApp } from './web.ts'

/** `tries` are those of signing in by password: guessing here uses them up there. */
export function confirmRoutes({ desk, url }: Parts, tries: Buckets): WebApp {
  const app = new Hono<Web>()
  // Apart from those of signing in: an answer that was made for the one is none for the other.
  const challenges = new Challenges(desk)

  app.post(
    '/api/account/confirm/password',
    says({ summary: 'Shows by my password that it is me', tag: 'account', status: 204 }),
    takes(PasswordConfirm),
    async (c) => {
      const entry = ownSession(c)
      const present = await desk.storage.credentials.passwordOf(entry.user.id)
      if (!present) throw new Refusal('conflict', 'No password is set.')
      const wait = tries.take(present.login)
      if (wait > 0) throw new TooOften('Too many tries with your name.', wait)
      await confirmByPassword(desk, entry, present.login, c.req.valid('json').password)
      tries.clear(present.login)
      return c.body(null, 204)
    },
  )

  app.post(
    '/api/account/confirm/passkey/options',
    says({
      summary: 'What the browser signs to show by a passkey that it is me',
      tag: 'account',
      answer: PasskeyOptions,
    }),
    async (c) => {
      const { user } = ownSession(c)
      return c.json(await confirmOptions(desk, challenges, user, relyingParty(c, url)))
    },
  )

  app.post(
    '/api/account/confirm/passkey',
    says({ summary: 'Shows by a passkey of mine that it is me', tag: 'account', status: 204 }),
    takes(PasskeySignIn),
    async (c) => {
      await confirmByPasskey(desk, challenges, ownSession(c), c.req.valid('json'))
      return c.body(null, 204)
    },
  )

  return app
}
