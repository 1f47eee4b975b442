import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { CLOSE, SYNC } from '../../../shared/wire/frames.ts'
import { RawClient } from '../../kit/raw-client.ts'
import {
  addStory,
  type RoomOptions,
  type RoomUnderTest,
  roomUnderTest,
  SEED_CLIENT,
  type StockClient,
  stockClient,
  storedText,
  until,
} from '../../kit/room-under-test.ts'
import { StorageInBetween } from '../../kit/storage-in-between.ts'

let room: RoomUnderTest
let clients: { close(): void }[] = []

async function start(options?: RoomOptions): Promise<void> {
  room = await roomUnderTest(options)
}

function stock(user: string, doc?: Y.Doc): StockClient {
  const client = stockClient(room.url, { user }, 'story1', doc)
  clients.push(client)
  return client
}

function raw(user: string, params: Record<string, string> = {}, story = 'story1', clientId?: number): RawClient {
  const client = new RawClient(room.url, { user, galley: '1', ...params }, story, clientId)
  clients.push(client)
  return client
}

const text = 'One line.\nAnother line.'

afterEach(async () => {
  for (const client of clients) client.close()
  clients = []
  await room.close()
})

describe('stock y-websocket clients', () => {
  it('see the story, write in it together and converge', async () => {
    await start()
    const [ann, bob] = [stock('ann'), stock('bob')]
    await until(() => ann.provider.synced && bob.provider.synced, 'both are synced')
    expect(ann.text.toString()).toBe(`\n${text}`)
    ann.text.insert(4, ' long', {})
    bob.text.insert(bob.text.length, ' The end.', {})
    bob.text.format(1, 3, { bold: true })
    await until(() => ann.text.toString() === bob.text.toString() && ann.text.length === 38, 'both read the same')
    expect(ann.text.toDelta()).toEqual(bob.text.toDelta())
    expect(await storedText(room.storage, 'story1')).toBe(ann.text.toString())
    expect(room.faults).toEqual([])
  })

  it('bring what they wrote offline, and what they type before the first answer', async () => {
    await start({ limits: { heldFor: 300 } })
    const [ann, bob] = [stock('ann'), stock('bob')]
    await until(() => ann.provider.synced && bob.provider.synced, 'both are synced')
    ann.provider.disconnect()
    ann.text.insert(4, ' offline', {})
    ann.provider.connect()
    // On the open socket, but before the room's sync step 1: this update comes first, with a gap before it.
    ann.provider.on('status', ({ status }) => {
      if (status === 'connected') ann.text.insert(1, 'Early. ', {})
    })
    await until(() => bob.text.toString() === `\nEarly. ${text.replace('One', 'One offline')}`, 'bob reads all of it')
    expect(room.faults).toEqual([])
  })

  it('are asked for what is missing when an update came without what it builds on', async () => {
    await start({ limits: { heldFor: 50 } })
    const bob = await raw('bob').sync()
    const ann = await raw('ann').sync()
    ann.answers = false
    const lost: Uint8Array[] = []
    ann.doc.once('update', (update: Uint8Array) => lost.push(update))
    ann.text.insert(1, 'Lost. ', {})
    ann.change((own) => own.insert(7, 'Found. ', {}))
    ann.answers = true
    await until(() => bob.text.toString() === `\nLost. Found. ${text}`, 'bob reads both')
    await until(() => ann.lastSaved === ann.sent, 'all is saved')
    expect(ann.refused).toEqual([])
  })
})

