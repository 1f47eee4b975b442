import { describe, expect, test } from 'vitest'
import { titleDot } from '../../../../shared/proof/rules/title-dot.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('title-dot', () => {
  test.each([
    ['Mr. Rook met Mr. Hale. Mr Rook left.', 'Mr. Rook met Mr. Hale. Mr. Rook left.'],
    ['It was gray. Ms. Calloway came. Ms Calloway left.', 'It was gray. Ms. Calloway came. Ms. Calloway left.'],
    ['The colour of Mr Rook and Mr Hale. Mr. Rook left.', 'The colour of Mr Rook and Mr Hale. Mr Rook left.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(titleDot, wrong)).toBe(right)
  })

  test.each([
    'Mr Rook met Dr Hale and Mrs Dunn.',
    'Mr. Rook met Dr. Hale. The mrs and the dr are here.',
    'Mr. Rook met the Dr and left.',
  ])('silent: %s', (right) => {
    expect(findWith(titleDot, right)).toEqual([])
  })
})
