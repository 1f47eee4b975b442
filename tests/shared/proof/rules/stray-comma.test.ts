import { describe, expect, test } from 'vitest'
import { strayComma } from '../../../../shared/proof/rules/stray-comma.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('stray-comma', () => {
  test.each([
    ['She knew, that he was there.', 'She knew that he was there.'],
    ['"I think, that you are right," he said.', '"I think that you are right," he said.'],
    ['He came with the intention, of selling the house.', 'He came with the intention of selling the house.'],
    ['She had no hope, of seeing him again.', 'She had no hope of seeing him again.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(strayComma, wrong)).toBe(right)
  })

  test.each([
    'It was, she knew, that man again. As he thought, that was all.',
    '"I know, that’s the trouble," he said. "You know, that thing."',
    'She knew that he was there. He had the idea of selling it.',
    'It was a good idea, of course. He had a plan, of sorts.',
    'What she knew, that he was ill, she kept to herself.',
  ])('silent: %s', (right) => {
    expect(findWith(strayComma, right)).toEqual([])
  })
})