describe('saved', () => {
  it('counts the update-bearing frames of the connection that are on disk, those with nothing new too', async () => {
    await start()
    const ann = await raw('ann').sync()
    await until(() => ann.lastSaved === 1, 'the step 2 that brought nothing')
    for (let index = 0; index < 20; index++) ann.change((own) => own.insert(1 + index, 'x', {}))
    await until(() => ann.lastSaved === 21, 'all 21')
    expect(ann.saved).toEqual([...ann.saved].sort((a, b) => a - b))
    expect(await storedText(room.storage, 'story1')).toBe(`\n${'x'.repeat(20)}${text}`)
    ann.sendSync(SYNC.update, Y.encodeStateAsUpdate(ann.doc, Y.encodeStateVector(new Y.Doc())))
    await until(() => ann.lastSaved === 22, 'the repetition')
    expect((await room.storage.rooms.load('story1'))?.tail.length).toBeLessThanOrEqual(20)
  })

  it('is told to nobody, and nothing is shown to anybody, before the commit', async () => {
    const between = new StorageInBetween()
    await start({ wrap: between.wrap })
    const [ann, bob] = [await raw('ann').sync(), await raw('bob').sync()]
    await until(() => ann.lastSaved === 1 && bob.lastSaved === 1, 'both have said hello')
    between.hold()
    for (const letter of 'abc') ann.change((own) => own.insert(1, letter, {}))
    await until(() => between.appends > 0, 'the commit has begun')
    const carl = await raw('carl').sync()
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect([ann.saved, bob.updates, bob.text.toString(), carl.text.toString()]).toEqual([
      [1],
      [],
      `\n${text}`,
      `\n${text}`,
    ])
    between.release()
    await until(() => ann.lastSaved === 4 && bob.text.toString() === `\ncba${text}`, 'saved and shown')
    await until(() => carl.text.toString() === `\ncba${text}`, 'shown to who came meanwhile')
    // What one person sent while a commit was on its way went to disk and out as one.
    expect(between.batches.length).toBeLessThanOrEqual(2)
    expect(between.batches.every((updates) => updates === 1)).toBe(true)
    expect(bob.updates.length).toBeLessThanOrEqual(2)
  })

  it('is shown to many listeners as one frame for all who wrote meanwhile, and to each of those without their own', async () => {
    const between = new StorageInBetween()
    await start({ wrap: between.wrap })
    const people = await Promise.all(['ann', 'ben', 'carl', 'dora', 'eve', 'fay'].map((name) => raw(name).sync()))
    const [ann, ben, carl, dora] = people as [RawClient, RawClient, RawClient, RawClient]
    await until(() => people.every(({ lastSaved }) => lastSaved === 1), 'all have said hello')
    between.hold()
    ann.change((own) => own.insert(1, 'a', {}))
    await until(() => between.appends > 0, 'the commit has begun')
    ben.change((own) => own.insert(1, 'b', {}))
    carl.change((own) => own.insert(own.length, 'c', {}))
    // Answered behind the change, so the change has arrived.
    await Promise.all([ben.sync(), carl.sync()])
    between.release()
    await until(() => people.every(({ text: { length } }) => length === text.length + 4), 'all have it all')
    expect(new Set(people.map((person) => person.text.toString())).size).toBe(1)
    expect(between.batches).toEqual([1, 2])
    expect(people.map(({ updates }) => updates.length)).toEqual([1, 2, 2, 2, 2, 2])
    const clientsIn = (update?: Uint8Array) => [...Y.parseUpdateMeta(update ?? new Uint8Array()).to.keys()].sort()
    const ids = [ben.doc.clientID, carl.doc.clientID]
    expect(clientsIn(dora.updates[1])).toEqual([...ids].sort())
    expect(clientsIn(ben.updates[1])).toEqual(ids.slice(1))
    expect(ben.lastSaved).toBe(2)
  })

  it('is not told for a repetition of what is still on its way to the disk', async () => {
    const between = new StorageInBetween()
    await start({ wrap: between.wrap })
    const ann = await raw('ann').sync()
    await until(() => ann.lastSaved === 1, 'hello')
    between.hold()
    ann.change((own) => own.insert(1, 'x', {}))
    await until(() => between.appends > 0, 'the commit has begun')
    const again = raw('ann', {}, 'story1', ann.doc.clientID)
    Y.applyUpdate(again.doc, Y.encodeStateAsUpdate(ann.doc))
    await again.sync()
    again.sendSync(
      SYNC.update,
      Y.encodeStateAsUpdate(
        ann.doc,
        Y.encodeStateVectorFromUpdate((await room.storage.rooms.load('story1'))?.snapshot ?? new Uint8Array()),
      ),
    )
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(again.saved).toEqual([])
    between.release()
    await until(() => again.lastSaved === again.sent, 'now it is')
  })

  it('waits through failing commits: the room says that it is not saving, keeps trying and loses nothing', async () => {
    const between = new StorageInBetween()
    await start({ wrap: between.wrap })
    const [ann, bob] = [await raw('ann').sync(), await raw('bob').sync()]
    const mute = stock('stan')
    await until(() => ann.lastSaved === 1 && mute.provider.synced, 'hello')
    between.failing = true
    for (const letter of 'abc') ann.change((own) => own.insert(1, letter, {}))
    await until(() => ann.refused.length > 0 && bob.refused.length > 0, 'the room has told')
    expect(ann.refused).toEqual([{ frame: 0, code: 'unavailable', message: expect.any(String) }])
    const late = await raw('late').sync()
    await until(() => late.refused.length === 1, 'who comes now is told too')
    expect(ann.lastSaved).toBe(1)
    expect(bob.updates).toEqual([])
    between.failing = false
    await until(() => ann.lastSaved === 4 && bob.text.toString() === `\ncba${text}`, 'saved and shown after all')
    expect(await storedText(room.storage, 'story1')).toBe(`\ncba${text}`)
    expect(room.faults.map(({ what }) => what)).toEqual(['append'])
    expect(mute.provider.wsconnected).toBe(true)
  })

  it('stops reading from the sockets while too much is unwritten, and goes on when it is written', async () => {
    const between = new StorageInBetween()
    await start({ wrap: between.wrap, limits: { unwrittenBytes: 20_000 } })
    const ann = await raw('ann').sync()
    await until(() => ann.lastSaved === 1, 'hello')
    between.hold()
    for (let index = 0; index < 400; index++) ann.change((own) => own.insert(1, 'x'.repeat(1000), {}))
    await new Promise((resolve) => setTimeout(resolve, 100))
    between.release()
    await until(() => ann.lastSaved === 401, 'all of it')
    expect(await storedText(room.storage, 'story1')).toHaveLength(400_024)
  })
})

