import { describe, expect, test } from 'vitest'
import { indirectQuestion } from '../../../../shared/proof/rules/indirect-question.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('indirect-question', () => {
  test.each([
    ['He asked where she was?', 'He asked where she was.'],
    ['I wonder what that is?', 'I wonder what that is.'],
    ['She wanted to know if he was coming?', 'She wanted to know if he was coming.'],
    ['He didn’t know what to do?', 'He didn’t know what to do.'],
    ['And Mara had no idea where they were going?', 'And Mara had no idea where they were going.'],
    ['I asked him why he had left?', 'I asked him why he had left.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(indirectQuestion, wrong)).toBe(right)
  })

  test.each([
    'Did he ask where she was?',
    'You asked her where I was?',
    'He asked, where was she?',
    'She wondered what was he doing?',
    '“I wonder what that is?” she said.',
    'He left? Why? Who knows where he was?',
    'Would she ask him why he had left?',
  ])('silent: %s', (right) => {
    expect(findWith(indirectQuestion, right)).toEqual([])
  })
})
