/** Coming in: the owner's link, sessions, names; all through the app. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DAY } from '../../../server/auth/desk.ts'
import { freshOwnerLink } from '../../../server/auth/owner-link.ts'
import { asBrowser, type DeskHouse, json, openDeskHouse, welcome } from '../../kit/server-desk.ts'

let house: DeskHouse
beforeEach(async () => {
  house = await openDeskHouse()
})
afterEach(() => house.close())

const session = async (cookie: string | null) => (await asBrowser(house.app, cookie)('/api/session')).json()

function open(token: string, name = 'Ann'): Promise<Response> {
  return Promise.resolve(asBrowser(house.app)('/api/session', json('POST', { token, name, swatch: 3 })))
}

function cookieFrom(answer: Response): string {
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

describe("the owner's link", () => {
  test('makes its opener the owner and signs them in', async () => {
    expect(await session(null)).toMatchObject({ person: null, owner: false, owned: false })
    const answer = await open((await freshOwnerLink(house.desk)) ?? '')
    expect(answer.status).toBe(201)
    expect(await session(cookieFrom(answer))).toMatchObject({
      person: { name: 'Ann', swatch: 3 },
      owner: true,
      owned: true,
    })
    expect(await session(null)).toMatchObject({ person: null, owner: false, owned: true })
  })

  test('opens once, also when it is opened twice at the same time', async () => {
    const secret = (await freshOwnerLink(house.desk)) ?? ''
    const answers = await Promise.all([open(secret, 'Ann'), open(secret, 'Eve')])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 410])
    expect((await open(secret)).status).toBe(410)
    expect((await house.desk.storage.people.users()).filter(({ owner }) => owner)).toHaveLength(1)
  })

  test('is replaced by the next start, and not made while a browser of the owner is signed in', async () => {
    const first = (await freshOwnerLink(house.desk)) ?? ''
    const second = (await freshOwnerLink(house.desk)) ?? ''
    expect((await open(first)).status).toBe(410)
    expect((await open(second)).status).toBe(201)
    expect(await freshOwnerLink(house.desk)).toBeNull()
  })

  test('lets the same owner back in once no browser of theirs is signed in', async () => {
    const cookie = cookieFrom(await open((await freshOwnerLink(house.desk)) ?? ''))
    const { person } = (await session(cookie)) as { person: { id: string } }
    await asBrowser(house.app, cookie)('/api/session', { method: 'DELETE' })
    const again = await open((await freshOwnerLink(house.desk)) ?? '', 'Ann B.')
    expect(await session(cookieFrom(again))).toMatchObject({ person: { id: person.id, name: 'Ann B.' }, owner: true })
  })

  test('is not used up by a name that is refused', async () => {
    const secret = (await freshOwnerLink(house.desk)) ?? ''
    expect((await open(secret, 'Ann\u202e')).status).toBe(400)
    expect((await open(secret)).status).toBe(201)
  })
})

describe('a session', () => {
  test('travels in a cookie that scripts and other sites cannot use', async () => {
    const cookie = (await open((await freshOwnerLink(house.desk)) ?? '')).headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^galley_session=[\w-]{43}; /)
    for (const part of ['HttpOnly', 'SameSite=Lax', 'Path=/', `Max-Age=${180 * 86_400}`]) expect(cookie).toContain(part)
    expect(cookie).not.toContain('Secure')
  })

  test('is pinned to host and https where the public address is https', async () => {
    await house.close()
    house = await openDeskHouse({ url: new URL('https://galley.example') })
    const answer = await open((await freshOwnerLink(house.desk)) ?? '')
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-galley_session=.*; Secure/)
    expect(answer.headers.get('strict-transport-security')).toBeTruthy()
    expect(await session(cookieFrom(answer))).toMatchObject({ owner: true })
    const plain = cookieFrom(answer).replace('__Host-', '')
    expect(await session(plain)).toMatchObject({ person: null })
  })

  test('is kept as a hash only', async () => {
    const { cookie } = await welcome(house, 'Ann')
    const secret = cookie.split('=')[1] ?? ''
    const [ticket] = await house.desk.storage.people.tickets({ kind: 'session' })
    expect(JSON.stringify(ticket)).not.toContain(secret)
  })

  test('[T18] is never one that the browser brought along', async () => {
    const planted = `galley_session=${'A'.repeat(43)}`
    const secret = (await freshOwnerLink(house.desk)) ?? ''
    const init = json('POST', { token: secret, name: 'Ann', swatch: 1 })
    const answer = await asBrowser(house.app, planted)('/api/session', init)
    expect(cookieFrom(answer)).not.toBe(planted)
    expect(await session(planted)).toMatchObject({ person: null })
  })

  test('ends by signing out, for the secret too, and shuts what it opened', async () => {
    const { cookie } = await welcome(house, 'Ann')
    const { body } = await asBrowser(house.app, cookie)('/api/events')
    const answer = await asBrowser(house.app, cookie)('/api/session', { method: 'DELETE' })
    expect(answer.status).toBe(204)
    expect(answer.headers.get('set-cookie')).toContain('Max-Age=0')
    expect(await session(cookie)).toMatchObject({ person: null })
    const reader = body?.getReader()
    await reader?.read()
    expect((await reader?.read())?.done).toBe(true)
  })

  test('ends after 180 days', async () => {
    const { cookie } = await welcome(house, 'Ann')
    house.ahead = 179 * DAY
    expect(await session(cookie)).toMatchObject({ person: { name: 'Ann' } })
    house.ahead = 181 * DAY
    expect(await session(cookie)).toMatchObject({ person: null })
  })
})
