/**
 * Signing in through an OpenID provider: authorization code with PKCE, state and nonce (OpenID Connect Core 1.0, §3.1;
 * RFC 7636). Beside the webhook (server/stories/webhook-post.ts) the only place that ever calls an outside host, and only
 * for a provider that was set up. Which account the person gets is provider-person.ts; cookies and redirects are
 * server/http/provider-routes.ts.
 */
import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type ClientAuth,
  ClientError,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  type IDToken,
  ResponseBodyError,
} from 'openid-client'
import type { Role } from '../../shared/roles.ts'
import type { ProviderProblemCode } from '../../shared/wire/provider-problems.ts'
import type { StoredIdentity } from '../storage/storage.ts'
import type { AuthDesk } from './desk.ts'
import { type Flow, ProviderFlows } from './provider-flows.ts'

export interface OpenidSettings {
  /** https, or http on this machine. */
  issuer: URL
  client: string
  secret: string
  /** What the button calls it. */
  label: string
  /** Role on the whole library for those who come from it for the first time. */
  role: Role | null
}

/** Somebody whom the provider vouches for. */
export interface ProviderAccount {
  issuer: string
  /** Never given to anybody else by this issuer (OpenID Connect Core 1.0, §2). */
  subject: string
  /** When it was last signed in at the provider, milliseconds since 1970; null where the provider does not say. */
  authenticatedAt: number | null
  /** Names it goes by, best first; as the provider wrote them, unchecked. Asks the provider when the token has none. */
  names: () => Promise<string[]>
}

/** The sign-in came to nothing. `reason` is for the log: no secret, no address of a person. */
export class ProviderProblem extends Error {
  override readonly name = 'ProviderProblem'
  readonly code: ProviderProblemCode
  /** Null where there is nothing that the owner could mend. */
  readonly reason: string | null

  constructor(code: ProviderProblemCode, reason: string | null = null) {
    super(reason ?? code)
    this.code = code
    this.reason = reason
  }
}

/** How long one answer of the provider may take, seconds. */
const PATIENCE = 8

/** How long what the provider says about itself is believed, milliseconds. */
const DISCOVERY_AGE = 60 * 60_000

/** Name and preferred_username (OpenID Connect Core 1.0, §5.4); the mail address is not asked for. */
const SCOPE = 'openid profile'

export class OpenidProvider {
  readonly label: string
  readonly role: Role | null
  readonly #settings: OpenidSettings
  readonly #desk: AuthDesk
  readonly #flows: ProviderFlows
  #found: { at: number; configuration: Promise<Configuration> } | null = null

  constructor(desk: AuthDesk, settings: OpenidSettings) {
    this.#desk = desk
    this.#settings = settings
    this.#flows = new ProviderFlows(desk)
    this.label = settings.label
    this.role = settings.role
  }

