import { expect, test } from 'vitest'
import { replaceReason } from '../../../../client/panels/find/find-target.ts'
import { proposeFound, replacing, standingApart } from '../../../../client/panels/find/propose-found.ts'
import { apply } from '../../../../shared/review/change.ts'
import { ReviewDesk } from '../suggestions/review-desk.ts'

const PLAIN = { reason: '', label: null }

function found(clock: number, words: string, replacement: string) {
  const anchor = { first: { client: 1, clock }, last: { client: 1, clock: clock + words.length - 1 } }
  return { anchor, base: [{ insert: words }], replacement }
}

test('each match becomes a suggestion of its own with the reason and the tag; what would not change is left out', async () => {
  const review = new ReviewDesk('tomas')
  review.role = 'proofreader'
  const reason = replaceReason('gray', 'grey')
  const done = await proposeFound(
    review,
    [found(1, 'gray', 'grey'), found(9, 'grey', 'grey'), found(20, 'Gray', 'grey')],
    { reason, label: 'style' },
  )
  expect(done).toHaveLength(2)
  const all = [...review.state.peek().suggestions.values()]
  expect(all.map(({ reason, label }) => [reason, label])).toEqual([
    ['Replace all: gray → grey', 'style'],
    ['Replace all: gray → grey', 'style'],
  ])
  expect(all.map(({ base, change }) => apply(base, change))).toEqual([[{ insert: 'grey' }], [{ insert: 'grey' }]])
})

test('a replacement looks like the first of the words; nothing in their place takes them away', () => {
  const base = [{ insert: 'gr', attributes: { italic: true } }, { insert: 'ay' }]
  expect(replacing({ base, replacement: 'grey' })).toEqual([
    { delete: 4 },
    { insert: 'grey', attributes: { italic: true } },
  ])
  expect(replacing({ base, replacement: '' })).toEqual([{ delete: 4 }])
})

test('of a speech in other marks only the marks are taken away, and what stands between keeps its look', () => {
  const base = [{ insert: "'So " }, { insert: 'late', attributes: { italic: true as const } }, { insert: ",'" }]
  const change = replacing({ base, replacement: '"So late,"' })
  expect(change).toEqual([{ delete: 1 }, { insert: '"' }, { retain: 8 }, { delete: 1 }, { insert: '"' }])
  expect(apply(base, change ?? [])).toEqual([{ insert: '"So ' }, base[1], { insert: ',"' }])
  expect(replacing({ base: [{ insert: 'gray cat' }], replacement: 'grey cat' })).toEqual([
    { delete: 8 },
    { insert: 'grey cat' },
  ])
})

test('a reason with very long words is cut, and names the nothing that is put', () => {
  expect(replaceReason('very ', '')).toBe('Replace all: very  → nothing')
  expect(replaceReason('x'.repeat(5000), 'y').length).toBeLessThan(300)
})

test('what touches a suggestion of one’s own, or the match before, is left out; what stands a letter apart is not', () => {
  const at = (from: number, to: number) => ({ place: { from, to } })
  const places = (taken: { from: number; to: number }[], ...found: ReturnType<typeof at>[]) =>
    standingApart(found, taken).map(({ place }) => place.from)
  expect(places([], at(1, 3), at(3, 5), at(6, 8))).toEqual([1, 6])
  expect(places([{ from: 5, to: 9 }], at(1, 4), at(9, 12), at(13, 15))).toEqual([1, 13])
  expect(places([{ from: 5, to: 9 }], at(1, 5), at(6, 8), at(10, 12))).toEqual([10])
  // A proposed word at a point, and one that lies around others.
  const taken = [
    { from: 20, to: 20 },
    { from: 2, to: 12 },
    { from: 4, to: 5 },
  ]
  expect(places(taken, at(10, 11), at(13, 15), at(16, 20), at(21, 22))).toEqual([13, 21])
})

test('many are asked for a request at a time, each told before it is answered; a refusal is told and ends it', async () => {
  const review = new ReviewDesk('tomas')
  const told: string[] = []
  const many = Array.from({ length: 450 }, (_, index) => found(index * 10, 'gray', 'grey'))
  const watch = {
    asked(some: readonly { id: string }[]) {
      expect(some.every(({ id }) => review.state.peek().suggestions.has(id))).toBe(true)
      told.push(`asked ${some.length}`)
    },
    refused: () => void told.push('refused'),
  }
  expect(await proposeFound(review, many, PLAIN, watch)).toHaveLength(450)
  expect(told).toEqual(['asked 200', 'asked 200', 'asked 50'])
  expect(review.state.peek().suggestions.size).toBe(450)
  told.length = 0
  review.role = 'reader'
  const refusing = { asked: () => void told.push('asked'), refused: watch.refused }
  await expect(proposeFound(review, many.slice(0, 2), PLAIN, refusing)).rejects.toThrow('Your role here is reader')
  expect(told).toEqual(['asked', 'refused', 'refused'])
})
