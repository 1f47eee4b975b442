import { afterEach, expect, it } from 'vitest'
import { SYNC } from '../../../shared/wire/frames.ts'
import { RawClient } from '../../kit/raw-client.ts'
import { rawUpdate, string } from '../../kit/raw-update.ts'
import { type RoomUnderTest, roomUnderTest, SEED_CLIENT, until } from '../../kit/room-under-test.ts'

let room: RoomUnderTest
let client: RawClient

/** A room that would wait for ever. */
const enter = async () => {
  room = await roomUnderTest({ limits: { heldFor: 600_000 } })
  client = await new RawClient(room.url, { user: 'ann', galley: '1' }).sync()
  client.answers = false
}

afterEach(async () => {
  client.close()
  await room.close()
})

const letter = (clock: number) =>
  rawUpdate([{ client: 5, clock, structs: [string('x', clock === 0 ? [SEED_CLIENT, 1] : [5, clock - 1])] }])

it('takes in what came too early as soon as what it needs has come, in whatever order', async () => {
  await enter()
  for (const clock of [3, 1, 2, 0]) client.sendSync(SYNC.update, letter(clock))
  await until(() => client.lastSaved === client.sent, 'all of it is saved')
  expect(client.refused).toEqual([])
})

it('gives up on a thousand updates that came too early, however small', async () => {
  await enter()
  for (let clock = 1; clock <= 1001; clock++) client.sendSync(SYNC.update, letter(clock))
  await until(() => client.closed !== null, 'closed')
  expect(client.closed).toBe(1008)
  expect(client.refused[0]).toMatchObject({ code: 'conflict' })
})
