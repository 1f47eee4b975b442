/** One's own account over HTTP: passwords, devices, access tokens. Passkeys are in passkeys.test.ts. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { OPERATOR } from '../../../server/auth/actor.ts'
import { DAY, MINUTE } from '../../../server/auth/desk.ts'
import { beginSession } from '../../../server/auth/sessions.ts'
import { startStory } from '../../../server/stories/start-story.ts'
import { ROLES } from '../../../shared/roles.ts'
import type { AccountAnswer, TokenMade } from '../../../shared/wire/account.ts'
import { asBrowser, type DeskHouse, type Guest, json, openDeskHouse, welcome } from '../../kit/server-desk.ts'

vi.mock('node:crypto', async (original) => (await import('../../kit/cheap-scrypt.ts')).cheapScrypt(original))

const PASSWORD = 'correct horse battery'

let house: DeskHouse
let ann: Guest
beforeEach(async () => {
  house = await openDeskHouse({ still: true })
  ann = await welcome(house, 'Ann')
})
afterEach(() => house.close())

const ask = (cookie: string | null, method: string, path: string, body?: unknown) =>
  asBrowser(house.app, cookie)(path, body === undefined ? { method } : json(method, body))
const setPassword = (guest: Guest, given: object) => ask(guest.cookie, 'PUT', '/api/account/password', given)
const signIn = (login: string, password: string, cookie: string | null = null) =>
  ask(cookie, 'POST', '/api/sign-in/password', { login, password })
const account = async ({ cookie }: Guest) => (await (await ask(cookie, 'GET', '/api/account')).json()) as AccountAnswer
const cookieFrom = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? ''
const whoIs = async (cookie: string) => (await (await ask(cookie, 'GET', '/api/session')).json()) as { person: unknown }
const errorOf = async (answer: Response) =>
  ((await answer.json()) as { error: { code: string; message: string } }).error
const log = () => house.desk.storage.activity.list({ limit: 100 })

/** Another browser of the same person, with a stream open. */
async function elsewhere({ actor }: Guest) {
  const cookie = `galley_session=${await beginSession(house.desk, actor.user, 'Elsewhere')}`
  const { body } = await ask(cookie, 'GET', '/api/events')
  const reader = body?.getReader()
  await reader?.read()
  const next = reader?.read()
  return { cookie, ended: async () => (await next)?.done === true && (await whoIs(cookie)).person === null }
}

