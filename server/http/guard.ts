/** Who asks, and whether the request may come from where it comes from. What they may do to a story is asked in auth. */
import type { MiddlewareHandler } from 'hono'
import { Refusal } from '../../shared/refusals.ts'
import type { Actor } from '../auth/actor.ts'
import type { AuthDesk } from '../auth/desk.ts'
import { actorOf, type Entry, noteSeen, sessionOf } from '../auth/sessions.ts'
import { tokenEntry } from '../auth/tokens.ts'
import { sessionCookie } from './cookies.ts'
import type { Parts, Web, WebContext } from './web.ts'

/** Finds the asker by token, else by session. A token that opens nothing is refused, not ignored. */
export function whoAsks({ desk, url, log }: Pick<Parts, 'desk' | 'url' | 'log'>): MiddlewareHandler<Web> {
  return async (c, next) => {
    const entry = await entryOf(desk, url, c)
    c.set('entry', entry)
    c.set('actor', entry && actorOf(entry))
    // A disk that is full must not keep people from reading.
    if (entry) await noteSeen(desk, entry).catch((error: unknown) => log(`seen: ${String(error)}`))
    await next()
  }
}

/**
 * Refuses what another site made a browser send: state-changing requests and upgrades must name our own origin. A request
 * with a bearer token is exempt, for no site can make a browser send one; so is one that is neither from a browser nor
 * carries a session.
 */
export function ownOriginOnly(url: URL | null): MiddlewareHandler<Web> {
  return async (c, next) => {
    const upgrades = c.req.header('upgrade') !== undefined
    if (!upgrades && (c.req.method === 'GET' || c.req.method === 'HEAD')) return next()
    if (!bearer(c) && !comesFromUs(c, url, upgrades)) {
      throw new Refusal('forbidden', 'This request came from another site, or from a program that named no Origin.')
    }
    return next()
  }
}

/** The asker; throws `signed-out`. */
export function signedIn(c: WebContext): Actor {
  if (c.var.actor) return c.var.actor
  throw new Refusal('signed-out', "Please sign in: open the owner's link from the terminal, or an invite link.")
}

/** The asker's own session; throws `signed-out`, and `forbidden` for a token: what is about oneself is not for programs. */
export function ownSession(c: WebContext): Entry {
  signedIn(c)
  const { entry } = c.var
  if (entry?.ticket.kind === 'session') return entry
  throw new Refusal('forbidden', 'An access token may not do this. Sign in with a browser.')
}

/** True for an origin as browsers name it that is this Galley's: the public address, or the one that was asked. */
export function isOurs(origin: string, c: WebContext, url: URL | null): boolean {
  if (!URL.canParse(origin)) return false
  const { protocol, host, origin: parsed } = new URL(origin)
  if (url && parsed === url.origin) return true
  const own = c.req.header('host') ?? new URL(c.req.url).host
  const ours = `${protocol}//${own}`
  return /^https?:$/.test(protocol) && URL.canParse(ours) && host === new URL(ours).host
}

function comesFromUs(c: WebContext, url: URL | null, upgrades: boolean): boolean {
  const origin = c.req.header('origin')
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  if (origin !== undefined) return isOurs(origin, c, url)
  const session = sessionCookie(c, url) !== undefined
  return upgrades ? !session : site === 'same-origin' || !session
}

async function entryOf(desk: AuthDesk, url: URL | null, c: WebContext): Promise<Entry | null> {
  const token = bearer(c)
  if (token !== null) {
    const entry = await tokenEntry(desk, token)
    if (!entry) throw new Refusal('signed-out', 'This access token does not open anything (any more).')
    return entry
  }
  const secret = sessionCookie(c, url)
  return secret ? sessionOf(desk, secret) : null
}

function bearer(c: WebContext): string | null {
  return /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? null
}
