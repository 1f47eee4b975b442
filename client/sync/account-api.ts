/** One function per endpoint about one's own account and about coming in. Every failure is an ApiError. */
import type {
  AccountAnswer,
  AccountPasskey,
  PasskeyOptions,
  PasswordRequest,
  ProviderBegun,
  SessionAnswer,
  TokenMade,
  TokenRequest,
} from '../../shared/wire/account.ts'
import { ask } from './api.ts'

export const signInByPassword = (login: string, password: string) =>
  ask<SessionAnswer>('POST', '/api/sign-in/password', { login, password })
export const passkeySignInOptions = () => ask<PasskeyOptions>('POST', '/api/sign-in/passkey/options')
export const signInByPasskey = (id: string, response: object) =>
  ask<SessionAnswer>('POST', '/api/sign-in/passkey', { id, response })
/** An address to go to: it begins at the provider, and comes back to `to`, a path of our own. */
export const providerAddress = (to: string) => `/api/sign-in/provider?to=${encodeURIComponent(to)}`

export const getAccount = () => ask<AccountAnswer>('GET', '/api/account')
export const setPassword = (request: PasswordRequest) => ask<void>('PUT', '/api/account/password', request)
export const removePassword = () => ask<void>('DELETE', '/api/account/password')
export const passkeyOptions = () => ask<PasskeyOptions>('POST', '/api/account/passkeys/options')
export const addPasskey = (id: string, label: string, response: object) =>
  ask<AccountPasskey>('POST', '/api/account/passkeys', { id, label, response })
export const removePasskey = (id: string) => ask<void>('DELETE', `/api/account/passkeys/${encodeURIComponent(id)}`)
/** Where to send the browser so that the provider's account is linked; it comes back to `to`, a path of our own. */
export const linkProvider = (to: string) => ask<ProviderBegun>('POST', '/api/account/provider', { to })
export const unlinkProvider = () => ask<void>('DELETE', '/api/account/provider')
/** Showing that it is oneself; what waits for it is refused with `confirm` until then. */
export const confirmByPassword = (password: string) => ask<void>('POST', '/api/account/confirm/password', { password })
export const passkeyConfirmOptions = () => ask<PasskeyOptions>('POST', '/api/account/confirm/passkey/options')
export const confirmByPasskey = (id: string, response: object) =>
  ask<void>('POST', '/api/account/confirm/passkey', { id, response })
/** Where to send the browser; it comes back to `to`, a path of our own. */
export const confirmAtProvider = (to: string) => ask<ProviderBegun>('POST', '/api/account/confirm/provider', { to })
export const endSession = (id: string) => ask<void>('DELETE', `/api/account/sessions/${encodeURIComponent(id)}`)
export const endOtherSessions = () => ask<void>('DELETE', '/api/account/sessions')
export const makeToken = (request: TokenRequest) => ask<TokenMade>('POST', '/api/account/tokens', request)
export const revokeToken = (id: string) => ask<void>('DELETE', `/api/account/tokens/${encodeURIComponent(id)}`)
