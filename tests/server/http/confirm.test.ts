/**
 * Showing again that it is oneself before the ways in change, over HTTP: by password and by passkey. Which routes wait for
 * it is in rights.test.ts; the provider is in provider.test.ts.
 */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { CONFIRM_AGE } from '../../../server/auth/confirm.ts'
import { MINUTE } from '../../../server/auth/desk.ts'
import { replaceOwnerLink } from '../../../server/auth/owner-link.ts'
import { beginSession, endOtherSessions } from '../../../server/auth/sessions.ts'
import type { AccountAnswer } from '../../../shared/wire/account.ts'
import { asBrowser, type DeskHouse, type Guest, json, openDeskHouse, welcome } from '../../kit/server-desk.ts'
import { type Lies, SoftAuthenticator } from '../../kit/soft-authenticator.ts'

vi.mock('node:crypto', async (original) => (await import('../../kit/cheap-scrypt.ts')).cheapScrypt(original))

const ORIGIN = 'http://localhost'
const PASSWORD = 'correct horse battery'
const CONFIRM = '/api/account/confirm'

let house: DeskHouse
let ann: Guest
let bob: Guest
beforeEach(async () => {
  house = await openDeskHouse({ still: true })
  ann = await welcome(house, 'Ann')
  bob = await welcome(house, 'Bob')
})
afterEach(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const ask = (cookie: string | null, method: string, path: string, body?: unknown) =>
  asBrowser(house.app, cookie)(path, body === undefined ? { method } : json(method, body))
const setPassword = ({ cookie }: Guest, login: string, password = PASSWORD) =>
  ask(cookie, 'PUT', '/api/account/password', { login, password })
const byPassword = ({ cookie }: Guest, password: string) => ask(cookie, 'POST', `${CONFIRM}/password`, { password })
const signIn = (login: string, password: string) => ask(null, 'POST', '/api/sign-in/password', { login, password })
const makeToken = async ({ cookie }: Guest) => (await ask(cookie, 'POST', '/api/account/tokens', { name: 'T' })).status
const codeOf = async (answer: Response) => ((await answer.json()) as { error: { code: string } }).error.code
const says = async ({ cookie }: Guest) =>
  ((await (await ask(cookie, 'GET', '/api/account')).json()) as AccountAnswer).confirm

interface Options {
  id: string
  options: Record<string, unknown> & { allowCredentials?: unknown }
}
async function optionsOf(cookie: string | null, path: string): Promise<Options> {
  const answer = await ask(cookie, 'POST', path)
  expect(answer.status).toBe(200)
  return (await answer.json()) as Options
}

async function addPasskey({ cookie }: Guest): Promise<SoftAuthenticator> {
  const key = new SoftAuthenticator(ORIGIN)
  const { id, options } = await optionsOf(cookie, '/api/account/passkeys/options')
  const given = { id, label: 'Key', response: key.create(options) }
  expect((await ask(cookie, 'POST', '/api/account/passkeys', given)).status).toBe(201)
  return key
}

async function byPasskey({ cookie }: Guest, key: SoftAuthenticator, lies: Lies = {}): Promise<Response> {
  const { id, options } = await optionsOf(cookie, `${CONFIRM}/passkey/options`)
  return ask(cookie, 'POST', `${CONFIRM}/passkey`, { id, response: key.get(options, lies) })
}

describe('a session', () => {
  test('may change the ways in for ten minutes from its beginning, then after showing again that it is oneself', async () => {
    await setPassword(ann, 'ann')
    house.ahead = CONFIRM_AGE - 1
    expect(await says(ann)).toBe(false)
    expect(await makeToken(ann)).toBe(201)
    house.ahead = CONFIRM_AGE
    expect(await says(ann)).toBe(true)
    expect(await makeToken(ann)).toBe(403)
    expect((await byPassword(ann, PASSWORD)).status).toBe(204)
    expect(await says(ann)).toBe(false)
    house.ahead = 2 * CONFIRM_AGE - 1
    expect(await makeToken(ann)).toBe(201)
    house.ahead = 2 * CONFIRM_AGE
    expect(await makeToken(ann)).toBe(403)
  })

  test('of somebody who has no way to come back may still make one', async () => {
    house.ahead = 100 * CONFIRM_AGE
    expect(await says(ann)).toBe(false)
    expect((await setPassword(ann, 'ann')).status).toBe(204)
    expect(await makeToken(ann)).toBe(403)
  })

  test('that is old cannot exchange the password by removing it first', async () => {
    await setPassword(ann, 'ann')
    house.ahead = CONFIRM_AGE
    expect((await ask(ann.cookie, 'DELETE', '/api/account/password')).status).toBe(403)
    expect((await setPassword(ann, 'eve', 'another horse battery')).status).toBe(403)
    const current = { login: 'ann', password: 'another horse battery', current: PASSWORD }
    expect(await codeOf(await ask(ann.cookie, 'PUT', '/api/account/password', current))).toBe('confirm')
    expect((await signIn('ann', PASSWORD)).status).toBe(201)
  })

  test('is confirmed alone: no other of the same person, and no later one', async () => {
    await setPassword(ann, 'ann')
    const other = { ...ann, cookie: `galley_session=${await beginSession(house.desk, ann.actor.user, 'phone')}` }
    house.ahead = CONFIRM_AGE
    await byPassword(ann, PASSWORD)
    expect(await makeToken(ann)).toBe(201)
    expect(await makeToken(other)).toBe(403)
  })

  test('is not confirmed by being used, nor by joining through a link', async () => {
    const owner = await welcome(house, 'Owner', { owner: true })
    const made = await ask(owner.cookie, 'POST', '/api/people/invites', { role: 'reader' })
    const { url } = (await made.json()) as { url: string }
    await setPassword(ann, 'ann')
    house.ahead = CONFIRM_AGE
    await ask(ann.cookie, 'GET', '/api/session')
    const joined = await ask(ann.cookie, 'POST', `/api/invites/${url.split('/join/')[1]}`, { name: 'Ann' })
    expect([joined.status, joined.headers.get('set-cookie')]).toEqual([200, null])
    expect(await makeToken(ann)).toBe(403)
  })

  test('whose beginning lies ahead, because the clock was put back, is asked', async () => {
    await setPassword(ann, 'ann')
    house.ahead = -1
    expect(await makeToken(ann)).toBe(403)
  })

  test('that was begun by the owner’s link is confirmed by it', async () => {
    const owner = await welcome(house, 'Owner', { owner: true })
    await setPassword(owner, 'owner')
    house.ahead = CONFIRM_AGE
    expect(await makeToken(owner)).toBe(403)
    const token = await replaceOwnerLink(house.desk)
    const entered = await ask(owner.cookie, 'POST', '/api/session', { token, name: 'Owner', swatch: 1 })
    const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
    expect(await makeToken({ ...owner, cookie })).toBe(201)
  })

  test('that was ended in the meantime is not brought back by confirming it', async () => {
    await setPassword(ann, 'ann')
    await endOtherSessions(house.desk, ann.actor.user.id, '')
    expect((await byPassword(ann, PASSWORD)).status).toBe(401)
    expect(await house.desk.storage.people.tickets({ kind: 'session', user: ann.actor.user.id })).toEqual([])
  })

  test('is needed: a token confirms nothing', async () => {
    await setPassword(ann, 'ann')
    const made = await ask(ann.cookie, 'POST', '/api/account/tokens', { name: 'T' })
    const { token } = (await made.json()) as { token: string }
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const init = { method: 'POST', headers, body: JSON.stringify({ password: PASSWORD }) }
    expect((await house.app.request(`http://localhost${CONFIRM}/password`, init)).status).toBe(403)
  })
})

describe('by password', () => {
  beforeEach(async () => {
    await setPassword(ann, 'ann')
    await setPassword(bob, 'bob', 'bobs horse battery')
    house.ahead = CONFIRM_AGE
  })

  test.each([
    ['a wrong one', 'wrong horse battery'],
    ['none', ''],
    ['that of another account', 'bobs horse battery'],
  ])('%s is refused, changes nothing, and the log says whose session it was', async (_, password) => {
    const answer = await byPassword(ann, password)
    expect([answer.status, await codeOf(answer)]).toEqual([403, 'forbidden'])
    expect(await makeToken(ann)).toBe(403)
    const [entry] = await house.desk.storage.activity.list({ limit: 1 })
    expect(entry).toMatchObject({ act: 'refused', user: ann.actor.user.id })
    expect(entry?.detail.what).toBe(`POST ${CONFIRM}/password`)
    expect(JSON.stringify(entry)).not.toContain('battery')
  })

  test('no name that is sent along makes another account’s password count', async () => {
    const given = { login: 'bob', password: 'bobs horse battery' }
    expect((await ask(ann.cookie, 'POST', `${CONFIRM}/password`, given)).status).toBe(403)
    expect(await makeToken(ann)).toBe(403)
  })

  test('a name that became somebody else’s at that moment makes their password count for nobody else', async () => {
    const { credentials } = house.desk.storage
    const real = credentials.passwordOf.bind(credentials)
    credentials.passwordOf = () => real(bob.actor.user.id)
    expect((await byPassword(ann, 'bobs horse battery')).status).toBe(403)
    credentials.passwordOf = real
    expect(await makeToken(ann)).toBe(403)
  })

  test('[T19] guesses here and at signing in are counted together', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 5; i += 1) {
      statuses.push((await signIn('ann', 'wrong horse battery')).status)
      statuses.push((await byPassword(ann, 'wrong horse battery')).status)
    }
    expect(statuses).toEqual([401, 403, 401, 403, 401, 403, 401, 403, 401, 403])
    const refused = await byPassword(ann, PASSWORD)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60'])
    expect((await signIn('ann', PASSWORD)).status).toBe(429)
    expect(await makeToken(ann)).toBe(403)
    house.ahead += MINUTE
    expect((await byPassword(ann, PASSWORD)).status).toBe(204)
    for (let i = 0; i < 10; i += 1) expect((await signIn('ann', 'wrong horse battery')).status).toBe(401)
  })
})