  /** Where the browser goes, and the secret that it must bring back in a cookie. Throws ProviderProblem. */
  async begin(given: Pick<Flow, 'redirectUri' | 'to' | 'present'>): Promise<{ url: URL; browser: string }> {
    const configuration = await this.#configuration()
    const { flow, state, browser } = this.#flows.begin(given)
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: flow.redirectUri,
      scope: SCOPE,
      state,
      nonce: flow.nonce,
      code_challenge: await calculatePKCECodeChallenge(flow.verifier),
      code_challenge_method: 'S256',
      // Asks there who one is, also somebody who is signed in there (§3.1.2.1); not `prompt`, which some refuse as unknown.
      ...(flow.present?.act === 'confirm' ? { max_age: '0' } : {}),
    })
    return { url, browser }
  }

  /** Whether this identity is one of the provider's as it is set up now. */
  vouchesFor({ issuer }: Pick<StoredIdentity, 'issuer'>): boolean {
    // The one that is set up went through URL, which gives a bare host its slash.
    return URL.canParse(issuer) && new URL(issuer).href === this.#settings.issuer.href
  }

  /** What the browser came back for; null when it did not begin here, comes too late, or a second time. */
  take(state: string, browser: string): Flow | null {
    return this.#flows.take(state, browser)
  }

  /** Exchanges the code of the answer for who it is. `query` is that of the return address. Throws ProviderProblem. */
  async account(flow: Flow, query: URLSearchParams): Promise<ProviderAccount> {
    const configuration = await this.#configuration()
    const back = new URL(flow.redirectUri)
    back.search = query.toString()
    try {
      const tokens = await authorizationCodeGrant(configuration, back, {
        expectedState: query.get('state') ?? '',
        expectedNonce: flow.nonce,
        pkceCodeVerifier: flow.verifier,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (!claims) throw new ProviderProblem('untrusted', 'no ID token')
      const names = () => namesOf(configuration, claims, tokens.access_token)
      const { iss: issuer, sub: subject, auth_time: seconds } = claims
      return { issuer, subject, authenticatedAt: seconds === undefined ? null : seconds * 1000, names }
    } catch (error) {
      throw problemOf(error)
    }
  }

  /** What the provider says about itself; a failure is not remembered. */
  #configuration(): Promise<Configuration> {
    const now = this.#desk.now()
    if (this.#found && now - this.#found.at < DISCOVERY_AGE) return this.#found.configuration
    const found = { at: now, configuration: discover(this.#settings) }
    this.#found = found
    found.configuration.catch(() => {
      if (this.#found === found) this.#found = null
    })
    return found.configuration
  }
}

async function discover({ issuer, client, secret }: OpenidSettings): Promise<Configuration> {
  try {
    return await discovery(issuer, client, undefined, clientAuth(secret), {
      timeout: PATIENCE,
      // The signature is checked although the token comes straight from the provider: §3.1.3.7 leaves that open.
      execute: [enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [allowInsecureRequests] : [])],
    })
  } catch (error) {
    throw new ProviderProblem('unavailable', `it does not say where it is: ${tellingOf(error)}`)
  }
}

/** In the header, as is the usual way, unless the provider takes the secret in the body only (§9). */
function clientAuth(secret: string): ClientAuth {
  const [basic, post] = [ClientSecretBasic(secret), ClientSecretPost(secret)]
  return (server, client, body, headers) => {
    const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    return (ways.includes('client_secret_basic') ? basic : post)(server, client, body, headers)
  }
}

async function namesOf(configuration: Configuration, claims: IDToken, accessToken: string): Promise<string[]> {
  const own = namesIn(claims)
  if (own.length > 0 || configuration.serverMetadata().userinfo_endpoint === undefined) return own
  try {
    return namesIn(await fetchUserInfo(configuration, accessToken, claims.sub))
  } catch (error) {
    throw problemOf(error)
  }
}

function namesIn(claims: Record<string, unknown>): string[] {
  return [claims.name, claims.preferred_username, claims.nickname].filter((name) => typeof name === 'string')
}

/** Errors of the library as what they mean to the person; those that are not the library's come back as they are. */
function problemOf(error: unknown): unknown {
  if (error instanceof AuthorizationResponseError) {
    const down = error.error === 'temporarily_unavailable' || error.error === 'server_error'
    // Somebody who stops at the provider is nothing for a log.
    const reason = error.error === 'access_denied' ? null : tellingOf(error)
    return new ProviderProblem(down ? 'unavailable' : 'refused', reason)
  }
  if (error instanceof ResponseBodyError) return new ProviderProblem('refused', tellingOf(error))
  if (error instanceof ClientError) {
    const down = error.code === 'OAUTH_TIMEOUT' || error.code === 'OAUTH_RESPONSE_IS_NOT_CONFORM'
    return new ProviderProblem(down ? 'unavailable' : 'untrusted', tellingOf(error))
  }
  if (isNoConnection(error)) return new ProviderProblem('unavailable', tellingOf(error))
  return error
}

/** What fetch throws when nobody answers (Fetch Standard: a network error is a TypeError). */
function isNoConnection(error: unknown): error is TypeError {
  return error instanceof TypeError && error.cause instanceof Error
}

/** Codes and the library's own words; nothing of what the provider wrote in free text. */
function tellingOf(error: unknown): string {
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) {
    return `it answered "${error.error.slice(0, 60).replace(/[^\x20-\x7e]/g, ' ')}"`
  }
  if (isNoConnection(error)) {
    const { cause } = error
    return cause instanceof Error && 'code' in cause ? `no connection (${String(cause.code)})` : 'no connection'
  }
  if (error instanceof ClientError) return `${error.message} (${error.code ?? 'no code'})`
  return error instanceof Error ? error.message : 'an error without words'
}
