/** The activity log: what is noted of what people do, who may read it, page by page; and what a socket was refused. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createAccount } from '../../../server/auth/accounts.ts'
import { OPERATOR } from '../../../server/auth/actor.ts'
import { startStory } from '../../../server/stories/start-story.ts'
import { writeToFolder } from '../../../server/stories/write-to-folder.ts'
import { ActivityAnswer, type ActivityName } from '../../../shared/wire/people.ts'
import { RawClient } from '../../kit/raw-client.ts'
import { until } from '../../kit/room-under-test.ts'
import { asBrowser, type DeskHouse, form, type Guest, json, openDeskHouse, welcome } from '../../kit/server-desk.ts'
import { startUnderTest } from '../../kit/server-under-test.ts'

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

async function ask(path: string, init: RequestInit = {}, by: Guest | null = owner): Promise<Response> {
  const answer = await asBrowser(house.app, by?.cookie ?? null)(path, init)
  expect(answer.ok, `${init.method} ${path}: ${answer.status}`).toBe(true)
  return answer
}

/** Newest first. */
async function log(path = '/api/activity', by: Guest = owner): Promise<ActivityAnswer> {
  return ActivityAnswer.parse(await (await ask(path, {}, by)).json())
}

async function link(path: string, terms: object): Promise<{ id: string; secret: string }> {
  const { id, url } = (await (await ask(path, json('POST', terms))).json()) as { id: string; url: string }
  return { id, secret: url.split('/join/')[1] ?? '' }
}

interface Doing {
  act: (ben: Guest) => Promise<unknown>
  /** What the newest entry says; `who` and `about` by name. */
  noted: { act: ActivityName; who: string | null; about?: string; inLibrary?: boolean; detail: Record<string, string> }
}

/** Ben came into the story as a reader. */
const DOINGS: Record<string, Doing> = {
  'a link': {
    act: () => link(`/api/stories/${story}/invites`, { role: 'editor', days: 3, mostUses: 2 }),
    noted: { act: 'invited', who: 'Ann', detail: { role: 'editor', days: '3', mostUses: '2' } },
  },
  'a link to the library': {
    act: () => link('/api/people/invites', { role: 'reader' }),
    noted: {
      act: 'invited',
      who: 'Ann',
      inLibrary: true,
      detail: { role: 'reader', days: '30', mostUses: '' },
    },
  },
  'a revoked link': {
    act: async () => {
      const { id } = await link(`/api/stories/${story}/invites`, { role: 'editor' })
      await ask(`/api/stories/${story}/invites/${id}`, { method: 'DELETE' })
    },
    noted: { act: 'revoked', who: 'Ann', detail: { role: 'editor' } },
  },
  'a newcomer by a link': {
    act: async () => {
      const { secret } = await link(`/api/stories/${story}/invites`, { role: 'editor' })
      await ask(`/api/invites/${secret}`, json('POST', { name: 'Zoe' }), null)
    },
    noted: { act: 'joined', who: 'Zoe', detail: { role: 'editor', by: 'Ann' } },
  },
  'somebody known by a link to the library': {
    act: async (ben) => {
      const { secret } = await link('/api/people/invites', { role: 'editor' })
      await ask(`/api/invites/${secret}`, json('POST', {}), ben)
    },
    noted: { act: 'joined', who: 'Ben', inLibrary: true, detail: { role: 'editor', by: 'Ann' } },
  },
  'the address opened': {
    act: () => ask(`/api/stories/${story}/link`, json('PUT', { role: 'commenter' })),
    noted: { act: 'address', who: 'Ann', detail: { role: 'commenter' } },
  },
  'a visitor': {
    act: async () => {
      await ask(`/api/stories/${story}/link`, json('PUT', { role: 'reader' }))
      await ask(`/api/stories/${story}/door`, json('POST', { name: 'Vic' }), null)
    },
    noted: { act: 'visited', who: 'Vic', detail: { role: 'reader' } },
  },
  'another role': {
    act: (ben) => ask(`/api/stories/${story}/people/${ben.actor.user.id}`, json('PUT', { role: 'editor' })),
    noted: { act: 'role', who: 'Ann', about: 'Ben', detail: { role: 'editor', was: 'reader' } },
  },
  'a role on the library': {
    act: (ben) => ask(`/api/people/${ben.actor.user.id}`, json('PUT', { role: 'editor' })),
    noted: { act: 'role', who: 'Ann', about: 'Ben', inLibrary: true, detail: { role: 'editor', was: '' } },
  },
  'a removal': {
    act: (ben) => ask(`/api/stories/${story}/people/${ben.actor.user.id}`, { method: 'DELETE' }),
    noted: { act: 'removed', who: 'Ann', about: 'Ben', detail: {} },
  },
  'a new story': {
    act: () => ask('/api/stories', form({ 'new.txt': 'Words.' })),
    noted: { act: 'added', who: 'Ann', detail: { file: 'new.txt' } },
  },
  'a title': {
    act: () => ask(`/api/stories/${story}`, json('PATCH', { title: 'Named' })),
    noted: { act: 'renamed', who: 'Ann', detail: { title: 'Named' } },
  },
  'a copy': {
    act: (ben) => ask(`/api/stories/${story}/export?format=patch`, {}, ben),
    noted: { act: 'exported', who: 'Ben', detail: { format: 'patch', file: 'Story.patch' } },
  },
  'writing back': {
    act: () => ask(`/api/stories/${story}/write`, { method: 'POST' }),
    noted: { act: 'written', who: 'Ann', detail: { file: 'Story.txt' } },
  },
  'writing back at the terminal': {
    act: () => writeToFolder(house.desk, OPERATOR, story),
    noted: { act: 'written', who: null, detail: { file: 'Story.txt' } },
  },
  'bringing it back': {
    act: async () => {
      await ask(`/api/stories/${story}`, { method: 'DELETE' })
      await ask(`/api/stories/${story}/restore`, { method: 'POST' })
    },
    noted: { act: 'restored', who: 'Ann', detail: {} },
  },
}