describe('a password', () => {
  test('brings its person back from another device, by a name whose case and form do not matter', async () => {
    expect((await setPassword(ann, { login: ' Zoë.O@Example ', password: PASSWORD })).status).toBe(204)
    expect(await account(ann)).toMatchObject({ login: 'zoë.o@example' })
    for (const login of ['zoë.o@example', 'ZOE\u0308.o@EXAMPLE', 'Ｚoë.o@example']) {
      const answer = await signIn(login, PASSWORD)
      expect(answer.status).toBe(201)
      expect(await answer.json()).toMatchObject({ person: { id: ann.actor.user.id }, returns: true, provider: null })
      expect(await whoIs(cookieFrom(answer))).toMatchObject({ person: { name: 'Ann' } })
    }
    expect((await log()).map(({ act, detail }) => [act, detail.way])).toEqual([
      ['signed-in', 'password'],
      ['signed-in', 'password'],
      ['signed-in', 'password'],
      ['credential', 'password'],
    ])
  })

  test('is kept as a salted hash with its parameters, and shown to nobody', async () => {
    const ben = await welcome(house, 'Ben')
    await setPassword(ann, { login: 'ann', password: PASSWORD })
    await setPassword(ben, { login: 'ben', password: PASSWORD })
    const kept = await Promise.all(
      [ann, ben].map(({ actor }) => house.desk.storage.credentials.passwordOf(actor.user.id)),
    )
    expect(kept[0]?.hash).toMatch(/^\$scrypt\$ln=16,r=8,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
    expect(kept[0]?.hash).not.toBe(kept[1]?.hash)
    expect(JSON.stringify([await account(ann), await log()])).not.toMatch(/correct horse|scrypt/)
  })

  test('that is wrong, and a name that nobody has, get the same answer; only the first is named in the log', async () => {
    await setPassword(ann, { login: 'ann', password: PASSWORD })
    const wrong = await signIn('ann', 'wrong horse battery')
    const unknown = await signIn('a password typed in the wrong field', PASSWORD)
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    expect(await wrong.text()).toBe(await unknown.text())
    const failed = (await log()).filter(({ act }) => act === 'sign-in-failed')
    expect(failed.map(({ about, detail }) => [about, detail.login])).toEqual([
      [null, ''],
      [ann.actor.user.id, 'ann'],
    ])
  })

  test('that replaces another needs the present one, and ends the sessions elsewhere at once', async () => {
    await setPassword(ann, { login: 'ann', password: PASSWORD })
    const other = await elsewhere(ann)
    const next = { login: 'ann', password: 'another horse battery' }
    for (const current of [undefined, 'wrong horse battery', '']) {
      expect((await setPassword(ann, { ...next, current })).status).toBe(403)
    }
    expect(await whoIs(other.cookie)).toMatchObject({ person: { name: 'Ann' } })
    expect((await setPassword(ann, { ...next, current: PASSWORD })).status).toBe(204)
    expect(await other.ended()).toBe(true)
    expect(await whoIs(ann.cookie)).toMatchObject({ person: { name: 'Ann' } })
    expect((await signIn('ann', PASSWORD)).status).toBe(401)
    expect((await signIn('ann', next.password)).status).toBe(201)
  })

  test('under a name of somebody else is refused and changes nothing', async () => {
    const ben = await welcome(house, 'Ben')
    await setPassword(ann, { login: 'ann', password: PASSWORD })
    expect((await setPassword(ben, { login: 'ANN', password: 'bens horse battery' })).status).toBe(409)
    expect(await account(ben)).toMatchObject({ login: null })
    expect((await signIn('ann', PASSWORD)).status).toBe(201)
  })

  test.each([
    ['a space', { login: 'ann b', password: PASSWORD }],
    ['a control character', { login: 'ann\u0007', password: PASSWORD }],
    ['a mark that turns the writing', { login: 'ann\u202eb', password: PASSWORD }],
    ['half a character', { login: 'ann\ud83d', password: PASSWORD }],
    ['two letters', { login: 'an', password: PASSWORD }],
    ['a short password', { login: 'ann', password: 'short' }],
    ['an endless password', { login: 'ann', password: 'x'.repeat(201) }],
  ])('with %s is refused with a sentence', async (_, given) => {
    const answer = await setPassword(ann, given)
    expect(answer.status).toBe(400)
    expect((await errorOf(answer)).message).toMatch(/\S/)
    expect(await account(ann)).toMatchObject({ login: null })
  })

  test('that was removed opens nothing', async () => {
    await setPassword(ann, { login: 'ann', password: PASSWORD })
    expect((await ask(ann.cookie, 'DELETE', '/api/account/password')).status).toBe(204)
    expect((await signIn('ann', PASSWORD)).status).toBe(401)
    expect(await account(ann)).toMatchObject({ login: null })
    expect((await log()).find(({ act }) => act === 'credential')?.detail).toEqual({ way: 'password', done: 'removed' })
  })

  test('opens nothing for somebody who was removed', async () => {
    await setPassword(ann, { login: 'ann', password: PASSWORD })
    await house.desk.storage.people.updateUser(ann.actor.user.id, { goneAt: 1 })
    expect((await signIn('ann', PASSWORD)).status).toBe(401)
  })

  test('[T19] is tried ten times, then once a minute, from whichever address; whether the name exists or not', async () => {
    await setPassword(ann, { login: 'ann', password: PASSWORD })
    for (const login of ['ann', 'nobody']) {
      const statuses: number[] = []
      for (let i = 0; i < 11; i += 1) statuses.push((await signIn(login, 'wrong horse battery')).status)
      expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429])
    }
    const refused = await signIn('ANN', PASSWORD)
    expect(refused.headers.get('retry-after')).toBe('60')
    house.ahead = MINUTE
    expect((await signIn('ann', PASSWORD)).status).toBe(201)
  })

  test('[T19] is changed ten times, then once a minute, however right the present one is: each costs what a sign-in costs', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 11; i += 1) {
      statuses.push((await setPassword(ann, { login: 'ann', password: PASSWORD, current: PASSWORD })).status)
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 204), 429])
    house.ahead = MINUTE
    expect((await setPassword(ann, { login: 'ann', password: PASSWORD, current: PASSWORD })).status).toBe(204)
  })

  test('that became another while somebody waited to sign in with it opens nothing', async () => {
    await setPassword(ann, { login: 'ann', password: PASSWORD })
    const { credentials } = house.desk.storage
    const real = credentials.passwordFor.bind(credentials)
    credentials.passwordFor = async (login) => {
      const found = await real(login)
      credentials.passwordFor = real
      const next = { login: 'ann', password: 'another horse battery', current: PASSWORD }
      expect((await setPassword(ann, next)).status).toBe(204)
      return found
    }
    expect((await signIn('ann', PASSWORD)).status).toBe(401)
    expect((await signIn('ann', 'another horse battery')).status).toBe(201)
  })

  test('[T18] begins a session of its own, and ends the one that the browser had', async () => {
    await setPassword(ann, { login: 'ann', password: PASSWORD })
    const ben = await welcome(house, 'Ben')
    const planted = `galley_session=${'A'.repeat(43)}`
    expect(cookieFrom(await signIn('ann', PASSWORD, planted))).not.toBe(planted)
    const answer = await signIn('ann', PASSWORD, ben.cookie)
    expect(await whoIs(cookieFrom(answer))).toMatchObject({ person: { name: 'Ann' } })
    expect(await whoIs(ben.cookie)).toMatchObject({ person: null })
    expect(await whoIs(planted)).toMatchObject({ person: null })
  })
})

