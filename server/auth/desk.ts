/** What the auth room needs from outside: the store, a clock and dice, so that tests can hold both. */
import type { Storage } from '../storage/storage.ts'
import type { Random } from './secrets.ts'

export interface AuthDesk {
  readonly storage: Storage
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly random: Random
}

export const MINUTE = 60_000
export const DAY = 24 * 60 * MINUTE
