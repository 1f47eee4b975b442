/** /api/session: who am I, becoming the owner, name and colour, signing out. */
import { Hono } from 'hono'
import { Refusal } from '../../shared/refusals.ts'
import { OwnerRequest, ProfileRequest, SessionAnswer } from '../../shared/wire/account.ts'
import { changeProfile, ownerOf } from '../auth/accounts.ts'
import { openOwnerLink } from '../auth/owner-link.ts'
import { beginSession, endSession } from '../auth/sessions.ts'
import { VERSION } from '../package-root.ts'
import type { StoredUser } from '../storage/storage.ts'
import { personOf } from '../stories/story-card.ts'
import { clearSessionCookie, setSessionCookie } from './cookies.ts'
import { says, takes } from './describe.ts'
import { signedIn } from './guard.ts'
import type { Parts, Web, WebApp } from './web.ts'

export function sessionRoutes(parts: Parts): WebApp {
  const { desk } = parts
  const app = new Hono<Web>()

  app.get(
    '/api/session',
    says({ summary: 'Who am I', tag: 'session', answer: SessionAnswer, open: true }),
    async (c) => {
      const user = c.var.actor?.user ?? null
      return c.json(answer(user, user?.owner || (await ownerOf(desk)) !== null))
    },
  )

  app.post(
    '/api/session',
    says({ summary: "Opens the owner's link, once", tag: 'session', status: 201, answer: SessionAnswer, open: true }),
    takes(OwnerRequest),
    async (c) => {
      const { token, name, swatch } = c.req.valid('json')
      const user = await openOwnerLink(desk, token, { name, swatch })
      setSessionCookie(c, parts.url, await beginSession(desk, user, c.req.header('user-agent') ?? ''))
      renamed(parts, user)
      return c.json(answer(user, true), 201)
    },
  )

  app.patch(
    '/api/session',
    says({ summary: 'Changes my name and colour', tag: 'session', answer: SessionAnswer }),
    takes(ProfileRequest),
    async (c) => {
      const { user } = signedIn(c)
      if (!user) throw new Error('session: a request without an account')
      const changed = await changeProfile(desk, user, c.req.valid('json'))
      renamed(parts, changed)
      return c.json(answer(changed, changed.owner || (await ownerOf(desk)) !== null))
    },
  )

  app.delete('/api/session', says({ summary: 'Signs out', tag: 'session', status: 204 }), async (c) => {
    signedIn(c)
    const { entry } = c.var
    if (entry?.ticket.kind !== 'session') {
      throw new Refusal('forbidden', 'An access token cannot sign out; revoke it on the command line.')
    }
    await endSession(desk, entry)
    parts.doors.shut(entry.ticket.hash)
    clearSessionCookie(c, parts.url)
    return c.body(null, 204)
  })

  return app
}

function answer(user: StoredUser | null, owned: boolean) {
  return { person: user && personOf(user), owner: user?.owner ?? false, owned, version: VERSION }
}

function renamed({ desk, feed }: Parts, user: StoredUser): void {
  desk.live.updatePerson(personOf(user))
  feed.poke(null)
}
