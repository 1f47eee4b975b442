/** What every storage must do about a story's review: events in order, with the text or alone, for those who may see them. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { Append, Storage, StoredEvent } from '../../server/storage/storage.ts'
import type { EventFigures } from '../../shared/review/figures.ts'
import { bytes, newStory } from './rows.ts'

/** `now` gives the storage of the running test, open and empty; `reopen` closes it and opens it again. */
export function reviewContract(now: () => Storage, reopen: () => Promise<void>): void {
  const event = (seq: number, change: Partial<StoredEvent> = {}): StoredEvent => ({
    seq,
    id: `command${seq}`,
    at: 1_700_000_000_000 + seq,
    user: 'ann',
    alone: false,
    body: `{"type":"resolve","note":"Näme ${seq}"}`,
    ...change,
  })
  const events = (...list: StoredEvent[]): Append => ({
    story: 'story1',
    user: 'ann',
    at: 1,
    update: null,
    newClients: [],
    events: list,
  })

  describe('review', () => {
    let storage: Storage
    beforeEach(async () => {
      storage = now()
      await storage.stories.create(newStory('story1'))
      await storage.stories.create(newStory('story2'))
    })

    it('has no events at first, and none of a story that is not there', async () => {
      for (const story of ['story1', 'missing']) {
        expect(await storage.review.list(story, 0, 10)).toEqual({ events: [], upto: 0, head: 0 })
        expect(await storage.review.head(story)).toBe(0)
      }
    })

    it('gives events back in order, across a reopening, and answers 0 for those that came without text', async () => {
      const asked = [
        storage.rooms.append([events(event(1), event(2))]),
        storage.rooms.append([{ ...events(event(3)), update: bytes(9), newClients: [7] }, events(event(4))]),
      ]
      expect(await Promise.all(asked)).toEqual([[0], [1, 0]])
      await storage.rooms.append([{ ...events(event(1)), story: 'story2' }])
      await reopen()
      storage = now()
      const all = [1, 2, 3, 4].map((seq) => event(seq))
      expect(await storage.review.list('story1', 0, 10)).toEqual({ events: all, upto: 4, head: 4 })
      expect(await storage.review.list('story1', 2, 10)).toEqual({ events: all.slice(2), upto: 4, head: 4 })
      expect(await storage.review.list('story1', 1, 2)).toEqual({ events: all.slice(1, 3), upto: 3, head: 4 })
      expect(await storage.review.list('story1', 9, 2)).toEqual({ events: [], upto: 4, head: 4 })
      const room = await storage.rooms.load('story1')
      expect(room?.tail).toMatchObject([{ seq: 1, update: bytes(9) }])
      expect(room?.clients.get(7)).toBe('ann')
    })

    it('gives a reader nothing that is for another alone, and accounts for it', async () => {
      await storage.rooms.append([
        events(event(1), event(2, { alone: true }), event(3, { alone: true, user: 'bob' }), event(4, { alone: true })),
      ])
      const seqs = async (after: number, limit: number, reader?: string) => {
        const page = await storage.review.list('story1', after, limit, reader)
        return [page.events.map(({ seq }) => seq), page.upto, page.head]
      }
      expect(await seqs(0, 10, 'ann')).toEqual([[1, 2, 4], 4, 4])
      expect(await seqs(0, 10, 'bob')).toEqual([[1, 3], 4, 4])
      expect(await seqs(0, 10, 'eve')).toEqual([[1], 4, 4])
      expect(await seqs(0, 1, 'eve')).toEqual([[1], 4, 4])
      expect(await seqs(0, 2, 'ann')).toEqual([[1, 2], 2, 4])
      expect(await seqs(1, 10, 'eve')).toEqual([[], 4, 4])
      expect(await seqs(0, 10)).toEqual([[1, 2, 3, 4], 4, 4])
    })

    it('gives no page of more than about 1 MiB, and at least one event', async () => {
      const big = (seq: number) => event(seq, { body: JSON.stringify('x'.repeat(700_000)) })
      await storage.rooms.append([events(big(1), big(2), event(3), event(4))])
      const first = await storage.review.list('story1', 0, 10)
      expect(first.events.map(({ seq }) => seq)).toEqual([1, 2])
      expect(first).toMatchObject({ upto: 2, head: 4 })
      expect((await storage.review.list('story1', 2, 10)).events).toHaveLength(2)
    })

    it('passes over events that are stored already, and refuses another under a number that is taken', async () => {
      const twice = events(event(1), event(2))
      await storage.rooms.append([twice])
      expect(await storage.rooms.append([twice])).toEqual([0])
      await expect(storage.rooms.append([events(event(2, { id: 'command9' }))])).rejects.toThrow()
      expect((await storage.review.list('story1', 0, 10)).events).toEqual([event(1), event(2)])
    })

    it('stores neither the events nor the text of a commit of which one part is impossible', async () => {
      await storage.rooms.append([events(event(1))])
      const both = { ...events(event(1, { id: 'command9' })), update: bytes(1) }
      await expect(storage.rooms.append([both])).rejects.toThrow()
      await expect(storage.rooms.append([{ ...events(event(1)), story: 'missing' }])).rejects.toThrow()
      expect((await storage.rooms.load('story1'))?.tail).toEqual([])
      expect(await storage.review.head('story1')).toBe(1)
    })

    it('knows the number of an event by its command', async () => {
      await storage.rooms.append([events(event(1), event(2))])
      const known = await storage.review.seqOf('story1', ['command2', 'command7', 'command1'])
      expect(known).toEqual(
        new Map([
          ['command2', 2],
          ['command1', 1],
        ]),
      )
      expect(await storage.review.seqOf('story2', ['command1'])).toEqual(new Map())
      expect(await storage.review.seqOf('story1', [])).toEqual(new Map())
    })

    it('remembers how far direct writing has been noted, in the commit of its events', async () => {
      await storage.rooms.append([{ ...events(), update: bytes(1) }])
      expect((await storage.rooms.load('story1'))?.noted).toBe(0)
      await storage.rooms.append([{ ...events(event(1)), noted: 1 }])
      expect((await storage.rooms.load('story1'))?.noted).toBe(1)
      await expect(storage.rooms.append([{ ...events(event(1, { id: 'other' })), noted: 5 }])).rejects.toThrow()
      expect((await storage.rooms.load('story1'))?.noted).toBe(1)
    })

    it('keeps figures with their events, once, and none of a commit that fails', async () => {
      const figure = (seq: number, change: Partial<EventFigures> = {}): EventFigures => ({
        seq,
        by: 'ann',
        open: null,
        news: [],
        over: [],
        seen: null,
        ...change,
      })
      const open = (account: string, notes: number, suggestions: number) => ({ open: { account, notes, suggestions } })
      const news = (item: string, part = 'opened', to = '') => ({ news: [{ item, part, to }] })
      const told = async (...readers: string[]) =>
        (await storage.review.figures(readers.map((reader) => ({ story: 'story1', reader })))).map(
          ({ notes, suggestions, fresh, seenAt }) => [notes, suggestions, fresh, seenAt],
        )
      const first = {
        ...events(event(1), event(2), event(3), event(4)),
        figures: [
          figure(1, { ...open('', 1, 0), ...news('note1') }),
          figure(2, { by: 'bob', seen: { upto: 1, at: 77 } }),
          figure(3, { ...open('', 1, 1), ...news('sugg1', 'proposed') }),
          figure(4, open('ann', 3, 0)),
        ],
      }
      await storage.rooms.append([first])
      await storage.rooms.append([first])
      const impossible = { ...events(event(4, { id: 'other' })), figures: [figure(5, open('', 9, 9))] }
      await expect(storage.rooms.append([impossible])).rejects.toThrow()
      await reopen()
      storage = now()
      expect(await told('ann', 'bob', '', 'eve')).toEqual([
        [4, 1, 0, null],
        [1, 1, 1, 77],
        [1, 1, 0, null],
        [1, 1, 0, null],
      ])
      const then = {
        ...events(event(5), event(6), event(7)),
        figures: [
          figure(5, { ...news('sugg1', 'decided', 'cid'), over: [{ item: 'sugg1', part: 'proposed' }] }),
          figure(6, news('note1', 'reply1')),
          figure(7, { by: 'bob', ...news('note9') }),
        ],
      }
      await storage.rooms.append([then])
      expect(await told('bob')).toEqual([[1, 1, 1, 77]])
    })

    it('remembers for the webhook how far each story was delivered, from where it was first asked', async () => {
      await storage.rooms.append([events(event(1), event(2))])
      expect(await storage.webhook.behind()).toEqual(['story1'])
      await storage.webhook.begin()
      expect([await storage.webhook.behind(), await storage.webhook.position('story1')]).toEqual([[], 2])
      await storage.stories.create(newStory('story3'))
      await storage.rooms.append([events(event(3)), { ...events(event(1)), story: 'story3' }])
      await storage.webhook.begin()
      expect(await storage.webhook.behind()).toEqual(['story1', 'story3'])
      await storage.webhook.move('story1', 3)
      await storage.webhook.move('story3', 1)
      await reopen()
      storage = now()
      expect([await storage.webhook.behind(), await storage.webhook.position('story3')]).toEqual([[], 1])
    })
  })
}
