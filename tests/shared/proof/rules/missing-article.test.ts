import { describe, expect, test } from 'vitest'
import { missingArticle } from '../../../../shared/proof/rules/missing-article.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('missing-article', () => {
  test.each([
    ['She opened drawer and looked inside.', 'She opened the drawer and looked inside.'],
    ['They stared at mirror.', 'They stared at the mirror.'],
    ['He picked up phone and called.', 'He picked up the phone and called.'],
    ['She was holding knife.', 'She was holding a knife.'],
    ['There was old castle on the hill.', 'There was an old castle on the hill.'],
    ['He had headache all day.', 'He had a headache all day.'],
    ['We went to forest.', 'We went to the forest.'],
    ['I saw stranger standing by the gate.', 'I saw a stranger standing by the gate.'],
    ['He walked like a man who carries full bucket.', 'He walked like a man who carries a full bucket.'],
    ['She moved hand to the cup and he raised head.', 'She moved her hand to the cup and he raised his head.'],
    ['It was useful book.', 'It was a useful book.'],
    ['He was old man with a stick.', 'He was an old man with a stick.'],
    ['They ran into kitchen.', 'They ran into the kitchen.'],
    ['She opened door, and Tom took knife from him.', 'She opened the door, and Tom took a knife from him.'],
    ['She came with message from friend.', 'She came with the message from the friend.'],
    ['They sat at small desk in corner.', 'They sat at the small desk in the corner.'],
    ['He was soldier. She was such friend.', 'He was a soldier. She was such a friend.'],
    ['He had long letter in hand.', 'He had a long letter in hand.'],
    ['He was monk, and she was nurse.', 'He was a monk, and she was a nurse.'],
    [
      '“My father was teacher,” he said. “I am engineer in Lyon.”',
      '“My father was a teacher,” he said. “I am an engineer in Lyon.”',
    ],
    [
      'He had buried brother with his own hands. She missed husband.',
      'He had buried his brother with his own hands. She missed her husband.',
    ],
    [
      'It was such beautiful place. He had very strange feeling.',
      'It was such a beautiful place. He had a very strange feeling.',
    ],
    [
      'She worked as waitress in town, and he gave me apple.',
      'She worked as a waitress in town, and he gave me an apple.',
    ],
    ['She closed eyes, and they folded arms.', 'She closed her eyes, and they folded their arms.'],
    [
      'She put both of hands on it. One of soldiers laughed.',
      'She put both of her hands on it. One of the soldiers laughed.',
    ],
  ])('%s', (wrong, right) => {
    expect(fixWith(missingArticle, wrong)).toBe(right)
  })

  test.each([
    'There was room for two. They gave him headache pills.',
    'He opened door and window. She looked from floor to ceiling.',
    'They had clear sky all day, and ribbons of sky between the trees.',
    'They went from door to door, from village to village.',
    'He was king of the hill. She was mother to them all.',
    'With bowed head he stood, hand on heart, sword in hand.',
    '"Get into car. Take knife," he said.',
    'He carried bucket after bucket. Neither man nor boy moved.',
    'She opened kitchen windows. He held horse races.',
    'It was Doctor Green. He was man enough.',
    'He wanted to garden. They had to skirt the wood.',
    'Hand in glove with them, eye to eye, word for word.',
    'Paid per month, as friend to friend. From month to month, wall after wall. Of brother and sister.',
    'He had letters. He had good reason, such great men, such was life. She had soldier friends.',
    'He was doctor of the ship. He was no doctor. Where is doctor?',
    'In such bad places. He had good ideas. It was day. They had bad feelings. He gave me apple pie. Such was life.',
    'With closed eyes and folded arms. He met sister Agnes. All of us. Both of them. One of many soldiers.',
    'She told brother and sister alike. He was husband and wife to her. Closed eyes see nothing.',
  ])('silent: %s', (right) => {
    expect(findWith(missingArticle, right)).toEqual([])
  })
})
