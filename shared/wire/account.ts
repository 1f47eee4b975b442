/**
 * Requests and answers of `/api` about one's own account: who am I, how I come in and come back, my devices, my tokens.
 * Times are ISO 8601 in UTC.
 */
import { z } from 'zod'
import { ROLES } from '../roles.ts'
import { Id, Name, Person, Swatch } from './people.ts'

/** GET /api/session: who am I. `person` is null for a browser without a session. DELETE /api/session signs out (204). */
export const SessionAnswer = z.object({
  person: Person.nullable(),
  owner: z.boolean(),
  /** False until the owner's link has been opened once. */
  owned: z.boolean(),
  /** Label of the OpenID provider that one may sign in with; null = none is set up. */
  provider: z.string().nullable(),
  /** True when this person could come back from another device: has a password, a passkey or a provider's account. */
  returns: z.boolean(),
  version: z.string(),
})

/**
 * POST /api/session: opens an owner's link, with name and colour, or a link that lets somebody back in, who has both. PATCH
 * /api/session takes ProfileRequest.
 */
export const OwnerRequest = z.object({
  token: z.string().max(200),
  name: Name.optional(),
  swatch: Swatch.optional(),
})
export const ProfileRequest = z.object({ name: Name, swatch: Swatch })

/** The name that one signs in with; letters and digits of any script, dots, hyphens, underscores, "@"; case does not matter. */
export const Login = z.string().trim().min(3).max(100)
export const Password = z.string().min(10).max(200)

/**
 * POST /api/sign-in/password → 201 SessionAnswer and the session's cookie. `signed-out` for any wrong pair, whichever of
 * the two is wrong; `rate` after too many tries.
 */
export const PasswordSignIn = z.object({ login: z.string().max(100), password: z.string().max(200) })

/**
 * POST /api/sign-in/passkey/options → `{id, options}`, then POST /api/sign-in/passkey with the browser's answer → 201
 * SessionAnswer. `options` and `response` are the JSON forms of Web Authentication Level 3 (§5.1.8, §5.1.9, §5.1.10).
 * GET /api/sign-in/provider?to=/path begins at the OpenID provider, GET /api/sign-in/provider/return ends there; both redirect.
 * A link there must be followed by the browser itself (no fetch, no form). What goes wrong comes back as
 * /sign-in?problem=CODE&to=/path, the codes and their sentences are in provider-problems.ts.
 */
export const PasskeyOptions = z.object({ id: z.string(), options: z.record(z.string(), z.unknown()) })
export const PasskeySignIn = z.object({ id: z.string().max(100), response: z.record(z.string(), z.unknown()) })

export const AccountSession = z.object({
  id: z.string(),
  /** The browser's own description. */
  browser: z.string(),
  createdAt: z.string(),
  seenAt: z.string().nullable(),
  expiresAt: z.string().nullable(),
  /** The asker's own. */
  current: z.boolean(),
})

export const AccountPasskey = z.object({
  id: z.string(),
  label: z.string(),
  createdAt: z.string(),
  usedAt: z.string().nullable(),
})

export const AccountToken = z.object({
  id: z.string(),
  name: z.string(),
  /** The most it may do; null = all that its person may. */
  role: z.enum(ROLES).nullable(),
  /** Null = every story of its person. */
  story: z.object({ id: Id, title: z.string() }).nullable(),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  usedAt: z.string().nullable(),
})

/**
 * GET /api/account. All of /api/account is for sessions; a token is `forbidden` there. DELETE, each 204: /api/account/password,
 * …/passkeys/:id, …/provider, …/sessions/:id, …/sessions (all but the asker's own), …/tokens/:id.
 */
export const AccountAnswer = z.object({
  person: Person,
  owner: z.boolean(),
  /** True when changing how one comes in is refused with `confirm` until one has shown again that it is oneself. */
  confirm: z.boolean(),
  /** Null = no password is set. */
  login: z.string().nullable(),
  passkeys: z.array(AccountPasskey),
  /** Label of the provider and whether an account there is linked; null = no provider is set up. */
  provider: z.object({ label: z.string(), linkedAt: z.string().nullable() }).nullable(),
  sessions: z.array(AccountSession),
  tokens: z.array(AccountToken),
})

/**
 * POST /api/account/provider → ProviderBegun: links an account at the provider to the asker's. The browser goes to `url`
 * (location.assign) and comes back to `to`, which then carries `?problem=CODE` if nothing was linked (provider-problems.ts).
 */
export const ProviderRequest = z.object({ to: z.string().max(500).default('/') })
export const ProviderBegun = z.object({ url: z.string() })

/**
 * Showing again that it is oneself. Whatever gives or takes a way in (…/password, …/passkeys/options, DELETE …/passkeys/:id, POST
 * …/tokens, …/provider) is refused with `confirm` in a session that was begun, or confirmed so, more than ten minutes ago, as long as
 * there is a way to show it. By password: POST /api/account/confirm/password → 204; `forbidden` for a wrong one, `rate` after as
 * many tries as at signing in. By passkey: POST /api/account/confirm/passkey/options → PasskeyOptions, then POST
 * /api/account/confirm/passkey with PasskeySignIn → 204. At the provider: POST /api/account/confirm/provider with ProviderRequest →
 * ProviderBegun, as linking; it comes back to `to`, with `?problem=CODE` if nothing was confirmed.
 */
export const PasswordConfirm = z.object({ password: z.string().max(200) })

/** PUT /api/account/password (204). `current` is needed when one is set already. Ends the person's other sessions. */
export const PasswordRequest = z.object({
  login: Login,
  password: Password,
  current: z.string().max(200).optional(),
})

/** POST /api/account/passkeys/options → PasskeyOptions, then POST /api/account/passkeys → 201 AccountPasskey. */
export const PasskeyRequest = z.object({
  id: z.string().max(100),
  label: z.string().trim().min(1).max(60),
  response: z.record(z.string(), z.unknown()),
})

/** POST /api/account/tokens → 201 TokenMade. */
export const TokenRequest = z.object({
  name: z.string().trim().min(1).max(100),
  role: z.enum(ROLES).nullable().default(null),
  story: Id.nullable().default(null),
  /** Null = it does not end by itself. */
  days: z.number().int().min(1).max(366).nullable().default(90),
})

/** The token's text is shown once. */
export const TokenMade = AccountToken.extend({ token: z.string() })

export type SessionAnswer = z.infer<typeof SessionAnswer>
export type PasskeyOptions = z.infer<typeof PasskeyOptions>
export type AccountSession = z.infer<typeof AccountSession>
export type AccountPasskey = z.infer<typeof AccountPasskey>
export type AccountToken = z.infer<typeof AccountToken>
export type AccountAnswer = z.infer<typeof AccountAnswer>
export type ProviderBegun = z.infer<typeof ProviderBegun>
export type PasswordRequest = z.infer<typeof PasswordRequest>
export type TokenRequest = z.input<typeof TokenRequest>
export type TokenMade = z.infer<typeof TokenMade>
