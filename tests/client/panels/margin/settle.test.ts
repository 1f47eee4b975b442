import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CARD_GAP, settle, type Wanted } from '../../../../client/panels/margin/settle.ts'

const card = fc.record({
  want: fc.integer({ min: -50, max: 900 }),
  height: fc.integer({ min: 1, max: 160 }),
  weight: fc.constantFrom(1, 1, 1, 10_000),
})

/** The same by the min-max formula of monotone regression, in n³ steps. */
function slowly(cards: readonly Wanted[], floor: number): number[] {
  const before = cards.map((_, i) => cards.slice(0, i).reduce((sum, { height }) => sum + height + CARD_GAP, 0))
  const mean = (from: number, to: number) => {
    const run = cards.slice(from, to + 1)
    const weight = run.reduce((sum, one) => sum + one.weight, 0)
    return run.reduce((sum, one, i) => sum + (one.want - before[from + i]!) * one.weight, 0) / weight
  }
  return cards.map((_, i) => {
    const starts = cards
      .slice(0, i + 1)
      .map((_, from) => Math.min(...cards.slice(i).map((_, to) => mean(from, i + to))))
    return Math.max(floor, ...starts) + before[i]!
  })
}

describe('the cards of the margin', () => {
  test('stand at their words when there is room', () => {
    const cards = [10, 200, 400].map((want) => ({ want, height: 50, weight: 1 }))
    expect(settle(cards)).toEqual([10, 200, 400])
  })

  test('share the shortage evenly around one place', () => {
    const cards = [100, 100].map((want) => ({ want, height: 44, weight: 1 }))
    expect(settle(cards)).toEqual([75, 125])
  })

  test('leave the active one at its words', () => {
    const tops = settle([
      { want: 100, height: 44, weight: 1 },
      { want: 100, height: 44, weight: 10_000 },
    ])
    expect(tops[1]).toBeCloseTo(100, 1)
    expect(tops[0]).toBeCloseTo(50, 1)
  })

  test('are exactly where least squares has them, for any cards and any floor', () => {
    fc.assert(
      fc.property(fc.array(card, { maxLength: 9 }), fc.integer({ min: 0, max: 100 }), (cards, floor) => {
        const quick = settle(cards, floor)
        const slow = slowly(cards, floor)
        quick.forEach((top, i) => {
          expect(top).toBeCloseTo(slow[i]!, 5)
        })
      }),
    )
  })

  test('never touch, keep their order and stay below the floor', () => {
    fc.assert(
      fc.property(fc.array(card, { maxLength: 60 }), (cards) => {
        const tops = settle(cards)
        tops.forEach((top, i) => {
          const least = i === 0 ? 0 : tops[i - 1]! + cards[i - 1]!.height + CARD_GAP
          expect(top).toBeGreaterThanOrEqual(least - 1e-6)
        })
      }),
    )
  })
})
