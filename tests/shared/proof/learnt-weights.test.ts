import { describe, expect, test } from 'vitest'
import { readWeights, writtenWeights } from '../../../shared/proof/learnt-weights.ts'

describe('weights as the tables keep them', () => {
  test('what weighs the same stands together, in order, and no order of learning shows', () => {
    const weights: [string, number][] = [
      ['to be', 4],
      ['^', -3],
      ['a', 4],
    ]
    expect(writtenWeights(weights)).toBe('-3|^||4|a|to be')
    expect(writtenWeights(weights.toReversed())).toBe('-3|^||4|a|to be')
  })

  test('numbers and words that every object has are signs like others', () => {
    const weights = new Map([
      ['4', 7],
      ['constructor', -7],
      [' 1 1', 7],
    ])
    expect(readWeights(writtenWeights(weights))).toEqual(weights)
    expect(readWeights(writtenWeights(weights)).get('toString')).toBeUndefined()
  })

  test('no weights are nothing', () => {
    expect(writtenWeights([])).toBe('')
    expect(readWeights('')).toEqual(new Map())
  })
})
