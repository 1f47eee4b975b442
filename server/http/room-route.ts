/** GET /rooms/:id: the upgrade to a story's socket. Judged here, once, before it opens; then it is the room's. */
import { upgradeWebSocket } from '@hono/node-server'
import { Hono } from 'hono'
import type { WebSocket } from 'ws'
import { Refusal } from '../../shared/refusals.ts'
import { CLOSE } from '../../shared/wire/frames.ts'
import { authorise } from '../auth/authorise.ts'
import { applyRights } from '../stories/apply-rights.ts'
import { personOf } from '../stories/story-card.ts'
import { noteVisit } from '../stories/visit-story.ts'
import { says } from './describe.ts'
import { signedIn } from './guard.ts'
import type { Parts, Web, WebApp } from './web.ts'

/** The biggest frame, bytes: a first sync of 16 MiB and what wraps it. */
export const MOST_FRAME = 17 * 1024 * 1024

export function roomRoute({ desk, rooms, doors, log }: Parts): WebApp {
  const app = new Hono<Web>()
  const route = says({ summary: "A story's socket, y-websocket's protocol", tag: 'rooms', status: 101 })

  app.get('/rooms/:id', route, async (c, next) => {
    if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') {
      throw new Refusal('bad-request', 'This address is a WebSocket.')
    }
    const actor = signedIn(c)
    const { user } = actor
    const ticket = c.var.entry?.ticket.hash
    if (!user || ticket === undefined) throw new Error('rooms: a request without an account')
    const { story, role } = await authorise(desk, actor, 'read', { story: c.req.param('id') })
    await noteVisit(desk, user, story)
    // Once more when it is open: a right or a session may have ended since, when there was no socket yet to feel it.
    const settle = async () => {
      await doors.look(ticket)
      await applyRights(desk, { story: story.id, user: user.id }, '')
    }
    const galley = c.req.query('galley') === '1'
    // No onMessage and no work after an await: the room listens on the socket itself before the first frame comes.
    const upgrade = upgradeWebSocket(
      () => ({
        onOpen: (_, { raw }) => {
          const socket = raw as WebSocket
          const person = { ...personOf(user), role, most: actor.limit?.role ?? null }
          const end = rooms.connect(story.id, person, socket, { galley, settle })
          socket.once(
            'close',
            doors.add(ticket, () => end(CLOSE.signedOut, 'signed out')),
          )
        },
      }),
      { onError: (error) => log(`room: ${String(error)}`) },
    )
    return upgrade(c, next)
  })

  return app
}
