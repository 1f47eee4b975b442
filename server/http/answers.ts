/** Refusals and faults as HTTP answers: the one place where a code becomes a status. */
import type { ErrorHandler, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { Refusal, type RefusalCode } from '../../shared/refusals.ts'
import type { Web } from './web.ts'

export const STATUS = {
  'bad-request': 400,
  malformed: 400,
  'signed-out': 401,
  forbidden: 403,
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
export function onError(log: (fault: string) => void): ErrorHandler<Web> {
  return (error, c) => {
    if (error instanceof Refusal) {
      if (error.code === 'rate') c.header('Retry-After', '60')
      return c.json(body(error.code, error.message), STATUS[error.code])
    }
    if (error instanceof HTTPException && error.status < 500) {
      return c.json(body('bad-request', error.message || 'The request cannot be read.'), error.status)
    }
    log(`${c.req.method} ${c.req.routePath}: ${error.stack ?? error.message}`)
    return c.json(body('fault', 'Something went wrong in Galley itself. Nothing was changed; please try again.'), 500)
  }
}

export const onNotFound: NotFoundHandler<Web> = (c) =>
  c.json(body('not-found', 'There is nothing at this address.'), 404)

function body(code: string, message: string): { error: { code: string; message: string } } {
  return { error: { code, message } }
}
