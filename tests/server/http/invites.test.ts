/** Invite links: what they offer, whom they let in, how often and how long; to a story, and to the whole library. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { OPERATOR } from '../../../server/auth/actor.ts'
import { DAY } from '../../../server/auth/desk.ts'
import { beginSession, ticketId } from '../../../server/auth/sessions.ts'
import { createToken, listTokens, revokeToken } from '../../../server/auth/tokens.ts'
import { startStory } from '../../../server/stories/start-story.ts'
import type { Role } from '../../../shared/roles.ts'
import { asBrowser, type DeskHouse, json, openDeskHouse, welcome } from '../../kit/server-desk.ts'

let house: DeskHouse
beforeEach(async () => {
  house = await openDeskHouse()
})
afterEach(() => house.close())

interface Terms {
  role: Role
  days?: number
  mostUses?: number
}

/** Null = a link to the whole library. */
async function linkFor(
  terms: Role | Terms,
  story: string | null,
  cookie: string,
): Promise<{ id: string; token: string }> {
  const path = story === null ? '/api/people/invites' : `/api/stories/${story}/invites`
  const init = json('POST', typeof terms === 'string' ? { role: terms } : terms)
  const answer = await asBrowser(house.app, cookie)(path, init)
  expect(answer.status).toBe(201)
  const { id, url } = (await answer.json()) as { id: string; url: string }
  return { id, token: url.replace('http://localhost/join/', '') }
}

let story: string
let owner: string
beforeEach(async () => {
  story = (await startStory(house.desk, OPERATOR, { name: 'Story', text: 'Some words here.' })).id
  owner = (await welcome(house, 'Ann', { owner: true })).cookie
})

const offer = (token: string, cookie: string | null = null) => asBrowser(house.app, cookie)(`/api/invites/${token}`)

const join = (token: string, body: unknown, cookie: string | null = null) =>
  asBrowser(house.app, cookie)(`/api/invites/${token}`, json('POST', body))

const session = async (cookie: string | null) => (await asBrowser(house.app, cookie)('/api/session')).json()

const cookieFrom = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? ''

const usesOf = async (id: string) => (await house.desk.storage.people.ticket(id))?.uses

describe('an invite link', () => {
  test('says what it offers, then lets any number of people in, each in a colour of their own', async () => {
    const { token } = await linkFor('editor', story, owner)
    expect(await (await offer(token)).json()).toEqual({
      role: 'editor',
      from: 'Ann',
      story: { title: 'Some words here.', words: 3 },
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
      expect((await offer(token)).status).toBe(410)
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
    const asOwner = json('POST', { token, name: 'Eve', swatch: 1 })
    expect((await asBrowser(house.app)('/api/session', asOwner)).status).toBe(410)
  })

  test('raises the role of somebody who is in already, never lowers it, also where they are inside', async () => {
    const { actor, cookie } = await welcome(house, 'Ben', { role: 'reader', story })
    const editor = await linkFor('editor', story, owner)
    const reader = await linkFor('reader', story, owner)
    house.inside.set(story, [actor.user.id])
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
        { name: 'Ann', way: 'owner', role: 'maintainer' },
        { name: 'Ben', way: 'invited', role: 'editor' },
      ],
      invites: [{ id, role: 'editor', by: 'Ann', uses: 1, mostUses: null }],
    })
  })
})

describe('an invite link for so many people', () => {
  test('[T20] lets in no more of them, also when they come at once; a refused name uses none up', async () => {
    const { id, token } = await linkFor({ role: 'reader', mostUses: 2 }, story, owner)
    expect((await join(token, {})).status).toBe(400)
    expect((await join(token, { name: 'A\u202eB' })).status).toBe(400)
    expect(await usesOf(id)).toBe(0)
    const answers = await Promise.all(['Ben', 'Cleo', 'Dan', 'Eve'].map((name) => join(token, { name })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 410, 410])
    expect((await offer(token)).status).toBe(410)
    expect(await house.desk.storage.people.users()).toHaveLength(3)
  })

  test('is not used up by who is in already with as much, and still leads them in when it is used up', async () => {
    const { id, token } = await linkFor({ role: 'commenter', mostUses: 1 }, story, owner)
    for (const role of ['commenter', 'maintainer'] as const) {
      const { cookie } = await welcome(house, role, { role, story })
      expect((await join(token, {}, cookie)).status).toBe(200)
    }
    expect((await join(token, {}, owner)).status).toBe(200)
    expect(await usesOf(id)).toBe(0)
    const reader = await welcome(house, 'Rae', { role: 'reader', story })
    expect((await join(token, {}, reader.cookie)).status).toBe(200)
    expect(await usesOf(id)).toBe(1)
    expect((await join(token, {}, reader.cookie)).status).toBe(200)
    expect((await offer(token, reader.cookie)).status).toBe(200)
    expect((await join(token, { name: 'Eve' })).status).toBe(410)
    expect((await offer(token)).status).toBe(410)
  })

  test('ends after the days it was made for, and is no longer listed when it lets nobody in', async () => {
    const short = await linkFor({ role: 'reader', days: 2 }, story, owner)
    const once = await linkFor({ role: 'reader', mostUses: 1 }, story, owner)
    const list = async () => {
      const answer = await asBrowser(house.app, owner)(`/api/stories/${story}/people`)
      return ((await answer.json()) as { invites: { id: string; expiresAt: string }[] }).invites
    }
    const [listed] = await list()
    expect(Math.round((Date.parse(listed?.expiresAt ?? '') - Date.now()) / DAY)).toBe(2)
    expect((await list()).map(({ id }) => id)).toEqual([short.id, once.id])
    await join(once.token, { name: 'Ben' })
    expect((await list()).map(({ id }) => id)).toEqual([short.id])
    house.ahead = 2 * DAY + 1
    expect(await list()).toEqual([])
    expect((await join(short.token, { name: 'Eve' })).status).toBe(410)
  })

  test.each([
    { role: 'owner' },
    { role: '__proto__' },
    { role: 'reader', days: 0 },
    { role: 'reader', days: 366 },
    { role: 'reader', mostUses: 0 },
    { role: 'reader', mostUses: 1.5 },
    {},
  ])('is not made of %j', async (terms) => {
    const answer = await asBrowser(house.app, owner)(`/api/stories/${story}/invites`, json('POST', terms))
    expect(answer.status).toBe(400)
    expect(await house.desk.storage.people.tickets({ kind: 'invite' })).toEqual([])
  })
})

