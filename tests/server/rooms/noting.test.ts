import { afterEach, describe, expect, it } from 'vitest'
import { TextDecider } from '../../../server/rooms/decider.ts'
import { eventOf } from '../../../server/rooms/ledger.ts'
import { TextReader } from '../../../server/rooms/text-reader.ts'
import type { EventOf } from '../../../shared/review/events.ts'
import { anchorAt } from '../../../shared/story/places.ts'
import { RawClient } from '../../kit/raw-client.ts'
import { type RoomOptions, type RoomUnderTest, roomUnderTest, until } from '../../kit/room-under-test.ts'

let room: RoomUnderTest
let reader: TextReader

async function start(options: RoomOptions = {}): Promise<void> {
  reader = new TextReader()
  room = await roomUnderTest({ decider: new TextDecider(reader), ...options })
}

afterEach(async () => {
  await room.close()
  await reader.close()
  expect(room.faults).toEqual([])
})

async function noted(): Promise<string[]> {
  const { events } = await room.storage.review.list('story1', 0, 10_000)
  return events
    .map(eventOf)
    .filter((event): event is EventOf<'edited'> => event.type === 'edited')
    .flatMap(({ by, lines }) => lines.map(({ line, before, after }) => `${by} ${line}: ${before} → ${after}`))
}

async function write(user: string, ...words: string[]): Promise<void> {
  const one = await new RawClient(room.url, { user, galley: '1' }).sync()
  for (const word of words) {
    one.change((text) => text.insert(1, word))
    await until(() => one.lastSaved === one.sent, 'saved')
  }
  one.close()
}

describe('what is written directly is noted', () => {
  it('when the story is let go, and once', async () => {
    await start({ limits: { linger: 20, surveyAfter: 60_000 } })
    await write('ann', 'a', 'b')
    await until(async () => (await noted()).length > 0, 'it is noted', 20_000)
    expect(await noted()).toEqual(['ann 1: One line. → baOne line.'])
    expect((await room.storage.rooms.load('story1'))?.noted).toBe(2)
    await write('bob', 'c')
    await until(async () => (await noted()).length > 1, 'it is noted', 20_000)
    expect(await noted()).toEqual(['ann 1: One line. → baOne line.', 'bob 1: baOne line. → cbaOne line.'])
  })

  it('before the rows that tell of it are folded', async () => {
    await start({ limits: { compactRows: 3, surveyAfter: 10 } })
    await write('ann', 'a', 'b', 'c', 'd', 'e')
    await until(async () => ((await room.storage.rooms.load('story1'))?.upto ?? 0) >= 3, 'it is folded', 20_000)
    const { upto, noted: seq } = (await room.storage.rooms.load('story1'))!
    expect(seq).toBeGreaterThanOrEqual(upto)
    expect((await noted()).length).toBeGreaterThan(0)
  })

  it('without what decisions did', async () => {
    await start({ limits: { linger: 20, surveyAfter: 60_000 } })
    const ann = await new RawClient(room.url, { user: 'ann', galley: '1' }).sync()
    const by = { id: 'ann', role: 'editor' } as const
    const anchor = anchorAt(ann.text, { from: 1, to: 4 })
    const change = [{ delete: 3 }, { insert: 'Two' }]
    const proposal = { suggestion: 'suggest-1', anchor, base: [{ insert: 'One' }], change, reason: '' }
    await room.rooms.review('story1', by, { id: 'propose-1', type: 'propose', ...proposal })
    const decisions = [{ suggestion: 'suggest-1', rev: 1, amended: null }]
    const { stored } = await room.rooms.review('story1', by, {
      id: 'decide-1',
      type: 'decide',
      verdict: 'accept',
      reason: '',
      decisions,
    })
    expect(await stored).toBe(true)
    await until(() => ann.text.toString().startsWith('\nTwo'), 'decided')
    ann.change((text) => text.insert(text.length, '!'))
    await until(() => ann.lastSaved === ann.sent, 'saved')
    ann.close()
    await until(async () => (await noted()).length > 0, 'it is noted', 20_000)
    expect(await noted()).toEqual(['ann 2: Another line. → Another line.!'])
  })
})
