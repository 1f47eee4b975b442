/** Passkeys, the whole ceremony over HTTP, with an honest authenticator and with one that lies. */
import { createPrivateKey, sign } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { MINUTE } from '../../../server/auth/desk.ts'
import { asBrowser, type DeskHouse, type Guest, json, openDeskHouse, welcome } from '../../kit/server-desk.ts'
import { type Cbor, type CredentialAnswer, type Lies, SoftAuthenticator } from '../../kit/soft-authenticator.ts'

const ORIGIN = 'http://localhost'

/** A maker of keys that nobody knows, with an address to ask at, and its private key. */
const MAKER = new Uint8Array(
  Buffer.from(
    [
      'MIICAzCCAamgAwIBAgIUQZY2eMQeMmdi4f2vmDaF8RW22RswCgYIKoZIzj0EAwIwUzELMAkGA1UEBhMCWFgxDTALBgNVBAoMBFRl',
      'c3QxIjAgBgNVBAsMGUF1dGhlbnRpY2F0b3IgQXR0ZXN0YXRpb24xETAPBgNVBAMMCFRlc3Qga2V5MCAXDTI2MTEyMjA4MTIzNVoY',
      'DzIxMjYxMDI5MDgxMjM1WjBTMQswCQYDVQQGEwJYWDENMAsGA1UECgwEVGVzdDEiMCAGA1UECwwZQXV0aGVudGljYXRvciBBdHRl',
      'c3RhdGlvbjERMA8GA1UEAwwIVGVzdCBrZXkwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQmoJ7MaAPID/nuosj9EJFDy6VWUKBI',
      'nUJjkXYyvLJ84KEztWMUh3szNvl8cUSCF9JVCMeN6La5H+RdIkLiUjK8o1kwVzAMBgNVHRMBAf8EAjAAMCgGA1UdHwQhMB8wHaAb',
      'oBmGF2h0dHA6Ly9jcmwuaW52YWxpZC9saXN0MB0GA1UdDgQWBBTJatnnGzboaPenW0qu1izl7nKUyjAKBggqhkjOPQQDAgNIADBF',
      'AiEApsN4UOJvGZ3bW340i6PHClsWv9a/x0dj/C2+CAcrXgECIDO0V+c/f+oNr8rCnO2p2iQg0el9DVOZUNes4hPq8H3V',
    ].join(''),
    'base64',
  ),
)
const MAKER_KEY = createPrivateKey({
  key: Buffer.from(
    [
      'MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgbdzlfq33c+e/Ll9jFcaC9KTOuDrvmmKvDNAz7Y5n2oWhRANCAAQm',
      'oJ7MaAPID/nuosj9EJFDy6VWUKBInUJjkXYyvLJ84KEztWMUh3szNvl8cUSCF9JVCMeN6La5H+RdIkLiUjK8',
    ].join(''),
    'base64',
  ),
  format: 'der',
  type: 'pkcs8',
})

interface Options {
  id: string
  options: Record<string, unknown>
}

let house: DeskHouse
let ann: Guest
beforeEach(async () => {
  house = await openDeskHouse()
  ann = await welcome(house, 'Ann')
})
afterEach(() => house.close())

async function registration(guest: Guest): Promise<Options> {
  const answer = await asBrowser(house.app, guest.cookie)('/api/account/passkeys/options', { method: 'POST' })
  expect(answer.status).toBe(200)
  return (await answer.json()) as Options
}

function keep(guest: Guest, id: string, response: CredentialAnswer) {
  return asBrowser(house.app, guest.cookie)('/api/account/passkeys', json('POST', { id, label: 'My key', response }))
}

async function register(guest: Guest, key: SoftAuthenticator, lies: Lies = {}): Promise<Response> {
  const { id, options } = await registration(guest)
  return keep(guest, id, key.create(options, lies))
}

async function signInOptions(): Promise<Options> {
  const answer = await asBrowser(house.app)('/api/sign-in/passkey/options', { method: 'POST' })
  return (await answer.json()) as Options
}

async function signIn(key: SoftAuthenticator, lies: Lies = {}): Promise<Response> {
  const { id, options } = await signInOptions()
  return asBrowser(house.app)('/api/sign-in/passkey', json('POST', { id, response: key.get(options, lies) }))
}

const passkeysOf = ({ actor }: Guest) => house.desk.storage.credentials.passkeys(actor.user.id)
const lastEntry = async () => (await house.desk.storage.activity.list({ limit: 1 }))[0]

test('a passkey that was added signs its person in from elsewhere, without a name', async () => {
  const key = new SoftAuthenticator(ORIGIN)
  const added = await register(ann, key)
  expect(added.status).toBe(201)
  expect(await added.json()).toEqual({ id: key.id, label: 'My key', createdAt: expect.any(String), usedAt: null })
  expect(await lastEntry()).toMatchObject({ act: 'credential', detail: { way: 'passkey', done: 'set' } })
  const answer = await signIn(key)
  expect(answer.status).toBe(201)
  expect(await answer.json()).toMatchObject({ person: { id: ann.actor.user.id }, returns: true })
  expect(await lastEntry()).toMatchObject({ act: 'signed-in', user: ann.actor.user.id, detail: { way: 'passkey' } })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  const session = await asBrowser(house.app, cookie)('/api/session')
  expect(await session.json()).toMatchObject({ person: { name: 'Ann' } })
  const [kept] = await passkeysOf(ann)
  expect(kept).toMatchObject({ transports: ['internal'], counter: 1, usedAt: expect.any(Number) })
})

