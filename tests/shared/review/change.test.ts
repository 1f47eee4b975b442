/** What a suggestion proposes, as algebra: applied, taken back, compared, shown. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  apply,
  type Base,
  type Change,
  compact,
  covered,
  inverse,
  isEmpty,
  lengthOf,
  partsOf,
  sameBase,
  wordsOf,
} from '../../../shared/review/change.ts'

const words = fc.string({ minLength: 1, maxLength: 6 })
const marks = fc.record({ bold: fc.constant(true as const), gap: fc.integer({ min: 1, max: 3 }) }, { requiredKeys: [] })
const runs: fc.Arbitrary<Base> = fc.array(
  fc.tuple(words, marks).map(([insert, attributes]) => ({ insert, attributes })),
  { maxLength: 5 },
)
const changed = fc.record(
  { bold: fc.constantFrom(true as const, null), gap: fc.constantFrom(2, null) },
  { requiredKeys: [] },
)

/** A base and a change that covers it. */
const proposals = runs.chain((base) =>
  fc
    .array(fc.tuple(fc.constantFrom('retain', 'delete', 'insert'), fc.integer({ min: 1, max: 4 }), words, changed), {
      maxLength: 10,
    })
    .map((dice) => {
      let left = lengthOf(base)
      const change: Change = []
      for (const [kind, length, insert, attributes] of dice) {
        if (kind === 'insert') change.push({ insert, attributes })
        else if (left > 0) {
          const taken = Math.min(length, left)
          left -= taken
          change.push(kind === 'delete' ? { delete: taken } : { retain: taken, attributes })
        }
      }
      if (left > 0) change.push({ retain: left })
      return { base, change }
    }),
)

describe('a change', () => {
  test('is taken back by its inverse', () => {
    fc.assert(
      fc.property(proposals, ({ base, change }) => {
        const after = apply(base, change)
        const back = inverse(base, change)
        expect(covered(back)).toBe(lengthOf(after))
        expect(sameBase(apply(after, back), base)).toBe(true)
      }),
    )
  })

  test('says the same when it is made compact', () => {
    fc.assert(
      fc.property(proposals, ({ base, change }) => {
        expect(sameBase(apply(base, compact(change)), apply(base, change))).toBe(true)
      }),
    )
  })

  test('is shown whole: what stays and goes is the base, what stays and comes the words after', () => {
    fc.assert(
      fc.property(proposals, ({ base, change }) => {
        const parts = partsOf(base, change)
        const text = (...kinds: string[]) => parts.filter(({ kind }) => kinds.includes(kind)).map((part) => part.text)
        expect(text('same', 'format', 'gone').join('')).toBe(wordsOf(base))
        expect(text('same', 'format', 'new').join('')).toBe(wordsOf(apply(base, change)))
      }),
    )
  })

  test('that covers more or less than its base is a fault', () => {
    const base: Base = [{ insert: 'four' }]
    expect(() => apply(base, [{ retain: 5 }])).toThrow('more than its base')
    expect(() => apply(base, [{ retain: 3 }])).toThrow('less than its base')
    expect(() => inverse(base, [{ delete: 3 }])).toThrow('less than its base')
  })

  test('is empty when nothing would be another, however it is written', () => {
    const bold: Base = [{ insert: 'bold', attributes: { bold: true } }]
    expect(isEmpty(bold, [{ retain: 4, attributes: { bold: true } }])).toBe(true)
    expect(isEmpty(bold, [{ delete: 4 }, { insert: 'bold', attributes: { bold: true } }])).toBe(true)
    expect(isEmpty(bold, [{ delete: 4 }, { insert: 'bold' }])).toBe(false)
  })
})

test('bases are the same however they are cut into runs, and differ by one attribute', () => {
  const plain: Base = [{ insert: 'ab' }]
  expect(sameBase([{ insert: 'a', attributes: {} }, { insert: '' }, { insert: 'b' }], plain)).toBe(true)
  expect(sameBase([{ insert: 'a' }, { insert: 'b', attributes: { italic: true } }], plain)).toBe(false)
  expect(sameBase([{ insert: 'abc' }], plain)).toBe(false)
})
