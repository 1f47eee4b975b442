/** Buckets of tries: bursts are fine, a steady flood is refused. By address, by account, or by what is tried. */
import type { MiddlewareHandler } from 'hono'
import { Bucket, type Rate } from '../../shared/bucket.ts'
import { TooOften } from '../auth/too-often.ts'
import type { Web, WebContext } from './web.ts'

/** With one name, whichever address it is tried from. */
export const PASSWORD_TRIES: Rate = { burst: 10, perSecond: 1 / 60 }

/** Of more keys than this the one that tried longest ago is forgotten, so that a flood of keys costs no memory. */
const MOST_KEYS = 10_000

export class Buckets {
  readonly #rate: Rate
  readonly #now: () => number
  readonly #buckets = new Map<string, Bucket>()

  /** `now` in milliseconds. */
  constructor(rate: Rate, now: () => number) {
    this.#rate = rate
    this.#now = now
  }

  /** Takes one try and returns 0; where none is left it takes nothing and returns the seconds until there is one. */
  take(key: string): number {
    const bucket = this.#buckets.get(key) ?? new Bucket(this.#rate, this.#now)
    const wait = bucket.take()
    if (wait > 0) return wait
    // Taken out and put back: the map's order is that of the last try.
    this.#buckets.delete(key)
    this.#buckets.set(key, bucket)
    if (this.#buckets.size > MOST_KEYS) this.#forgetOldest()
    return 0
  }

  /** Forgets the tries of a key: what was tried succeeded. */
  clear(key: string): void {
    this.#buckets.delete(key)
  }

  #forgetOldest(): void {
    const [oldest] = this.#buckets.keys()
    if (oldest !== undefined) this.#buckets.delete(oldest)
  }
}

/** Throws `rate` when whoever `keyOf` names has tried too often; a request without a key passes. */
export function rateLimit(
  rate: Rate,
  now: () => number,
  keyOf: (c: WebContext) => string | null,
  refusal: string,
): MiddlewareHandler<Web> {
  const buckets = new Buckets(rate, now)
  return async (c, next) => {
    const key = keyOf(c)
    const wait = key === null ? 0 : buckets.take(key)
    if (wait > 0) throw new TooOften(refusal, wait)
    await next()
  }
}