test('the browser is asked for a discoverable one that verifies its person, for this host, and not twice on one key', async () => {
  const key = new SoftAuthenticator(ORIGIN)
  await register(ann, key)
  const { options } = await registration(ann)
  expect(options).toMatchObject({
    rp: { id: 'localhost' },
    attestation: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: [{ id: key.id }],
  })
  expect((await signInOptions()).options).toMatchObject({ rpId: 'localhost', userVerification: 'required' })
})

describe('an answer that does not fit adds nothing', () => {
  test.each([
    ['from another origin', { origin: 'https://evil.example' }],
    ['from our host on another port', { origin: 'http://localhost:9999' }],
    ['for another RP ID', { rpId: 'evil.example' }],
    ['of a sign-in', { type: 'webauthn.get' }],
    ['to another challenge', { challenge: 'A'.repeat(43) }],
    ['without a person present', { flags: 4 }],
    ['of a person who was not verified', { flags: 1 }],
  ] as [string, Lies][])('%s', async (_, lies) => {
    const answer = await register(ann, new SoftAuthenticator(ORIGIN), lies)
    expect(answer.status).toBe(400)
    expect(await passkeysOf(ann)).toEqual([])
  })

  test('a second time', async () => {
    const { id, options } = await registration(ann)
    expect((await keep(ann, id, new SoftAuthenticator(ORIGIN).create(options))).status).toBe(201)
    expect((await keep(ann, id, new SoftAuthenticator(ORIGIN).create(options))).status).toBe(400)
    expect(await passkeysOf(ann)).toHaveLength(1)
  })

  test("to somebody else's challenge", async () => {
    const eve = await welcome(house, 'Eve')
    const { id, options } = await registration(ann)
    expect((await keep(eve, id, new SoftAuthenticator(ORIGIN).create(options))).status).toBe(400)
    expect(await passkeysOf(eve)).toEqual([])
  })

  test('after five minutes', async () => {
    const { id, options } = await registration(ann)
    house.ahead = 5 * MINUTE
    expect((await keep(ann, id, new SoftAuthenticator(ORIGIN).create(options))).status).toBe(400)
  })

  test('to a challenge that a later one replaced', async () => {
    const { id, options } = await registration(ann)
    await registration(ann)
    expect((await keep(ann, id, new SoftAuthenticator(ORIGIN).create(options))).status).toBe(400)
  })

  test.each([
    ['nothing', {}],
    ['numbers', { id: 7, rawId: 7, type: 'public-key', response: {} }],
    [
      'no CBOR',
      { id: 'AA', rawId: 'AA', type: 'public-key', response: { clientDataJSON: 'AA', attestationObject: 'AA' } },
    ],
    [
      'CBOR nested without end',
      {
        id: 'AA',
        rawId: 'AA',
        type: 'public-key',
        response: { clientDataJSON: 'AA', attestationObject: Buffer.alloc(40_000, 0x81).toString('base64url') },
      },
    ],
    ['prototypes', JSON.parse('{"__proto__":{"id":"x"},"constructor":{"prototype":{}}}')],
  ])('of %s', async (_, response) => {
    const { id } = await registration(ann)
    expect((await keep(ann, id, response as CredentialAnswer)).status).toBe(400)
    expect(house.faults).toEqual([])
  })

  test('[T26] with a certificate, about which the server would have to ask its maker', async () => {
    const called = vi.spyOn(globalThis, 'fetch')
    const statement = (signed: Buffer) =>
      new Map<string, Cbor>([
        ['alg', -7],
        ['sig', new Uint8Array(sign('sha256', signed, MAKER_KEY))],
        ['x5c', [MAKER]],
      ])
    for (const format of ['packed', 'fido-u2f', 'apple', 'android-key', 'tpm']) {
      const answer = await register(ann, new SoftAuthenticator(ORIGIN), { attestation: { format, statement } })
      expect(answer.status, format).toBe(400)
    }
    expect(called).not.toHaveBeenCalled()
    called.mockRestore()
  })

  test('with the id of somebody else’s passkey', async () => {
    const key = new SoftAuthenticator(ORIGIN)
    await register(ann, key)
    const eve = await welcome(house, 'Eve')
    const answer = await register(eve, new SoftAuthenticator(ORIGIN), { credentialId: key.id })
    expect(answer.status).toBe(409)
    expect(await passkeysOf(eve)).toEqual([])
  })
})

