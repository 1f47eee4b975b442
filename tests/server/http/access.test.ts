/** Who may come into a story and the library: roles changed, people removed, stories open by address; through the app. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { OPERATOR } from '../../../server/auth/actor.ts'
import { createInvite } from '../../../server/auth/invites.ts'
import { beginSession } from '../../../server/auth/sessions.ts'
import { deleteStory } from '../../../server/stories/delete-story.ts'
import { startStory } from '../../../server/stories/start-story.ts'
import { ROLES, type Role } from '../../../shared/roles.ts'
import type { LibraryPeopleAnswer, PeopleAnswer } from '../../../shared/wire/people.ts'
import { asBrowser, type DeskHouse, type Guest, json, openDeskHouse, welcome } from '../../kit/server-desk.ts'

let house: DeskHouse
let story: string
let owner: Guest
beforeEach(async () => {
  house = await openDeskHouse()
  story = (await startStory(house.desk, OPERATOR, { name: 'Story', text: 'Some words here.' })).id
  owner = await welcome(house, 'Ann', { owner: true })
})
afterEach(async () => {
  expect(house.faults).toEqual([])
  await house.close()
})

const guest = (name: string, role?: Role) => welcome(house, name, role ? { role, story } : {})

async function ask(method: string, path: string, body?: unknown, by: Guest | null = owner): Promise<Response> {
  const init = body === undefined ? { method } : json(method, body)
  return asBrowser(house.app, by?.cookie ?? null)(path, init)
}

const status = async (...request: Parameters<typeof ask>) => (await ask(...request)).status

/** Code and sentence of a refusal. */
async function refusal(...request: Parameters<typeof ask>): Promise<string> {
  const { error } = (await (await ask(...request)).json()) as { error: { code: string; message: string } }
  return `${error.code}: ${error.message}`
}

const person = (of: Guest) => `/api/stories/${story}/people/${of.actor.user.id}`

async function people(): Promise<[string, Role, string][]> {
  const answer = (await (await ask('GET', `/api/stories/${story}/people`)).json()) as PeopleAnswer
  return answer.people.map(({ name, role, way }) => [name, role, way])
}

describe('a role on a story', () => {
  test('is changed to each of the roles, and those who are inside feel it', async () => {
    const ben = await guest('Ben', 'reader')
    house.inside.set(story, [ben.actor.user.id])
    for (const role of [...ROLES].reverse()) {
      expect(await status('PUT', person(ben), { role })).toBe(204)
      expect(house.raised.at(-1)).toEqual({ story, user: ben.actor.user.id, role })
      expect(await people()).toContainEqual(['Ben', role, 'invited'])
    }
  })

  test('is given by a maintainer who was invited, who may lower themself as well; then no more', async () => {
    const [mia, ben] = [await guest('Mia', 'maintainer'), await guest('Ben', 'reader')]
    expect(await status('PUT', person(ben), { role: 'maintainer' }, mia)).toBe(204)
    expect(await status('PUT', person(mia), { role: 'editor' }, mia)).toBe(204)
    expect(await status('PUT', person(mia), { role: 'maintainer' }, mia)).toBe(403)
    expect(await status('DELETE', person(ben), undefined, mia)).toBe(403)
  })

  test("of the owner is nobody's to change", async () => {
    const mia = await guest('Mia', 'maintainer')
    for (const method of ['PUT', 'DELETE']) {
      expect(await refusal(method, person(owner), { role: 'reader' }, mia)).toMatch(/^conflict: Ann owns this Galley/)
    }
  })

  test('that is on the whole library is changed there, and the answer says so', async () => {
    const lib = await guest('Lib')
    await house.desk.storage.people.updateUser(lib.actor.user.id, { libraryRole: 'editor' })
    expect(await people()).toContainEqual(['Lib', 'editor', 'library'])
    for (const method of ['PUT', 'DELETE']) {
      expect(await refusal(method, person(lib), { role: 'reader' })).toMatch(/^conflict: .*whole library/)
    }
    await house.desk.storage.people.setRole(story, lib.actor.user.id, 'maintainer')
    expect(await people()).toContainEqual(['Lib', 'maintainer', 'invited'])
    expect(await status('DELETE', person(lib))).toBe(204)
    expect(await people()).toContainEqual(['Lib', 'editor', 'library'])
  })

  test('is given to nobody who may not come in, whether or not there is such an account', async () => {
    const stranger = await guest('Stranger')
    const absent = `/api/stories/${story}/people/AAAAAAAAAAAAAAAA`
    for (const method of ['PUT', 'DELETE']) {
      const told = await refusal(method, person(stranger), { role: 'reader' })
      expect(told).toMatch(/^not-found/)
      for (const path of [absent, `/api/stories/${story}/people/__proto__`, `/api/stories/${story}/people/%00`]) {
        expect(await refusal(method, path, { role: 'reader' })).toBe(told)
      }
    }
    expect(await house.desk.storage.people.members(story)).toEqual([])
  })

  test.each([{ role: 'owner' }, { role: 'constructor' }, { role: null }, {}, 'reader', null])(
    'is not %j',
    async (body) => {
      const ben = await guest('Ben', 'reader')
      expect(await status('PUT', person(ben), body)).toBe(400)
      expect(await house.desk.storage.people.role(story, ben.actor.user.id)).toBe('reader')
    },
  )
})

