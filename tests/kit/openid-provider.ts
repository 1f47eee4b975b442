/**
 * A true OpenID provider on this machine, with one page of its own: it asks who one is and believes it. For tests of the
 * whole dance; `lying-provider.ts` is the one that breaks the rules.
 */
import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Context, Provider } from 'oidc-provider'
import type { OpenidSettings } from '../../server/auth/provider.ts'

export interface Persona {
  name?: string
  preferred_username?: string
  email?: string
}

export interface OpenidProviderUnderTest {
  settings: OpenidSettings
  /** Subject → what it says of that person. */
  people: Map<string, Persona>
  /** Paths that were asked for, without their queries. */
  asked: string[]
  /** What went wrong inside. */
  faults: string[]
  /** To be told before anybody comes: where it may send people back to. */
  admit(redirectUri: string): void
  /** From now on nobody answers at its address. */
  close(): Promise<void>
}

const CLIENT = 'galley-under-test'

/** One for all of a test file: making it takes long. */
const KEY = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })

/** `host` as browsers name it: "localhost" is another site than 127.0.0.1. */
export async function startOpenidProvider(host = '127.0.0.1'): Promise<OpenidProviderUnderTest> {
  let answer: RequestListener = (_, response) => void response.writeHead(503).end()
  const asked: string[] = []
  const faults: string[] = []
  const people = new Map<string, Persona>()
  const server = createServer((request, response) => {
    asked.push((request.url ?? '').split('?')[0] ?? '')
    answer(request, response)
  })
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  const issuer = `http://${host}:${(server.address() as AddressInfo).port}`
  const secret = randomUUID()
  return {
    settings: { issuer: new URL(issuer), client: CLIENT, secret, label: 'Test house', role: null },
    people,
    asked,
    faults,
    admit: (redirectUri) => {
      const provider = new Provider(issuer, configuration(secret, redirectUri, people))
      provider.on('server_error', (_, error) => void faults.push(error.message))
      answer = answerOf(provider)
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => void server.close(done))
    },
  }
}

function configuration(secret: string, redirectUri: string, people: Map<string, Persona>): Record<string, unknown> {
  return {
    adapter: storeOf(),
    clients: [{ client_id: CLIENT, client_secret: secret, redirect_uris: [redirectUri] }],
    cookies: { keys: [randomUUID()] },
    jwks: { keys: [{ ...KEY, use: 'sig', alg: 'RS256', kid: 'one' }] },
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'], email: ['email'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: Context, { uid }: { uid: string }) => `/who/${uid}` },
    pkce: { required: () => true },
    findAccount: (_: Context, sub: string) => ({ accountId: sub, claims: () => ({ sub, ...people.get(sub) }) }),
    // Whoever is in has agreed.
    loadExistingGrant: async ({ oidc }: Context) => {
      const grant = new oidc.provider.Grant({ accountId: oidc.session.accountId, clientId: oidc.client.clientId })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
  }
}

type Kept = Record<string, unknown>

/** What the provider keeps, in memory; the one that it has of its own writes a warning for every provider. */
function storeOf() {
  const rows = new Map<string, Kept>()
  return (model: string) => ({
    upsert: async (id: string, row: Kept) => void rows.set(`${model} ${id}`, { ...row }),
    find: async (id: string) => rows.get(`${model} ${id}`),
    findByUid: async (uid: string) => [...rows.values()].find((row) => row.uid === uid && row.kind === model),
    consume: async (id: string) => void Object.assign(rows.get(`${model} ${id}`) ?? {}, { consumed: 1 }),
    destroy: async (id: string) => void rows.delete(`${model} ${id}`),
    revokeByGrantId: async (grant: string) => {
      for (const [key, row] of rows) if (row.grantId === grant) rows.delete(key)
    },
  })
}

function answerOf(provider: Provider): RequestListener {
  const standard = provider.callback()
  return (request, response) => {
    const [, page] = /^\/(who)\/[\w-]+$/.exec(request.url ?? '') ?? []
    if (page === undefined) standard(request, response)
    else if (request.method === 'POST') void finish(provider, request, response)
    else response.setHeader('content-type', 'text/html').end(PAGE)
  }
}

/** Posts to its own address. */
const PAGE = `<!doctype html><title>Test house</title><form method="post">
<label>Subject <input name="subject"></label><button>Go on</button><button name="stop" value="1">Stop</button></form>`

async function finish(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = ''
  for await (const chunk of request) body += chunk
  const form = new URLSearchParams(body)
  await provider.interactionFinished(
    request,
    response,
    form.has('stop') ? { error: 'access_denied' } : { login: { accountId: form.get('subject') ?? '' } },
  )
}
