/** The whole of HTTP, put together: guard first, then the API, the rooms, and the client. */
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Rate } from '../../shared/bucket.ts'
import { Refusal } from '../../shared/refusals.ts'
import { authorise } from '../auth/authorise.ts'
import { accessRoutes } from './access-routes.ts'
import { accountRoutes } from './account-routes.ts'
import { activityRoutes } from './activity-routes.ts'
import { addressOf } from './address.ts'
import { onError, onNotFound } from './answers.ts'
import { askAgain } from './ask-again.ts'
import { confirmRoutes } from './confirm-routes.ts'
import { doorRoutes } from './door-routes.ts'
import { eventRoutes } from './event-routes.ts'
import { exportRoutes } from './export-routes.ts'
import { ownOriginOnly, ownSession, whoAsks } from './guard.ts'
import { LongWork } from './long-work.ts'
import { MOST_FILES_BODY } from './multipart.ts'
import { describeItself } from './openapi.ts'
import { originRoutes } from './origin-routes.ts'
import { peopleRoutes } from './people-routes.ts'
import { providerRoutes } from './provider-routes.ts'
import { Buckets, PASSWORD_TRIES, rateLimit } from './rate-limit.ts'
import { recordRoutes } from './record-routes.ts'
import { MOST_COMMANDS_BODY, reviewRoutes } from './review-routes.ts'
import { roomRoute } from './room-route.ts'
import { securityHeaders } from './security-headers.ts'
import { sessionRoutes } from './session-routes.ts'
import { sheetRoutes } from './sheet-routes.ts'
import { signInRoutes } from './sign-in-routes.ts'
import { staticFiles } from './static-files.ts'
import { storyFileRoutes } from './story-file-routes.ts'
import { storyRoutes } from './story-routes.ts'
import type { Parts, Web, WebApp, WebContext } from './web.ts'

/** The biggest JSON body of routes that take no story, bytes. */
const MOST_BODY = 64 * 1024

/** For doors that open without a session, by address: enough for a class behind one address, too little to flood. */
const DOORS: Rate = { burst: 60, perSecond: 1 }

/** For changes by somebody who is known, by account: far more than hands can do. */
const CHANGES: Rate = { burst: 120, perSecond: 5 }
const UPLOADS: Rate = { burst: 30, perSecond: 0.5 }

/** For all stories at once, by account. */
const LIBRARIES: Rate = { burst: 10, perSecond: 1 / 30 }

/** For accounts that anybody may make, by address: a class at once, then one a minute, since each is kept for good. */
const NEWCOMERS: Rate = { burst: 60, perSecond: 1 / 60 }

/** For the same through one story's open address, from wherever: people are read as a whole, so they must not be countless. */
const VISITORS: Rate = { burst: 300, perSecond: 1 / 10 }

const CHANGING = ['POST', 'PUT', 'PATCH', 'DELETE']

export function createApp(parts: Parts): WebApp {
  const app: WebApp = new Hono<Web>()
  app.onError(onError(parts))
  app.notFound(onNotFound)
  app.use(securityHeaders(parts.url))
  for (const path of ['/api/*', '/rooms/*']) {
    app.use(path, ownOriginOnly(parts.url))
    app.use(path, whoAsks(parts))
  }
  const { now } = parts.desk
  const account = (c: WebContext) => c.var.actor?.user?.id ?? null
  const uploader = (c: WebContext) => (takesFiles(c.req.path) ? account(c) : null)
  app.on(CHANGING, '/api/*', rateLimit(CHANGES, now, account, 'That is more than one person can do.'))
  app.on('POST', '/api/*', rateLimit(UPLOADS, now, uploader, 'Too many files at once.'))
  // Not changes, but a row of the log each, and a whole text's work.
  const copies = rateLimit(CHANGES, now, account, 'That is more than one person can read.')
  app.on(
    'GET',
    ['export', 'export/report', 'source', 'changes', 'record', 'sheet'].map((file) => `/api/stories/:id/${file}`),
    copies,
  )
  app.on('GET', '/api/origins', rateLimit(CHANGES, now, account, 'That is more than one person can read.'))
  app.on('GET', '/api/export', rateLimit(LIBRARIES, now, account, 'A whole library is not taken so often.'))
  const from = (c: WebContext) => addressOf(c, parts.proxies)
  const knocks = rateLimit(DOORS, now, from, 'Too many tries from your address.')
  app.on('POST', ['/api/session', '/api/sign-in/*', '/api/account/confirm/*'], knocks)
  app.on(['GET', 'POST'], ['/api/invites/:token', '/api/stories/:id/door'], knocks)
  app.on('GET', ['/api/sign-in/provider', '/api/sign-in/provider/return'], knocks)
  // Costs as much as a sign-in, of which there are only some at once for everybody.
  app.on('PUT', '/api/account/password', knocks)
  const newcomer = (c: WebContext) => (c.var.actor ? null : from(c))
  const visited = (c: WebContext) => (c.var.actor ? null : (c.req.param('id') ?? ''))
  const crowd = 'So many people came in just now that the door is held for a moment.'
  app.on('POST', ['/api/invites/:token', '/api/stories/:id/door'], rateLimit(NEWCOMERS, now, newcomer, crowd))
  app.on('POST', '/api/stories/:id/door', rateLimit(VISITORS, now, visited, crowd))
  // Files only from somebody who may bring them: a body of unsaid length is read into memory before its route is asked.
  app.on(CHANGING, '/api/*', async (c, next) => {
    const { actor } = c.var
    const story = BROUGHT_INTO.exec(c.req.path)?.[1]
    if (actor && story) await authorise(parts.desk, actor, 'propose', { story })
    else if (actor && takesFiles(c.req.path)) await authorise(parts.desk, actor, 'takeIn', 'library')
    return limitFor(c)(c, next)
  })
  // What joins somebody to a story is about the person, not about what a program may do in their name.
  app.on('POST', ['/api/invites/:token', '/api/stories/:id/door'], async (c, next) => {
    if (c.var.actor) ownSession(c)
    await next()
  })
  app.on(CHANGING, '/api/account/*', askAgain(parts))
  const works = new LongWork()
  const tries = new Buckets(PASSWORD_TRIES, now)
  for (const routes of [
    sessionRoutes,
    (of: Parts) => signInRoutes(of, tries),
    (of: Parts) => confirmRoutes(of, tries),
    accountRoutes,
    providerRoutes,
    (of: Parts) => storyRoutes(of, works),
    storyFileRoutes,
    (of: Parts) => exportRoutes(of, works),
    (of: Parts) => originRoutes(of, works),
    reviewRoutes,
    recordRoutes,
    sheetRoutes,
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
const middling = limit(MOST_COMMANDS_BODY)
const big = limit(MOST_FILES_BODY)

function limitFor(c: WebContext) {
  if (!c.var.actor) return small
  if (takesFiles(c.req.path)) return big
  return TAKES_COMMANDS.test(c.req.path) ? middling : small
}

const TAKES_COMMANDS = /^\/api\/stories\/[^/]+\/review$/

function limit(maxSize: number) {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new Refusal('too-large', `This is more than ${Math.round(maxSize / 1024)} KiB; send less at once.`)
    },
  })
}

/** The story that a file is brought into. */
const BROUGHT_INTO = /^\/api\/stories\/([^/]+)\/bring-in$/

function takesFiles(path: string): boolean {
  return path === '/api/stories' || path === '/api/intake' || BROUGHT_INTO.test(path)
}
