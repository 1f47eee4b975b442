/** Refusals and faults as HTTP answers: the one place where a code becomes a status, and where a refusal is recorded. */
import type { ErrorHandler, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { matchedRoutes } from 'hono/route'
import { Refusal, type RefusalCode } from '../../shared/refusals.ts'
import { record } from '../auth/activity.ts'
import { TooOften } from '../auth/too-often.ts'
import { addressOf } from './address.ts'
import type { Parts, Web, WebContext } from './web.ts'

export const STATUS = {
  'bad-request': 400,
  malformed: 400,
  'signed-out': 401,
  forbidden: 403,
  confirm: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-large': 413,
  unsupported: 415,
  'not-lossless': 422,
  'cannot-encode': 422,
  rate: 429,
  unavailable: 503,
} as const satisfies Record<RefusalCode, number>

/** `{error: {code, message}}` for whatever was thrown. A fault of ours is logged and told without its innards. */
export function onError(parts: Parts): ErrorHandler<Web> {
  const { log } = parts
  return async (error, c) => {
    if (error instanceof Refusal) {
      if (error instanceof TooOften) c.header('Retry-After', String(error.seconds))
      if (error.code === 'forbidden' || error.code === 'rate') {
        await recordRefusal(parts, c, error).catch((fault: unknown) => log(`activity: ${String(fault)}`))
      }
      return c.json(body(error.code, error.message), STATUS[error.code])
    }
    if (error instanceof HTTPException && error.status < 500) {
      return c.json(body('bad-request', error.message || 'The request cannot be read.'), error.status)
    }
    log(`${c.req.method} ${patternOf(c)}: ${error.stack ?? error.message}`)
    return c.json(body('fault', 'Something went wrong in Galley itself. Nothing was changed; please try again.'), 500)
  }
}

export const onNotFound: NotFoundHandler<Web> = (c) =>
  c.json(body('not-found', 'There is nothing at this address.'), 404)

/** Who tried what, with the route's pattern: an address may hold a secret. */
async function recordRefusal({ desk, proxies }: Parts, c: WebContext, { code, message }: Refusal): Promise<void> {
  const id = /^\/(?:api\/stories|rooms)\/([^/]+)/.exec(c.req.path)?.[1]
  const story = id === undefined ? null : await desk.storage.stories.get(id)
  await record(desk, c.var.actor ?? null, {
    act: 'refused',
    story: story?.id,
    detail: { what: `${c.req.method} ${patternOf(c)}`, code, message },
    from: addressOf(c, proxies),
  })
}

/** Of the route that would have answered, also where one before it said no. */
export function patternOf(c: WebContext): string {
  return matchedRoutes(c).findLast(({ path }) => !path.includes('*'))?.path ?? '/'
}

function body(code: string, message: string): { error: { code: string; message: string } } {
  return { error: { code, message } }
}
