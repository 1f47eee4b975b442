import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openSuggestions, overlapsOf } from '../../../../client/panels/suggestions/open-suggestions.ts'
import type { Suggestion } from '../../../../shared/review/state.ts'
import { placed, ReviewDesk } from './review-desk.ts'

function at(id: string, from: number, length: number) {
  const suggestion = { id } as Suggestion
  return { suggestion, place: placed(id, 1, from, 'x'.repeat(length)) }
}

test('two suggestions overlap exactly when they share a character, or one inserts within the other', () => {
  const ranges = fc.array(fc.tuple(fc.nat(12), fc.nat(4)), { maxLength: 8 })
  fc.assert(
    fc.property(ranges, (all) => {
      const open = all.map(([from, length], index) => at(String(index), from, length))
      const found = overlapsOf(open)
      for (const [i, [a, n]] of all.entries()) {
        for (const [j, [b, m]] of all.entries()) {
          if (i === j) continue
          const shares = Math.min(a + n, b + m) > Math.max(a, b)
          const within = (n === 0 && b < a && a < b + m) || (m === 0 && a < b && b < a + n)
          expect(found.get(String(i))?.includes(String(j)) ?? false).toBe(shares || within)
        }
      }
    }),
  )
})

test('open ones come in the order of the text, those without a place last', async () => {
  const review = new ReviewDesk('ruth')
  for (const [id, clock] of [
    ['suggest-a', 1],
    ['suggest-b', 2],
    ['suggest-c', 3],
    ['suggest-d', 4],
  ] as const) {
    await review.propose(id, 'june', [], [{ insert: 'x' }], clock)
  }
  await review.by('june', { type: 'withdraw', suggestion: 'suggest-d', rev: 1 })
  const open = openSuggestions(review.state.peek(), [placed('suggest-c', 1, 1, ''), placed('suggest-b', 2, 9, '')])
  expect(open.map(({ suggestion }) => suggestion.id)).toEqual(['suggest-c', 'suggest-b', 'suggest-a'])
})
