import { afterEach, describe, expect, it } from 'vitest'
import {
  type RoomOptions,
  type RoomUnderTest,
  roomUnderTest,
  type StockClient,
  stockClient,
  storedText,
  until,
} from '../../kit/room-under-test.ts'

let room: RoomUnderTest
let clients: StockClient[] = []

async function start(options?: RoomOptions): Promise<void> {
  room = await roomUnderTest(options)
}

function join(user: string, more: Record<string, string> = {}): StockClient {
  const client = stockClient(room.url, { user, ...more })
  clients.push(client)
  return client
}

afterEach(async () => {
  for (const client of clients) client.close()
  clients = []
  await room.close()
})

describe('two stock y-websocket clients', () => {
  it('see the story, write in it together and converge', async () => {
    await start()
    const [ann, bob] = [join('ann'), join('bob')]
    await until(() => ann.provider.synced && bob.provider.synced, 'both are synced')
    expect(ann.text.toString()).toBe('\nOne line.\nAnother line.')
    ann.text.insert(4, ' long', {})
    bob.text.insert(bob.text.length, ' The end.', {})
    bob.text.format(1, 3, { bold: true })
    await until(() => ann.text.toString() === bob.text.toString() && ann.text.length === 38, 'both read the same')
    expect(ann.text.toDelta()).toEqual(bob.text.toDelta())
    expect(await storedText(room.storage, 'story1')).toBe(ann.text.toString())
    expect(room.faults).toEqual([])
  })
})
