import { describe, expect, test } from 'vitest'
import { strayQuote } from '../../../../shared/proof/rules/stray-quote.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('stray-quote', () => {
  test.each([
    ['We leave at dawn," he said.', '"We leave at dawn," he said.'],
    ['We leave at dawn,” he said.', '“We leave at dawn,” he said.'],
    ['"We leave at dawn.\n\nBe there," he said.', '"We leave at dawn.\n\n"Be there," he said.'],
    ['"Go," he said. We leave at dawn."', '"Go," he said. "We leave at dawn."'],
    ['Then silence. ”', '“Then silence. ”'],
    ['She looked at him. We leave at dawn," she said.', 'She looked at him. "We leave at dawn," she said.'],
    ['He said, We leave at dawn."', 'He said, "We leave at dawn."'],
  ])('%s', (wrong, right) => {
    expect(fixWith(strayQuote, wrong)).toBe(right)
  })

  test.each([
    '"We leave at dawn," he said.',
    '"We leave at dawn.\n\n"Be there," he said.',
    '"Roses are red,\nviolets are blue," he sang.',
    'A board of 6" and one of 8".',
    "The dogs' bones, the boys' school.",
    "'Go,' he said.",
    '“I,” he said, “am late.”',
    '"Go," he said. "We leave."',
  ])('silent: %s', (right) => {
    expect(findWith(strayQuote, right)).toEqual([])
  })
})
