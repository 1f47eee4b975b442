/** The doors that open without a session: an invite link, and the address of a story that is open to everybody who has it. */
import { Hono } from 'hono'
import { DoorAnswer, InviteAnswer, Joined, JoinRequest } from '../../shared/wire/people.ts'
import { rarestSwatch } from '../auth/accounts.ts'
import { beginSession } from '../auth/sessions.ts'
import type { StoredUser } from '../storage/storage.ts'
import { joinStory, offerOf } from '../stories/join-story.ts'
import { personOf, titleNow } from '../stories/story-card.ts'
import { enterByAddress, openDoor } from '../stories/visit-story.ts'
import { setSessionCookie } from './cookies.ts'
import { says, takes } from './describe.ts'
import type { Parts, Web, WebApp, WebContext } from './web.ts'

export function doorRoutes(parts: Parts): WebApp {
  const { desk } = parts
  const app = new Hono<Web>()

  app.get(
    '/api/invites/:token',
    says({ summary: 'What an invite link offers', tag: 'invites', answer: InviteAnswer, open: true }),
    async (c) => {
      const user = c.var.actor?.user ?? null
      const { invite, story } = await offerOf(desk, user, c.req.param('token'))
      const from = invite.by === null ? null : await desk.storage.people.user(invite.by)
      return c.json({
        role: invite.role,
        from: from?.name ?? '',
        story: story && { title: titleNow(story), words: story.words },
        person: user && personOf(user),
        swatch: await rarestSwatch(desk),
      })
    },
  )

  app.post(
    '/api/invites/:token',
    says({ summary: 'Joins a story or the library by its invite link', tag: 'invites', answer: Joined, open: true }),
    takes(JoinRequest),
    async (c) => entered(parts, c, await joinStory(desk, c.var.actor, c.req.param('token'), c.req.valid('json'))),
  )

  app.get(
    '/api/stories/:id/door',
    says({ summary: "What the story's address alone opens", tag: 'people', answer: DoorAnswer, open: true }),
    async (c) => {
      const story = await openDoor(desk, c.req.param('id'))
      const swatch = await rarestSwatch(desk)
      return c.json({ role: story.linkRole, title: titleNow(story), words: story.words, swatch })
    },
  )

  app.post(
    '/api/stories/:id/door',
    says({ summary: 'Comes in by the address', tag: 'people', answer: Joined, open: true }),
    takes(JoinRequest),
    async (c) => entered(parts, c, await enterByAddress(desk, c.var.actor, c.req.param('id'), c.req.valid('json'))),
  )

  return app
}

/** A newcomer gets a session; who has one keeps it. */
async function entered(
  { desk, url }: Parts,
  c: WebContext,
  { story, user, isNew }: { story: string | null; user: StoredUser; isNew: boolean },
): Promise<Response> {
  if (isNew) setSessionCookie(c, url, await beginSession(desk, user, c.req.header('user-agent') ?? ''))
  return c.json({ story, person: personOf(user) })
}
