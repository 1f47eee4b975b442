/**
 * What every storage must do, whatever it is made of. A test file of each implementation calls `storageContract` with
 * a function that opens it on an empty place.
 */
import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Append, Storage, StoredStory } from '../../server/storage/storage.ts'
import { NEW_FORM } from '../../shared/story/file-form.ts'
import { peopleContract } from './people.ts'
import type { Place } from './place.ts'
import { reviewContract } from './review.ts'
import { bytes, newStory, storyRow } from './rows.ts'

export function append(story: string, user: string, update: Uint8Array, newClients: number[] = []): Append {
  return { story, user, at: 1_700_000_000_002, update, newClients }
}

/** A row of a log as it comes back. */
function row(seq: number, update: Uint8Array, user = 'ann') {
  return { seq, update, user, at: 1_700_000_000_002 }
}

export function storageContract(name: string, makePlace: () => Promise<Place>): void {
  describe(`storage contract: ${name}`, () => {
    let place: Place
    let storage: Storage

    beforeEach(async () => {
      place = await makePlace()
      storage = await place.open()
    })

    afterEach(async () => {
      await storage.close()
      await place.remove()
    })

    const reopen = async () => {
      await storage.close()
      storage = await place.open()
    }

    describe('origins', () => {
      it('keeps the file a story came from, the newest state of it, across a restart', async () => {
        await storage.stories.create(newStory('story1'))
        expect(await storage.origins.get('story1')).toBeNull()
        await storage.origins.put('story1', { path: '/texts/one.txt', known: bytes(1, 2) })
        const before = await storage.origins.marks()
        await storage.origins.put('story1', { path: '/texts/one.txt', known: bytes(3) })
        await reopen()
        expect(await storage.origins.get('story1')).toEqual({ path: '/texts/one.txt', known: bytes(3) })
        expect(await storage.origins.paths()).toEqual(new Map([['story1', '/texts/one.txt']]))
        const after = await storage.origins.marks()
        expect(after.get('story1')?.path).toBe('/texts/one.txt')
        expect(after.get('story1')?.mark).not.toBe(before.get('story1')?.mark)
      })
    })

    describe('rooms', () => {
      it('answers null for a story that does not exist', async () => {
        expect(await storage.rooms.load('nothing')).toBeNull()
      })

      it('gives a new story back as its snapshot, with the server’s client id bound to no account', async () => {
        await storage.stories.create(newStory('story1'))
        const room = await storage.rooms.load('story1')
        expect(room).toEqual({
          snapshot: bytes(10, 11, 12),
          stateVector: bytes(1, 7, 2),
          upto: 0,
          tail: [],
          clients: new Map([[4_294_967_290, '']]),
          noted: 0,
        })
        expect(room?.snapshot).toBeInstanceOf(Uint8Array)
      })

      it('numbers the appends of each story from 1 without gaps, in the order asked', async () => {
        await storage.stories.create(newStory('story1'))
        await storage.stories.create(newStory('story2'))
        const seqs = await storage.rooms.append([
          append('story1', 'ann', bytes(1)),
          append('story2', 'ann', bytes(2)),
          append('story1', 'bob', bytes(3)),
        ])
        expect(seqs).toEqual([1, 1, 2])
        expect(await storage.rooms.append([append('story1', 'ann', bytes(4))])).toEqual([3])
        expect((await storage.rooms.load('story1'))?.tail).toEqual([
          row(1, bytes(1)),
          row(2, bytes(3), 'bob'),
          row(3, bytes(4)),
        ])
      })

      it('stores views into bigger buffers, empty updates and big ones byte for byte', async () => {
        await storage.stories.create(newStory('story1'))
        const big = new Uint8Array(randomBytes(3_000_000))
        await storage.rooms.append([
          append('story1', 'ann', big.subarray(100, 110)),
          append('story1', 'ann', new Uint8Array()),
          append('story1', 'ann', big),
        ])
        await reopen()
        const tail = (await storage.rooms.load('story1'))?.tail ?? []
        expect(tail[0]?.update).toEqual(big.slice(100, 110))
        expect(tail[1]?.update).toEqual(new Uint8Array())
        expect(Buffer.compare(tail[2]?.update ?? new Uint8Array(), big)).toBe(0)
      })

      it('keeps everything across a reopening', async () => {
        await storage.stories.create(newStory('story1'))
        await storage.rooms.append([append('story1', 'ann', bytes(1), [5, 4_294_967_295])])
        await reopen()
        const room = await storage.rooms.load('story1')
        expect(room?.tail).toEqual([row(1, bytes(1))])
        expect(room?.clients).toEqual(
          new Map([
            [5, 'ann'],
            [4_294_967_290, ''],
            [4_294_967_295, 'ann'],
          ]),
        )
      })

      it('keeps the first account of a client id', async () => {
        await storage.stories.create(newStory('story1'))
        await storage.rooms.append([append('story1', 'ann', bytes(1), [5])])
        await storage.rooms.append([append('story1', 'bob', bytes(2), [5])])
        expect((await storage.rooms.load('story1'))?.clients.get(5)).toBe('ann')
      })

      it('stores nothing of a batch of which one part is impossible', async () => {
        await storage.stories.create(newStory('story1'))
        const batch = [append('story1', 'ann', bytes(1), [9]), append('missing', 'ann', bytes(2))]
        await expect(storage.rooms.append(batch)).rejects.toThrow()
        const room = await storage.rooms.load('story1')
        expect(room?.tail).toEqual([])
        expect(room?.clients.has(9)).toBe(false)
        expect(await storage.rooms.append([append('story1', 'ann', bytes(3))])).toEqual([1])
      })

      it('does not let an impossible append take those down that share its commit', async () => {
        await storage.stories.create(newStory('story1'))
        const asked = Array.from({ length: 20 }, (_, index) =>
          storage.rooms.append([append(index === 7 ? 'missing' : 'story1', 'ann', bytes(index))]),
        )
        const outcomes = await Promise.allSettled(asked)
        expect(outcomes.map(({ status }) => status).filter((status) => status === 'rejected')).toHaveLength(1)
        expect(outcomes[7]?.status).toBe('rejected')
        expect((await storage.rooms.load('story1'))?.tail).toHaveLength(19)
      })

      it('keeps order and numbers when many ask at once and two processes append', async () => {
        await storage.stories.create(newStory('story1'))
        const other = await place.open()
        try {
          const writers = [storage, other].map(async (one, writer) => {
            const asked: Promise<number[]>[] = []
            for (let index = 0; index < 150; index++) {
              asked.push(one.rooms.append([append('story1', 'ann', bytes(writer, index))]))
              if (index % 30 === 29) await asked.at(-1)
            }
            return (await Promise.all(asked)).flat()
          })
          const [mine = [], theirs = []] = await Promise.all(writers)
          expect([...mine, ...theirs].sort((a, b) => a - b)).toEqual(Array.from({ length: 300 }, (_, i) => i + 1))
          const tail = (await storage.rooms.load('story1'))?.tail ?? []
          for (const [writer, seqs] of [mine, theirs].entries()) {
            expect(seqs).toEqual([...seqs].sort((a, b) => a - b))
            for (const [index, seq] of seqs.entries()) expect(tail[seq - 1]?.update).toEqual(bytes(writer, index))
          }
        } finally {
          await other.close()
        }
      })

      it('compacts: the snapshot takes the place of the rows up to a seq, later rows and numbers stay', async () => {
        await storage.stories.create(newStory('story1'))
        await storage.rooms.append([1, 2, 3].map((value) => append('story1', 'ann', bytes(value), [value])))
        await storage.rooms.compact('story1', 2, bytes(20), bytes(21))
        const room = await storage.rooms.load('story1')
        expect(room).toMatchObject({ snapshot: bytes(20), stateVector: bytes(21), upto: 2 })
        expect(room?.tail).toEqual([row(3, bytes(3))])
        expect(room?.clients.size).toBe(4)
        expect(await storage.stories.textHead('story1')).toBe(3)
        await storage.rooms.compact('story1', 3, bytes(30), bytes(31))
        expect(await storage.stories.textHead('story1')).toBe(3)
        expect(await storage.rooms.append([append('story1', 'ann', bytes(4))])).toEqual([4])
        expect(await storage.stories.textHead('story1')).toBe(4)
      })

      it('never compacts backwards, past the head, or a story that is not there', async () => {
        await storage.stories.create(newStory('story1'))
        await storage.rooms.append([1, 2, 3].map((value) => append('story1', 'ann', bytes(value))))
        await storage.rooms.compact('story1', 2, bytes(20), bytes(21))
        await expect(storage.rooms.compact('story1', 1, bytes(30), bytes(31))).rejects.toThrow()
        await expect(storage.rooms.compact('story1', 4, bytes(30), bytes(31))).rejects.toThrow()
        await expect(storage.rooms.compact('missing', 0, bytes(30), bytes(31))).rejects.toThrow()
        const room = await storage.rooms.load('story1')
        expect(room).toMatchObject({ snapshot: bytes(20), upto: 2 })
        expect(room?.tail).toHaveLength(1)
      })

      it('reports a flipped bit in an update or in a snapshot, naming story and update', async () => {
        await storage.stories.create(newStory('story1'))
        await storage.stories.create(newStory('story2'))
        await storage.rooms.append([append('story1', 'ann', bytes(1, 2, 3)), append('story1', 'ann', bytes(4, 5, 6))])
        await place.flip('story1', 2)
        await expect(storage.rooms.load('story1')).rejects.toMatchObject({
          name: 'DamagedError',
          message: expect.stringMatching(/update 2 of story story1/),
        })
        await place.flip('story2', 0)
        await expect(storage.rooms.load('story2')).rejects.toMatchObject({
          name: 'DamagedError',
          message: expect.stringMatching(/story2/),
        })
      })

      it('reports a lost update, the last one too', async () => {
        await storage.stories.create(newStory('story1'))
        await storage.rooms.append([1, 2, 3].map((value) => append('story1', 'ann', bytes(value))))
        await place.lose('story1', 3)
        await expect(storage.rooms.load('story1')).rejects.toMatchObject({ name: 'DamagedError' })
        await place.lose('story1', 1)
        await expect(storage.rooms.load('story1')).rejects.toMatchObject({
          name: 'DamagedError',
          message: expect.stringMatching(/lost update 1\b/),
        })
      })
    })

    describe('stories', () => {
      it('gives back what was created, and null for what was not', async () => {
        const made = newStory('story1', {
          story: storyRow('story1', {
            title: 'Näme',
            name: 'a "b" \u{1f600}.txt',
            encodingGuessed: true,
            changedBy: 'ann',
            form: { encoding: 'windows-1252', bom: false, eol: '\r\n', gap: 1, ending: '\r\n\r' },
          }),
        })
        await storage.stories.create(made)
        expect(await storage.stories.get('story1')).toEqual(made.story)
        expect(await storage.stories.source('story1')).toEqual(bytes(1, 2, 3))
        expect(await storage.stories.get('nothing')).toBeNull()
        expect(await storage.stories.source('nothing')).toBeNull()
        expect(await storage.stories.hasSource('story1')).toBe(true)
        expect(await storage.stories.hasSource('nothing')).toBe(false)
      })

      it('has no source for a story that was started here', async () => {
        await storage.stories.create(newStory('story1', { source: null }))
        expect(await storage.stories.source('story1')).toBeNull()
        expect(await storage.stories.hasSource('story1')).toBe(false)
      })

      it('refuses the same id twice and changes nothing then', async () => {
        await storage.stories.create(newStory('story1'))
        await expect(storage.stories.create(newStory('story1', { snapshot: bytes(99) }))).rejects.toThrow()
        expect((await storage.rooms.load('story1'))?.snapshot).toEqual(bytes(10, 11, 12))
      })

      it('lists by age, without the deleted ones unless asked', async () => {
        await storage.stories.create(newStory('b', { story: storyRow('b', { createdAt: 2 }) }))
        await storage.stories.create(newStory('a', { story: storyRow('a', { createdAt: 1 }) }))
        await storage.stories.update('b', { deletedAt: 5 })
        expect((await storage.stories.list()).map(({ id }) => id)).toEqual(['a'])
        expect((await storage.stories.list({ deleted: true })).map(({ id }) => id)).toEqual(['a', 'b'])
        await storage.stories.update('b', { deletedAt: null })
        expect((await storage.stories.list()).map(({ id }) => id)).toEqual(['a', 'b'])
      })

      it('updates each field by itself', async () => {
        await storage.stories.create(newStory('story1'))
        const changes: Partial<Omit<StoredStory, 'id'>>[] = [
          { name: 'n' },
          { title: 't' },
          { title: null },
          { derivedTitle: 'd' },
          { opening: 'o' },
          { words: 9 },
          { lines: 8 },
          { form: { ...NEW_FORM, eol: '\r' } },
          { encodingGuessed: true },
          { createdAt: 11 },
          { changedAt: 12 },
          { changedBy: 'bob' },
          { changedBy: null },
          { deletedAt: 13 },
          {},
        ]
        let expected = storyRow('story1')
        for (const change of changes) {
          expected = { ...expected, ...change }
          await storage.stories.update('story1', change)
          expect(await storage.stories.get('story1')).toEqual(expected)
        }
      })
    })

    reviewContract(() => storage, reopen)
    peopleContract(() => ({ storage, place }))

    it('tells by its version that another process has written, and only then', async () => {
      const before = await storage.version()
      await storage.stories.create(newStory('story1'))
      expect(await storage.version()).toBe(before)
      const other = await place.open()
      await other.stories.create(newStory('story2'))
      await other.close()
      expect(await storage.version()).toBeGreaterThan(before)
      expect((await storage.stories.list()).map(({ id }) => id)).toEqual(['story1', 'story2'])
    })

    it('backs up to one self-contained file while in use, and never over a file that exists', async () => {
      await storage.stories.create(newStory('story1'))
      await storage.rooms.append([append('story1', 'ann', bytes(1), [5])])
      const file = place.freshFile()
      const running = Promise.all(
        Array.from({ length: 50 }, (_, index) => storage.rooms.append([append('story1', 'ann', bytes(index))])),
      )
      await storage.backup(file)
      await running
      await expect(storage.backup(file)).rejects.toMatchObject({ code: 'conflict' })
      const copy = await place.openBackup(file)
      try {
        const room = await copy.rooms.load('story1')
        expect(room?.tail[0]?.update).toEqual(bytes(1))
        expect(room?.clients.get(5)).toBe('ann')
        expect(await copy.stories.source('story1')).toEqual(bytes(1, 2, 3))
      } finally {
        await copy.close()
      }
    })

    it('can be opened by several processes at once while it is still empty', async () => {
      const fresh = await makePlace()
      const opened = await Promise.all([1, 2, 3, 4].map(() => fresh.open()))
      await opened[0]?.stories.create(newStory('story1'))
      for (const one of opened) expect(await one.stories.list()).toHaveLength(1)
      await Promise.all(opened.map((one) => one.close()))
      await fresh.remove()
    })
  })
}
