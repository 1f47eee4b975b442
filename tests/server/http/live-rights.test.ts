/**
 * What is decided holds from the next message on, on real sockets: whoever was put out is out, whether or not their
 * client answers the goodbye, and nothing changes for the others.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createAccount } from '../../../server/auth/accounts.ts'
import { OPERATOR } from '../../../server/auth/actor.ts'
import { createToken } from '../../../server/auth/tokens.ts'
import { openSqlite } from '../../../server/storage/open-sqlite.ts'
import type { Storage, StoredUser } from '../../../server/storage/storage.ts'
import { startStory } from '../../../server/stories/start-story.ts'
import { CLOSE } from '../../../shared/wire/frames.ts'
import { RawClient } from '../../kit/raw-client.ts'
import { storedText, until } from '../../kit/room-under-test.ts'
import { type ServerUnderTest, startUnderTest } from '../../kit/server-under-test.ts'

let server: ServerUnderTest
let token: string
const open: RawClient[] = []
beforeAll(async () => {
  server = await startUnderTest({ stories: null })
  token = (await server.owner()).token
})
afterAll(async () => {
  for (const client of open) client.close()
  await server.close()
  expect(server.faults).toEqual([])
})

interface Scene {
  story: string
  /** Maintains the story and stays; by a token of the owner. */
  ann: RawClient
  eve: Eve
}

interface Eve {
  user: StoredUser
  headers: Record<string, string>
  client: RawClient
}

async function connect(story: string, headers: Record<string, string>, doc = new Y.Doc()): Promise<RawClient> {
  const client = new RawClient(`${server.url.replace('http', 'ws')}/rooms`, { galley: '1' }, story, doc, headers)
  open.push(client)
  await until(() => client.turnedAway !== null || client.socket.readyState === client.socket.OPEN, 'it is answered')
  return client.turnedAway === null ? client.sync() : client
}

/** Ann and Eve in a story of their own, both seen by each other; Eve by a session, as an editor unless she is a visitor. */
async function scene(way: 'invited' | 'address' | 'library' = 'invited'): Promise<Scene> {
  const { id: story } = await startStory(server.desk, OPERATOR, { name: 'Story', text: 'Words.' })
  const user = await createAccount(server.desk, { name: 'Eve', owner: false })
  if (way === 'invited') await server.storage.people.setRole(story, user.id, 'editor')
  if (way === 'library') await server.storage.people.updateUser(user.id, { libraryRole: 'editor' })
  if (way === 'address') await server.storage.stories.update(story, { linkRole: 'commenter' })
  const headers = { cookie: await server.cookie(user), origin: server.url }
  const ann = await connect(story, { authorization: `Bearer ${token}` })
  const eve = { user, headers, client: await connect(story, headers) }
  eve.client.sendPresence(eve.client.doc.clientID, 1, { cursor: null })
  await until(() => ann.stateOf(eve.client.doc.clientID)?.user.name === 'Eve', 'Ann sees Eve')
  return { story, ann, eve }
}

async function ask(method: string, path: string, body?: unknown): Promise<void> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
  const answer = await fetch(server.url + path, init)
  expect(answer.status, await answer.text()).toBe(204)
}

/** A letter of Ann's goes to the disk; returns the text there. */
async function annWrites({ story, ann }: Scene): Promise<string> {
  const frame = ann.change((text) => text.insert(text.length, 'A', {}))
  await until(() => ann.lastSaved === frame, "Ann's letter is saved")
  expect([ann.closed, ann.refused, ann.roles]).toEqual([null, [], []])
  return storedText(server.storage, story)
}

/** As the command line does it, beside the running server. */
async function beside(act: (storage: Storage) => Promise<void>): Promise<void> {
  const storage = await openSqlite(`${server.folder}/data`)
  try {
    await act(storage)
  } finally {
    await storage.close()
  }
}

interface Ending {
  way?: Parameters<typeof scene>[0]
  act: (scene: Scene) => Promise<void>
  code: number
  says: RegExp | null
  /** Ann goes too. */
  all?: boolean
}

const signOut = async ({ eve }: Scene) => {
  const answer = await fetch(`${server.url}/api/session`, { method: 'DELETE', headers: eve.headers })
  expect(answer.status).toBe(204)
}

