/** Which cards are laid out, and at what height each wants to stand. */
import { describe, expect, test } from 'vitest'
import type { Entry } from '../../../../client/panels/margin/margin-entries.ts'
import { ALL_SHOWN, entriesBetween, topsOf } from '../../../../client/panels/margin/margin-layout.ts'
import type { MarginSource } from '../../../../client/panels/margin/margin-source.ts'

const entry = (id: string, state: Entry['state'] = 'exact') => ({ id, state }) as Entry
const source = (tops: Record<string, number>) =>
  ({ topOf: (id: string) => (Object.hasOwn(tops, id) ? tops[id] : null) }) as unknown as MarginSource

describe('a suggestion that lost its words', () => {
  test('stands below the last that has some, and on top where none has', () => {
    const entries = [entry('a'), entry('b'), entry('c', 'orphan'), entry('d', 'orphan')]
    expect(topsOf(entries, source({ a: 40, b: 900 })).map(([{ id }, top]) => [id, top])).toEqual([
      ['a', 40],
      ['b', 900],
      ['c', 900],
      ['d', 900],
    ])
    expect(topsOf([entry('c', 'orphan')], source({})).map(([, top]) => top)).toEqual([0])
  })

  test('is in reach with the end of the text, and of many only the first', () => {
    const lost = Array.from({ length: ALL_SHOWN + 10 }, (_, nth) => entry(`lost ${nth}`, 'orphan'))
    const entries = [entry('a'), entry('b'), ...lost]
    const shown = (from: number, to: number) =>
      entriesBetween(entries, source({ a: 40, b: 9000 }), [from, to], null).map(({ id }) => id)
    expect(shown(0, 1000)).toEqual(['a'])
    expect(shown(8000, 9500)).toEqual(['b', ...lost.slice(0, ALL_SHOWN).map(({ id }) => id)])
    expect(entriesBetween(lost, source({}), [0, 1000], null)).toHaveLength(ALL_SHOWN)
  })
})

test('one whose place is not known yet is left out', () => {
  expect(topsOf([entry('a'), entry('b')], source({ b: 5 })).map(([{ id }]) => id)).toEqual(['b'])
})
