/** The upgrade on a real port: who gets in, what ends it, and that a stock client co-edits through it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { createAccount } from '../../../server/auth/accounts.ts'
import { OPERATOR } from '../../../server/auth/actor.ts'
import { startStory } from '../../../server/stories/start-story.ts'
import type { Role } from '../../../shared/roles.ts'
import { textOf } from '../../../shared/story/story-doc.ts'
import { type ServerUnderTest, startUnderTest } from '../../kit/server-under-test.ts'

let server: ServerUnderTest
let token: string
let story: string
beforeAll(async () => {
  server = await startUnderTest({ stories: null })
  token = (await server.owner()).token
  story = (await startStory(server.desk, OPERATOR, { name: 'Shared', text: 'One line.' })).id
})
afterAll(async () => {
  await server.close()
  expect(server.faults).toEqual([])
})

/** Status of a refused handshake, or the open socket. */
function knock(path: string, headers: Record<string, string>): Promise<number | WebSocket> {
  const socket = new WebSocket(server.url.replace('http', 'ws') + path, { headers })
  return new Promise((done, fail) => {
    socket.once('open', () => done(socket))
    socket.once('unexpected-response', (_, response) => done(response.statusCode ?? 0))
    socket.once('error', fail)
  })
}

async function opened(path: string, headers: Record<string, string>): Promise<WebSocket> {
  const socket = await knock(path, headers)
  if (typeof socket === 'number') throw new Error(`refused with ${socket}`)
  return socket
}

const closed = (socket: WebSocket) => new Promise<number>((done) => socket.once('close', (code) => done(code)))

async function guest(role: Role | null): Promise<{ user: string; cookie: string }> {
  const user = await createAccount(server.desk, { name: 'Guest', owner: false })
  if (role) await server.storage.people.setRole(story, user.id, role)
  return { user: user.id, cookie: await server.cookie(user) }
}

/** A stock y-websocket client that signs in as the headers say. */
function stock(headers: Record<string, string>): WebsocketProvider {
  class Signed extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, { headers })
    }
  }
  const polyfill = Signed as unknown as typeof globalThis.WebSocket
  const options = { WebSocketPolyfill: polyfill, disableBc: true }
  return new WebsocketProvider(`${server.url.replace('http', 'ws')}/rooms`, story, new Y.Doc(), options)
}

describe('[T1] the handshake', () => {
  test('is open to a session from our own page, and to a token from anywhere', async () => {
    const { cookie } = await guest('reader')
    for (const headers of [{ cookie, origin: server.url }, { authorization: `Bearer ${token}` }]) {
      const socket = await opened(`/rooms/${story}`, headers)
      socket.close()
      await closed(socket)
    }
  })

  test.each([
    ['a session from another site', async () => ({ ...(await guest('editor')), origin: 'https://evil.example' }), 403],
    ['a session without an origin', async () => await guest('editor'), 403],
    ['nobody', async () => ({ origin: server.url }), 401],
    ['a token that was made up', async () => ({ authorization: 'Bearer gly_x' }), 401],
    ['somebody without a role', async () => ({ ...(await guest(null)), origin: server.url }), 404],
  ] as [string, () => Promise<Record<string, string>>, number][])('is refused to %s', async (_, headers, status) => {
    const { user: _account, ...rest } = await headers()
    expect(await knock(`/rooms/${story}`, rest)).toBe(status)
  })

  test('to an absent story is refused as to a closed one', async () => {
    expect(await knock('/rooms/AAAAAAAAAAAAAAAA', { authorization: `Bearer ${token}` })).toBe(404)
  })
})

describe('an open socket', () => {
  test('is closed with 4401 when its session signs out', async () => {
    const { cookie } = await guest('editor')
    const socket = await opened(`/rooms/${story}`, { cookie, origin: server.url })
    const other = await opened(`/rooms/${story}`, { authorization: `Bearer ${token}` })
    const code = closed(socket)
    await fetch(`${server.url}/api/session`, { method: 'DELETE', headers: { cookie, origin: server.url } })
    expect(await code).toBe(4401)
    expect(other.readyState).toBe(WebSocket.OPEN)
    other.close()
  })

  test('is closed with 4410 when the story is deleted', async () => {
    const { id } = await startStory(server.desk, OPERATOR, { name: 'Short-lived', text: '' })
    const socket = await opened(`/rooms/${id}`, { authorization: `Bearer ${token}` })
    const code = closed(socket)
    const headers = { authorization: `Bearer ${token}` }
    expect((await fetch(`${server.url}/api/stories/${id}`, { method: 'DELETE', headers })).status).toBe(204)
    expect(await code).toBe(4410)
  })
})

test('a stopping server tells its sockets to come back, not that they are signed out', async () => {
  const { cookie } = await guest('editor')
  const socket = await opened(`/rooms/${story}?galley=1`, { cookie, origin: server.url })
  const code = closed(socket)
  await server.restart()
  expect(await code).toBe(1012)
  const back = await opened(`/rooms/${story}?galley=1`, { cookie, origin: server.url })
  back.close()
})

test('two stock clients, one by session and one by token, write one text; it is exported and survives a restart', async () => {
  const { cookie } = await guest('editor')
  const one = stock({ cookie, origin: server.url })
  const two = stock({ authorization: `Bearer ${token}` })
  try {
    await Promise.all([one, two].map((provider) => new Promise((done) => provider.once('sync', done))))
    textOf(one.doc).insert(10, ' Added by one.', {})
    textOf(two.doc).insert(1, 'Two: ', {})
    const wanted = '\nTwo: One line. Added by one.'
    for (const { doc } of [one, two]) await until(doc, wanted)
  } finally {
    one.destroy()
    two.destroy()
  }
  const download = async () => {
    const headers = { authorization: `Bearer ${token}` }
    return (await fetch(`${server.url}/api/stories/${story}/export`, { headers })).text()
  }
  expect(await download()).toBe('Two: One line. Added by one.')
  await server.restart()
  expect(await download()).toBe('Two: One line. Added by one.')
})

function until(doc: Y.Doc, wanted: string): Promise<void> {
  return new Promise((done) => {
    const look = () => {
      if (textOf(doc).toString() !== wanted) return
      doc.off('update', look)
      done()
    }
    doc.on('update', look)
    look()
  })
}
