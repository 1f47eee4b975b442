/** GET /rooms/:id: the upgrade to a story's socket. Judged here, once, before it opens; then it is the room's. */
import { upgradeWebSocket } from '@hono/node-server'
import { Hono } from 'hono'
import type { WebSocket } from 'ws'
import { Refusal } from '../../shared/refusals.ts'
import { CLOSE } from '../../shared/wire/frames.ts'
import { authorise } from '../auth/authorise.ts'
import { personOf } from '../stories/story-card.ts'
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
    const galley = c.req.query('galley') === '1'
    // No onMessage and no work after an await: the room listens on the socket itself before the first frame comes.
    const upgrade = upgradeWebSocket(
      () => ({
        onOpen: (_, { raw }) => {
          const socket = raw as WebSocket
          const forget = doors.add(ticket, () => socket.close(CLOSE.signedOut, 'signed out'))
          socket.once('close', forget)
          rooms.connect(story.id, { ...personOf(user), role, most: actor.limit?.role ?? null }, socket, { galley })
        },
      }),
      { onError: (error) => log(`room: ${String(error)}`) },
    )
    return upgrade(c, next)
  })

  return app
}
