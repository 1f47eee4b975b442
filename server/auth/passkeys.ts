/**
 * Passkeys: Web Authentication Level 3, with discoverable credentials, so that nobody types a name. A passkey opens the
 * door alone; therefore the person has to be verified by their device (user verification is required, not preferred): a
 * key found on a desk opens nothing. Anything that can hold a discoverable credential can do so.
 */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'
import { Refusal } from '../../shared/refusals.ts'
import type { StoredPasskey, StoredUser } from '../storage/storage.ts'
import { CHALLENGE_AGE, type Challenge, type Challenges, type RelyingParty } from './challenges.ts'
import type { AuthDesk } from './desk.ts'

/** Loaded when the first passkey is asked for: it takes half a second of computing, which no command should pay. */
const library = () => import('@simplewebauthn/server')
const readers = () => import('@simplewebauthn/server/helpers')

const MOST_PASSKEYS = 20

/** The longest credential id (Web Authentication Level 3, §7.1) as base64url, characters. */
const MOST_ID = 1364

const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const

const Bytes = z.string().regex(/^[A-Za-z0-9_-]*$/)
const CredentialId = Bytes.min(1).max(MOST_ID)
const Credential = { id: CredentialId, rawId: CredentialId, type: z.literal('public-key') }

const RegistrationAnswer = z.object({
  ...Credential,
  response: z.object({
    clientDataJSON: Bytes,
    attestationObject: Bytes,
    transports: z.array(z.string()).max(20).optional(),
  }),
})

const SignInAnswer = z.object({
  ...Credential,
  response: z.object({
    clientDataJSON: Bytes,
    authenticatorData: Bytes,
    signature: Bytes,
    // May be missing where the browser was told which credentials to ask (Web Authentication Level 3, §6.3.3).
    userHandle: Bytes.nullish(),
  }),
})
type SignInAnswer = z.infer<typeof SignInAnswer>

