import { describe, expect, test } from 'vitest'
import { stemOf } from '../../../../shared/proof/spelling/derived.ts'
import { nearWords } from '../../../../shared/proof/spelling/near-words.ts'
import {
  hasNearWord,
  isLikelyFirstSlip,
  isLikelySlip,
  isSaidSo,
  isSlipByHabit,
  isTypedSlip,
} from '../../../../shared/proof/spelling/slips.ts'
import { SPELLERS } from '../../../kit/dictionaries.ts'

const speller = SPELLERS.spellers['en-US']!
const never = () => false
const words = (list: string) => list.split(' ')

describe('slips', () => {
  test('a coinage has no near word, a misspelling has', () => {
    expect([hasNearWord('vrellix', speller), hasNearWord('appologize', speller)]).toEqual([false, true])
  })

  test.each(
    words('realy stoped admited jostleed doubtfuly responsable rwcollect thorugh delitful enuff eachother highschool'),
  )('a slip: %s', (word) => {
    expect(isLikelySlip(word, speller, never)).toBe(true)
  })

  test.each(words('zob grotesqueries healths throwed balustraded bloomiest thrilly befrilled shopwindow'))(
    'no slip: %s',
    (word) => {
      expect(isLikelySlip(word, speller, never)).toBe(false)
    },
  )

  test('a word of the story is what may be meant, however rare', () => {
    expect(isLikelySlip('kipoer', speller, never)).toBe(false)
    expect(isLikelySlip('kipoer', speller, (word) => word === 'kipper')).toBe(true)
  })

  test('three times alike is meant: in speech always, in narration where the story shows that it knows better', () => {
    expect(isSlipByHabit('thet', speller, (word) => word === 'that', true)).toBe(false)
    expect(isSlipByHabit('thet', speller, (word) => word === 'that', false)).toBe(false)
    expect(isSlipByHabit('appologized', speller, never, false)).toBe(true)
    expect(isSlipByHabit('freind', speller, () => true, true)).toBe(true)
    expect(isSlipByHabit('litle', speller, () => true, false)).toBe(true)
    expect(isSlipByHabit('definately', speller, () => true, true)).toBe(true)
  })

  test('a finger slips otherwise than a tongue', () => {
    expect(words('freind litle thrugoh').map((word) => isTypedSlip(word, speller, never))).toEqual([true, true, false])
    expect(words('forgit freind rcekon').map((word) => isSaidSo(word, speller))).toEqual([true, false, false])
  })

  test('a first word may be a name, unless a common word lies near', () => {
    expect(words('Etherege Suddnly').map((word) => isLikelyFirstSlip(word, speller))).toEqual([false, true])
  })
})

describe('stemOf', () => {
  test.each(
    words(
      'healths=health gaieties=gaiety throwed=throw tapestried=tapestry bloomiest=bloom pinkly=pink unstirred=stirred befrilled=frilled',
    ).map((pair) => pair.split('=')),
  )('%s is made of %s', (word, stem) => {
    expect(stemOf(word!, speller)).toBe(stem)
  })

  test.each(words('stoped jostleed seammed theer xqzvvk'))('%s is made of nothing', (word) => {
    expect(stemOf(word, speller)).toBeNull()
  })
})

test('near words come nearest first, without the word itself', () => {
  const near = nearWords('freind', speller)
  expect(near[0]).toMatchObject({ word: 'friend' })
  expect(near.map(({ cost }) => cost)).toEqual(near.map(({ cost }) => cost).sort((one, other) => one - other))
  expect(nearWords('friend', speller).map(({ word }) => word)).not.toContain('friend')
})
