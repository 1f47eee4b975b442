import { afterEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { dice } from '../../kit/honest-traffic.ts'
import { RawClient } from '../../kit/raw-client.ts'
import { type RoomUnderTest, roomUnderTest, storedText, until } from '../../kit/room-under-test.ts'
import { StorageInBetween } from '../../kit/storage-in-between.ts'

const SEED = Number(process.env.GALLEY_SEED ?? Date.now() % 1_000_000)
const STEPS = Number(process.env.GALLEY_STEPS ?? 900)

let room: RoomUnderTest
const writers: Writer[] = []

afterEach(async () => {
  for (const { client } of writers) client?.close()
  await room.close()
})

interface Writer {
  user: string
  doc: Y.Doc
  client: RawClient | null
  /** On this connection: word → number of its frame. */
  words: Map<string, number>
}

it(`keeps what it acknowledged through lost connections, failing disks, role changes and unloading (seed ${SEED})`, async () => {
  const between = new StorageInBetween()
  room = await roomUnderTest({
    wrap: between.wrap,
    limits: { linger: 5, compactRows: 15, surveyAfter: 20, closingRows: 1, refusals: 1000 },
  })
  const random = dice(SEED)
  const below = (end: number) => Math.floor(random() * end)
  const acknowledged = new Set<string>()
  let words = 0

  const settle = (writer: Writer) => {
    const saved = writer.client?.lastSaved ?? 0
    for (const [word, frame] of writer.words) if (frame <= saved) acknowledged.add(word)
    writer.words.clear()
  }
  const leave = (writer: Writer) => {
    settle(writer)
    writer.client?.close()
    writer.client = null
  }
  const come = async (writer: Writer) => {
    if (writer.client) leave(writer)
    writer.client = await new RawClient(room.url, { user: writer.user, galley: '1' }, 'story1', writer.doc).sync()
  }
  for (let index = 0; index < 4; index++) {
    const writer: Writer = { user: `w${index % 3}`, doc: new Y.Doc(), client: null, words: new Map() }
    writers.push(writer)
    await come(writer)
  }
  for (let step = 0; step < STEPS; step++) {
    const writer = writers[below(writers.length)] as Writer
    const chance = below(100)
    const text = writer.doc.getText('text')
    if (chance < 60) {
      const word = `<${words++}>`
      if (!writer.client || writer.client.closed !== null) text.insert(1, word, {})
      else
        writer.words.set(
          word,
          writer.client.change((own) => own.insert(1, word, {})),
        )
    } else if (chance < 66) leave(writer)
    else if (chance < 76) await come(writer)
    else if (chance < 79) between.failing = below(4) === 0
    else if (chance < 81) between.hold()
    else if (chance < 86) between.release()
    else if (chance < 88) room.rooms.setRole('story1', writer.user, below(2) ? 'editor' : 'reader', 'Ann')
    else await new Promise((resolve) => setTimeout(resolve, below(20)))
  }
  between.failing = false
  between.release()
  for (const writer of writers) await come(writer)
  await until(() => writers.every(({ client }) => client?.lastSaved === client?.sent), 'everything is saved in the end')
  const [first] = writers
  await until(
    () => writers.every(({ doc }) => doc.getText('text').toString() === first?.doc.getText('text').toString()),
    'all agree',
  )
  const stored = await storedText(room.storage, 'story1')
  expect(stored).toBe(first?.doc.getText('text').toString())
  // Offline or refused, written or shown twice: nothing that anybody wrote is lost, and acknowledged is a part of that.
  expect([...acknowledged].filter((word) => !stored.includes(word))).toEqual([])
  expect(
    Array.from({ length: words }, (_, word) => `<${word}>`).filter((word) => stored.split(word).length !== 2),
  ).toEqual([])
  expect(acknowledged.size).toBeGreaterThan(0)
  expect(room.faults.filter(({ what }) => what !== 'append')).toEqual([])
}, 120_000)
