/**
 * Sign-ins that are under way at the OpenID provider: what was sent with each, kept in memory until the browser comes
 * back, once, or ten minutes are over. A restart forgets them; whoever was under way begins anew.
 */
import { type AuthDesk, MINUTE } from './desk.ts'
import { hashOf, newSecret } from './secrets.ts'

/** How long somebody may take at the provider, milliseconds. */
export const FLOW_AGE = 10 * MINUTE

/** Of more than these at once the oldest is forgotten, so that a flood of beginnings costs no memory. */
export const MOST_FLOWS = 5000

export interface Flow {
  /** OpenID Connect Core 1.0, §3.1.2.1 */
  readonly nonce: string
  /** RFC 7636, §4.1 */
  readonly verifier: string
  readonly redirectUri: string
  /** Path of ours to go on to. */
  readonly to: string
  /** The account that is signed in already, and what it is asked for at the provider; null = this is a sign-in. */
  readonly present: { readonly user: string; readonly act: 'link' | 'confirm' } | null
  /** Milliseconds since 1970. */
  readonly begunAt: number
}

export class ProviderFlows {
  readonly #desk: AuthDesk
  readonly #flows = new Map<string, { flow: Flow; browser: string; until: number }>()

  constructor(desk: AuthDesk) {
    this.#desk = desk
  }

  /** `state` travels through the provider, `browser` in a cookie of the browser that began; both are secrets. */
  begin(given: Pick<Flow, 'redirectUri' | 'to' | 'present'>): { flow: Flow; state: string; browser: string } {
    const { now, random } = this.#desk
    const flow = { ...given, nonce: newSecret(random), verifier: newSecret(random), begunAt: now() }
    const [state, browser] = [newSecret(random), newSecret(random)]
    // A map keeps the order of beginning, and all live equally long: the first ones are the oldest.
    for (const [hash, { until }] of this.#flows) {
      if (until > now() && this.#flows.size < MOST_FLOWS) break
      this.#flows.delete(hash)
    }
    this.#flows.set(hashOf(state), { flow, browser: hashOf(browser), until: now() + FLOW_AGE })
    return { flow, state, browser }
  }

  /** Null for a state that is unknown, over, was taken before, or began in another browser; it is used up by asking. */
  take(state: string, browser: string): Flow | null {
    const hash = hashOf(state)
    const found = this.#flows.get(hash)
    this.#flows.delete(hash)
    return found && found.until > this.#desk.now() && found.browser === hashOf(browser) ? found.flow : null
  }
}
