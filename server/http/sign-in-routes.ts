/** /api/sign-in: coming back by password or passkey. By an OpenID provider is in provider-routes.ts. */
import { Hono } from 'hono'
import { PasskeyOptions, PasskeySignIn, PasswordSignIn, SessionAnswer } from '../../shared/wire/account.ts'
import { Challenges } from '../auth/challenges.ts'
import { signInOptions } from '../auth/passkeys.ts'
import { foldedLogin } from '../auth/passwords.ts'
import { signInByPasskey, signInByPassword } from '../auth/sign-in.ts'
import { TooOften } from '../auth/too-often.ts'
import { addressOf } from './address.ts'
import { says, takes } from './describe.ts'
import { enter } from './enter.ts'
import type { Buckets } from './rate-limit.ts'
import { relyingParty } from './relying-party.ts'
import { sessionAnswer } from './session-answer.ts'
import type { Parts, Web, WebApp } from './web.ts'

/** `tries`, by name: also of names that nobody has, so that being refused says nothing about who is here. */
export function signInRoutes(parts: Parts, tries: Buckets): WebApp {
  const { desk, url, proxies } = parts
  const app = new Hono<Web>()
  const challenges = new Challenges(desk)

  app.post(
    '/api/sign-in/password',
    says({ summary: 'Signs in by a password', tag: 'session', status: 201, answer: SessionAnswer, open: true }),
    takes(PasswordSignIn),
    async (c) => {
      const given = c.req.valid('json')
      const login = foldedLogin(given.login) ?? ''
      const wait = tries.take(login)
      if (wait > 0) throw new TooOften('Too many tries with this name.', wait)
      const user = await signInByPassword(desk, given, addressOf(c, proxies))
      tries.clear(login)
      await enter(parts, c, user, 'password')
      return c.json(await sessionAnswer(parts, user), 201)
    },
  )

  app.post(
    '/api/sign-in/passkey/options',
    says({ summary: 'What the browser signs with a passkey', tag: 'session', answer: PasskeyOptions, open: true }),
    async (c) => c.json(await signInOptions(challenges, relyingParty(c, url))),
  )

  app.post(
    '/api/sign-in/passkey',
    says({ summary: 'Signs in by a passkey', tag: 'session', status: 201, answer: SessionAnswer, open: true }),
    takes(PasskeySignIn),
    async (c) => {
      const user = await signInByPasskey(desk, challenges, c.req.valid('json'), addressOf(c, proxies))
      await enter(parts, c, user, 'passkey')
      return c.json(await sessionAnswer(parts, user), 201)
    },
  )

  return app
}