const ENDINGS: Record<string, Ending> = {
  'is taken out of the story': {
    act: ({ story, eve }) => ask('DELETE', `/api/stories/${story}/people/${eve.user.id}`),
    code: CLOSE.forbidden,
    says: /^Owner ended your access/,
  },
  'loses the role on the whole library': {
    way: 'library',
    act: ({ eve }) => ask('PUT', `/api/people/${eve.user.id}`, { role: null }),
    code: CLOSE.forbidden,
    says: /^Owner ended your access/,
  },
  'is removed from the library': {
    act: ({ eve }) => ask('DELETE', `/api/people/${eve.user.id}`),
    code: CLOSE.forbidden,
    says: /^Owner removed you/,
  },
  'came by the address, and it is closed': {
    way: 'address',
    act: ({ story }) => ask('PUT', `/api/stories/${story}/link`, { role: null }),
    code: CLOSE.forbidden,
    says: /^Owner ended your access/,
  },
  'signs out on another tab': { act: signOut, code: CLOSE.signedOut, says: null },
  'is taken out by another process': {
    act: ({ story, eve }) => beside((storage) => storage.people.setRole(story, eve.user.id, null)),
    code: CLOSE.forbidden,
    says: /^Your access to this story was ended/,
  },
  'has the session ended by another process': {
    act: ({ eve }) =>
      beside(async ({ people }) => {
        for (const { hash } of await people.tickets({ kind: 'session', user: eve.user.id })) {
          await people.deleteTicket(hash)
        }
      }),
    code: CLOSE.signedOut,
    says: null,
  },
  'is in a story that is deleted': {
    act: ({ story }) => ask('DELETE', `/api/stories/${story}`),
    code: CLOSE.gone,
    says: /^Owner deleted this story/,
    all: true,
  },
}

describe.each(Object.entries(ENDINGS))('[T17] who %s', (name, { way, act, code, says, all }) => {
  test('is out before the next message, although their client does not listen', async () => {
    const there = await scene(way)
    const { story, ann, eve } = there
    // Takes in nothing any more, not even the goodbye, but goes on sending.
    eve.client.socket.pause()
    await act(there)
    if (name.includes('another process')) await until(() => !server.rooms.present(story).includes(eve.user.id), 'out')
    expect(server.rooms.present(story)).not.toContain(eve.user.id)
    eve.client.change((text) => text.insert(1, 'EVE', {}))
    eve.client.sendPresence(eve.client.doc.clientID, 9, { cursor: null })
    if (all) {
      await until(() => ann.closed === code, 'Ann is out too')
      expect(await storedText(server.storage, story)).toBe('\nWords.')
    } else {
      await until(() => ann.stateOf(eve.client.doc.clientID) === null, "Eve's presence is gone")
      expect(await annWrites(there)).toBe('\nWords.A')
      expect(ann.stateOf(eve.client.doc.clientID)).toBeNull()
    }
    eve.client.socket.resume()
    await until(() => eve.client.closed !== null, 'Eve is told')
    expect(eve.client.closed).toBe(code)
    if (says) expect(eve.client.refused.at(-1)?.message).toMatch(says)
    expect(eve.client.text.toString()).not.toContain('A')
  })

  test('does not come in again with what they wrote offline', async () => {
    const there = await scene(way)
    const { story, eve } = there
    eve.client.close()
    await until(() => !server.rooms.present(story).includes(eve.user.id), 'Eve is offline')
    eve.client.doc.getText('text').insert(1, 'OFFLINE', {})
    await act(there)
    const back = await connect(story, eve.headers, eve.client.doc)
    expect(back.turnedAway).toBe(code === CLOSE.signedOut || name === 'is removed from the library' ? 401 : 404)
    if (!all) expect(await annWrites(there)).toBe('\nWords.A')
  })
})

