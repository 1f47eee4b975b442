import { describe, expect, test } from 'vitest'
import { cardPlace } from '../../../../client/panels/checks/card-place.ts'

const PAGE = { width: 1000, height: 800 }
const CARD = { width: 350, height: 180 }
const words = (top: number, left = 300) => ({ left, top, bottom: top + 24 })

describe('cardPlace', () => {
  test('the card lies below its words', () => {
    expect(cardPlace(words(200), null, CARD, PAGE)).toEqual({ left: 284, top: 230 })
  })

  test('where there is no room below it lies above them', () => {
    const { top } = cardPlace(words(700), null, CARD, PAGE)
    expect(top + CARD.height).toBeLessThan(700)
  })

  test('it does not lie on the line that the caret stands in', () => {
    const caret = { left: 0, top: 260, bottom: 284 }
    const { top } = cardPlace(words(230), caret, CARD, PAGE)
    expect(top + CARD.height <= caret.top || top >= caret.bottom).toBe(true)
  })

  test('with the caret below and no room above it lies below the caret’s line', () => {
    const caret = { left: 0, top: 130, bottom: 154 }
    expect(cardPlace(words(100), caret, CARD, PAGE).top).toBe(160)
  })

  test('it never covers its words, and stays within the window from side to side', () => {
    for (let top = 60; top < 760; top += 10) {
      for (const left of [0, 500, 990]) {
        const at = cardPlace(words(top, left), null, CARD, PAGE)
        expect(at.top >= top + 24 || at.top + CARD.height <= top).toBe(true)
        expect(at.left).toBeGreaterThanOrEqual(0)
        expect(at.left + CARD.width).toBeLessThanOrEqual(PAGE.width)
      }
    }
  })
})
