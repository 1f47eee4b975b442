import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addSigns,
  limitName,
  MOST_WEIGHT,
  numberLimitName,
  oddsOfForms,
  readWeighed,
  spellingsOf,
  type Weighed,
  writtenWeighed,
} from '../../../../shared/proof/form-odds/odds.ts'
import { FORM_ODDS } from '../../../../shared/proof/form-odds/odds-table.ts'
import {
  BASE,
  FORM_COUNT,
  GERUND,
  inflectedOf,
  PARTICIPLE,
  PAST,
  THIRD,
} from '../../../../shared/proof/form-odds/paradigms.ts'
import { FAR_SIGNS, NEAR_SIGNS } from '../../../../shared/proof/form-odds/place.ts'

describe('odds of a form in its place', () => {
  test('the table is read back as it was written', () => {
    const rows = FORM_ODDS.slice(3)
    const kinds = 1 + NEAR_SIGNS + FAR_SIGNS
    expect(rows).toHaveLength(2 * kinds)
    for (const own of [rows.slice(0, kinds), rows.slice(kinds)]) expect(writtenWeighed(readWeighed(own))).toEqual(own)
  })

  test('what is written is read back, whatever the signs are', () => {
    const sign = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => !text.includes('|'))
    const weight = fc.integer({ min: -MOST_WEIGHT, max: MOST_WEIGHT })
    const own = fc.array(weight, { minLength: FORM_COUNT, maxLength: FORM_COUNT }).map((list) => Int8Array.from(list))
    const weighed: fc.Arbitrary<Weighed> = fc.record({
      bias: fc.array(fc.integer({ min: -99, max: 99 }), { minLength: FORM_COUNT, maxLength: FORM_COUNT }),
      weights: fc.array(
        fc.array(fc.tuple(sign, own)).map((entries) => new Map(entries)),
        { minLength: 1, maxLength: 4 },
      ),
    })
    fc.assert(
      fc.property(weighed, (one) => {
        expect(readWeighed(writtenWeighed(one))).toEqual({ ...one })
      }),
    )
  })

  test('signs add up, and those that were never learnt say nothing', () => {
    const weights = [new Map([['to', Int8Array.from([9, -3])]]), new Map([['go', Int8Array.from([1, 1])]])]
    const scores = new Float64Array([0, 5])
    addSigns({ bias: [0, 0], weights }, ['to', 'constructor'], 0, scores)
    addSigns({ bias: [0, 0], weights }, ['go'], 1, scores)
    expect([...scores]).toEqual([10, 3])
  })

  test('the odds of two forms are more than those of each', () => {
    const scores = new Float64Array([10, 0, 10, 0, 0])
    expect(oddsOfForms(scores, BASE)).toBeCloseTo(10)
    expect(oddsOfForms(scores, BASE | PAST)).toBeCloseTo(10 + 10 * Math.log(2))
  })

  test('forms that are spelt alike are one', () => {
    expect([...spellingsOf(inflectedOf('put')!)]).toEqual([
      ['put', BASE | PAST | PARTICIPLE],
      ['puts', THIRD],
      ['putting', GERUND],
    ])
    expect(spellingsOf(inflectedOf('gone')!).get('went')).toBe(PAST)
  })

  test('a limit is named by what is written, what belongs there, and how', () => {
    const plain = { isSpeech: false, isNoun: true, isSeveral: true, hold: 'm' }
    expect(limitName(BASE, PAST | PARTICIPLE, plain)).toBe('Bn+>DN m')
    expect(limitName(PAST, PARTICIPLE, { ...plain, isSpeech: true, hold: 'h' })).toBe('D~>N h')
    expect(numberLimitName('was', false, true, 'N')).toBe('was2~ N')
  })
})