describe('noted is', () => {
  test.each(Object.entries(DOINGS))('%s, once, with who did it and to whom', async (_, { act, noted }) => {
    const ben = await welcome(house, 'Ben', { role: 'reader', story })
    const before = (await log()).entries[0]?.seq ?? 0
    await act(ben)
    const entries = (await log()).entries.filter(({ seq }) => seq > before)
    const [entry] = entries
    expect(entry).toMatchObject({ act: noted.act, detail: noted.detail })
    expect([entry?.who?.name ?? null, entry?.about?.name]).toEqual([noted.who, noted.about])
    expect(entry?.story === null).toBe(noted.inLibrary ?? false)
    expect(entries.filter((one) => one.act === noted.act)).toHaveLength(1)
  })

  test('nothing that changed nothing', async () => {
    const ben = await welcome(house, 'Ben', { role: 'reader', story })
    const before = (await log()).entries.length
    await ask(`/api/stories/${story}/people/${ben.actor.user.id}`, json('PUT', { role: 'reader' }))
    await ask(`/api/stories/${story}/link`, json('PUT', { role: null }))
    await ask(`/api/people/${ben.actor.user.id}`, json('PUT', { role: null }))
    expect((await log()).entries).toHaveLength(before)
  })
})

describe('the log', () => {
  test("of a story holds that story's entries only, for its maintainers", async () => {
    const mia = await welcome(house, 'Mia', { role: 'maintainer', story })
    const other = (await startStory(house.desk, OPERATOR, { name: 'Other', text: '' })).id
    await ask(`/api/stories/${story}`, json('PATCH', { title: 'Named' }))
    const { entries, more } = await log(`/api/stories/${story}/activity`, mia)
    expect(entries.map(({ act, story: of }) => [act, of?.id])).toEqual([
      ['renamed', story],
      ['added', story],
    ])
    expect(more).toBe(false)
    for (const path of [`/api/stories/${other}/activity`, '/api/stories/AAAAAAAAAAAAAAAA/activity']) {
      expect((await asBrowser(house.app, mia.cookie)(path)).status).toBe(404)
    }
    expect((await asBrowser(house.app, mia.cookie)('/api/activity')).status).toBe(403)
  })

  test('comes a hundred at a time, newest first, and goes on before a given one', async () => {
    for (let count = 0; count < 205; count++) {
      await house.desk.storage.activity.add({
        at: 1000 + count,
        story,
        user: null,
        act: 'renamed',
        about: null,
        detail: { title: String(count) },
      })
    }
    const titles: (string | undefined)[] = []
    const sizes: number[] = []
    let before = ''
    for (let more = true; more; ) {
      const page = await log(`/api/stories/${story}/activity${before}`)
      titles.push(...page.entries.map(({ detail }) => detail.title))
      sizes.push(page.entries.length)
      before = `?before=${page.entries.at(-1)?.seq}`
      more = page.more
    }
    expect(sizes).toEqual([100, 100, 6])
    expect(titles.slice(0, 205)).toEqual(Array.from({ length: 205 }, (_, index) => String(204 - index)))
  })

  test.each(['0', '-1', 'x', '1.5', '__proto__'])('does not go on before %s', async (before) => {
    expect((await asBrowser(house.app, owner.cookie)(`/api/activity?before=${before}`)).status).toBe(400)
  })

  test('leaves out what a later version has noted', async () => {
    await house.desk.storage.activity.add({ at: 1, story, user: null, act: 'flew', about: null, detail: {} })
    expect((await log()).entries.map(({ act }) => act)).toEqual(['added'])
  })
})

test('frames that are refused are noted, gathered, and so is the closing that they lead to', async () => {
  const server = await startUnderTest({ stories: null })
  try {
    const { id } = await startStory(server.desk, OPERATOR, { name: 'Story', text: 'Words.' })
    const eve = await createAccount(server.desk, { name: 'Eve', owner: false })
    await server.storage.people.setRole(id, eve.id, 'reader')
    const headers = { cookie: await server.cookie(eve), origin: server.url }
    const url = `${server.url.replace('http', 'ws')}/rooms`
    const client = await new RawClient(url, { galley: '1' }, id, undefined, headers).sync()
    for (let count = 0; count < 30; count++) client.change((text) => text.insert(1, 'x', {}))
    await until(() => client.closed !== null, 'closed')
    const broken = await new RawClient(url, { galley: '1' }, id, undefined, headers).sync()
    broken.send(Uint8Array.of(77, 1, 0))
    await until(() => broken.closed !== null, 'closed')
    const refused = async () =>
      (await server.storage.activity.list({ story: id, limit: 100 })).filter(({ act }) => act === 'refused')
    await until(async () => (await refused()).length === 3, 'three kinds are noted')
    expect((await refused()).map(({ user, detail }) => [user, detail.what, detail.code]).reverse()).toEqual([
      [eve.id, 'socket', 'forbidden'],
      [eve.id, 'socket', 'rate'],
      [eve.id, 'socket', 'malformed'],
    ])
    expect(server.faults).toEqual([])
  } finally {
    await server.close()
  }
})