describe('devices', () => {
  test('are listed with what the browser said of itself, one of them as the present one, without a secret', async () => {
    const other = await elsewhere(ann)
    house.ahead = 1000
    const { sessions } = await account(ann)
    expect(sessions.map(({ browser, current }) => [browser, current]).sort()).toEqual([
      ['Elsewhere', false],
      ['test', true],
    ])
    expect(sessions.every(({ seenAt }) => seenAt !== null)).toBe(true)
    for (const cookie of [ann.cookie, other.cookie]) {
      expect(JSON.stringify(sessions)).not.toContain(cookie.split('=')[1])
    }
  })

  test('were seen when they last asked, noted at most every five minutes', async () => {
    const seen = async () => (await account(ann)).sessions[0]?.seenAt
    await seen()
    const first = await seen()
    house.ahead = 4 * MINUTE
    expect(await seen()).toBe(first)
    house.ahead = 6 * MINUTE
    await seen()
    expect(await seen()).not.toBe(first)
  })

  test('are ended one by one, and what they opened is shut at once', async () => {
    const other = await elsewhere(ann)
    const id = (await account(ann)).sessions.find(({ current }) => !current)?.id
    const eve = await welcome(house, 'Eve')
    expect((await ask(eve.cookie, 'DELETE', `/api/account/sessions/${id}`)).status).toBe(404)
    expect((await ask(ann.cookie, 'DELETE', `/api/account/sessions/${id}`)).status).toBe(204)
    expect(await other.ended()).toBe(true)
    expect((await ask(ann.cookie, 'DELETE', `/api/account/sessions/${id}`)).status).toBe(404)
    expect((await log())[0]).toMatchObject({ act: 'session-ended', detail: { browser: 'Elsewhere' } })
  })

  test('are ended all but the present one, and those of nobody else', async () => {
    const others = [await elsewhere(ann), await elsewhere(ann)]
    const eve = await welcome(house, 'Eve')
    expect((await ask(ann.cookie, 'DELETE', '/api/account/sessions')).status).toBe(204)
    for (const other of others) expect(await other.ended()).toBe(true)
    expect(await whoIs(ann.cookie)).toMatchObject({ person: { name: 'Ann' } })
    expect(await whoIs(eve.cookie)).toMatchObject({ person: { name: 'Eve' } })
  })

  test('that are one’s own end as by signing out', async () => {
    const id = (await account(ann)).sessions[0]?.id
    const answer = await ask(ann.cookie, 'DELETE', `/api/account/sessions/${id}`)
    expect(answer.headers.get('set-cookie')).toContain('Max-Age=0')
    expect(await whoIs(ann.cookie)).toMatchObject({ person: null })
  })
})