describe('[T20] the maker of a link', () => {
  const ways: [string, (person: string) => Promise<Response>][] = [
    [
      'was made an editor',
      async (person) =>
        asBrowser(house.app, owner)(`/api/stories/${story}/people/${person}`, json('PUT', { role: 'editor' })),
    ],
    [
      'was taken out of the story',
      async (person) => asBrowser(house.app, owner)(`/api/stories/${story}/people/${person}`, { method: 'DELETE' }),
    ],
    [
      'was removed from the library',
      async (person) => asBrowser(house.app, owner)(`/api/people/${person}`, { method: 'DELETE' }),
    ],
  ]

  test.each(ways)('who %s makes it open nothing, for good', async (_, act) => {
    const maker = await welcome(house, 'Mia', { role: 'maintainer', story })
    const { token } = await linkFor('editor', story, maker.cookie)
    expect((await offer(token)).status).toBe(200)
    expect((await act(maker.actor.user.id)).status).toBe(204)
    expect((await offer(token)).status).toBe(410)
    expect((await join(token, { name: 'Eve' })).status).toBe(410)
    await house.desk.storage.people.setRole(story, maker.actor.user.id, 'maintainer')
    expect((await offer(token)).status).toBe(410)
  })

  test('is asked about when it is opened, however the right ended', async () => {
    const maker = await welcome(house, 'Mia', { role: 'maintainer', story })
    const { token } = await linkFor('reader', story, maker.cookie)
    await house.desk.storage.people.setRole(story, maker.actor.user.id, 'editor')
    expect((await offer(token)).status).toBe(410)
    const { invites } = (await (await asBrowser(house.app, owner)(`/api/stories/${story}/people`)).json()) as {
      invites: unknown[]
    }
    expect(invites).toEqual([])
  })
})

describe('who was taken out of a story', () => {
  const errorOf = async (answer: Response) => ((await answer.json()) as { error: { message: string } }).error.message
  const remove = (id: string) => asBrowser(house.app, owner)(`/api/stories/${story}/people/${id}`, { method: 'DELETE' })

  test('does not come in again by a link that was made before, and reads by whom; by a later one they do', async () => {
    const { actor, cookie } = await welcome(house, 'Ben')
    const held = await linkFor('editor', story, owner)
    expect((await join(held.token, {}, cookie)).status).toBe(200)
    expect((await join(held.token, {}, cookie)).status).toBe(200)
    expect((await remove(actor.user.id)).status).toBe(204)
    for (const asked of [() => offer(held.token, cookie), () => join(held.token, {}, cookie)]) {
      const answer = await asked()
      expect(answer.status).toBe(403)
      expect(await errorOf(answer)).toContain('You were removed from this story by Ann. Ask them.')
    }
    expect(await house.desk.storage.people.role(story, actor.user.id)).toBeNull()
    expect(await usesOf(held.id)).toBe(1)

    house.ahead = 1000
    const fresh = await linkFor('reader', story, owner)
    expect((await join(fresh.token, {}, cookie)).status).toBe(200)
    expect((await join(held.token, {}, cookie)).status).toBe(403)
    expect(await house.desk.storage.people.role(story, actor.user.id)).toBe('reader')
  })

  test('is found out however much happened since, and keeps nobody else out', async () => {
    const { actor, cookie } = await welcome(house, 'Ben', { role: 'reader', story })
    const held = await linkFor('editor', story, owner)
    await remove(actor.user.id)
    const row = { at: house.desk.now(), story, user: null, act: 'exported', about: null, detail: {} }
    for (let i = 0; i < 401; i += 1) await house.desk.storage.activity.add(row)
    expect((await join(held.token, {}, cookie)).status).toBe(403)
    expect((await join(held.token, {}, (await welcome(house, 'Cleo')).cookie)).status).toBe(200)
    const other = (await startStory(house.desk, OPERATOR, { name: 'Other', text: 'Words.' })).id
    expect((await join((await linkFor('reader', other, owner)).token, {}, cookie)).status).toBe(200)
  })
})

