/** Which address a passkey is bound to: the public one as configured, else the one that the asker's browser names. */
import { Refusal } from '../../shared/refusals.ts'
import type { RelyingParty } from '../auth/challenges.ts'
import { isOurs } from './guard.ts'
import type { WebContext } from './web.ts'

/**
 * Throws `unsupported` where browsers make no passkeys: at an IP address (Web Authentication Level 3, §5.1.3: the RP ID
 * is a domain), without https, and at another address than the configured one.
 */
export function relyingParty(c: WebContext, url: URL | null): RelyingParty {
  const named = c.req.header('origin') ?? ''
  const asked = isOurs(named, c, url) ? new URL(named) : new URL(c.req.url)
  const { origin, hostname, protocol, port } = url ?? asked
  if (/^[\d.]+$/.test(hostname) || hostname.startsWith('[')) {
    const here = `http://localhost${port === '' ? '' : `:${port}`}`
    throw new Refusal(
      'unsupported',
      `Passkeys need a name, not an IP address: on this machine open Galley as ${here}, elsewhere under a name with https.`,
    )
  }
  if (protocol !== 'https:' && hostname !== 'localhost' && !hostname.endsWith('.localhost')) {
    throw new Refusal('unsupported', 'Passkeys need https. Whoever runs this Galley can put it behind https.')
  }
  if (origin !== asked.origin) throw new Refusal('unsupported', `Passkeys work at ${origin} only. Open Galley there.`)
  return { id: hostname, origin }
}