describe('a refused update', () => {
  it('is answered with its number and a reason, is seen by nobody and does not count as saved', async () => {
    await start()
    const [rae, bob] = [await raw('rae', { role: 'reader' }).sync(), await raw('bob').sync()]
    expect(rae.text.toString()).toBe(`\n${text}`)
    const frame = rae.change((own) => own.insert(1, 'x', {}))
    await until(() => rae.refused.length === 1, 'refused')
    expect(rae.refused[0]).toEqual({ frame, code: 'forbidden', message: expect.stringMatching(/read/) })
    rae.sendSync(SYNC.update, new Uint8Array([0, 0]))
    bob.change((own) => own.insert(1, 'y', {}))
    await until(() => rae.updates.length === 1, 'the reader still reads')
    expect(rae.lastSaved).toBe(1)
    expect(await storedText(room.storage, 'story1')).toBe(`\ny${text}`)
  })

  it('is dropped without an answer for a stock client, and a reader’s clean-up for everybody', async () => {
    await start()
    const rae = raw('rae', { role: 'reader' })
    await rae.sync()
    rae.sendSync(SYNC.update, Uint8Array.from([0, 1, ...varUint(SEED_CLIENT), 1, 2, 1]))
    await until(() => rae.lastSaved === 2, 'taken note of')
    expect(rae.refused).toEqual([])
    expect(await storedText(room.storage, 'story1')).toBe(`\n${text}`)
    const client = new RawClient(room.url, { user: 'sam', role: 'reader' })
    clients.push(client)
    await client.sync()
    client.change((own) => own.insert(1, 'x', {}))
    await client.sync()
    expect([client.refused, client.saved, client.closed]).toEqual([[], [], null])
  })

  it('ends the connection when it comes again and again', async () => {
    await start({ limits: { refusals: 5 } })
    const rae = await raw('rae', { role: 'reader' }).sync()
    for (let index = 0; index < 6; index++) rae.change((own) => own.insert(1, 'x', {}))
    await until(() => rae.closed !== null, 'closed')
    expect(rae.closed).toBe(CLOSE.policy)
    expect(rae.refused).toHaveLength(5)
  })

  it('is refused from the next message on when the role changes, and ends nothing for the others', async () => {
    await start()
    const [ann, bob] = [await raw('ann').sync(), await raw('bob').sync()]
    ann.change((own) => own.insert(1, 'a', {}))
    await until(() => ann.lastSaved === 2, 'saved')
    room.rooms.setRole('story1', 'ann', 'reader', 'Ann')
    ann.change((own) => own.insert(1, 'b', {}))
    await until(() => ann.refused.length === 1, 'refused')
    room.rooms.setRole('story1', 'ann', null, 'Ann')
    await until(() => ann.closed !== null, 'closed')
    expect(ann.closed).toBe(CLOSE.forbidden)
    expect(bob.closed).toBeNull()
    expect(bob.text.toString()).toBe(`\na${text}`)
  })

  it('is what makes a story bigger than a story may be', async () => {
    await start({ limits: { storyBytes: 10_000 } })
    const ann = await raw('ann').sync()
    ann.change((own) => own.insert(1, 'x'.repeat(8000), {}))
    await until(() => ann.lastSaved === 2, 'saved')
    ann.change((own) => own.insert(1, 'x'.repeat(8000), {}))
    await until(() => ann.refused.length === 1, 'refused')
    expect(ann.refused[0]).toMatchObject({ frame: 3, code: 'too-large' })
  })

  it('is held for a moment when it builds on something unknown, then refused', async () => {
    await start({ limits: { heldFor: 30 } })
    const ann = await raw('ann').sync()
    ann.answers = false
    ann.sendSync(SYNC.update, gapUpdate(ann.doc.clientID))
    await until(() => ann.refused.length === 1, 'refused in the end')
    expect(ann.refused[0]).toMatchObject({ frame: 2, code: 'conflict' })
    expect(ann.closed).toBeNull()
  })
})

