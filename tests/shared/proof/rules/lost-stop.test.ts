import { describe, expect, test } from 'vitest'
import { lostStop } from '../../../../shared/proof/rules/lost-stop.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('lost-stop', () => {
  test.each([
    ['He sat down She looked away.', 'He sat down. She looked away.'],
    ['I closed my eyes There was nothing left to see.', 'I closed my eyes. There was nothing left to see.'],
    ['She wiped her hands The blood was still there.', 'She wiped her hands. The blood was still there.'],
    ['“We had no water They had no food,” he said.', '“We had no water. They had no food,” he said.'],
    ["It was late It's always late.", "It was late. It's always late."],
  ])('%s', (wrong, right) => {
    expect(fixWith(lostStop, wrong)).toBe(right)
  })

  test.each([
    'He sat down. She looked away.',
    'He met She Who Walks at the gate.',
    'They named the ship The Old Man and read a book called The door was open.',
    'He knew that He would forgive him.',
    'I met Mara at the gate, and then The Nine came.',
    'The letter said We are lost.',
    '“I saw him,” he said. “He was there.”',
    'On the wall He was painted in gold.',
  ])('silent: %s', (right) => {
    expect(findWith(lostStop, right)).toEqual([])
  })
})
