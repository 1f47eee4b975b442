/**
 * Signing in through the OpenID provider: the way there, the way back, linking and unlinking, showing that it is oneself. The browser that began is
 * known by a cookie of ten minutes, so that nobody can be made to finish what somebody else began.
 */
import { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { Refusal } from '../../shared/refusals.ts'
import { ProviderBegun, ProviderRequest } from '../../shared/wire/account.ts'
import { PROVIDER_PROBLEMS } from '../../shared/wire/provider-problems.ts'
import { record } from '../auth/activity.ts'
import { type OpenidProvider, ProviderProblem } from '../auth/provider.ts'
import { FLOW_AGE, type Flow } from '../auth/provider-flows.ts'
import { confirmAtProvider, linkIdentity, personFor, unlinkIdentity } from '../auth/provider-person.ts'
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
      if (c.var.actor) return c.redirect(problemPath('signed-in', { to, present: null }))
      return orProblem(parts, c, { to, present: null }, async () =>
        c.redirect(await begin(parts, c, provider, to, null)),
      )
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
      if (!flow) return c.redirect(problemPath('expired', { to: '/', present: null }))
      return orProblem(parts, c, flow, async () => {
        const account = await provider.account(flow, searchParams)
        const { entry } = c.var
        if (flow.present === null) {
          await enter(parts, c, await personFor(desk, provider, account, entry?.user ?? null), 'provider')
        } else {
          const { user, act } = flow.present
          if (entry?.user.id !== user || entry.ticket.kind !== 'session') throw new ProviderProblem('expired')
          if (act === 'link') await linkIdentity(desk, provider, account, entry.user)
          else await confirmAtProvider(desk, flow, account, entry)
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
      return c.json(await begun(parts, c, c.req.valid('json').to, { user: user.id, act: 'link' }))
    },
  )

  app.post(
    '/api/account/confirm/provider',
    says({ summary: 'Begins to show at the OpenID provider that it is me', tag: 'account', answer: ProviderBegun }),
    takes(ProviderRequest),
    async (c) => {
      const { user } = ownSession(c)
      const provider = providerOf(parts)
      const linked = await desk.storage.credentials.identities(user.id)
      if (!linked.some((identity) => provider.vouchesFor(identity))) {
        throw new Refusal('conflict', `No account at ${provider.label} is linked to you.`)
      }
      return c.json(await begun(parts, c, c.req.valid('json').to, { user: user.id, act: 'confirm' }))
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
  present: Flow['present'],
): Promise<string> {
  const redirectUri = `${(url ?? new URL(c.req.url)).origin}${RETURN}`
  const begun = await provider.begin({ redirectUri, to, present })
  setCookie(c, COOKIE, begun.browser, { ...cookieRules(url), maxAge: FLOW_AGE / 1000 })
  return begun.url.href
}

/** For somebody who is in already, whose page goes there by itself. */
async function begun(
  parts: Parts,
  c: WebContext,
  to: string,
  present: NonNullable<Flow['present']>,
): Promise<ProviderBegun> {
  const provider = providerOf(parts)
  try {
    return { url: await begin(parts, c, provider, ownPath(to), present) }
  } catch (error) {
    if (!(error instanceof ProviderProblem)) throw error
    note(parts, error)
    throw new Refusal('unavailable', 'The sign-in provider cannot be reached right now. Please try again in a moment.')
  }
}

async function orProblem(
  parts: Parts,
  c: WebContext,
  way: Pick<Flow, 'to' | 'present'>,
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
    if (error.code === 'another') {
      const detail = { what: `GET ${RETURN}`, code: 'forbidden', message: PROVIDER_PROBLEMS.another }
      await record(parts.desk, c.var.actor, { act: 'refused', detail })
    }
    return c.redirect(problemPath(error.code, way))
  }
}

function note({ log }: Parts, { code, reason }: ProviderProblem): void {
  if (reason !== null) log(`OpenID provider, ${code}: ${reason}`)
}

/** Back to where a link or a confirmation was asked for; a sign-in goes to its page, which can try again. */
function problemPath(code: string, { to, present }: Pick<Flow, 'to' | 'present'>): string {
  if (present === null) return `/sign-in?${new URLSearchParams({ problem: code, ...(to === '/' ? {} : { to }) })}`
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