describe('a message that cannot be read', () => {
  const sync = (kind: number, payload: number[]) => Uint8Array.from([0, kind, payload.length, ...payload])
  const messages: [string, Uint8Array | string][] = [
    ['nothing', new Uint8Array()],
    ['text', 'hello'],
    ['an unknown type', Uint8Array.of(77, 1, 0)],
    ['our own "saved"', Uint8Array.of(100, 1)],
    ['a sync message cut short', Uint8Array.of(0, 2, 9, 1)],
    ['an unknown sync message', sync(9, [0])],
    ['bytes behind a sync message', Uint8Array.of(0, 0, 1, 0, 0)],
    ['a malformed update', sync(2, [1, 2, 3])],
    ['an empty update', sync(2, [])],
    ['a malformed state vector', sync(0, [9, 9])],
    ['a malformed presence', Uint8Array.of(1, 2, 5, 5)],
    ['a presence that is not JSON', Uint8Array.of(1, 5, 1, 5, 0, 1, 0x7b)],
    ['an integer without end', Uint8Array.from([0, ...Array.from({ length: 20 }, () => 0xff)])],
  ]
  for (const [what, message] of messages) {
    it(`closes the connection that sent ${what}, and harms nobody else`, async () => {
      await start()
      const [bad, bob] = [await raw('bad').sync(), await raw('bob').sync()]
      bad.socket.send(message)
      await until(() => bad.closed !== null, 'closed')
      expect(bad.closed).toBe(CLOSE.malformed)
      bob.change((own) => own.insert(1, 'x', {}))
      await until(() => bob.lastSaved === 2, 'bob goes on')
      expect(room.faults.filter(({ what }) => what !== 'receive')).toEqual([])
    })
  }
})

