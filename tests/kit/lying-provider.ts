/**
 * An OpenID provider that breaks the rules as a test tells it to: what stands in the ID token, and who signed it. It lets
 * everybody in at once and knows no sessions.
 */
import { generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { OpenidSettings } from '../../server/auth/provider.ts'

/** What it says besides or instead of the truth; undefined takes a claim away. */
export interface Lie {
  claims?: Record<string, unknown>
  /** Signed with a key that it does not publish. */
  foreignKey?: boolean
  /** RFC 7518, §3.6: no signature at all. */
  unsigned?: boolean
  /** Status of the token endpoint. */
  status?: number
  /** Sends no answer to the token endpoint at all. */
  silent?: boolean
}

export interface LyingProvider {
  settings: OpenidSettings
  lie: Lie
  /** What came to its token endpoint. */
  exchanges: URLSearchParams[]
  close(): Promise<void>
}

interface House {
  issuer: string
  keys: { publicKey: KeyObject; privateKey: KeyObject }
  /** Code → nonce of its request. */
  codes: Map<string, string>
}

const CLIENT = 'galley-under-test'

/** For all of a test file: making them takes long. */
const [OWN_KEYS, FOREIGN_KEYS] = [rsa(), rsa()]

/** Port 0 takes a free one. */
export async function startLyingProvider(port = 0): Promise<LyingProvider> {
  const house: House = {
    issuer: '',
    keys: OWN_KEYS,
    codes: new Map(),
  }
  const provider = { lie: {}, exchanges: [] } as unknown as LyingProvider
  const server = createServer((request, response) => void answer(house, provider, request, response))
  await new Promise<void>((done) => void server.listen(port, '127.0.0.1', done))
  house.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  provider.settings = { issuer: new URL(house.issuer), client: CLIENT, secret: 'hush', label: 'Liar', role: null }
  provider.close = async () => {
    server.closeAllConnections()
    await new Promise((done) => void server.close(done))
  }
  return provider
}

async function answer(house: House, liar: LyingProvider, request: IncomingMessage, response: ServerResponse) {
  const { pathname, searchParams } = new URL(request.url ?? '/', house.issuer)
  if (pathname === '/.well-known/openid-configuration') return json(response, 200, discovery(house))
  if (pathname === '/keys') {
    const key = { ...house.keys.publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'one' }
    return json(response, 200, { keys: [key] })
  }
  if (pathname === '/authorize') {
    const code = randomUUID()
    house.codes.set(code, searchParams.get('nonce') ?? '')
    const back = new URL(searchParams.get('redirect_uri') ?? '')
    back.search = new URLSearchParams({ code, state: searchParams.get('state') ?? '' }).toString()
    return void response.writeHead(302, { location: back.href }).end()
  }
  if (pathname !== '/token') return json(response, 404, { error: 'not_found' })
  let body = ''
  for await (const chunk of request) body += chunk
  const form = new URLSearchParams(body)
  liar.exchanges.push(form)
  const nonce = house.codes.get(form.get('code') ?? '')
  house.codes.delete(form.get('code') ?? '')
  if (liar.lie.silent) return void request.socket.destroy()
  if (nonce === undefined) return json(response, 400, { error: 'invalid_grant' })
  const token = idToken(house, liar.lie, nonce)
  return json(response, liar.lie.status ?? 200, { access_token: 'a', token_type: 'Bearer', id_token: token })
}

function idToken({ issuer, keys }: House, { claims, foreignKey, unsigned }: Lie, nonce: string): string {
  const seconds = Math.floor(Date.now() / 1000)
  const truth = { iss: issuer, aud: CLIENT, sub: 'ann', name: 'Ann', nonce, iat: seconds, exp: seconds + 60 }
  const header = unsigned ? { alg: 'none' } : { alg: 'RS256', kid: 'one' }
  const text = [header, { ...truth, ...claims }].map((part) => coded(Buffer.from(JSON.stringify(part)))).join('.')
  if (unsigned) return `${text}.`
  const key = foreignKey ? FOREIGN_KEYS.privateKey : keys.privateKey
  return `${text}.${coded(sign('sha256', Buffer.from(text), key))}`
}

function discovery({ issuer }: House): Record<string, unknown> {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['client_secret_post'],
  }
}

function rsa() {
  return generateKeyPairSync('rsa', { modulusLength: 2048 })
}

function coded(bytes: Buffer): string {
  return bytes.toString('base64url')
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}