describe('nobody gets in', () => {
  let key: SoftAuthenticator
  beforeEach(async () => {
    key = new SoftAuthenticator(ORIGIN)
    await register(ann, key)
  })

  test.each([
    ['from another origin', { origin: 'https://evil.example' }],
    ['for another RP ID', { rpId: 'evil.example' }],
    ['with an answer of a registration', { type: 'webauthn.create' }],
    ['with an answer to another challenge', { challenge: 'A'.repeat(43) }],
    ['without being present', { flags: 4 }],
    ['without being verified', { flags: 1 }],
    ['as somebody else', { userHandle: 'c29tZWJvZHktZWxzZQ' }],
    ['with a credential that nobody has', { credentialId: 'AAAA' }],
  ] as [string, Lies][])('%s', async (_, lies) => {
    const answer = await signIn(key, lies)
    expect(answer.status).toBe(401)
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(await lastEntry()).toMatchObject({ act: 'sign-in-failed', detail: { way: 'passkey', login: '' } })
  })

  test('with an answer that was used already', async () => {
    const { id, options } = await signInOptions()
    const body = json('POST', { id, response: key.get(options) })
    expect((await asBrowser(house.app)('/api/sign-in/passkey', body)).status).toBe(201)
    expect((await asBrowser(house.app)('/api/sign-in/passkey', body)).status).toBe(401)
    const again = await signInOptions()
    const replayed = json('POST', { id: again.id, response: JSON.parse(String(body.body)).response })
    expect((await asBrowser(house.app)('/api/sign-in/passkey', replayed)).status).toBe(401)
  })

  test('with a challenge that was made for adding a passkey', async () => {
    const { id, options } = await registration(ann)
    const body = json('POST', { id, response: key.get(options) })
    expect((await asBrowser(house.app)('/api/sign-in/passkey', body)).status).toBe(401)
  })

  test('with a key whose counter went back, which is a copy', async () => {
    expect((await signIn(key, { counter: 10 })).status).toBe(201)
    expect((await signIn(key, { counter: 10 })).status).toBe(401)
    expect((await signIn(key, { counter: 9 })).status).toBe(401)
    expect((await signIn(key, { counter: 11 })).status).toBe(201)
  })

  test("with somebody else's key under one's own credential", async () => {
    expect((await signIn(new SoftAuthenticator(ORIGIN), { credentialId: key.id })).status).toBe(401)
  })

  test('after the passkey was removed, which only its person can', async () => {
    const eve = await welcome(house, 'Eve')
    const path = `/api/account/passkeys/${key.id}`
    expect((await asBrowser(house.app, eve.cookie)(path, { method: 'DELETE' })).status).toBe(404)
    expect((await signIn(key)).status).toBe(201)
    expect((await asBrowser(house.app, ann.cookie)(path, { method: 'DELETE' })).status).toBe(204)
    expect((await signIn(key)).status).toBe(401)
  })

  test('after the person was removed', async () => {
    await house.desk.storage.people.updateUser(ann.actor.user.id, { goneAt: 1 })
    expect((await signIn(key)).status).toBe(401)
  })
})

describe('the address', () => {
  const ask = (headers: Record<string, string>) =>
    house.app.request('http://ignored/api/sign-in/passkey/options', { method: 'POST', headers })

  test.each([
    ['http://127.0.0.1:3000', 'http://localhost:3000'],
    ['http://[::1]:3000', 'http://localhost:3000'],
    ['http://galley.example', 'https'],
  ])('%s takes no passkeys, and the answer says what does', async (origin, hint) => {
    const answer = await ask({ origin, host: new URL(origin).host })
    expect(answer.status).toBe(415)
    expect(((await answer.json()) as { error: { message: string } }).error.message).toContain(hint)
  })

  test.each([
    ['http://localhost:3000', 'localhost'],
    ['https://galley.example', 'galley.example'],
    ['https://galley.example:8443', 'galley.example'],
  ])('%s takes them', async (origin, rpId) => {
    const answer = await ask({ origin, host: new URL(origin).host })
    expect(await answer.json()).toMatchObject({ options: { rpId } })
  })

  test('that is configured is the only one, whatever a request names', async () => {
    await house.close()
    house = await openDeskHouse({ url: new URL('https://galley.example') })
    const behind = await ask({ origin: 'https://galley.example', host: '10.0.0.7:3000' })
    expect(await behind.json()).toMatchObject({ options: { rpId: 'galley.example' } })
    const aside = await ask({ origin: 'http://localhost:3000', host: 'localhost:3000' })
    expect(aside.status).toBe(415)
    ann = await welcome(house, 'Ann')
  })
})

test('a key that vouches for itself, as some do unasked, is taken', async () => {
  const statement = (signed: Buffer, signs: (data: Buffer) => Uint8Array) =>
    new Map<string, Cbor>([
      ['alg', -7],
      ['sig', signs(signed)],
    ])
  const answer = await register(ann, new SoftAuthenticator(ORIGIN), { attestation: { format: 'packed', statement } })
  expect(answer.status).toBe(201)
})

test('twenty passkeys are enough', async () => {
  for (let i = 0; i < 20; i += 1) expect((await register(ann, new SoftAuthenticator(ORIGIN))).status).toBe(201)
  const answer = await asBrowser(house.app, ann.cookie)('/api/account/passkeys/options', { method: 'POST' })
  expect(answer.status).toBe(409)
})
