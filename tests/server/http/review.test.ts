/** The review over HTTP, on a whole server: commands, answers, pages, what is refused, and what never leaves. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createAccount } from '../../../server/auth/accounts.ts'
import { OPERATOR } from '../../../server/auth/actor.ts'
import { createToken } from '../../../server/auth/tokens.ts'
import type { StoredUser } from '../../../server/storage/storage.ts'
import { setRole } from '../../../server/stories/set-role.ts'
import { startStory } from '../../../server/stories/start-story.ts'
import type { Command } from '../../../shared/review/commands.ts'
import { ROLES, type Role } from '../../../shared/roles.ts'
import { CommandsAnswer, ReviewAnswer } from '../../../shared/wire/review.ts'
import { RawClient } from '../../kit/raw-client.ts'
import { command, freshId, openNote, propose } from '../../kit/review-commands.ts'
import { until } from '../../kit/room-under-test.ts'
import { type ServerUnderTest, startUnderTest } from '../../kit/server-under-test.ts'

let server: ServerUnderTest
let story: string
let people: Record<Role | 'owner', { user: StoredUser; token: string }>

beforeAll(async () => {
  server = await startUnderTest({ stories: null })
  const accounts = await Promise.all(
    ROLES.map(async (role) => {
      const user = await createAccount(server.desk, { name: `A ${role}`, owner: false })
      return [role, { user, token: await createToken(server.desk, user, 'test') }] as const
    }),
  )
  people = { ...Object.fromEntries(accounts), owner: await server.owner() } as typeof people
})
afterAll(async () => {
  await server.close()
  expect(server.faults).toEqual([])
})
beforeEach(async () => {
  story = (await startStory(server.desk, OPERATOR, { name: 'Story', text: 'Some words here.' })).id
  for (const role of ROLES) await server.storage.people.setRole(story, people[role].user.id, role)
})

type Who = keyof typeof people

function request(who: Who, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { authorization: `Bearer ${people[who].token}`, 'content-type': 'application/json' }
  return fetch(`${server.url}/api/stories/${story}${path}`, { ...init, headers })
}

async function ask(who: Who, ...commands: unknown[]): Promise<CommandsAnswer['results']> {
  const answer = await request(who, '/review', { method: 'POST', body: JSON.stringify({ commands }) })
  expect(answer.status).toBe(200)
  return CommandsAnswer.parse(await answer.json()).results
}

async function read(who: Who, after = 0): Promise<ReviewAnswer> {
  return ReviewAnswer.parse(await (await request(who, `/review?after=${after}`)).json())
}

async function socket(who: Who): Promise<RawClient> {
  const headers = { authorization: `Bearer ${people[who].token}` }
  const url = `${server.url.replace('http', 'ws')}/rooms`
  return new RawClient(url, { galley: '1' }, story, undefined, headers).sync()
}

describe('commands', () => {
  test('are answered one by one, in order; one that cannot be read or is refused does not stop those after it', async () => {
    const note = openNote('note-one')
    const reply = command({ id: freshId(), type: 'reply', thread: 'note-one', reply: 'reply-one', body: 'Yes.' })
    const answers = await ask(
      'commenter',
      note,
      { id: 'broken-one', type: 'reply' },
      7,
      propose('sugg-one'),
      reply,
      note,
    )
    expect(answers).toMatchObject([
      { id: note.id, seq: 1, error: null, stale: [] },
      { id: 'broken-one', seq: null, error: { code: 'bad-request' } },
      { id: '', seq: null, error: { code: 'bad-request' } },
      { seq: null, error: { code: 'forbidden' } },
      { id: reply.id, seq: 2, error: null },
      { id: note.id, seq: 1, error: null },
    ])
    const { events, head, more } = await read('reader')
    expect([events.length, head, more]).toEqual([2, 2, false])
    expect(events[0]).toMatchObject({ type: 'open-note', seq: 1, by: people.commenter.user.id })
  })

  test('take their author, time and number from the server, whatever the client says', async () => {
    const forged = {
      ...openNote('note-one'),
      by: people.owner.user.id,
      at: '1999-01-01T00:00:00.000Z',
      seq: 99,
      alone: true,
    }
    await ask('commenter', forged)
    const [event] = (await read('reader')).events
    expect(event).toMatchObject({ by: people.commenter.user.id, seq: 1 })
    expect(event?.at).not.toContain('1999')
    expect(event).not.toHaveProperty('alone')
  })

  const LEAST: [string, () => Command, Role][] = [
    ['see', () => command({ id: freshId(), type: 'see', upto: 0 }), 'reader'],
    ['open-note', () => openNote(freshId()), 'commenter'],
    ['propose', () => propose(freshId()), 'proofreader'],
    [
      'set-label',
      () => command({ id: freshId(), type: 'set-label', label: 'mine-own', name: 'Own', description: '', swatch: 1 }),
      'editor',
    ],
  ]
  test.each(LEAST)('"%s" is refused to every role below its least, and to no other', async (_, make, least) => {
    for (const role of ROLES) {
      const [result] = await ask(role, make())
      const wanted = ROLES.indexOf(role) < ROLES.indexOf(least) ? 'forbidden' : undefined
      expect(result?.error?.code, role).toBe(wanted)
    }
    expect((await ask('owner', make()))[0]?.error).toBeNull()
  })

  test('hold from the next one on to a role that has just changed', async () => {
    expect((await ask('editor', openNote('note-one')))[0]?.error).toBeNull()
    await setRole(server.desk, OPERATOR, story, people.editor.user.id, 'reader')
    expect((await ask('editor', openNote('note-two')))[0]?.error?.code).toBe('forbidden')
    expect((await read('reader')).head).toBe(1)
  })

  test('that were forbidden stand in the activity log', async () => {
    await ask('reader', openNote('note-one'))
    const rows = await server.storage.activity.list({ story, limit: 1 })
    expect(rows).toMatchObject([{ act: 'refused', user: people.reader.user.id, detail: { what: 'review: open-note' } }])
  })

  test('may come in 2 MiB, and not in more', async () => {
    const big = (length: number) => ({
      ...propose(freshId()),
      base: [{ insert: 'One' }],
      change: [{ delete: 3 }, { insert: 'x'.repeat(length) }],
    })
    const tenth = Array.from({ length: 10 }, () => big(190_000))
    expect((await ask('proofreader', ...tenth)).every(({ error }) => error === null)).toBe(true)
    const body = JSON.stringify({ commands: [...tenth, big(190_000), big(190_000)] })
    expect((await request('proofreader', '/review', { method: 'POST', body })).status).toBe(413)
    const many = JSON.stringify({ commands: Array.from({ length: 201 }, () => openNote(freshId())) })
    expect((await request('proofreader', '/review', { method: 'POST', body: many })).status).toBe(400)
  })

  test('survive a restart, and are known again after it', async () => {
    const note = openNote('note-one')
    await ask('commenter', note)
    await server.restart()
    expect(await ask('commenter', note, openNote('note-two'))).toMatchObject([{ seq: 1 }, { seq: 2 }])
    expect((await read('reader')).events).toHaveLength(2)
  })
})

describe('the feed', () => {
  test('is told on the socket what came by HTTP', async () => {
    const bob = await socket('reader')
    bob.askReview()
    await ask('commenter', openNote('note-one'))
    await until(() => bob.events.length === 1, 'the note')
    expect(bob.events).toEqual((await read('reader')).events)
    bob.close()
  })

  test('as JSON comes in pages of at most 1000, and says whether there is more', async () => {
    for (let page = 0; page < 6; page++) {
      await ask('commenter', ...Array.from({ length: 200 }, () => openNote(freshId(), { private: page === 5 })))
    }
    const first = await read('reader')
    expect([first.events.length, first.head, first.more]).toEqual([1000, 1200, false])
    await ask('commenter', openNote('note-last'))
    expect((await read('reader')).more).toBe(true)
    expect((await read('reader', 1000)).events).toMatchObject([{ seq: 1201, note: 'note-last' }])
    const own = await read('commenter', 1000)
    expect([own.events.length, own.more]).toEqual([201, false])
  }, 30_000)

  test('gives a tool that keeps its last number each event once and in order, however it asks', async () => {
    const had: ReviewAnswer['events'] = []
    const poll = async () => {
      for (let more = true; more; ) {
        const answer = await read('reader', had.at(-1)?.seq ?? 0)
        had.push(...answer.events)
        more = answer.more && answer.events.length > 0
      }
    }
    await poll()
    expect(had).toEqual([])
    for (const count of [1, 3, 0, 2]) {
      const round = Array.from({ length: count }, (_, index) => openNote(freshId(), { private: index === 1 }))
      if (count > 0) await ask('commenter', ...round, command({ id: freshId(), type: 'see', upto: 0 }))
      await poll()
      await poll()
    }
    expect(had.map(({ seq }) => seq)).toEqual([1, 3, 5, 7])
    expect(had).toEqual((await read('reader')).events)
  })
})

test('a private note is in no answer and no frame that another person gets, the owner’s neither', async () => {
  const watchers = (['reader', 'editor', 'maintainer', 'owner'] as const).map(async (who) => ({
    who,
    client: await socket(who),
  }))
  const others = await Promise.all(watchers)
  for (const { client } of others) client.askReview()
  await ask('commenter', openNote('note-mine', { private: true, body: 'marmalade in the drawer' }))
  await ask(
    'commenter',
    command({ id: freshId(), type: 'reply', thread: 'note-mine', reply: 'reply-mine', body: 'marmalade' }),
  )
  await ask('commenter', openNote('note-open'))
  await until(() => others.every(({ client }) => client.events.length === 1), 'the public note')
  for (const { who, client } of others) {
    const paths = ['', '/review', '/review?after=1', '/activity', '/export', '/people']
    const answers = await Promise.all(paths.map(async (path) => (await request(who, path)).text()))
    const guesses = await ask(
      who,
      command({ id: freshId(), type: 'reply', thread: 'note-mine', reply: 'reply-mine', body: 'Found?' }),
      command({ id: freshId(), type: 'see', upto: 2 }),
    )
    const [guess] = guesses
    expect(guess?.error?.code).toBe(who === 'reader' ? 'forbidden' : 'not-found')
    const heard = client.heard.map((bytes) => Buffer.from(bytes).toString('utf8'))
    expect([...answers, ...heard, JSON.stringify(guesses)].join('\n')).not.toMatch(/marmalade|note-mine|reply-mine/)
    client.close()
  }
  expect((await read('commenter')).events).toHaveLength(3)
})

test('the description of the API names every command', async () => {
  const described = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as {
    paths: Record<string, { post?: { requestBody: { content: Record<string, { schema: Schema }> } } }>
  }
  const schema = described.paths['/api/stories/{id}/review']?.post?.requestBody.content['application/json']?.schema
  const types = schema?.properties.commands.items.oneOf.map(({ properties }) => properties.type.const) ?? []
  expect(types.length).toBeGreaterThan(15)
  expect(types).toEqual(expect.arrayContaining(['open-note', 'reply', 'propose', 'decide', 'undecide', 'see']))
})

interface Schema {
  properties: { commands: { items: { oneOf: { properties: { type: { const: string } } }[] } } }
}