describe('coming and going', () => {
  it('lets the last state go from memory after a while, and opens it again with all that was written', async () => {
    await start({ limits: { linger: 20, closingRows: 2, surveyAfter: 10_000 } })
    const ann = await raw('ann').sync()
    for (const letter of 'abcd') {
      const frame = ann.change((own) => own.insert(1, letter, {}))
      await until(() => ann.lastSaved === frame, 'saved')
    }
    ann.close()
    await until(async () => (await room.storage.rooms.load('story1'))?.tail.length === 0, 'folded into the snapshot')
    const story = await room.storage.stories.get('story1')
    expect(story).toMatchObject({ lines: 2, words: 4, changedBy: 'ann' })
    const bob = await raw('bob').sync()
    expect(bob.text.toString()).toBe(`\ndcba${text}`)
    bob.change((own) => own.insert(1, 'e', {}))
    await until(() => bob.lastSaved === 2, 'written on')
    expect(await storedText(room.storage, 'story1')).toBe(`\nedcba${text}`)
    expect(room.faults).toEqual([])
  })

  it('folds a few long changes into the snapshot when the story is let go', async () => {
    await start({ limits: { linger: 20, surveyAfter: 10_000 } })
    const ann = await raw('ann').sync()
    const frame = ann.change((own) => own.insert(1, 'long '.repeat(2000), {}))
    await until(() => ann.lastSaved === frame, 'saved')
    ann.close()
    await until(async () => (await room.storage.rooms.load('story1'))?.tail.length === 0, 'folded into the snapshot')
    expect(await storedText(room.storage, 'story1')).toBe(`\n${'long '.repeat(2000)}${text}`)
  })

  it('keeps the text through people coming at the very moment the story is let go', async () => {
    await start({ limits: { linger: 1, closingRows: 1 } })
    let expected = text
    for (let round = 0; round < 15; round++) {
      const ann = await raw('ann').sync()
      expect(ann.text.toString()).toBe(`\n${expected}`)
      const frame = ann.change((own) => own.insert(1, String(round % 10), {}))
      await until(() => ann.lastSaved === frame, 'saved')
      expected = String(round % 10) + expected
      ann.close()
      await new Promise((resolve) => setTimeout(resolve, round))
    }
    expect(await storedText(room.storage, 'story1')).toBe(`\n${expected}`)
    expect(room.faults).toEqual([])
  })

  it('folds a long tail while people write, without a stop and without a loss', async () => {
    await start({ limits: { compactRows: 10 } })
    const [ann, bob] = [await raw('ann').sync(), await raw('bob').sync()]
    for (let index = 0; index < 60; index++) {
      const frame = ann.change((own) => own.insert(1, 'x', {}))
      await until(() => ann.lastSaved === frame, 'saved')
    }
    await until(async () => ((await room.storage.rooms.load('story1'))?.tail.length ?? 99) < 30, 'folded')
    await until(() => bob.text.length === 84, 'bob has it all')
    expect((await raw('carl').sync()).text.toString()).toBe(bob.text.toString())
    expect((await storedText(room.storage, 'story1')).length).toBe(84)
  })

  it('takes the title and the counts once the text is quiet, and says so', async () => {
    await start({ limits: { surveyAfter: 30 } })
    const heard: string[] = []
    room.rooms.on('counted', (story) => heard.push(`counted ${story}`))
    const off = room.rooms.on('changed', (story) => heard.push(`changed ${story}`))
    const ann = await raw('ann').sync()
    ann.change((own) => own.insert(10, ' More words here.', {}))
    await until(() => heard.includes('counted story1'), 'counted')
    expect(heard).toEqual(['changed story1', 'counted story1'])
    expect(await room.storage.stories.get('story1')).toMatchObject({ words: 7, lines: 2, changedBy: 'ann' })
    off()
    ann.change((own) => own.insert(1, 'x', {}))
    await until(() => ann.lastSaved === 3, 'saved')
    expect(heard.filter((event) => event.startsWith('changed'))).toHaveLength(1)
  })

  it('sends who opens a story that is not there away for good', async () => {
    await start()
    const ann = raw('ann', {}, 'nothing')
    await until(() => ann.closed !== null, 'closed')
    expect(ann.closed).toBe(CLOSE.gone)
    expect(room.rooms.present('nothing')).toEqual([])
  })

  it('tells of a damaged story, and opens the others', async () => {
    const broken = {
      wrap: (storage: RoomUnderTest['storage']) => ({
        ...new StorageInBetween().wrap(storage),
        rooms: {
          append: storage.rooms.append.bind(storage.rooms),
          compact: storage.rooms.compact.bind(storage.rooms),
          load: async (story: string) => {
            if (story === 'story1') throw new Error('damaged')
            return storage.rooms.load(story)
          },
        },
      }),
    }
    await start(broken)
    await addStory(room.storage, 'story2', ['Second'])
    const ann = raw('ann')
    await until(() => ann.closed !== null, 'closed')
    expect(ann.closed).toBe(CLOSE.tryLater)
    expect(ann.refused).toMatchObject([{ frame: 0, code: 'unavailable' }])
    expect(room.faults).toMatchObject([{ room: 'story1', what: 'load' }])
    expect((await raw('ann', {}, 'story2').sync()).text.toString()).toBe('\nSecond')
  })

  it('knows who is inside, each once, and tells when somebody comes or goes', async () => {
    await start()
    let heard = 0
    room.rooms.on('presence', () => heard++)
    const first = await raw('ann').sync()
    await raw('ann').sync()
    await raw('bob').sync()
    expect(room.rooms.present('story1')).toEqual(['ann', 'bob'])
    expect(heard).toBe(3)
    first.close()
    await until(() => heard === 4, 'told')
    expect(room.rooms.present('story1')).toEqual(['bob', 'ann'].sort())
  })

  it('drops by story and by person', async () => {
    await start()
    await addStory(room.storage, 'story2', ['Second'])
    const [one, two, bob] = [await raw('ann').sync(), await raw('ann', {}, 'story2').sync(), await raw('bob').sync()]
    room.rooms.drop({ story: 'story1', user: 'ann' }, CLOSE.forbidden, 'Access ended.')
    await until(() => one.closed === CLOSE.forbidden, 'one is out')
    expect([two.closed, bob.closed]).toEqual([null, null])
    room.rooms.drop({ user: 'ann' }, CLOSE.signedOut, 'Access ended.')
    await until(() => two.closed === CLOSE.signedOut, 'two is out')
    room.rooms.drop({ story: 'story1' }, CLOSE.gone, 'Access ended.')
    await until(() => bob.closed === CLOSE.gone, 'bob is out')
  })

  it('takes no more connections than it bears', async () => {
    await start({ limits: { peersPerRoom: 3, peersPerPerson: 2 } })
    await raw('ann').sync()
    await raw('ann').sync()
    const third = raw('ann')
    await until(() => third.closed !== null, 'closed')
    expect(third.closed).toBe(CLOSE.tryLater)
    await raw('bob').sync()
    const fourth = raw('carl')
    await until(() => fourth.closed !== null, 'closed')
    expect(fourth.closed).toBe(CLOSE.tryLater)
  })

  it('stops: what was sent is on disk and acknowledged, everybody is told to come back, and the tail is folded', async () => {
    const between = new StorageInBetween()
    await start({ wrap: between.wrap, limits: { closingRows: 1 } })
    const ann = await raw('ann').sync()
    await until(() => ann.lastSaved === 1, 'hello')
    between.hold()
    ann.change((own) => own.insert(1, 'last words ', {}))
    await until(() => between.appends === 1, 'on its way')
    const stopped = room.rooms.close()
    between.release()
    await stopped
    await until(() => ann.closed !== null, 'closed')
    expect([ann.closed, ann.lastSaved]).toEqual([CLOSE.restarting, 2])
    const stored = await room.storage.rooms.load('story1')
    expect(stored).toMatchObject({ upto: 1, tail: [] })
    expect(await storedText(room.storage, 'story1')).toBe(`\nlast words ${text}`)
    const late = raw('late')
    await until(() => late.closed !== null, 'nobody comes in any more')
    expect(late.closed).toBe(CLOSE.restarting)
  })

  it('stops in time although nothing can be written, and has acknowledged none of it', async () => {
    const between = new StorageInBetween()
    await start({ wrap: between.wrap, limits: { closeWithin: 200 } })
    const ann = await raw('ann').sync()
    await until(() => ann.lastSaved === 1, 'hello')
    between.failing = true
    ann.change((own) => own.insert(1, 'x', {}))
    await until(() => between.appends > 0, 'tried')
    await room.rooms.close()
    await until(() => ann.closed !== null, 'closed')
    expect(ann.lastSaved).toBe(1)
    expect(await storedText(room.storage, 'story1')).toBe(`\n${text}`)
  })
})

