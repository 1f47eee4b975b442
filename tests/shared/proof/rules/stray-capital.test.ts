import { describe, expect, test } from 'vitest'
import { strayCapital } from '../../../../shared/proof/rules/stray-capital.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('stray-capital', () => {
  test.each([
    ['He had lived there since Spring.', 'He had lived there since spring.'],
    ['We were at my Grandfather’s place with her Mother.', 'We were at my grandfather’s place with her mother.'],
    ['Again, If one wants to be precise.', 'Again, if one wants to be precise.'],
    ['He went To the door And left with her.', 'He went to the door and left with her.'],
    ['The dog, Which was old, slept.', 'The dog, which was old, slept.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(strayCapital, wrong)).toBe(right)
  })

  test.each([
    'He lived in Spring Street with Summer.',
    'She went with my Aunt Mara. He called her Mother. “I saw him, Father.”',
    'She thought, If only he knew. He wondered, When will it end?',
    'They sang Gone With the Wind and read Of Mice and Men.',
    'The word If was carved there. "Yes," he said, "And now?"',
    'He asked himself, Was it true? Her answer, As always, was said aloud.',
    'And so it was. In the end, Will came.',
  ])('silent: %s', (right) => {
    expect(findWith(strayCapital, right)).toEqual([])
  })
})
