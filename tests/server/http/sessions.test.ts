/** Coming in: the owner's link, sessions, invite links, names; all through the app. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { OPERATOR } from '../../../server/auth/actor.ts'
import { DAY } from '../../../server/auth/desk.ts'
import { freshOwnerLink } from '../../../server/auth/owner-link.ts'
import { startStory } from '../../../server/stories/start-story.ts'
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

async function linkFor(role: string, story: string, cookie: string): Promise<{ id: string; token: string }> {
  const answer = await asBrowser(house.app, cookie)(`/api/stories/${story}/invites`, json('POST', { role }))
  const { id, url } = (await answer.json()) as { id: string; url: string }
  return { id, token: url.replace('http://localhost/join/', '') }
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

describe('an invite link', () => {
  let story: string
  let owner: string
  beforeEach(async () => {
    story = (await startStory(house.desk, OPERATOR, { name: 'Story', text: 'Some words here.' })).id
    owner = (await welcome(house, 'Ann', { owner: true })).cookie
  })

  const join = (token: string, body: unknown, cookie: string | null = null) =>
    asBrowser(house.app, cookie)(`/api/invites/${token}`, json('POST', body))

  test('says what it offers, then lets any number of people in, each in a colour of their own', async () => {
    const { token } = await linkFor('editor', story, owner)
    const offer = await asBrowser(house.app)(`/api/invites/${token}`)
    expect(await offer.json()).toEqual({
      role: 'editor',
      from: 'Ann',
      title: 'Some words here.',
      words: 3,
      person: null,
      swatch: 2,
    })
    const swatches = new Set<number>()
    for (const name of ['Ben', 'Cleo', 'Dan']) {
      const answer = await join(token, { name })
      expect(answer.status).toBe(200)
      const { person } = (await answer.json()) as { person: { swatch: number } }
      swatches.add(person.swatch)
      const mine = await asBrowser(house.app, cookieFrom(answer))('/api/stories')
      expect(await mine.json()).toMatchObject({ stories: [{ id: story, role: 'editor' }] })
    }
    expect(swatches).toEqual(new Set([2, 3, 4]))
  })

  test('opens nothing after it was revoked, ended, or its story deleted; all look alike', async () => {
    const revoked = await linkFor('reader', story, owner)
    await asBrowser(house.app, owner)(`/api/stories/${story}/invites/${revoked.id}`, { method: 'DELETE' })
    const never = await join('made-up', { name: 'Eve' })
    const gone = { status: never.status, body: await never.text() }
    expect(gone.status).toBe(410)
    const check = async (token: string) => {
      const answer = await join(token, { name: 'Eve' })
      expect({ status: answer.status, body: await answer.text() }).toEqual(gone)
      expect((await asBrowser(house.app)(`/api/invites/${token}`)).status).toBe(410)
    }
    await check(revoked.token)
    const other = await linkFor('reader', story, owner)
    await house.desk.storage.stories.update(story, { deletedAt: 1 })
    await check(other.token)
    await house.desk.storage.stories.update(story, { deletedAt: null })
    house.ahead = 31 * DAY
    await check(other.token)
    expect(await house.desk.storage.people.users()).toHaveLength(1)
  })

  test("does not open by its id, nor as a session, nor as the owner's link", async () => {
    const { id, token } = await linkFor('maintainer', story, owner)
    expect((await join(id, { name: 'Eve' })).status).toBe(410)
    expect(await session(`galley_session=${token}`)).toMatchObject({ person: null })
    expect((await open(token, 'Eve')).status).toBe(410)
  })

  test('raises the role of somebody who is in already, never lowers it, also where they are inside', async () => {
    const { actor, cookie } = await welcome(house, 'Ben', { role: 'reader', story })
    const editor = await linkFor('editor', story, owner)
    const reader = await linkFor('reader', story, owner)
    expect((await join(editor.token, {}, cookie)).status).toBe(200)
    expect(house.raised).toEqual([{ story, user: actor.user.id, role: 'editor' }])
    expect((await join(reader.token, { name: 'Other name' }, cookie)).status).toBe(200)
    expect(await house.desk.storage.people.role(story, actor.user.id)).toBe('editor')
    expect(await house.desk.storage.people.users()).toHaveLength(2)
  })

  test('[T15] is revoked only through its own story', async () => {
    const other = (await startStory(house.desk, OPERATOR, { name: 'Other', text: '' })).id
    const maintainer = await welcome(house, 'Mia', { role: 'maintainer', story: other })
    const { id, token } = await linkFor('editor', story, owner)
    const answer = await asBrowser(house.app, maintainer.cookie)(`/api/stories/${other}/invites/${id}`, {
      method: 'DELETE',
    })
    expect(answer.status).toBe(404)
    expect((await join(token, { name: 'Ben' })).status).toBe(200)
  })

  test('leads to the address that the asker reached the house by, also through a proxy with https', async () => {
    const init = json('POST', { role: 'reader' })
    const headers = { 'content-type': 'application/json', origin: 'https://localhost' }
    const answer = await asBrowser(house.app, owner)(`/api/stories/${story}/invites`, { ...init, headers })
    expect(await answer.json()).toMatchObject({ url: expect.stringMatching(/^https:\/\/localhost\/join\/[\w-]{43}$/) })
  })

  test('is listed with the people, without its secret', async () => {
    const { id, token } = await linkFor('editor', story, owner)
    await join(token, { name: 'Ben' })
    const text = await (await asBrowser(house.app, owner)(`/api/stories/${story}/people`)).text()
    expect(text).not.toContain(token)
    expect(JSON.parse(text)).toMatchObject({
      people: [
        { name: 'Ann', owner: true, role: 'maintainer' },
        { name: 'Ben', owner: false, role: 'editor' },
      ],
      invites: [{ id, role: 'editor', by: 'Ann' }],
    })
  })
})
