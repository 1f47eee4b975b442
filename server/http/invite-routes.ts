/** Invite links: making, listing and revoking them for a story, and joining by one. */
import { Hono } from 'hono'
import { InviteAnswer, InviteMade, InviteRequest, Joined, JoinRequest, PeopleAnswer } from '../../shared/wire/people.ts'
import { rarestSwatch } from '../auth/accounts.ts'
import { authorise } from '../auth/authorise.ts'
import { createInvite, ended, listInvites, openInvite, revokeInvite } from '../auth/invites.ts'
import { beginSession } from '../auth/sessions.ts'
import { joinStory } from '../stories/join-story.ts'
import { listPeople } from '../stories/list-people.ts'
import { personOf, titleNow } from '../stories/story-card.ts'
import { setSessionCookie } from './cookies.ts'
import { says, takes } from './describe.ts'
import { signedIn } from './guard.ts'
import type { Parts, Web, WebApp, WebContext } from './web.ts'

export function inviteRoutes(parts: Parts): WebApp {
  const { desk } = parts
  const app = new Hono<Web>()

  app.post(
    '/api/stories/:id/invites',
    says({ summary: 'Makes an invite link', tag: 'invites', status: 201, answer: InviteMade }),
    takes(InviteRequest),
    async (c) => {
      const actor = signedIn(c)
      const { story } = await authorise(desk, actor, 'invite', { story: c.req.param('id') })
      const { secret, invite } = await createInvite(desk, actor, story.id, c.req.valid('json').role)
      return c.json({ id: invite.id, url: `${addressOf(c, parts.url)}/join/${secret}`, role: invite.role }, 201)
    },
  )

  app.delete(
    '/api/stories/:id/invites/:invite',
    says({ summary: 'Revokes an invite link', tag: 'invites', status: 204 }),
    async (c) => {
      const { story } = await authorise(desk, signedIn(c), 'invite', { story: c.req.param('id') })
      await revokeInvite(desk, story.id, c.req.param('invite'))
      return c.body(null, 204)
    },
  )

  app.get(
    '/api/stories/:id/people',
    says({ summary: 'Who may come in, and the links that open', tag: 'invites', answer: PeopleAnswer }),
    async (c) => {
      const { story } = await authorise(desk, signedIn(c), 'invite', { story: c.req.param('id') })
      const people = await listPeople(desk, story.id)
      const names = new Map((await desk.storage.people.users()).map(({ id, name }) => [id, name]))
      const invites = (await listInvites(desk, story.id)).map(({ id, role, createdAt, by }) => ({
        id,
        role,
        createdAt: new Date(createdAt).toISOString(),
        by: (by !== null && names.get(by)) || '',
      }))
      return c.json({ people, invites, linkRole: story.linkRole })
    },
  )

  app.get(
    '/api/invites/:token',
    says({ summary: 'What an invite link offers', tag: 'invites', answer: InviteAnswer, open: true }),
    async (c) => {
      const invite = await openInvite(desk, c.req.param('token'))
      const story = await desk.storage.stories.get(invite.story)
      if (!story || story.deletedAt !== null) throw ended()
      const from = invite.by === null ? null : await desk.storage.people.user(invite.by)
      const user = c.var.actor?.user ?? null
      return c.json({
        role: invite.role,
        from: from?.name ?? '',
        story: { title: titleNow(story), words: story.words },
        person: user && personOf(user),
        swatch: await rarestSwatch(desk),
      })
    },
  )

  app.post(
    '/api/invites/:token',
    says({ summary: 'Joins a story by its invite link', tag: 'invites', answer: Joined, open: true }),
    takes(JoinRequest),
    async (c) => {
      const { story, user, isNew } = await joinStory(desk, c.var.actor, c.req.param('token'), c.req.valid('json'))
      if (isNew) setSessionCookie(c, parts.url, await beginSession(desk, user, c.req.header('user-agent') ?? ''))
      return c.json({ story: story.id, person: personOf(user) })
    },
  )

  return app
}

/** Where people reach this Galley: as configured, else as the asker's browser did (a proxy may have added the "s"). */
function addressOf(c: WebContext, url: URL | null): string {
  const origin = c.req.header('origin') ?? ''
  return (url ?? new URL(URL.canParse(origin) ? origin : c.req.url)).origin
}
