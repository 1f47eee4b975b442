import { afterEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { RawClient } from '../../kit/raw-client.ts'
import {
  type RoomOptions,
  type RoomUnderTest,
  roomUnderTest,
  SEED_CLIENT,
  stockClient,
  until,
} from '../../kit/room-under-test.ts'

let room: RoomUnderTest
let clients: { close(): void }[] = []

const start = async (options?: RoomOptions) => {
  room = await roomUnderTest(options)
}

function raw(user: string, params: Record<string, string> = {}): RawClient {
  const client = new RawClient(room.url, { user, galley: '1', ...params })
  clients.push(client)
  return client
}

afterEach(async () => {
  for (const client of clients) client.close()
  clients = []
  await room.close()
})

/** First line in view of whoever speaks for client id 7. */
const lineOf = (client: RawClient) => (client.stateOf(7)?.view as { line: number } | undefined)?.line

const position = { tname: 'text', assoc: 0 }
const cursor = { anchor: { ...position, item: { client: 5, clock: 1 } }, head: position }

it('shows where somebody is, under the name and colour of the account and nothing else that was claimed', async () => {
  await start()
  const [ann, bob] = [await raw('ann').sync(), await raw('bob').sync()]
  ann.sendPresence(7, 1, {
    user: { id: 'bob', name: '<b>Bob</b>', color: 'red;background:url(//evil)', swatch: 8 },
    cursor,
    view: { line: 3 },
    more: 'x',
    __proto__: { admin: true },
  })
  await until(() => bob.stateOf(7) !== undefined, 'bob sees ann')
  expect(bob.stateOf(7)).toEqual({
    user: { id: 'ann', name: 'Name of ann', swatch: 3, color: '#6d0708' },
    cursor,
    view: { line: 3 },
  })
  expect(ann.stateOf(7)).toBeUndefined()
})

it('lets a connection speak for one client id only, and never for another person’s', async () => {
  await start()
  const [ann, bob] = [await raw('ann').sync(), await raw('bob').sync()]
  ann.sendPresence(7, 1, { cursor: null })
  await until(() => bob.stateOf(7) !== undefined, 'bob sees ann')
  ann.sendPresence(8, 1, { cursor: null })
  bob.sendPresence(7, 2 ** 52, { cursor })
  bob.sendPresence(7, 2 ** 52, null)
  bob.sendPresence(SEED_CLIENT, 1, { cursor })
  bob.sendPresence(9, 1, { cursor: null })
  await until(() => ann.stateOf(9) !== undefined, 'ann sees bob')
  ann.sendPresence(7, 2, { view: { line: 1 } })
  await until(() => bob.stateOf(7)?.view !== undefined, 'ann goes on under her id')
  const seen = [...ann.presence, ...bob.presence].map(({ client }) => client)
  expect(seen).not.toContain(8)
  expect(seen).not.toContain(SEED_CLIENT)
  expect(bob.presence.filter(({ client, state }) => client === 7 && state === null)).toEqual([])
})

it('lets nobody speak for a client id under which somebody else has written', async () => {
  await start()
  const [ann, bob, carl] = [await raw('ann').sync(), await raw('bob').sync(), await raw('carl').sync()]
  ann.change((text) => text.insert(1, 'x', {}))
  await until(() => ann.lastSaved === ann.sent, 'saved')
  bob.sendPresence(ann.doc.clientID, 1, { cursor })
  bob.sendPresence(9, 1, { cursor })
  await until(() => carl.stateOf(9) !== undefined, 'bob is seen under his own')
  expect(carl.stateOf(ann.doc.clientID)).toBeUndefined()
})

it('shows those who come later who is here, and takes away who has left', async () => {
  await start()
  const ann = await raw('ann').sync()
  ann.sendPresence(7, 1, { cursor: null })
  await until(() => room.rooms.present('story1').length === 1, 'ann is in')
  const bob = await raw('bob').sync()
  await until(() => bob.stateOf(7)?.user.id === 'ann', 'bob sees ann')
  bob.presence.length = 0
  bob.send(Uint8Array.of(3))
  await until(() => bob.stateOf(7)?.user.id === 'ann', 'and again when he asks')
  ann.close()
  await until(() => bob.stateOf(7) === null, 'ann has left')
  const clocks = bob.presence.filter(({ client }) => client === 7).map(({ clock }) => clock)
  expect(clocks).toEqual([...clocks].sort((a, b) => a - b))
})

it('keeps the state of somebody who came back before the old connection was found dead', async () => {
  await start()
  const [old, bob] = [await raw('ann').sync(), await raw('bob').sync()]
  old.sendPresence(7, 1, { view: { line: 1 } })
  await until(() => bob.stateOf(7) !== undefined, 'bob sees ann')
  const back = await raw('ann').sync()
  back.sendPresence(7, 2, { view: { line: 2 } })
  await until(() => lineOf(bob) === 2, 'moved')
  old.close()
  await until(() => room.rooms.present('story1').length === 2 && room.wss.clients.size === 2, 'the old one is gone')
  back.sendPresence(7, 3, { view: { line: 3 } })
  await until(() => lineOf(bob) === 3, 'still here')
  expect(bob.presence.filter(({ client, state }) => client === 7 && state === null)).toEqual([])
})

it('passes on the newest of a flood, and not all of it', async () => {
  await start({ limits: { presenceEvery: 100 } })
  const [ann, bob] = [await raw('ann').sync(), await raw('bob').sync()]
  for (let line = 0; line <= 500; line++) ann.sendPresence(7, line, { view: { line } })
  await until(() => lineOf(bob) === 500, 'the newest')
  expect(bob.presence.length).toBeLessThan(50)
})

it('ignores what is no position and what is too long', async () => {
  await start()
  const [ann, bob] = [await raw('ann').sync(), await raw('bob').sync()]
  const bad = [
    { cursor: { anchor: 1, head: 2 } },
    { cursor: { anchor: { ...position, item: { client: 'x', clock: 1 } }, head: position } },
    { cursor: { anchor: { ...position, tname: 'x'.repeat(100) }, head: position } },
    { cursor: { anchor: position }, view: { line: -1 } },
    { cursor: [1], view: { line: 1.5 } },
    { cursor: { anchor: position, head: position }, padding: 'x'.repeat(5000) },
    'text',
    7,
  ]
  for (const state of bad) ann.sendPresence(7, 1, state)
  ann.sendPresence(7, 1, { cursor: null, view: null })
  await until(() => bob.stateOf(7)?.view === null, 'the last one')
  expect(bob.presence.filter(({ state }) => state?.cursor || state?.view)).toEqual([])
})

it('says a new name and colour at once', async () => {
  await start()
  const [ann, bob] = [await raw('ann').sync(), await raw('bob').sync()]
  ann.sendPresence(7, 1, { cursor })
  await until(() => bob.stateOf(7) !== undefined, 'bob sees ann')
  room.rooms.updatePerson({ id: 'ann', name: 'Anna', swatch: 2 })
  await until(() => bob.stateOf(7)?.user.name === 'Anna', 'renamed')
  expect(bob.stateOf(7)).toEqual({ user: { id: 'ann', name: 'Anna', swatch: 2, color: '#9d44c4' }, cursor })
})

it('works between stock clients, whose own state is never overwritten', async () => {
  await start()
  const [ann, bob] = [stockClient(room.url, { user: 'ann' }), stockClient(room.url, { user: 'bob' })]
  clients.push(ann, bob)
  ann.provider.awareness.setLocalStateField('user', { name: 'me', color: '#000000' })
  ann.provider.awareness.setLocalStateField('cursor', {
    anchor: JSON.parse(JSON.stringify(Y.createRelativePositionFromTypeIndex(ann.text, 0))),
    head: position,
  })
  const seen = () => bob.provider.awareness.getStates().get(ann.doc.clientID)
  await until(() => seen()?.cursor !== undefined, 'bob sees ann’s cursor')
  expect(seen()?.user).toMatchObject({ id: 'ann', name: 'Name of ann' })
  expect(ann.provider.awareness.getLocalState()?.user).toEqual({ name: 'me', color: '#000000' })
  ann.provider.disconnect()
  await until(() => seen() === undefined, 'gone')
  ann.provider.connect()
  await until(() => seen() !== undefined, 'and back')
})