describe('[T17] who is made a reader', () => {
  const demotions: [string, (scene: Scene) => Promise<void>, string][] = [
    [
      'by a maintainer',
      ({ story, eve }) => ask('PUT', `/api/stories/${story}/people/${eve.user.id}`, { role: 'reader' }),
      'Owner',
    ],
    [
      'by another process',
      ({ story, eve }) => beside(({ people }) => people.setRole(story, eve.user.id, 'reader')),
      '',
    ],
  ]

  test.each(demotions)('%s is told, reads on, and writes nothing any more', async (_, act, by) => {
    const there = await scene()
    const { eve } = there
    await act(there)
    await until(() => eve.client.roles.length > 0, 'Eve is told')
    expect(eve.client.roles).toMatchObject([{ role: 'reader', by, at: expect.stringMatching(/^\d{4}-/) }])
    eve.client.change((text) => text.insert(1, 'EVE', {}))
    await until(() => eve.client.refused.length > 0, 'refused')
    expect(eve.client.refused).toMatchObject([{ code: 'forbidden' }])
    expect(await annWrites(there)).toBe('\nWords.A')
    await until(() => eve.client.text.toString().endsWith('A'), 'Eve reads on')
    expect(eve.client.closed).toBeNull()
  })

  test('while offline has what they wrote meanwhile refused, and the attempt is noted', async () => {
    const there = await scene()
    const { story, eve } = there
    eve.client.close()
    await until(() => !server.rooms.present(story).includes(eve.user.id), 'Eve is offline')
    eve.client.doc.getText('text').insert(1, 'OFFLINE', {})
    await ask('PUT', `/api/stories/${story}/people/${eve.user.id}`, { role: 'reader' })
    const back = await connect(story, eve.headers, eve.client.doc)
    await until(() => back.refused.length > 0, 'refused')
    expect(back.refused).toMatchObject([{ code: 'forbidden' }])
    expect(await annWrites(there)).toBe('\nWords.A')
    const noted = async () =>
      (await server.storage.activity.list({ story, limit: 100 })).find(({ act }) => act === 'refused')
    await until(async () => (await noted()) !== undefined, 'noted')
    expect(await noted()).toMatchObject({
      user: eve.user.id,
      detail: { what: 'socket', code: 'forbidden', count: '1' },
    })
  })

  test('and an editor again writes again', async () => {
    const there = await scene()
    const { story, eve } = there
    for (const role of ['reader', 'editor']) await ask('PUT', `/api/stories/${story}/people/${eve.user.id}`, { role })
    await until(() => eve.client.roles.length === 2, 'told twice')
    const frame = eve.client.change((text) => text.insert(1, 'EVE ', {}))
    await until(() => eve.client.lastSaved === frame, 'saved')
    expect(await annWrites(there)).toBe('\nEVE Words.A')
  })
})

test('[T17] a token that is revoked shuts its sockets, and never does more than it was made for', async () => {
  const { story, ann, eve } = await scene()
  const secret = await createToken(server.desk, eve.user, 'program')
  const program = await connect(story, { authorization: `Bearer ${secret}` })
  await beside(async ({ people }) => {
    for (const { hash } of await people.tickets({ kind: 'token', user: eve.user.id })) await people.deleteTicket(hash)
  })
  await until(() => program.closed !== null, 'shut')
  expect(program.closed).toBe(CLOSE.signedOut)
  expect([eve.client.closed, ann.closed]).toEqual([null, null])
})

describe('[T17] what ends between the question at the door and the open socket', () => {
  /** Lets it happen without anybody who is inside being told, as if just before they counted as inside. */
  async function meanwhile(act: (scene: Scene) => Promise<void>): Promise<{ there: Scene; late: RawClient }> {
    const there = await scene()
    const real = server.rooms.connect.bind(server.rooms)
    server.rooms.connect = (story, person, socket, options) =>
      real(story, person, socket, {
        ...options,
        settle: async () => {
          await act(there)
          await options.settle?.()
        },
      })
    try {
      const url = `${server.url.replace('http', 'ws')}/rooms`
      const late = new RawClient(url, { galley: '1' }, there.story, new Y.Doc(), there.eve.headers)
      open.push(late)
      late.socket.once('open', () => late.change((text) => text.insert(0, 'LATE', {})))
      await until(() => late.closed !== null, 'closed')
      return { there, late }
    } finally {
      server.rooms.connect = real
    }
  }

  test('a role: nothing is said to it and nothing taken', async () => {
    const { there, late } = await meanwhile(({ story, eve }) => server.storage.people.setRole(story, eve.user.id, null))
    expect([late.closed, late.text.toString(), late.step2s]).toEqual([CLOSE.forbidden, 'LATE', 0])
    expect(await annWrites(there)).toBe('\nWords.A')
  })

  test('a session', async () => {
    const { late } = await meanwhile(async ({ eve }) => {
      const { people } = server.storage
      for (const { hash } of await people.tickets({ kind: 'session', user: eve.user.id }))
        await people.deleteTicket(hash)
    })
    expect([late.closed, late.step2s]).toEqual([CLOSE.signedOut, 0])
  })

  test('a story', async () => {
    const { late } = await meanwhile(({ story }) => server.storage.stories.update(story, { deletedAt: 1 }))
    expect([late.closed, late.step2s]).toEqual([CLOSE.gone, 0])
  })
})
