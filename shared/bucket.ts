/** A bucket of tries: a burst is fine, a steady flood is not. Whoever holds it decides what becomes of one too many. */

export interface Rate {
  /** Tries in one burst. */
  burst: number
  /** Further tries per second. */
  perSecond: number
}

export class Bucket {
  readonly #rate: Rate
  readonly #now: () => number
  #left: number
  #at: number

  /** Full. `now` in milliseconds. */
  constructor(rate: Rate, now: () => number) {
    this.#rate = rate
    this.#now = now
    this.#left = rate.burst
    this.#at = now()
  }

  /** Takes one try and returns 0; where none is left it takes nothing and returns the seconds until there is one. */
  take(): number {
    const { burst, perSecond } = this.#rate
    const now = this.#now()
    this.#left = Math.min(burst, this.#left + ((now - this.#at) / 1000) * perSecond)
    this.#at = now
    if (this.#left < 1) return (1 - this.#left) / perSecond
    this.#left -= 1
    return 0
  }
}
