import { describe, expect, test } from 'vitest'
import { agreement } from '../../../../shared/proof/rules/agreement.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('agreement', () => {
  test.each([
    ['Each of them were armed.', 'Each of them was armed.'],
    ['Neither of the men were old.', 'Neither of the men was old.'],
    ['His eyes was red, and her hands was cold.', 'His eyes were red, and her hands were cold.'],
    ['Everybody were there. Nothing are lost.', 'Everybody was there. Nothing is lost.'],
    ['He were tired. She have never been there.', 'He was tired. She has never been there.'],
    [
      '"There is not enough of them. He have until Thursday."',
      '"There are not enough of them. He has until Thursday."',
    ],
  ])('%s', (wrong, right) => {
    expect(fixWith(agreement, wrong)).toBe(right)
  })

  test.each([
    'If each of them were armed! If he were you. Were he tired, he slept.',
    '"Each of them were armed. His eyes was red. He were that tired."',
    'The sight of her eyes was enough. What lay in her hands was a key.',
    'One of the boys was there. All of them were. As it were.',
    'Should he have until noon? Let her have a rest. Did she have a choice?',
    'Neither he nor they were there. There was many a man.',
    'Each of us, they were told, has one. Nobody but the boys were there.',
  ])('silent: %s', (right) => {
    expect(findWith(agreement, right)).toEqual([])
  })
})