describe('a link that a program made', () => {
  const made = async (days: number | null) => {
    const { actor } = await welcome(house, 'Mia', { role: 'maintainer', story })
    const secret = await createToken(house.desk, actor.user, 'program', { days })
    const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' }
    const init = { method: 'POST', headers, body: '{"role":"editor"}' }
    const answer = await house.app.request(`http://localhost/api/stories/${story}/invites`, init)
    const token = ((await answer.json()) as { url: string }).url.replace('http://localhost/join/', '')
    expect((await join(token, { name: 'Ben' })).status).toBe(200)
    const listed = async () => {
      const people = await asBrowser(house.app, owner)(`/api/stories/${story}/people`)
      return ((await people.json()) as { invites: unknown[] }).invites.length
    }
    expect(await listed()).toBe(1)
    return { token, listed, user: actor.user }
  }

  test('ends when its token is revoked, and those of its person in a browser do not', async () => {
    const { token, listed, user } = await made(null)
    const cookie = `galley_session=${await beginSession(house.desk, user, 'test')}`
    const own = await linkFor('reader', story, cookie)
    const [program] = await listTokens(house.desk, user.id)
    await revokeToken(house.desk, ticketId(program ?? { hash: '' }), user.id)
    expect((await join(token, { name: 'Cleo' })).status).toBe(410)
    expect(await listed()).toBe(1)
    expect((await join(own.token, { name: 'Cleo' })).status).toBe(200)
  })

  test('ends when the time of its token is over', async () => {
    const { token, listed } = await made(1)
    house.ahead = 2 * DAY
    expect((await offer(token)).status).toBe(410)
    expect(await listed()).toBe(0)
  })
})

describe('a link to the whole library', () => {
  test('gives its role on every story there is and will be, and says that it has no story', async () => {
    const { token } = await linkFor('commenter', null, owner)
    expect(await (await offer(token)).json()).toMatchObject({ role: 'commenter', from: 'Ann', story: null })
    const answer = await join(token, { name: 'Ben' })
    expect(await answer.json()).toMatchObject({ story: null, person: { name: 'Ben' } })
    const later = (await startStory(house.desk, OPERATOR, { name: 'Later', text: '' })).id
    const mine = await asBrowser(house.app, cookieFrom(answer))('/api/stories')
    const { stories } = (await mine.json()) as { stories: { id: string; role: Role }[] }
    expect(stories.map(({ id, role }) => [id, role]).sort()).toEqual(
      [story, later].map((id) => [id, 'commenter']).sort(),
    )
  })

  test('keeps the account of who is signed in, and the higher role', async () => {
    const { actor, cookie } = await welcome(house, 'Ben', { role: 'maintainer', story })
    const roleOf = async () => (await house.desk.storage.people.user(actor.user.id))?.libraryRole
    const editor = await linkFor('editor', null, owner)
    const reader = await linkFor({ role: 'reader', mostUses: 1 }, null, owner)
    expect((await join(editor.token, { name: 'Other' }, cookie)).status).toBe(200)
    expect(await roleOf()).toBe('editor')
    expect((await join(reader.token, {}, cookie)).status).toBe(200)
    expect([await roleOf(), await usesOf(reader.id)]).toEqual(['editor', 0])
    expect(await house.desk.storage.people.role(story, actor.user.id)).toBe('maintainer')
    expect(await house.desk.storage.people.users()).toHaveLength(2)
  })

  test("is revoked through the library only, and a story's link through its story only", async () => {
    const wide = await linkFor('reader', null, owner)
    const narrow = await linkFor('reader', story, owner)
    const drop = async (path: string) => (await asBrowser(house.app, owner)(path, { method: 'DELETE' })).status
    expect(await drop(`/api/stories/${story}/invites/${wide.id}`)).toBe(404)
    expect(await drop(`/api/people/invites/${narrow.id}`)).toBe(404)
    expect(await drop(`/api/people/invites/${wide.id}`)).toBe(204)
    expect(await drop(`/api/people/invites/${wide.id}`)).toBe(404)
    expect((await offer(wide.token)).status).toBe(410)
    expect((await offer(narrow.token)).status).toBe(200)
  })
})

test('an id that opens a session or is a token is no invite to be revoked', async () => {
  const { actor } = await welcome(house, 'Ben', { role: 'reader', story })
  const [opened] = await house.desk.storage.people.tickets({ kind: 'session', user: actor.user.id })
  for (const path of [`/api/stories/${story}/invites`, '/api/people/invites']) {
    const answer = await asBrowser(house.app, owner)(`${path}/${opened?.hash}`, { method: 'DELETE' })
    expect(answer.status).toBe(404)
  }
  expect(await house.desk.storage.people.ticket(opened?.hash ?? '')).not.toBeNull()
})
