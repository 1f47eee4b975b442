/** /api/stories/:id/…: who may come into a story, their roles, invite links, and what its address alone opens. */
import { Hono } from 'hono'
import { InviteMade, InviteRequest, LinkRequest, PeopleAnswer, RoleRequest } from '../../shared/wire/people.ts'
import { makeInvite, withdrawInvite } from '../stories/invite-people.ts'
import { listPeople } from '../stories/list-people.ts'
import { openByAddress } from '../stories/open-by-address.ts'
import { removePerson } from '../stories/remove-person.ts'
import { setRole } from '../stories/set-role.ts'
import { says, takes } from './describe.ts'
import { signedIn } from './guard.ts'
import { inviteMade } from './invite-link.ts'
import type { Parts, Web, WebApp } from './web.ts'

export function accessRoutes(parts: Parts): WebApp {
  const { desk } = parts
  const app = new Hono<Web>()

  app.get(
    '/api/stories/:id/people',
    says({ summary: 'Who may come in, and the links that open', tag: 'people', answer: PeopleAnswer }),
    async (c) => c.json(await listPeople(desk, signedIn(c), c.req.param('id'))),
  )

  app.put(
    '/api/stories/:id/people/:person',
    says({ summary: 'Gives somebody another role', tag: 'people', status: 204 }),
    takes(RoleRequest),
    async (c) => {
      const { id, person } = c.req.param()
      await setRole(desk, signedIn(c), id, person, c.req.valid('json').role)
      return c.body(null, 204)
    },
  )

  app.delete(
    '/api/stories/:id/people/:person',
    says({ summary: 'Takes somebody out of the story', tag: 'people', status: 204 }),
    async (c) => {
      const { id, person } = c.req.param()
      await removePerson(desk, signedIn(c), id, person)
      return c.body(null, 204)
    },
  )

  app.put(
    '/api/stories/:id/link',
    says({ summary: 'Opens the story to everybody with its address, or closes it', tag: 'people', status: 204 }),
    takes(LinkRequest),
    async (c) => {
      await openByAddress(desk, signedIn(c), c.req.param('id'), c.req.valid('json').role)
      return c.body(null, 204)
    },
  )

  app.post(
    '/api/stories/:id/invites',
    says({ summary: 'Makes an invite link', tag: 'invites', status: 201, answer: InviteMade }),
    takes(InviteRequest),
    async (c) => {
      const made = await makeInvite(desk, signedIn(c), c.req.param('id'), c.req.valid('json'))
      return c.json(await inviteMade(parts, c, made), 201)
    },
  )

  app.delete(
    '/api/stories/:id/invites/:invite',
    says({ summary: 'Revokes an invite link', tag: 'invites', status: 204 }),
    async (c) => {
      const { id, invite } = c.req.param()
      await withdrawInvite(desk, signedIn(c), id, invite)
      return c.body(null, 204)
    },
  )

  return app
}