describe('by passkey', () => {
  let key: SoftAuthenticator
  let bobs: SoftAuthenticator
  beforeEach(async () => {
    key = await addPasskey(ann)
    bobs = await addPasskey(bob)
    house.ahead = CONFIRM_AGE
  })

  test('one’s own confirms, and the browser is asked for none but one’s own', async () => {
    expect(await makeToken(ann)).toBe(403)
    const { options } = await optionsOf(ann.cookie, `${CONFIRM}/passkey/options`)
    const allowCredentials = [{ id: key.id, type: 'public-key', transports: ['internal'] }]
    expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'required', allowCredentials })
    expect((await byPasskey(ann, key)).status).toBe(204)
    expect(await makeToken(ann)).toBe(201)
    const [kept] = await house.desk.storage.credentials.passkeys(ann.actor.user.id)
    expect(kept).toMatchObject({ counter: 1, usedAt: house.desk.now() })
  })

  test('an answer without a user handle confirms too: browsers may leave it out where they were told whom to ask', async () => {
    expect((await byPasskey(ann, key, { userHandle: '' })).status).toBe(204)
  })

  test.each([
    ['from another origin', { origin: 'https://evil.example' }],
    ['for another RP ID', { rpId: 'evil.example' }],
    ['of a registration', { type: 'webauthn.create' }],
    ['to another challenge', { challenge: 'A'.repeat(43) }],
    ['without being verified', { flags: 1 }],
    ['with the user handle of somebody else', { userHandle: 'c29tZWJvZHktZWxzZQ' }],
    ['by a credential that nobody has', { credentialId: 'AAAA' }],
  ] as [string, Lies][])('an answer %s is refused', async (_, lies) => {
    expect((await byPasskey(ann, key, lies)).status).toBe(403)
    expect(await makeToken(ann)).toBe(403)
  })

  test("somebody else's good passkey is refused, also under the id of one's own", async () => {
    expect((await byPasskey(ann, bobs)).status).toBe(403)
    expect((await byPasskey(ann, bobs, { userHandle: '' })).status).toBe(403)
    const own = Buffer.from(ann.actor.user.id).toString('base64url')
    expect((await byPasskey(ann, bobs, { userHandle: own })).status).toBe(403)
    expect((await byPasskey(ann, bobs, { credentialId: key.id, userHandle: '' })).status).toBe(403)
    expect(await makeToken(ann)).toBe(403)
    expect(await makeToken(bob)).toBe(403)
  })

  test('an answer that was given already is refused, to its own challenge and to a later one', async () => {
    const { id, options } = await optionsOf(ann.cookie, `${CONFIRM}/passkey/options`)
    // As passkeys do that are kept in several places: the counter says nothing (§6.1.1).
    const response = key.get(options, { counter: 0 })
    const give = (challenge: string) => ask(ann.cookie, 'POST', `${CONFIRM}/passkey`, { id: challenge, response })
    expect((await give(id)).status).toBe(204)
    house.ahead += CONFIRM_AGE
    expect((await give(id)).status).toBe(403)
    const later = await optionsOf(ann.cookie, `${CONFIRM}/passkey/options`)
    expect((await give(later.id)).status).toBe(403)
    expect(await makeToken(ann)).toBe(403)
  })

  test('an answer to a challenge of signing in, of adding a passkey, or made for somebody else is refused', async () => {
    house.ahead = 0
    const adding = await optionsOf(ann.cookie, '/api/account/passkeys/options')
    const signing = await optionsOf(null, '/api/sign-in/passkey/options')
    const foreign = await optionsOf(bob.cookie, `${CONFIRM}/passkey/options`)
    for (const { id, options } of [adding, signing, foreign]) {
      const given = { id, response: key.get(options) }
      expect((await ask(ann.cookie, 'POST', `${CONFIRM}/passkey`, given)).status).toBe(403)
    }
    const own = await optionsOf(ann.cookie, `${CONFIRM}/passkey/options`)
    const given = { id: own.id, response: key.get(own.options) }
    expect((await ask(null, 'POST', '/api/sign-in/passkey', given)).status).toBe(401)
  })

  test('an answer that comes after five minutes is refused', async () => {
    const { id, options } = await optionsOf(ann.cookie, `${CONFIRM}/passkey/options`)
    house.ahead += 5 * MINUTE
    const given = { id, response: key.get(options) }
    expect((await ask(ann.cookie, 'POST', `${CONFIRM}/passkey`, given)).status).toBe(403)
  })

  test('a passkey that was begun in time is kept though its touch came late; its challenge is nobody else’s', async () => {
    await byPasskey(ann, key)
    house.ahead = 2 * CONFIRM_AGE - 1
    const { id, options } = await optionsOf(ann.cookie, '/api/account/passkeys/options')
    house.ahead = 2 * CONFIRM_AGE + MINUTE
    const given = { id, label: 'Second', response: new SoftAuthenticator(ORIGIN).create(options) }
    expect((await ask(ann.cookie, 'POST', '/api/account/passkeys', given)).status).toBe(201)
    expect((await ask(ann.cookie, 'POST', '/api/account/passkeys/options')).status).toBe(403)
  })
})
