/**
 * /api/account: how I come back, where I am signed in, what programs may do in my name. For sessions only: a token
 * cannot make itself a stronger one. The account at an OpenID provider is in provider-routes.ts.
 */
import { Hono } from 'hono'
import {
  AccountAnswer,
  AccountPasskey,
  PasskeyOptions,
  PasskeyRequest,
  PasswordRequest,
  TokenMade,
  TokenRequest,
} from '../../shared/wire/account.ts'
import { record } from '../auth/activity.ts'
import { roleOn } from '../auth/actor.ts'
import { authorise } from '../auth/authorise.ts'
import { Challenges } from '../auth/challenges.ts'
import { mustConfirm } from '../auth/confirm.ts'
import { addPasskey, registrationOptions, removePasskey } from '../auth/passkeys.ts'
import { setPassword } from '../auth/passwords.ts'
import { hashOf } from '../auth/secrets.ts'
import { actorOf, type Entry, endOtherSessions, endSessionById, listSessions, ticketId } from '../auth/sessions.ts'
import { createToken, listTokens, revokeToken } from '../auth/tokens.ts'
import { TooOften } from '../auth/too-often.ts'
import type { StoredPasskey, StoredTicket } from '../storage/storage.ts'
import { personOf, titleNow } from '../stories/story-card.ts'
import { clearSessionCookie } from './cookies.ts'
import { says, takes } from './describe.ts'
import { ownSession } from './guard.ts'
import { Buckets, PASSWORD_TRIES } from './rate-limit.ts'
import { relyingParty } from './relying-party.ts'
import type { Parts, Web, WebApp } from './web.ts'

export function accountRoutes(parts: Parts): WebApp {
  const { desk, url, doors, provider } = parts
  const app = new Hono<Web>()
  app.get('/api/account', says({ summary: 'My account', tag: 'account', answer: AccountAnswer }), async (c) => {
    const entry = ownSession(c)
    const { user, ticket } = entry
    const { credentials } = desk.storage
    const [confirm, password, passkeys, identities, sessions, tokens] = await Promise.all([
      mustConfirm(desk, provider, entry),
      credentials.passwordOf(user.id),
      credentials.passkeys(user.id),
      credentials.identities(user.id),
      listSessions(desk, user.id),
      listTokens(desk, user.id),
    ])
    const linked = identities[0]?.createdAt
    return c.json({
      person: personOf(user),
      owner: user.owner,
      confirm,
      login: password?.login ?? null,
      passkeys: passkeys.map(passkeyShown),
      provider: provider && { label: provider.label, linkedAt: linked === undefined ? null : iso(linked) },
      sessions: sessions.map((session) => sessionShown(session, ticket)),
      tokens: await Promise.all(tokens.map((token) => tokenShown(parts, entry, token))),
    })
  })

  for (const routes of [passwordRoutes, passkeyRoutes, tokenRoutes]) app.route('/', routes(parts))

  app.delete(
    '/api/account/sessions',
    says({ summary: 'Signs me out everywhere else', tag: 'account', status: 204 }),
    async (c) => {
      const entry = ownSession(c)
      for (const ended of await endOtherSessions(desk, entry.user.id, entry.ticket.hash)) {
        doors.shut(ended.hash)
        await record(desk, entry, { act: 'session-ended', detail: { browser: ended.label } })
      }
      return c.body(null, 204)
    },
  )

  app.delete(
    '/api/account/sessions/:session',
    says({ summary: 'Signs one of my devices out', tag: 'account', status: 204 }),
    async (c) => {
      const entry = ownSession(c)
      const ended = await endSessionById(desk, entry.user.id, c.req.param('session'))
      doors.shut(ended.hash)
      const own = ended.hash === entry.ticket.hash
      await record(
        desk,
        entry,
        own ? { act: 'signed-out' } : { act: 'session-ended', detail: { browser: ended.label } },
      )
      if (own) clearSessionCookie(c, url)
      return c.body(null, 204)
    },
  )

  return app
}

function passwordRoutes({ desk, doors }: Parts): WebApp {
  const app = new Hono<Web>()
  // Also of those that succeed: who knows their password could otherwise keep all others from signing in.
  const tries = new Buckets(PASSWORD_TRIES, desk.now)

  app.put(
    '/api/account/password',
    says({ summary: 'Sets or changes my password', tag: 'account', status: 204 }),
    takes(PasswordRequest),
    async (c) => {
      const entry = ownSession(c)
      const wait = tries.take(entry.user.id)
      if (wait > 0) throw new TooOften('Too many tries.', wait)
      await setPassword(desk, entry.user, c.req.valid('json'))
      const ended = await endOtherSessions(desk, entry.user.id, entry.ticket.hash)
      for (const { hash } of ended) doors.shut(hash)
      await record(desk, entry, { act: 'credential', detail: { way: 'password', done: 'set' } })
      return c.body(null, 204)
    },
  )

  app.delete(
    '/api/account/password',
    says({ summary: 'Removes my password', tag: 'account', status: 204 }),
    async (c) => {
      const entry = ownSession(c)
      if (await desk.storage.credentials.passwordOf(entry.user.id)) {
        await desk.storage.credentials.deletePassword(entry.user.id)
        await record(desk, entry, { act: 'credential', detail: { way: 'password', done: 'removed' } })
      }
      return c.body(null, 204)
    },
  )

  return app
}

