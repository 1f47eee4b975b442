/** /api/session: who am I, becoming the owner, name and colour, signing out. */
import { Hono } from 'hono'
import { OwnerRequest, ProfileRequest, SessionAnswer } from '../../shared/wire/account.ts'
import { changeProfile } from '../auth/accounts.ts'
import { record } from '../auth/activity.ts'
import { openOwnerLink } from '../auth/owner-link.ts'
import { endSession } from '../auth/sessions.ts'
import type { StoredUser } from '../storage/storage.ts'
import { personOf } from '../stories/story-card.ts'
import { clearSessionCookie } from './cookies.ts'
import { says, takes } from './describe.ts'
import { enter } from './enter.ts'
import { ownSession } from './guard.ts'
import { sessionAnswer } from './session-answer.ts'
import type { Parts, Web, WebApp } from './web.ts'

export function sessionRoutes(parts: Parts): WebApp {
  const { desk } = parts
  const app = new Hono<Web>()

  app.get('/api/session', says({ summary: 'Who am I', tag: 'session', answer: SessionAnswer, open: true }), async (c) =>
    c.json(await sessionAnswer(parts, c.var.actor?.user ?? null)),
  )

  app.post(
    '/api/session',
    says({
      summary: "Opens the owner's link, or one that lets somebody back in, once",
      tag: 'session',
      status: 201,
      answer: SessionAnswer,
      open: true,
    }),
    takes(OwnerRequest),
    async (c) => {
      const { token, name, swatch } = c.req.valid('json')
      const profile = name === undefined || swatch === undefined ? null : { name, swatch }
      const user = await openOwnerLink(desk, token, profile)
      await enter(parts, c, user, user.owner ? 'owner' : 'link')
      renamed(parts, user)
      return c.json(await sessionAnswer(parts, user), 201)
    },
  )

  app.patch(
    '/api/session',
    says({ summary: 'Changes my name and colour', tag: 'session', answer: SessionAnswer }),
    takes(ProfileRequest),
    async (c) => {
      const changed = await changeProfile(desk, ownSession(c).user, c.req.valid('json'))
      renamed(parts, changed)
      return c.json(await sessionAnswer(parts, changed))
    },
  )

  app.delete('/api/session', says({ summary: 'Signs out', tag: 'session', status: 204 }), async (c) => {
    const entry = ownSession(c)
    await endSession(desk, entry)
    parts.doors.shut(entry.ticket.hash)
    await record(desk, entry, { act: 'signed-out' })
    clearSessionCookie(c, parts.url)
    return c.body(null, 204)
  })

  return app
}

function renamed({ desk, feed }: Parts, user: StoredUser): void {
  desk.live.updatePerson(personOf(user))
  feed.poke(null)
}
