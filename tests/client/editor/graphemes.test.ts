import { expect, test } from 'vitest'
import { cutBefore, mayCut } from '../../../client/editor/graphemes.ts'

const cuts = (text: string) =>
  Array.from({ length: text.length + 1 }, (_, index) => index).filter((index) => mayCut(text, index))

test('nothing that is read as one character is cut', () => {
  expect(cuts('ab')).toEqual([0, 1, 2])
  expect(cuts('a👍🏽b')).toEqual([0, 1, 5, 6])
  expect(cuts('e\u0301x')).toEqual([0, 2, 3])
  expect(cuts('👩‍👩‍👧')).toEqual([0, 8])
  expect(cuts('🇩🇪🇫🇷')).toEqual([0, 4, 8])
})

test('a cut moves back to where it may be', () => {
  expect(cutBefore('x👩‍👩‍👧', 6)).toBe(1)
})
