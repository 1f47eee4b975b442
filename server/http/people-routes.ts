/** /api/people: everybody who has an account here, their roles on the whole library, and the links into it; for the owner. */
import { Hono } from 'hono'
import { InviteMade, InviteRequest, LibraryPeopleAnswer, LibraryRoleRequest } from '../../shared/wire/people.ts'
import { makeInvite, withdrawInvite } from '../stories/invite-people.ts'
import { listLibraryPeople } from '../stories/list-library-people.ts'
import { removeFromLibrary } from '../stories/remove-from-library.ts'
import { setLibraryRole } from '../stories/set-library-role.ts'
import { says, takes } from './describe.ts'
import { signedIn } from './guard.ts'
import { inviteMade } from './invite-link.ts'
import type { Parts, Web, WebApp } from './web.ts'

export function peopleRoutes(parts: Parts): WebApp {
  const { desk, doors } = parts
  const app = new Hono<Web>()

  app.get(
    '/api/people',
    says({ summary: 'Everybody here, and the links to the whole library', tag: 'people', answer: LibraryPeopleAnswer }),
    async (c) => c.json(await listLibraryPeople(desk, signedIn(c))),
  )

  app.post(
    '/api/people/invites',
    says({ summary: 'Makes an invite link to the whole library', tag: 'invites', status: 201, answer: InviteMade }),
    takes(InviteRequest),
    async (c) => {
      const made = await makeInvite(desk, signedIn(c), null, c.req.valid('json'))
      return c.json(await inviteMade(parts, c, made), 201)
    },
  )

  app.delete(
    '/api/people/invites/:invite',
    says({ summary: 'Revokes an invite link to the whole library', tag: 'invites', status: 204 }),
    async (c) => {
      await withdrawInvite(desk, signedIn(c), null, c.req.param('invite'))
      return c.body(null, 204)
    },
  )

  app.put(
    '/api/people/:person',
    says({ summary: 'Gives somebody a role on the whole library', tag: 'people', status: 204 }),
    takes(LibraryRoleRequest),
    async (c) => {
      await setLibraryRole(desk, signedIn(c), c.req.param('person'), c.req.valid('json').role)
      return c.body(null, 204)
    },
  )

  app.delete(
    '/api/people/:person',
    says({ summary: 'Removes somebody for good', tag: 'people', status: 204 }),
    async (c) => {
      const ended = await removeFromLibrary(desk, signedIn(c), c.req.param('person'))
      for (const ticket of ended) doors.shut(ticket)
      return c.body(null, 204)
    },
  )

  return app
}
