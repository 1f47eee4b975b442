/** A bucket lets a burst through, then a steady trickle, and never saves up more than a burst. */
import { expect, test } from 'vitest'
import { Bucket } from '../../shared/bucket.ts'

test('a burst passes, then as many as the seconds bring', () => {
  let now = 0
  const bucket = new Bucket({ burst: 3, perSecond: 2 }, () => now)
  const take = (times: number) => Array.from({ length: times }, () => bucket.take())
  expect(take(4)).toEqual([0, 0, 0, 0.5])
  now += 1_000
  expect(take(3)).toEqual([0, 0, 0.5])
  now += 250
  expect(take(1)).toEqual([0.25])
})

test('an hour of quiet is worth no more than a burst', () => {
  let now = 0
  const bucket = new Bucket({ burst: 3, perSecond: 2 }, () => now)
  now += 3_600_000
  expect(Array.from({ length: 4 }, () => bucket.take() === 0)).toEqual([true, true, true, false])
})
