/**
 * The browser's part of making a passkey and of signing in with one: the ceremony of Web Authentication, and its failures
 * as sentences. The library is loaded when the first ceremony begins.
 */
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import type { SessionAnswer } from '../../../shared/wire/account.ts'
import {
  addPasskey,
  confirmByPasskey,
  passkeyConfirmOptions,
  passkeyOptions,
  passkeySignInOptions,
  signInByPasskey,
} from '../../sync/account-api.ts'
import { sayError } from '../../sync/api.ts'
import { deviceName } from './device-name.ts'

/** The part of the page's address and browser that decides whether there can be passkeys. */
export interface PasskeyPlace {
  hostname: string
  /** With the colon's number, as in `location.host`. */
  host: string
  /** As the browser judges: https, or this machine itself. */
  secure: boolean
  supported: boolean
}

export function passkeyPlace(): PasskeyPlace {
  const { hostname, host } = location
  return { hostname, host, secure: isSecureContext, supported: 'PublicKeyCredential' in window }
}

/** Why there can be no passkeys here and what to do about it; "" when there can be. A passkey belongs to a name (§5.1.2: RP ID). */
export function passkeyBar({ hostname, host, secure, supported }: PasskeyPlace): string {
  const port = host.slice(hostname.length)
  if (/^127\.|^\[::1\]$/.test(hostname))
    return `Passkeys belong to a name, and this address is a number. Open Galley as http://localhost${port} to use one.`
  if (/^\[|^\d+\.\d+\.\d+\.\d+$/.test(hostname))
    return 'Passkeys belong to a name, and this address is a number. Open Galley under its name, with https, to use one.'
  if (!secure) return 'Browsers allow passkeys only over https. Open Galley with https to use one.'
  return supported ? '' : 'This browser has no passkeys. A password works in every browser.'
}

/** What this device's passkey is called unless the person says otherwise. */
export function passkeyLabel(): string {
  return deviceName(navigator.userAgent).name
}

/** Rejects with what the browser or the server said; see `sayPasskey`. */
export async function makePasskey(label: string): Promise<void> {
  const { startRegistration } = await import('@simplewebauthn/browser')
  const { id, options } = await passkeyOptions()
  const optionsJSON = options as unknown as PublicKeyCredentialCreationOptionsJSON
  await addPasskey(id, label, await startRegistration({ optionsJSON }))
}

/**
 * `waiting` asks for nothing on the screen: the browser offers passkeys among the names for the field with autocomplete
 * "username webauthn", and the promise stays open until one is chosen or another ceremony begins.
 */
export async function signInWithPasskey({ waiting = false } = {}): Promise<SessionAnswer> {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const { id, options } = await passkeySignInOptions()
  const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON
  return signInByPasskey(id, await startAuthentication({ optionsJSON, useBrowserAutofill: waiting }))
}

/** Shows by one of one's own passkeys that it is oneself. Rejects as `makePasskey` does. */
export async function confirmWithPasskey(): Promise<void> {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const { id, options } = await passkeyConfirmOptions()
  const optionsJSON = options as unknown as PublicKeyCredentialRequestOptionsJSON
  await confirmByPasskey(id, await startAuthentication({ optionsJSON }))
}

/** True where the browser can offer passkeys among the names of a field. */
export async function mayOfferPasskeys(): Promise<boolean> {
  if (passkeyBar(passkeyPlace()) !== '') return false
  const { browserSupportsWebAuthnAutofill } = await import('@simplewebauthn/browser')
  return browserSupportsWebAuthnAutofill()
}

/** Ends a ceremony that waits; does nothing when none does. */
export async function endCeremony(): Promise<void> {
  const { WebAuthnAbortService } = await import('@simplewebauthn/browser')
  WebAuthnAbortService.cancelCeremony()
}

/** Names of DOMException that a ceremony ends with (Web Authentication §5.1.3, §5.1.4) → what to say. */
const FAILURES: Record<string, string> = {
  NotAllowedError: 'No passkey was used: the browser’s question was closed, or its time ran out. Nothing has changed.',
  InvalidStateError: 'This device holds a passkey of yours for this Galley already.',
  SecurityError: 'The browser allows no passkey at this address. Open Galley under its name, with https.',
  NotSupportedError: 'This device cannot make the kind of passkey that is needed here. A password works everywhere.',
  ConstraintError: 'This device cannot keep passkeys, or has no lock set. Set a screen lock, or use a password.',
}

/** A sentence for what a ceremony rejected with; "" when another ceremony took its place, of which nothing is to be said. */
export function sayPasskey(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  if (name === 'AbortError') return ''
  return FAILURES[name] ?? sayError(error)
}
