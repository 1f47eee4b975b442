/** The difference of two sequences is right for any two, and finds the short answer where it is plain. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differenceOf } from '../../../shared/story/difference.ts'

function patched(was: string[], now: string[]): string[] {
  const result: string[] = []
  let at = 0
  for (const { wasFrom, wasTo, nowFrom, nowTo } of differenceOf(was, now)) {
    result.push(...was.slice(at, wasFrom), ...now.slice(nowFrom, nowTo))
    at = wasTo
  }
  return [...result, ...was.slice(at)]
}

const few = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 })
const many = fc.array(fc.integer({ min: 0, max: 40 }).map(String), { maxLength: 60 })

test('what is put in place of the changes makes the one the other', () => {
  fc.assert(
    fc.property(fc.oneof(fc.tuple(few, few), fc.tuple(many, many)), ([was, now]) => {
      expect(patched(was, now)).toEqual(now)
      const changes = differenceOf(was, now)
      for (const [index, change] of changes.entries()) {
        const next = changes[index + 1]
        expect(change.wasTo - change.wasFrom + change.nowTo - change.nowFrom).toBeGreaterThan(0)
        if (!next) continue
        expect(next.wasFrom).toBeGreaterThan(change.wasTo)
        expect(next.wasFrom - change.wasTo).toBe(next.nowFrom - change.nowTo)
      }
    }),
    { numRuns: 2000 },
  )
})

test('equal sequences have no change', () => {
  expect(differenceOf(['a', 'b'], ['a', 'b'])).toEqual([])
  expect(differenceOf([], [])).toEqual([])
})

test('a line put in, one taken out and one changed are three changes', () => {
  const was = ['one', '', 'two', '', 'three', '', 'four']
  const now = ['one', 'new', '', 'two', '', 'THREE', '', '']
  expect(differenceOf(was, now)).toEqual([
    { wasFrom: 1, wasTo: 1, nowFrom: 1, nowTo: 2 },
    { wasFrom: 4, wasTo: 5, nowFrom: 5, nowTo: 6 },
    { wasFrom: 6, wasTo: 7, nowFrom: 7, nowTo: 8 },
  ])
})

test('a string that moved leaves the others where they are', () => {
  expect(differenceOf(['x', 'a', 'b', 'c'], ['a', 'b', 'c', 'x'])).toEqual([
    { wasFrom: 0, wasTo: 1, nowFrom: 0, nowTo: 0 },
    { wasFrom: 4, wasTo: 4, nowFrom: 3, nowTo: 4 },
  ])
})

test('two long sequences with nothing in common are one change, and two shuffled ones still come out right', () => {
  const was = Array.from({ length: 20_000 }, (_, index) => `a${index % 7}`)
  const now = Array.from({ length: 20_000 }, (_, index) => `b${index % 5}`)
  expect(differenceOf(was, now)).toEqual([{ wasFrom: 0, wasTo: 20_000, nowFrom: 0, nowTo: 20_000 }])
  const mixed = Array.from({ length: 20_000 }, (_, index) => `a${(index * index) % 11}`)
  expect(patched(was, mixed)).toEqual(mixed)
  const backwards = Array.from({ length: 5000 }, (_, index) => `u${index}`)
  expect(patched(backwards, [...backwards].reverse())).toEqual([...backwards].reverse())
})
