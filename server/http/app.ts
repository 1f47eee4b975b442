/** The whole of HTTP, put together: guard first, then the API, the rooms, and the client. */
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Refusal } from '../../shared/refusals.ts'
import { accessRoutes } from './access-routes.ts'
import { activityRoutes } from './activity-routes.ts'
import { onError, onNotFound } from './answers.ts'
import { doorRoutes } from './door-routes.ts'
import { eventRoutes } from './event-routes.ts'
import { ownOriginOnly, whoAsks } from './guard.ts'
import { MOST_FILES_BODY } from './multipart.ts'
import { describeItself } from './openapi.ts'
import { peopleRoutes } from './people-routes.ts'
import { providerRoutes } from './provider-routes.ts'
import { type Rate, rateLimit } from './rate-limit.ts'
import { roomRoute } from './room-route.ts'
import { securityHeaders } from './security-headers.ts'
import { sessionRoutes } from './session-routes.ts'
import { staticFiles } from './static-files.ts'
import { storyFileRoutes } from './story-file-routes.ts'
import { storyRoutes } from './story-routes.ts'
import type { Parts, Web, WebApp } from './web.ts'

/** The biggest JSON body of routes that take no story, bytes. */
const MOST_BODY = 64 * 1024

/** For doors that open without a session: enough for a class behind one address, too little to flood. */
const DOORS: Rate = { burst: 60, perSecond: 1 }

export function createApp(parts: Parts): WebApp {
  const app: WebApp = new Hono<Web>()
  app.onError(onError(parts.log))
  app.notFound(onNotFound)
  app.use(securityHeaders(parts.url))
  for (const path of ['/api/*', '/rooms/*']) {
    app.use(path, ownOriginOnly(parts.url))
    app.use(path, whoAsks(parts.desk, parts.url))
  }
  const knocks = rateLimit(DOORS, parts.desk.now)
  app.on('POST', '/api/session', knocks)
  app.on(['GET', 'POST'], ['/api/invites/:token', '/api/stories/:id/door'], knocks)
  app.on('GET', ['/api/sign-in/provider', '/api/sign-in/provider/return'], knocks)
  // Files only from somebody: a body of unsaid length is read into memory before its route is asked.
  app.on(['POST', 'PUT', 'PATCH', 'DELETE'], '/api/*', (c, next) =>
    c.var.actor && takesFiles(c.req.path) ? big(c, next) : small(c, next),
  )
  for (const routes of [
    sessionRoutes,
    providerRoutes,
    storyRoutes,
    storyFileRoutes,
    accessRoutes,
    doorRoutes,
    peopleRoutes,
    activityRoutes,
    eventRoutes,
    roomRoute,
  ]) {
    app.route('/', routes(parts))
  }
  describeItself(app)
  app.all('/api/*', onNotFound)
  app.get('*', staticFiles(parts.client))
  return app
}

const small = limit(MOST_BODY)
const big = limit(MOST_FILES_BODY)

function limit(maxSize: number) {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new Refusal('too-large', `This is more than ${Math.round(maxSize / 1024)} KiB; send less at once.`)
    },
  })
}

function takesFiles(path: string): boolean {
  return path === '/api/stories' || path === '/api/intake'
}
