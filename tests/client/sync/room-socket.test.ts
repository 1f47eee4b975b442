import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { WebSocket as NodeSocket } from 'ws'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { connectRoom, type RoomConnection, type RoomWatch } from '../../../client/sync/room-socket.ts'
import { CLOSE, SYNC } from '../../../shared/wire/frames.ts'
import { SmallRoom } from './small-room.ts'

let room: SmallRoom
let doc: Y.Doc
let awareness: Awareness
let connection: RoomConnection | null = null
let said: string[]
let admit: (server: Map<number, number>) => Promise<boolean>

beforeEach(async () => {
  room = await SmallRoom.open()
  room.doc.clientID = 1
  room.doc.getText('text').insert(0, '\nOne.', {})
  doc = new Y.Doc()
  awareness = new Awareness(doc)
  said = []
  admit = () => Promise.resolve(true)
})

afterEach(async () => {
  connection?.close()
  awareness.destroy()
  await room.close()
})

function connect(): void {
  const watch: RoomWatch = {
    connecting: () => said.push(`connecting after ${room.visits.length}`),
    online: () => said.push('online'),
    offline: (opened) => said.push(opened ? 'offline' : 'failed'),
    ended: (code) => said.push(`ended ${code}`),
    sent: (frame) => said.push(`sent ${frame}`),
    saved: (frames) => said.push(`saved ${frames}`),
    refused: ({ frame, code }) => said.push(`refused ${frame} ${code}`),
    role: ({ role, by }) => said.push(`${by} made ${role}`),
    synced: () => said.push('synced'),
    reviewAfter: () => 7,
    review: ({ head }, update) => said.push(`review ${head} ${update.length}`),
    admit: (server) => admit(server),
  }
  const Socket = NodeSocket as unknown as typeof WebSocket
  connection = connectRoom({ origin: room.origin, story: 'abcdef', doc, awareness, watch, Socket })
}

const words = () => doc.getText('text').toString()
const insert = (at: number, string: string) => doc.getText('text').insert(at, string, {})
const until = (word: string) => vi.waitFor(() => expect(said).toContain(word), { timeout: 10_000, interval: 5 })

describe('a connection to a room', () => {
  test('asks for the frames of Galley, gets the text, and has its empty first answer counted', async () => {
    connect()
    await until('synced')
    await until('saved 1')
    expect(room.visits).toEqual(['/rooms/abcdef?galley=1'])
    expect(words()).toBe('\nOne.')
    expect(said.filter((word) => word.startsWith('sent'))).toEqual(['sent 1'])
  })

  test('is told of before the server can say anything on it, each time anew', async () => {
    connect()
    await until('saved 1')
    said = []
    connection?.again()
    await until('saved 1')
    expect(said.filter((word) => /^connecting|^online/.test(word))).toEqual(['connecting after 1', 'online'])
  })

  test('counts each edit as a frame, and hears that it is saved', async () => {
    connect()
    await until('saved 1')
    insert(5, ' Two.')
    insert(10, ' Three.')
    await until('saved 3')
    expect(room.doc.getText('text').toString()).toBe('\nOne. Two. Three.')
  })

  test("what comes from the server is not counted as one's own", async () => {
    connect()
    await until('saved 1')
    room.write((text) => text.insert(5, ' Two.', {}))
    await vi.waitFor(() => expect(words()).toBe('\nOne. Two.'))
    expect(said).not.toContain('sent 2')
  })

  test('asks for the review once it is admitted, and again when told to; its frames come with what they do to the text', async () => {
    connect()
    await until('saved 1')
    await vi.waitFor(() => expect(room.reviewAsked).toEqual([7]))
    room.tellReview({ events: [], head: 9 }, Uint8Array.of(1, 2))
    await until('review 9 2')
    connection?.askReview(0)
    await vi.waitFor(() => expect(room.reviewAsked).toEqual([7, 0]))
  })

  test('an edit made while the server is still being asked goes out once, with the first exchange', async () => {
    let answer: (good: boolean) => void = () => undefined
    admit = () =>
      new Promise((resolve) => {
        answer = resolve
      })
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(room.doc))
    connect()
    await until('online')
    await new Promise((resolve) => setTimeout(resolve, 30))
    insert(5, ' Two.')
    expect(room.received).toHaveLength(0)
    answer(true)
    await until('saved 1')
    expect(room.received.map(({ kind }) => kind)).toEqual([SYNC.step2])
    expect(room.doc.getText('text').toString()).toBe('\nOne. Two.')
  })

  test('a server that is not admitted gets nothing and gives nothing', async () => {
    const asked: Map<number, number>[] = []
    admit = (server) => {
      asked.push(server)
      return Promise.resolve(false)
    }
    insert(0, '\nAnother story.')
    connect()
    await until('offline')
    expect(asked).toEqual([new Map([[1, 5]])])
    expect(room.received).toHaveLength(0)
    expect(words()).toBe('\nAnother story.')
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(room.visits).toHaveLength(1)
  })

  test('a new connection counts from 1 and sends again what was not saved', async () => {
    connect()
    await until('saved 1')
    room.saving = false
    insert(5, ' Two.')
    await until('sent 2')
    said.length = 0
    room.saving = true
    room.hangUp(CLOSE.restarting)
    await until('saved 1')
    expect(said.slice(0, 3)).toEqual(['offline', 'connecting after 1', 'online'])
    expect(room.doc.getText('text').toString()).toBe('\nOne. Two.')
  })

  test('a refusal is handed on with its frame and code', async () => {
    room.refuse = (frame) => (frame === 2 ? { frame, code: 'forbidden', message: 'You may only read.' } : null)
    connect()
    await until('saved 1')
    insert(5, ' Two.')
    await until('refused 2 forbidden')
  })

  test('a change of role is handed on', async () => {
    connect()
    await until('synced')
    room.tellRole({ role: 'reader', by: 'Idris', at: '2026-01-02T03:04:05.000Z' })
    await until('Idris made reader')
  })

  test.each([CLOSE.signedOut, CLOSE.forbidden, CLOSE.gone])('close code %i ends it for good', async (code) => {
    connect()
    await until('synced')
    room.hangUp(code)
    await until(`ended ${code}`)
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(room.visits).toHaveLength(1)
  })

  test('"again" makes a new connection at once', async () => {
    connect()
    await until('saved 1')
    connection?.again()
    await vi.waitFor(() => expect(room.visits).toHaveLength(2))
    await vi.waitFor(() => expect(said.filter((word) => word === 'saved 1')).toHaveLength(2))
  })
})