describe('slow and dead connections', () => {
  it('leaves one behind that takes nothing, and brings it up to date at once when it does', async () => {
    await start({ limits: { behindBuffer: 100_000, caughtUpBuffer: 10_000, compactBytes: 100 << 20 } })
    const [slow, ann] = [await raw('slow').sync(), await raw('ann').sync()]
    await until(() => ann.lastSaved === 1, 'hello')
    slow.socket.pause()
    const size = 60_000
    for (let index = 0; index < 100; index++) {
      const frame = ann.change((own) => own.insert(1, String(index % 10).repeat(size), {}))
      await until(() => ann.lastSaved === frame, 'saved')
      // The system's own buffers take some megabytes before the socket's begins to fill.
      ann.change((own) => own.delete(1, size))
    }
    ann.change((own) => own.insert(1, 'end ', {}))
    await until(() => ann.lastSaved === ann.sent, 'saved')
    const sent = [...room.wss.clients].map((socket) => socket.bufferedAmount)
    expect(Math.max(...sent)).toBeLessThan(2_000_000)
    slow.socket.resume()
    await until(() => slow.text.toString() === ann.text.toString(), 'the slow one has caught up')
    expect(slow.updates.length).toBeLessThanOrEqual(ann.sent)
  })

  it('lets one go that takes nothing for too long', async () => {
    await start({ limits: { behindBuffer: 1000, stalledFor: 300, caughtUpBuffer: 500 } })
    const [slow, ann] = [await raw('slow').sync(), await raw('ann').sync()]
    slow.socket.pause()
    for (let index = 0; index < 120 && room.rooms.present('story1').includes('slow'); index++) {
      const frame = ann.change((own) => own.insert(1, 'x'.repeat(100_000), {}))
      await until(() => ann.lastSaved === frame, 'saved')
      ann.change((own) => own.delete(1, 100_000))
    }
    await until(() => !room.rooms.present('story1').includes('slow'), 'let go')
    expect(ann.closed).toBeNull()
  })

  it('ends a connection that does not answer a ping', async () => {
    await start({ limits: { pingEvery: 60 } })
    const [dead, ann] = [await raw('dead').sync(), await raw('ann').sync()]
    dead.socket.pause()
    await until(() => room.rooms.present('story1').join() === 'ann', 'the dead one is out')
    expect(ann.closed).toBeNull()
  })
})

function varUint(value: number): number[] {
  const bytes: number[] = []
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    bytes.push(rest < 128 ? rest : (rest % 128) | 0x80)
    if (rest < 128) return bytes
  }
}

/** A letter at clock 7 of a client that has written nothing. */
function gapUpdate(client: number): Uint8Array {
  return Uint8Array.from([1, 1, ...varUint(client), 7, 0x84, ...varUint(SEED_CLIENT), 1, 1, 0x78, 0])
}
