import { describe, expect, test } from 'vitest'
import { properCapital } from '../../../../shared/proof/rules/proper-capital.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('proper-capital', () => {
  test.each([
    ['On monday i learned english.', 'On Monday I learned English.'],
    ['"i\'ll go," he said. "i’m late."', '"I\'ll go," he said. "I’m late."'],
    ['in december, at christmas', 'in December, at Christmas'],
    ['last august, august 3', 'last August, August 3'],
    ['“Nonsense,” said gran darkly.', '“Nonsense,” said Gran darkly.'],
    ["england's kings", "England's kings"],
  ])('%s', (wrong, right) => {
    expect(fixWith(properCapital, wrong)).toBe(right)
  })

  test.each([
    'On Monday I learned English. I-I did.',
    'an august man; a march in may; he may march',
    'french fries, a french window',
    '(i) this, i.e. that, i) those',
    'He will polish it.',
    '“Nonsense,” said his gran. He told the mum of it.',
  ])('silent: %s', (right) => {
    expect(findWith(properCapital, right)).toEqual([])
  })
})