function passkeyRoutes({ desk, url }: Parts): WebApp {
  const app = new Hono<Web>()
  const challenges = new Challenges(desk)

  app.post(
    '/api/account/passkeys/options',
    says({ summary: 'What the browser makes a passkey from', tag: 'account', answer: PasskeyOptions }),
    async (c) => {
      const { user } = ownSession(c)
      return c.json(await registrationOptions(desk, challenges, user, relyingParty(c, url)))
    },
  )

  app.post(
    '/api/account/passkeys',
    says({ summary: 'Adds a passkey', tag: 'account', status: 201, answer: AccountPasskey }),
    takes(PasskeyRequest),
    async (c) => {
      const entry = ownSession(c)
      const passkey = await addPasskey(desk, challenges, entry.user, c.req.valid('json'))
      await record(desk, entry, { act: 'credential', detail: { way: 'passkey', done: 'set' } })
      return c.json(passkeyShown(passkey), 201)
    },
  )

  app.delete(
    '/api/account/passkeys/:passkey',
    says({ summary: 'Removes a passkey', tag: 'account', status: 204 }),
    async (c) => {
      const entry = ownSession(c)
      await removePasskey(desk, entry.user, c.req.param('passkey'))
      await record(desk, entry, { act: 'credential', detail: { way: 'passkey', done: 'removed' } })
      return c.body(null, 204)
    },
  )

  return app
}

function tokenRoutes(parts: Parts): WebApp {
  const { desk, doors } = parts
  const app = new Hono<Web>()

  app.post(
    '/api/account/tokens',
    says({ summary: 'Makes an access token', tag: 'account', status: 201, answer: TokenMade }),
    takes(TokenRequest),
    async (c) => {
      const entry = ownSession(c)
      const { name, role, story, days } = c.req.valid('json')
      if (story !== null) await authorise(desk, actorOf(entry), 'read', { story })
      const token = await createToken(desk, entry.user, name, { role, story, days })
      const kept = await desk.storage.people.ticket(hashOf(token))
      if (!kept) throw new Error('tokens: a token that was made is not there')
      await record(desk, entry, { act: 'token', story, detail: { name: kept.label, role: role ?? '', done: 'made' } })
      return c.json({ ...(await tokenShown(parts, entry, kept)), token }, 201)
    },
  )

  app.delete(
    '/api/account/tokens/:token',
    says({ summary: 'Revokes an access token', tag: 'account', status: 204 }),
    async (c) => {
      const entry = ownSession(c)
      const { hash, label, role, story } = await revokeToken(desk, c.req.param('token'), entry.user.id)
      doors.shut(hash)
      await record(desk, entry, { act: 'token', story, detail: { name: label, role: role ?? '', done: 'revoked' } })
      return c.body(null, 204)
    },
  )

  return app
}

function passkeyShown({ id, label, createdAt, usedAt }: StoredPasskey): AccountPasskey {
  return { id, label, createdAt: iso(createdAt), usedAt: isoOrNull(usedAt) }
}

function sessionShown(session: StoredTicket, own: StoredTicket): AccountAnswer['sessions'][number] {
  return {
    id: ticketId(session),
    browser: session.label,
    createdAt: iso(session.createdAt),
    seenAt: isoOrNull(session.usedAt),
    expiresAt: isoOrNull(session.expiresAt),
    current: session.hash === own.hash,
  }
}

async function tokenShown(
  { desk }: Parts,
  entry: Entry,
  token: StoredTicket,
): Promise<AccountAnswer['tokens'][number]> {
  const story = token.story === null ? null : await desk.storage.stories.get(token.story)
  const open = story && story.deletedAt === null && (await roleOn(desk, actorOf(entry), story)) !== null
  return {
    id: ticketId(token),
    name: token.label,
    role: token.role,
    // A story that is closed to the person by now keeps its title to itself.
    story: token.story === null ? null : { id: token.story, title: open ? titleNow(story) : '' },
    createdAt: iso(token.createdAt),
    expiresAt: isoOrNull(token.expiresAt),
    usedAt: isoOrNull(token.usedAt),
  }
}

function iso(at: number): string {
  return new Date(at).toISOString()
}

function isoOrNull(at: number | null): string | null {
  return at === null ? null : iso(at)
}
