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
    ['I asked mum about it, and she told dad everything.', 'I asked Mum about it, and she told Dad everything.'],
    ['mom and dad were asleep. When mum came home, he left.', 'Mom and Dad were asleep. When Mum came home, he left.'],
    ['It was paid for with dad’s truck.', 'It was paid for with Dad’s truck.'],
    ['“Hi, mum,” she said.', '“Hi, Mum,” she said.'],
    ['In may 1993, at the end of march.', 'In May 1993, at the end of March.'],
    ['greek food and chinese tea in april', 'Greek food and Chinese tea in April'],
    ["england's kings", "England's kings"],
  ])('%s', (wrong, right) => {
    expect(fixWith(properCapital, wrong)).toBe(right)
  })

  test.each([
    'On Monday I learned English. I-I did.',
    'an august man; a march in may; he may march',
    'french fries, a french window',
    '(i) this, i.e. that, i) those',
    'He will polish it. The end of march music. It was the start of may blossom.',
    'Her mum and dad were out. A mum knows. Like mother, like daughter. He was good as dad. Being a mum is hard.',
    'New mums need sleep. Kessa’s mom came. Your dad said so. Dear old dad. A mom and dad store.',
    '“No, papa,” she said. They went with papa. In his mum’s car.',
    '“Nonsense,” said his gran. He told the mum of it.',
  ])('silent: %s', (right) => {
    expect(findWith(properCapital, right)).toEqual([])
  })
})
