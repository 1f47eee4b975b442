/** Places that lost words are offered: the same words, those among the same surroundings first, five at most. */
import { expect, test } from 'vitest'
import { candidates } from '../../../../client/editor/review/re-attach.ts'
import { ReviewLayer } from '../../../../client/editor/review/review-layer.ts'
import type { MarginSource } from '../../../../client/panels/margin/margin-source.ts'

const TEXT = '\nthe mud shone.\nIn the cold morning the mud dried out by noon.\nmud mud mud mud mud'

function offered(words: string, before = '', after = ''): string[] {
  return candidates(TEXT, { words, before, after }).map(({ from, to }) => `${from} ${TEXT.slice(from, to)}`)
}

test('exact words are offered, the place among the same words first', () => {
  expect(offered('mud', 'cold morning the ', ' dried')[0]).toBe(`${TEXT.indexOf('mud dried')} mud`)
  expect(offered('mud')).toHaveLength(5)
  expect(offered('the sea')).toEqual([])
})

test('words that are nowhere are offered what stands between their surroundings', () => {
  expect(offered('a wet mole', 'In the cold morning ', ' dried out by noon')).toEqual([
    `${TEXT.indexOf('the mud dried')} the mud`,
  ])
  expect(offered('a wet mole', 'the ', ' dri')).toEqual([])
})

test('the layer is what the margin needs of the text, and says nothing while no story is open', () => {
  const source: MarginSource = new ReviewLayer()
  expect([source.placed.value, source.active.value, source.topOf('note'), source.selection()]).toEqual([
    [],
    null,
    null,
    null,
  ])
})
