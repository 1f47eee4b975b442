import fc from 'fast-check'
import { expect, it } from 'vitest'
import { RangeIndex } from '../../../server/rooms/range-index.ts'

const range = fc.record({ client: fc.constantFrom(1, 2), clock: fc.nat(60), length: fc.integer({ min: 1, max: 12 }) })

it('holds the same, added one by one or many at once', () => {
  const wide = fc.record({ client: fc.constantFrom(1, 2), clock: fc.nat(400), length: fc.integer({ min: 1, max: 6 }) })
  fc.assert(
    fc.property(
      fc.array(wide, { maxLength: 30 }),
      fc.array(wide, { minLength: 16, maxLength: 60 }),
      (before, added) => {
        const [single, many] = [new RangeIndex(), new RangeIndex()]
        for (const one of [...before, ...added]) single.add(one)
        for (const one of before) many.add(one)
        many.addAll(added)
        for (const client of [1, 2]) {
          const whole = { client, clock: 0, length: 500 }
          expect(many.missing(whole)).toEqual(single.missing(whole))
        }
      },
    ),
  )
})

it('agrees with a plain set of clocks, whatever is added', () => {
  fc.assert(
    fc.property(fc.array(range, { maxLength: 40 }), range, (added, asked) => {
      const index = new RangeIndex()
      const plain = new Set<string>()
      for (const one of added) {
        index.add(one)
        for (let clock = one.clock; clock < one.clock + one.length; clock++) plain.add(`${one.client}:${clock}`)
      }
      for (const client of [1, 2, 3]) {
        for (let clock = 0; clock < 80; clock++)
          expect(index.has({ client, clock })).toBe(plain.has(`${client}:${clock}`))
      }
      const missing: number[] = []
      for (let clock = asked.clock; clock < asked.clock + asked.length; clock++) {
        if (!plain.has(`${asked.client}:${clock}`)) missing.push(clock)
      }
      const parts = index.missing(asked)
      expect(parts.flatMap((part) => Array.from({ length: part.length }, (_, at) => part.clock + at))).toEqual(missing)
      expect(parts.every((part) => part.client === asked.client && part.length > 0)).toBe(true)
    }),
  )
})