describe('a person taken out of a story', () => {
  test('may not come in any more, is put out if inside, and may be invited again', async () => {
    const ben = await guest('Ben', 'editor')
    house.inside.set(story, [ben.actor.user.id])
    expect(await status('DELETE', person(ben))).toBe(204)
    expect(house.raised).toEqual([{ story, user: ben.actor.user.id, role: null }])
    expect(await status('GET', `/api/stories/${story}`, undefined, ben)).toBe(404)
    expect(await status('DELETE', person(ben))).toBe(404)
    const { secret } = await createInvite(house.desk, OPERATOR, story, { role: 'reader' })
    expect(await status('POST', `/api/invites/${secret}`, {}, ben)).toBe(200)
    expect(await people()).toContainEqual(['Ben', 'reader', 'invited'])
  })

  test('who takes out themself is let go', async () => {
    const mia = await guest('Mia', 'maintainer')
    expect(await status('DELETE', person(mia), undefined, mia)).toBe(204)
    expect(await status('GET', `/api/stories/${story}`, undefined, mia)).toBe(404)
  })

  test('while the address is open is still in by that, and listed so', async () => {
    const ben = await guest('Ben', 'editor')
    await ask('PUT', `/api/stories/${story}/link`, { role: 'reader' })
    expect(await status('DELETE', person(ben))).toBe(204)
    expect(await people()).toContainEqual(['Ben', 'reader', 'address'])
  })
})

describe("a story's address", () => {
  const open = (role: string | null) => status('PUT', `/api/stories/${story}/link`, { role })
  const pathOf = (id: string) => `/api/stories/${id}/door`

  test('opens nothing at first, and the same answer comes for a story that is not there or deleted', async () => {
    const deleted = await startStory(house.desk, OPERATOR, { name: 'Deleted', text: '' })
    await house.desk.storage.stories.update(deleted.id, { linkRole: 'reader' })
    await deleteStory(house.desk, OPERATOR, deleted.id)
    const stranger = await guest('Stranger')
    for (const by of [null, stranger]) {
      const told = new Set<string>()
      for (const id of [story, deleted.id, 'AAAAAAAAAAAAAAAA', '__proto__', 'x']) {
        told.add(await refusal('GET', pathOf(id), undefined, by))
        told.add(await refusal('POST', pathOf(id), { name: 'Eve' }, by))
      }
      expect([...told]).toEqual([expect.stringMatching(/^not-found/)])
    }
    expect(await house.desk.storage.people.users()).toHaveLength(2)
  })

  test.each(['proofreader', 'editor', 'maintainer', 'owner', '__proto__', ''])(
    'is not opened to a %s',
    async (role) => {
      expect(await open(role)).toBe(400)
      expect((await house.desk.storage.stories.get(story))?.linkRole).toBeNull()
    },
  )

  test('says what it opens, and lets a newcomer in who names themself', async () => {
    expect(await open('commenter')).toBe(204)
    const offer = await ask('GET', pathOf(story), undefined, null)
    expect(await offer.json()).toEqual({ role: 'commenter', title: 'Some words here.', words: 3, swatch: 2 })
    expect(await status('POST', pathOf(story), {}, null)).toBe(400)
    expect(await status('POST', pathOf(story), { name: 'A\u202eB' }, null)).toBe(400)
    const answer = await ask('POST', pathOf(story), { name: 'Vic', swatch: 4 }, null)
    expect(await answer.json()).toMatchObject({ story, person: { name: 'Vic', swatch: 4 } })
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    const mine = await asBrowser(house.app, cookie)('/api/stories')
    expect(await mine.json()).toMatchObject({ stories: [{ id: story, role: 'commenter' }] })
    expect(await people()).toEqual([
      ['Ann', 'maintainer', 'owner'],
      ['Vic', 'commenter', 'address'],
    ])
  })

  test('lets in who is signed in, with their account; they are listed once they came, and noted once', async () => {
    const ben = await guest('Ben')
    await open('reader')
    expect(await people()).toHaveLength(1)
    for (let i = 0; i < 3; i++) expect(await status('GET', `/api/stories/${story}`, undefined, ben)).toBe(200)
    await Promise.all([1, 2, 3].map(() => ask('POST', pathOf(story), { name: 'Other' }, ben)))
    expect(await people()).toContainEqual(['Ben', 'reader', 'address'])
    const visited = (await house.desk.storage.activity.list({ story, limit: 100 })).filter(
      ({ act }) => act === 'visited',
    )
    expect(visited).toMatchObject([{ user: ben.actor.user.id, detail: { role: 'reader' } }])
    expect(await house.desk.storage.people.users()).toHaveLength(2)
  })

  test('closed again puts out at once who came by nothing else, and nobody else', async () => {
    const [vic, ben] = [await guest('Vic'), await guest('Ben', 'reader')]
    await open('commenter')
    await ask('POST', pathOf(story), {}, vic)
    house.inside.set(story, [vic.actor.user.id, ben.actor.user.id, owner.actor.user.id])
    expect(await open(null)).toBe(204)
    expect(house.raised).toEqual([
      { story, user: vic.actor.user.id, role: null },
      { story, user: ben.actor.user.id, role: 'reader' },
      { story, user: owner.actor.user.id, role: 'maintainer' },
    ])
    expect(await status('GET', `/api/stories/${story}`, undefined, vic)).toBe(404)
    expect(await people()).toEqual([
      ['Ann', 'maintainer', 'owner'],
      ['Ben', 'reader', 'invited'],
    ])
  })

  test('is closed to keep out who came by it; a role given to them outlasts it', async () => {
    const vic = await guest('Vic')
    await open('reader')
    await ask('GET', `/api/stories/${story}`, undefined, vic)
    expect(await refusal('DELETE', person(vic))).toMatch(/^conflict: .*close the address/)
    expect(await status('PUT', person(vic), { role: 'editor' })).toBe(204)
    expect(await people()).toContainEqual(['Vic', 'editor', 'invited'])
    await open(null)
    expect(await status('GET', `/api/stories/${story}`, undefined, vic)).toBe(200)
  })
})

