import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amended, changeBetween, retyped } from '../../../../client/panels/suggestions/retype.ts'
import {
  apply,
  type Base,
  type Change,
  covered,
  lengthOf,
  sameBase,
  wordsOf,
} from '../../../../shared/review/change.ts'

/** Half a surrogate pair. */
const HALF = /\p{Cs}/u

const run = fc.record({
  insert: fc.string({ unit: fc.constantFrom('a', 'b', 'c ', ' ', '\n', '😀', ','), minLength: 1, maxLength: 8 }),
  attributes: fc.constantFrom<Record<string, unknown>>({}, { bold: true }, { italic: true }),
})
const bases: fc.Arbitrary<Base> = fc.array(run, { maxLength: 6 })
const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c ', ' ', '\n', '😀', ','), maxLength: 24 })

test('the change between two texts makes one of the other, attributes and all, and fits its base exactly', () => {
  fc.assert(
    fc.property(bases, bases, (base, target) => {
      const change = changeBetween(base, target)
      expect(covered(change)).toBe(lengthOf(base))
      expect(sameBase(apply(base, change), target)).toBe(true)
    }),
  )
})

test('no change cuts a character in half', () => {
  fc.assert(
    fc.property(bases, bases, (base, target) => {
      for (const op of changeBetween(base, target)) if ('insert' in op) expect(HALF.test(op.insert)).toBe(false)
    }),
  )
})

test('an amendment ends in exactly the words that were typed', () => {
  fc.assert(
    fc.property(bases, bases, words, (base, target, typed) => {
      const proposed = changeBetween(base, target)
      expect(wordsOf(apply(base, amended(base, proposed, typed)))).toBe(typed)
    }),
  )
})

test('an amendment that types the proposed words again is the proposal', () => {
  const base: Base = [{ insert: 'the bell of ' }, { insert: 'the buoy', attributes: { italic: true } }]
  const change: Change = [
    { retain: 9 },
    { delete: 2 },
    { insert: 'on' },
    { retain: 1 },
    { retain: 8, attributes: { italic: null } },
  ]
  expect(sameBase(apply(base, amended(base, change, 'the bell on the buoy')), apply(base, change))).toBe(true)
})

test('new words look like those whose place they take', () => {
  const base: Base = [{ insert: 'It was ' }, { insert: 'people', attributes: { italic: true } }, { insert: ' he got' }]
  expect(retyped(base, 'It was them he got').filter(({ insert }) => insert === 'them')).toEqual([
    { insert: 'them', attributes: { italic: true } },
  ])
})