/** What to hand to the browser to make a passkey. `conflict` when the person has twenty. */
export async function registrationOptions(
  desk: AuthDesk,
  challenges: Challenges,
  user: StoredUser,
  rp: RelyingParty,
): Promise<{ id: string; options: Record<string, unknown> }> {
  const present = await desk.storage.credentials.passkeys(user.id)
  if (present.length >= MOST_PASSKEYS) {
    throw new Refusal('conflict', `There are ${MOST_PASSKEYS} passkeys already; remove one that you no longer use.`)
  }
  const { id, challenge } = challenges.make(rp, user.id)
  const { generateRegistrationOptions } = await library()
  const options = await generateRegistrationOptions({
    rpName: 'Galley',
    rpID: rp.id,
    userID: handleOf(user.id),
    userName: user.name,
    userDisplayName: user.name,
    challenge: challenge.bytes,
    timeout: CHALLENGE_AGE,
    // Which make of key it is is nobody's business here.
    attestationType: 'none',
    excludeCredentials: present.map((one) => ({ id: one.id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return { id, options: { ...options } }
}

/** Keeps the passkey that the browser made. `bad-request` when its answer does not fit what was asked. */
export async function addPasskey(
  desk: AuthDesk,
  challenges: Challenges,
  user: StoredUser,
  given: { id: string; label: string; response: unknown },
): Promise<StoredPasskey> {
  const challenge = challenges.take(given.id, user.id)
  const answer = RegistrationAnswer.safeParse(given.response)
  if (!challenge || !answer.success || !(await attestsNothing(answer.data.response.attestationObject))) throw unfit()
  const { transports = [], ...response } = answer.data.response
  const { verifyRegistrationResponse } = await library()
  const { id, publicKey, counter } = await judged(async () => {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: { ...answer.data, response, clientExtensionResults: {} } satisfies RegistrationResponseJSON,
      expectedChallenge: base64url(challenge.bytes),
      expectedOrigin: challenge.rp.origin,
      expectedRPID: challenge.rp.id,
      requireUserVerification: true,
    })
    return verified ? registrationInfo.credential : null
  }, unfit)
  if (id.length > MOST_ID) throw unfit()
  if (await desk.storage.credentials.passkey(id)) throw new Refusal('conflict', 'This passkey is in use already.')
  const passkey: StoredPasskey = {
    id,
    user: user.id,
    publicKey,
    counter,
    transports: known(transports),
    label: given.label,
    createdAt: desk.now(),
    usedAt: null,
  }
  await desk.storage.credentials.addPasskey(passkey)
  return passkey
}

/** What to hand to the browser to sign in with whichever passkey it has for this address. */
export async function signInOptions(
  challenges: Challenges,
  rp: RelyingParty,
): Promise<{ id: string; options: Record<string, unknown> }> {
  const { id, challenge } = challenges.make(rp, null)
  const { generateAuthenticationOptions } = await library()
  const options = await generateAuthenticationOptions({
    rpID: rp.id,
    challenge: challenge.bytes,
    timeout: CHALLENGE_AGE,
    userVerification: 'required',
  })
  return { id, options: { ...options } }
}

/** What to hand to the browser so that a signed-in person shows by one of their own passkeys who they are. */
export async function confirmOptions(
  desk: AuthDesk,
  challenges: Challenges,
  user: StoredUser,
  rp: RelyingParty,
): Promise<{ id: string; options: Record<string, unknown> }> {
  const own = await desk.storage.credentials.passkeys(user.id)
  if (own.length === 0) throw new Refusal('conflict', 'There is no passkey of yours here.')
  const { id, challenge } = challenges.make(rp, user.id)
  const { generateAuthenticationOptions } = await library()
  const options = await generateAuthenticationOptions({
    rpID: rp.id,
    challenge: challenge.bytes,
    timeout: CHALLENGE_AGE,
    allowCredentials: own.map((one) => ({ id: one.id, transports: known(one.transports) })),
    userVerification: 'required',
  })
  return { id, options: { ...options } }
}

/** Whose passkey a refused answer named, as far as it is known. */
export class PasskeyRefused extends Refusal {
  readonly user: string | null

  constructor(user: string | null) {
    super('signed-out', 'This passkey does not open anything here. Try again, or come in another way.')
    this.user = user
  }
}

/**
 * The account that the browser's answer opens. Throws PasskeyRefused for an answer that is not to this challenge, from
 * another address, by an unknown key, or with a counter that went back (a copied key; Web Authentication Level 3, §6.1.1).
 */
export async function accountByPasskey(
  desk: AuthDesk,
  challenges: Challenges,
  given: { id: string; response: unknown },
): Promise<StoredUser> {
  const challenge = challenges.take(given.id, null)
  const answer = SignInAnswer.safeParse(given.response)
  if (!answer.success) throw new PasskeyRefused(null)
  const passkey = await desk.storage.credentials.passkey(answer.data.id)
  const user = passkey && (await desk.storage.people.user(passkey.user))
  if (!passkey || !user || user.goneAt !== null) throw new PasskeyRefused(null)
  const refused = () => new PasskeyRefused(user.id)
  if (!challenge || answer.data.response.userHandle !== base64url(handleOf(user.id))) throw refused()
  await verifyAnswer(desk, challenge, passkey, answer.data, refused)
  return user
}

/**
 * True when the answer is by a passkey of this very account, to a challenge of `confirmOptions` that was not answered
 * before (Web Authentication Level 3, §7.2, step 6: the person was known before the ceremony began).
 */
export async function passkeyConfirms(
  desk: AuthDesk,
  challenges: Challenges,
  user: StoredUser,
  given: { id: string; response: unknown },
): Promise<boolean> {
  const challenge = challenges.take(given.id, user.id)
  const answer = SignInAnswer.safeParse(given.response)
  if (!challenge || !answer.success) return false
  const passkey = await desk.storage.credentials.passkey(answer.data.id)
  if (passkey?.user !== user.id) return false
  const { userHandle } = answer.data.response
  if (userHandle && userHandle !== base64url(handleOf(user.id))) return false
  const unfitting = new PasskeyRefused(user.id)
  try {
    await verifyAnswer(desk, challenge, passkey, answer.data, () => unfitting)
  } catch (error) {
    if (error === unfitting) return false
    throw error
  }
  return true
}

/** Notes the use. Throws `refused` for an answer that is not to this challenge, or not by this key, or has an old counter. */
async function verifyAnswer(
  desk: AuthDesk,
  challenge: Challenge,
  passkey: StoredPasskey,
  { response: { userHandle: _, ...response }, ...answer }: SignInAnswer,
  refused: () => Refusal,
): Promise<void> {
  const { verifyAuthenticationResponse } = await library()
  const { newCounter } = await judged(async () => {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...answer, response, clientExtensionResults: {} } satisfies AuthenticationResponseJSON,
      expectedChallenge: base64url(challenge.bytes),
      expectedOrigin: challenge.rp.origin,
      expectedRPID: challenge.rp.id,
      credential: { id: passkey.id, publicKey: new Uint8Array(passkey.publicKey), counter: passkey.counter },
      requireUserVerification: true,
    })
    return verified ? authenticationInfo : null
  }, refused)
  await desk.storage.credentials.usePasskey(passkey.id, newCounter, desk.now())
}

/** Removes one of the person's own passkeys; `not-found` for any other. */
export async function removePasskey(desk: AuthDesk, user: StoredUser, id: string): Promise<void> {
  const passkey = await desk.storage.credentials.passkey(id)
  if (passkey?.user !== user.id) throw new Refusal('not-found', 'That passkey is gone already.')
  await desk.storage.credentials.deletePasskey(id)
}

function known(transports: readonly string[]) {
  return TRANSPORTS.filter((one) => transports.includes(one))
}

/** The user handle: the account's id, which says nothing about the person. */
function handleOf(user: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(user)
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url')
}

/**
 * True for an attestation without certificates. We ask for none, and for one the library would ask its maker whether it is
 * revoked, at an address that the certificate names: nothing here calls outside.
 */
async function attestsNothing(attestationObject: string): Promise<boolean> {
  const { decodeAttestationObject, isoBase64URL } = await readers()
  try {
    const decoded = decodeAttestationObject(isoBase64URL.toBuffer(attestationObject))
    const format = decoded.get('fmt')
    return format === 'none' || (format === 'packed' && decoded.get('attStmt').get('x5c') === undefined)
  } catch (error) {
    if (error instanceof Error) return false
    throw error
  }
}

/** The library says no by throwing plain errors, and its arguments are a stranger's bytes: all of them mean no. */
async function judged<Result>(verify: () => Promise<Result | null>, refusal: () => Refusal): Promise<Result> {
  let result: Result | null
  try {
    result = await verify()
  } catch (error) {
    if (error instanceof Error) throw refusal()
    throw error
  }
  if (result === null) throw refusal()
  return result
}

function unfit(): Refusal {
  return new Refusal('bad-request', 'That answer of the browser does not fit what was asked. Please begin anew.')
}
