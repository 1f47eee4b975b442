/** A bucket of tokens per address: bursts are fine, a steady flood is refused. For doors that anybody may knock at. */
import type { MiddlewareHandler } from 'hono'
import { Refusal } from '../../shared/refusals.ts'
import type { Web, WebContext } from './web.ts'

export interface Rate {
  /** Knocks in one burst. */
  burst: number
  /** Further knocks per second. */
  perSecond: number
}

/** Of more addresses than this the one that knocked longest ago is forgotten, so that a flood of addresses costs no memory. */
const MOST_ADDRESSES = 10_000

/** Throws `rate` when the address of the request has knocked too often. `now` in milliseconds. */
export function rateLimit(rate: Rate, now: () => number): MiddlewareHandler<Web> {
  const buckets = new Map<string, { left: number; at: number }>()
  return async (c, next) => {
    const address = addressOf(c)
    const bucket = buckets.get(address) ?? { left: rate.burst, at: now() }
    const left = Math.min(rate.burst, bucket.left + ((now() - bucket.at) / 1000) * rate.perSecond)
    if (left < 1) throw new Refusal('rate', 'Too many tries from your address. Wait a minute, then try again.')
    // Taken out and put back: the map's order is that of the last knock.
    buckets.delete(address)
    buckets.set(address, { left: left - 1, at: now() })
    if (buckets.size > MOST_ADDRESSES) forgetOldest(buckets)
    await next()
  }
}

function forgetOldest(buckets: Map<string, unknown>): void {
  const [oldest] = buckets.keys()
  if (oldest !== undefined) buckets.delete(oldest)
}

/** Of the socket; forwarded headers are not believed, since anybody can write them. */
function addressOf(c: WebContext): string {
  return c.env?.incoming?.socket.remoteAddress ?? ''
}
