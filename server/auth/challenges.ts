/** Challenges of Web Authentication that wait for their answer: in memory, each good for one answer within five minutes. */
import { type AuthDesk, MINUTE } from './desk.ts'
import { newId } from './secrets.ts'

/** How long somebody may take to touch their key, milliseconds. */
export const CHALLENGE_AGE = 5 * MINUTE

const MOST = 5000

/** Web Authentication Level 3, §13.4.3 asks for 16 bytes at least. */
const CHALLENGE_BYTES = 32

/** The address that a passkey is bound to. */
export interface RelyingParty {
  /** Host name without port (Web Authentication Level 3, §5: RP ID). */
  id: string
  /** As a browser says it: scheme, host, port. */
  origin: string
}

export interface Challenge {
  bytes: Uint8Array<ArrayBuffer>
  rp: RelyingParty
  /** Account that it was made for; null = whoever answers. */
  user: string | null
  until: number
}

export class Challenges {
  readonly #desk: AuthDesk
  readonly #open = new Map<string, Challenge>()

  constructor(desk: AuthDesk) {
    this.#desk = desk
  }

  /** A fresh one, and the id by which it is taken. An account's earlier one is void; of too many the oldest is. */
  make(rp: RelyingParty, user: string | null): { id: string; challenge: Challenge } {
    const { now, random } = this.#desk
    for (const [id, { until, user: whose }] of this.#open) {
      if (until <= now() || (user !== null && whose === user)) this.#open.delete(id)
    }
    for (const id of this.#open.keys()) {
      if (this.#open.size < MOST) break
      this.#open.delete(id)
    }
    const id = newId(random)
    const bytes = new Uint8Array(random(CHALLENGE_BYTES))
    const challenge = { bytes, rp, user, until: now() + CHALLENGE_AGE }
    this.#open.set(id, challenge)
    return { id, challenge }
  }

  /** Null for one that is unknown, over, taken already, or another account's; it is used up by asking. */
  take(id: string, user: string | null): Challenge | null {
    const found = this.#open.get(id)
    this.#open.delete(id)
    return found && found.until > this.#desk.now() && found.user === user ? found : null
  }
}