describe('an access token', () => {
  let story: string
  beforeEach(async () => {
    story = (await startStory(house.desk, OPERATOR, { name: 'Story', text: 'Some words here.' })).id
    await house.desk.storage.people.setRole(story, ann.actor.user.id, 'maintainer')
  })

  const make = async (given: object) => {
    const answer = await ask(ann.cookie, 'POST', '/api/account/tokens', given)
    expect(answer.status).toBe(201)
    return (await answer.json()) as TokenMade
  }
  const by = (token: string, path: string, init: RequestInit = {}) =>
    house.app.request(`http://localhost${path}`, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${token}` },
    })

  test('is shown once, listed without its text, and opens what its person may', async () => {
    const { token, ...made } = await make({ name: ' Script ' })
    expect(token).toMatch(/^gly_[\w-]{43}$/)
    expect(made).toMatchObject({ name: 'Script', role: null, story: null })
    expect(Date.parse(made.expiresAt ?? '') - Date.parse(made.createdAt)).toBe(90 * DAY)
    const mine = await account(ann)
    expect(mine.tokens).toEqual([made])
    expect(JSON.stringify(mine)).not.toContain(token)
    expect((await by(token, `/api/stories/${story}`)).status).toBe(200)
    expect((await account(ann)).tokens[0]?.usedAt).not.toBeNull()
    expect((await log())[0]).toMatchObject({ act: 'token', detail: { name: 'Script', role: '', done: 'made' } })
  })

  test('of one role and one story does no more than that, and its list names the story', async () => {
    const other = (await startStory(house.desk, OPERATOR, { name: 'Other', text: '' })).id
    await house.desk.storage.people.setRole(other, ann.actor.user.id, 'maintainer')
    const { token, ...made } = await make({ name: 'Script', role: 'reader', story })
    expect(made).toMatchObject({ role: 'reader', story: { id: story, title: 'Some words here.' } })
    expect(await (await by(token, '/api/stories')).json()).toMatchObject({ stories: [{ id: story, role: 'reader' }] })
    expect((await by(token, `/api/stories/${other}`)).status).toBe(404)
    expect((await by(token, `/api/stories/${story}`, json('PATCH', { title: 'No' }))).status).toBe(403)
  })

  test.each(ROLES)('of a %s loses what its person loses, from the next request', async (role) => {
    const { token } = await make({ name: 'Script', role })
    expect((await by(token, `/api/stories/${story}`)).status).toBe(200)
    await house.desk.storage.people.setRole(story, ann.actor.user.id, 'reader')
    expect(await (await by(token, `/api/stories/${story}`)).json()).toMatchObject({ role: 'reader' })
    await house.desk.storage.people.setRole(story, ann.actor.user.id, null)
    expect((await by(token, `/api/stories/${story}`)).status).toBe(404)
  })

  test('is not made for a story that its person may not read, which looks like one that is not there', async () => {
    const closed = (await startStory(house.desk, OPERATOR, { name: 'Closed', text: '' })).id
    const answers = await Promise.all(
      [closed, 'AAAAAAAAAAAAAAAA'].map((id) =>
        ask(ann.cookie, 'POST', '/api/account/tokens', { name: 'S', story: id }),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual([404, 404])
    expect(await answers[0]?.text()).toBe(await answers[1]?.text())
    expect((await account(ann)).tokens).toEqual([])
  })

  test('does not tell the title of a story that was closed to its person', async () => {
    await make({ name: 'Script', story })
    await house.desk.storage.people.setRole(story, ann.actor.user.id, null)
    expect((await account(ann)).tokens[0]?.story).toEqual({ id: story, title: '' })
  })

  test('ends on its day, and not at all when it was made so', async () => {
    const short = await make({ name: 'Short', days: 1 })
    const long = await make({ name: 'Long', days: null })
    house.ahead = 2 * DAY
    expect((await by(short.token, '/api/stories')).status).toBe(401)
    expect((await by(long.token, '/api/stories')).status).toBe(200)
    expect((await account(ann)).tokens.map(({ name }) => name)).toEqual(['Long'])
  })

  test('is revoked by its person only, and what it opened is shut at once', async () => {
    const { token, id } = await make({ name: 'Script' })
    const { body } = await by(token, '/api/events')
    const reader = body?.getReader()
    await reader?.read()
    const eve = await welcome(house, 'Eve')
    expect((await ask(eve.cookie, 'DELETE', `/api/account/tokens/${id}`)).status).toBe(404)
    expect((await ask(ann.cookie, 'DELETE', `/api/account/tokens/${id}`)).status).toBe(204)
    expect((await reader?.read())?.done).toBe(true)
    expect((await by(token, '/api/stories')).status).toBe(401)
  })

  test('cannot make itself a stronger one, nor change how its person comes in', async () => {
    const { token } = await make({ name: 'Script', role: 'reader' })
    const before = await account(ann)
    expect((await by(token, '/api/account/tokens', json('POST', { name: 'Stronger' }))).status).toBe(403)
    const password = json('PUT', { login: 'ann', password: PASSWORD })
    expect((await by(token, '/api/account/password', password)).status).toBe(403)
    const after = await account(ann)
    expect({ ...after, tokens: after.tokens.length }).toEqual({ ...before, tokens: 1 })
    expect((await log())[0]).toMatchObject({ act: 'refused', detail: { what: 'PUT /api/account/password' } })
  })

  test.each([
    { name: '' },
    { name: 'x'.repeat(101) },
    { name: 'a\nb' },
    { name: 'S', role: 'owner' },
    { name: 'S', days: 0 },
    { name: 'S', days: 1.5 },
    { name: 'S', story: '../x' },
  ])('is not made from %j', async (given) => {
    expect((await ask(ann.cookie, 'POST', '/api/account/tokens', given)).status).toBe(400)
    expect((await account(ann)).tokens).toEqual([])
  })
})
