import { expect, test } from 'vitest'
import { replaceReason } from '../../../../client/panels/find/find-target.ts'
import { proposeFound, replacing } from '../../../../client/panels/find/propose-found.ts'
import { apply } from '../../../../shared/review/change.ts'
import { ReviewDesk } from '../suggestions/review-desk.ts'

function found(clock: number, words: string, replacement: string) {
  const anchor = { first: { client: 1, clock }, last: { client: 1, clock: clock + words.length - 1 } }
  return { anchor, base: [{ insert: words }], replacement }
}

test('each match becomes a suggestion of its own with the reason; what would not change is left out', async () => {
  const review = new ReviewDesk('tomas')
  review.role = 'proofreader'
  const reason = replaceReason('gray', 'grey')
  const done = await proposeFound(
    review,
    [found(1, 'gray', 'grey'), found(9, 'grey', 'grey'), found(20, 'Gray', 'grey')],
    reason,
  )
  expect(done).toBe(2)
  const all = [...review.state.peek().suggestions.values()]
  expect(all.map(({ reason }) => reason)).toEqual(['Replace all: gray → grey', 'Replace all: gray → grey'])
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

test('a reason with very long words is cut, and names the nothing that is put', () => {
  expect(replaceReason('very ', '')).toBe('Replace all: very  → nothing')
  expect(replaceReason('x'.repeat(5000), 'y').length).toBeLessThan(300)
})
