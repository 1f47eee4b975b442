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
    ['The door were shut. The boys was tired.', 'The door was shut. The boys were tired.'],
    ["There was men at the door. They doesn't mind.", "There were men at the door. They don't mind."],
    ['There were a soldier at the gate.', 'There was a soldier at the gate.'],
    ['It was late, and his men was tired, but I has time.', 'It was late, and his men were tired, but I have time.'],
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
    'There were a few. There was a table and chairs. The father of the boys was old.',
    'If the door were shut, and were the boys tired. There was no boys school.',
    'Before his eyes was a sea. Behind the boys was a wall.',
  ])('silent: %s', (right) => {
    expect(findWith(agreement, right)).toEqual([])
  })
})
