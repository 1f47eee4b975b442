/**
 * Signing in through the OpenID provider: the way there, the way back, linking and unlinking. The browser that began is
 * known by a cookie of ten minutes, so that nobody can be made to finish what somebody else began.
 */
import { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { Refusal } from '../../shared/refusals.ts'
import { ProviderBegun, ProviderRequest } from '../../shared/wire/account.ts'
import { record } from '../auth/activity.ts'
import { type OpenidProvider, ProviderProblem } from '../auth/provider.ts'
import { FLOW_AGE, type Flow } from '../auth/provider-flows.ts'
import { linkIdentity, personFor, unlinkIdentity } from '../auth/provider-person.ts'
import { says, takes } from './describe.ts'
import { enter } from './enter.ts'
import { ownSession } from './guard.ts'
import { ownPath } from './own-path.ts'
import type { Parts, Web, WebApp, WebContext } from './web.ts'

const BEGIN = '/api/sign-in/provider'
const RETURN = `${BEGIN}/return`
const COOKIE = 'galley_provider'

export function providerRoutes(parts: Parts): WebApp {
  const { desk, url } = parts
  const app = new Hono<Web>()

  app.get(
    BEGIN,
    says({ summary: 'Goes to the OpenID provider to sign in', tag: 'session', status: 302, open: true }),
    async (c) => {
      const provider = providerOf(parts)
      const to = ownPath(c.req.query('to'))
      // Who is in already stays who they are: a link on another site must not make anybody change accounts.
      if (c.var.actor) return c.redirect(problemPath('signed-in', { to, link: null }))
      return orProblem(parts, c, { to, link: null }, async () => c.redirect(await begin(parts, c, provider, to, null)))
    },
  )

  app.get(
    RETURN,
    says({ summary: 'Comes back from the OpenID provider', tag: 'session', status: 302, open: true }),
    async (c) => {
      const provider = providerOf(parts)
      const { searchParams } = new URL(c.req.url)
      const browser = secure(url) ? getCookie(c, COOKIE, 'host') : getCookie(c, COOKIE)
      const flow = provider.take(searchParams.get('state') ?? '', browser ?? '')
      deleteCookie(c, COOKIE, cookieRules(url))
      if (!flow) return c.redirect(problemPath('expired', { to: '/', link: null }))
      return orProblem(parts, c, flow, async () => {
        const account = await provider.account(flow, searchParams)
        const present = c.var.actor?.user ?? null
        if (flow.link === null) {
          await enter(parts, c, await personFor(desk, provider, account, present), 'provider')
        } else {
          if (present?.id !== flow.link) throw new ProviderProblem('expired')
          await linkIdentity(desk, provider, account, present)
        }
        return c.redirect(flow.to)
      })
    },
  )

  app.post(
    '/api/account/provider',
    says({ summary: 'Begins to link an account at the OpenID provider', tag: 'session', answer: ProviderBegun }),
    takes(ProviderRequest),
    async (c) => {
      const { user } = ownSession(c)
      const provider = providerOf(parts)
      try {
        return c.json({ url: await begin(parts, c, provider, ownPath(c.req.valid('json').to), user.id) })
      } catch (error) {
        if (!(error instanceof ProviderProblem)) throw error
        note(parts, error)
        throw new Refusal(
          'unavailable',
          'The sign-in provider cannot be reached right now. Please try again in a moment.',
        )
      }
    },
  )

  app.delete(
    '/api/account/provider',
    says({ summary: 'Unlinks the account at the OpenID provider', tag: 'session', status: 204 }),
    async (c) => {
      await unlinkIdentity(desk, ownSession(c).user)
      return c.body(null, 204)
    },
  )

  return app
}

function providerOf({ provider }: Parts): OpenidProvider {
  if (provider) return provider
  throw new Refusal('not-found', 'No sign-in provider is set up here.')
}

/** The address at the provider; the browser gets the cookie by which it is known again. */
async function begin(
  { url }: Parts,
  c: WebContext,
  provider: OpenidProvider,
  to: string,
  link: string | null,
): Promise<string> {
  const redirectUri = `${(url ?? new URL(c.req.url)).origin}${RETURN}`
  const begun = await provider.begin({ redirectUri, to, link })
  setCookie(c, COOKIE, begun.browser, { ...cookieRules(url), maxAge: FLOW_AGE / 1000 })
  return begun.url.href
}

async function orProblem(
  parts: Parts,
  c: WebContext,
  way: Pick<Flow, 'to' | 'link'>,
  work: () => Promise<Response>,
): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof ProviderProblem)) throw error
    note(parts, error)
    if (error.code === 'untrusted') {
      await record(parts.desk, null, { act: 'sign-in-failed', detail: { way: 'provider', login: '' } })
    }
    return c.redirect(problemPath(error.code, way))
  }
}

function note({ log }: Parts, { code, reason }: ProviderProblem): void {
  if (reason !== null) log(`OpenID provider, ${code}: ${reason}`)
}

/** Back to where a link was asked for; a sign-in goes to its page, which can try again. */
function problemPath(code: string, { to, link }: Pick<Flow, 'to' | 'link'>): string {
  if (link === null) return `/sign-in?${new URLSearchParams({ problem: code, ...(to === '/' ? {} : { to }) })}`
  const [, path = '/', query = '', hash = ''] = /^([^?#]*)\??([^#]*)(.*)$/.exec(to) ?? []
  const asked = new URLSearchParams(query)
  asked.set('problem', code)
  return `${path}?${asked}${hash}`
}

/** Lax: the browser comes back from another site, by a link that it follows itself. */
function cookieRules(url: URL | null) {
  const pinned = secure(url) ? { secure: true, prefix: 'host' as const } : {}
  return { path: '/', httpOnly: true, sameSite: 'Lax' as const, ...pinned }
}

function secure(url: URL | null): boolean {
  return url?.protocol === 'https:'
}
