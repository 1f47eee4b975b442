import { describe, expect, test } from 'vitest'
import { comparison } from '../../../../shared/proof/rules/comparison.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('comparison', () => {
  test.each([
    ['He was more tall than his father.', 'He was taller than his father.'],
    ['These are always more heavy than the others.', 'These are always heavier than the others.'],
    ['He ran more fast than a horse.', 'He ran faster than a horse.'],
    ['It was the most big house in the town.', 'It was the biggest house in the town.'],
    ['It was the most strangest thing.', 'It was the strangest thing.'],
    ['It was worth as much to me than gold.', 'It was worth as much to me as gold.'],
    ['It was as good than the first.', 'It was as good as the first.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(comparison, wrong)).toBe(right)
  })

  test.each([
    'He was no more tall than wide.',
    'She was more dead than alive.',
    'It was as much as I had.',
    'He had more small coins than notes.',
    'There were more old men there than young ones.',
  ])('%s is right', (right) => {
    expect(findWith(comparison, right)).toEqual([])
  })
})
