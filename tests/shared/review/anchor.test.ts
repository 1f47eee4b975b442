/** How an anchor fares, and the quote that its words are known by. */
import { expect, test } from 'vitest'
import { type Anchor, anchorState, MOST_QUOTE, quoteOf, sameSpot } from '../../../shared/review/anchor.ts'

const words: Anchor = { first: { client: 1, clock: 4 }, last: { client: 1, clock: 8 } }

test('an anchor on the very words is exact, on others changed, on none an orphan', () => {
  const quote = { words: 'the mud', before: '', after: '' }
  expect(anchorState(words, quote, 'the mud')).toBe('exact')
  expect(anchorState(words, quote, 'the red mud')).toBe('changed')
  expect(anchorState(words, quote, null)).toBe('orphan')
})

test('an anchor between whose ends only other words stand is an orphan', () => {
  expect(anchorState(words, { words: 'certain', before: '', after: '' }, 'quite sure')).toBe('orphan')
  expect(anchorState(words, { words: '—', before: '', after: '' }, '—!')).toBe('changed')
})

test('a point is exact as long as the character before it lives', () => {
  const point: Anchor = { first: null, last: { client: 1, clock: 8 } }
  const quote = { words: '', before: 'mud', after: '' }
  expect(anchorState(point, quote, '')).toBe('exact')
  expect(anchorState(point, quote, null)).toBe('orphan')
})

test('words longer than a quote are known by their beginning', () => {
  const quote = quoteOf('so '.repeat(2000), { from: 10, to: 4000 })
  expect(quote.words).toHaveLength(MOST_QUOTE)
  expect(anchorState(words, quote, `o ${'so '.repeat(1400)}`)).toBe('exact')
  expect(anchorState(words, quote, `y ${'so '.repeat(1400)}`)).toBe('changed')
})

test('a quote holds a little of what stands around it', () => {
  expect(quoteOf('She saw the mud shine.', { from: 8, to: 15 })).toEqual({
    words: 'the mud',
    before: 'She saw ',
    after: ' shine.',
  })
})

test('spots are the same by value, and no spot is no other', () => {
  expect(sameSpot({ client: 1, clock: 2 }, { client: 1, clock: 2 })).toBe(true)
  expect(sameSpot({ client: 1, clock: 2 }, { client: 1, clock: 3 })).toBe(false)
  expect(sameSpot(null, { client: 1, clock: 3 })).toBe(false)
  expect(sameSpot(null, null)).toBe(true)
})