describe('the library', () => {
  test('is listed for the owner: roles, stories, and when somebody was last there', async () => {
    const ben = await guest('Ben', 'editor')
    expect(await status('PUT', `/api/people/${ben.actor.user.id}`, { role: 'reader' })).toBe(204)
    const { people: all } = (await (await ask('GET', '/api/people')).json()) as LibraryPeopleAnswer
    expect(all).toMatchObject([
      { name: 'Ann', owner: true, role: null, stories: [] },
      {
        name: 'Ben',
        owner: false,
        role: 'reader',
        stories: [{ id: story, title: 'Some words here.', role: 'editor' }],
      },
    ])
  })

  test('gives and takes a role on every story, and those who are inside feel it', async () => {
    const ben = await guest('Ben')
    const path = `/api/people/${ben.actor.user.id}`
    house.inside.set(story, [ben.actor.user.id])
    for (const role of ['editor', 'reader', null] as const) {
      expect(await status('PUT', path, { role })).toBe(204)
      expect(house.raised.at(-1)).toEqual({ story, user: ben.actor.user.id, role })
    }
    expect(await status('GET', `/api/stories/${story}`, undefined, ben)).toBe(404)
  })

  test('removes somebody for good: nothing opens for them, and their name stays on what they did', async () => {
    const ben = await guest('Ben', 'maintainer')
    const { id } = ben.actor.user
    const { people: store, credentials } = house.desk.storage
    await credentials.setPassword({ user: id, login: 'ben', hash: 'x' })
    await credentials.addPasskey({
      id: 'key',
      user: id,
      publicKey: new Uint8Array([1]),
      counter: 0,
      transports: [],
      label: '',
      createdAt: 1,
      usedAt: null,
    })
    const link = await createInvite(house.desk, ben.actor, story, { role: 'reader' })
    const second = `galley_session=${await beginSession(house.desk, ben.actor.user, 'phone')}`
    await ask('PATCH', `/api/stories/${story}`, { title: 'By Ben' }, ben)
    const stream = (await ask('GET', '/api/events', undefined, ben)).body?.getReader()
    await stream?.read()

    expect(await status('DELETE', `/api/people/${id}`)).toBe(204)
    expect((await stream?.read())?.done).toBe(true)
    expect(house.dropped).toEqual([{ filter: { user: id }, code: 4403 }])
    for (const cookie of [ben.cookie, second]) {
      expect((await asBrowser(house.app, cookie)('/api/stories')).status).toBe(401)
    }
    expect(await status('GET', `/api/invites/${link.secret}`, undefined, null)).toBe(410)
    expect(await store.roles(id)).toEqual(new Map())
    expect([await credentials.passwordOf(id), await credentials.passkeys(id)]).toEqual([null, []])
    expect(await people()).toEqual([['Ann', 'maintainer', 'owner']])
    expect(await (await ask('GET', '/api/people')).json()).toMatchObject({ people: [{ name: 'Ann' }] })
    expect(await status('PUT', `/api/people/${id}`, { role: 'reader' })).toBe(404)
    expect(await status('DELETE', `/api/people/${id}`)).toBe(404)
    const log = await (await ask('GET', '/api/activity')).json()
    expect(log).toMatchObject({
      entries: [
        { act: 'removed', who: { name: 'Ann' }, about: { name: 'Ben' }, story: null },
        { act: 'renamed', who: { name: 'Ben' }, story: { id: story, title: 'By Ben' }, detail: { title: 'By Ben' } },
        { act: 'added', who: null },
      ],
    })
  })

  test('does not remove or lower its owner', async () => {
    const path = `/api/people/${owner.actor.user.id}`
    expect(await refusal('DELETE', path)).toMatch(/^conflict/)
    expect(await refusal('PUT', path, { role: 'reader' })).toMatch(/^conflict/)
    for (const id of ['__proto__', 'AAAAAAAAAAAAAAAA']) expect(await status('DELETE', `/api/people/${id}`)).toBe(404)
  })
})
