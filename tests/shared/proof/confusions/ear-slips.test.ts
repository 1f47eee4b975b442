import { describe, expect, test } from 'vitest'
import { confusion } from '../../../../shared/proof/rules/confusion.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('slips of the ear', () => {
  test.each([
    ["The boat was still on it's trailer.", 'The boat was still on its trailer.'],
    ["The tower, with it's lantern, was dark.", 'The tower, with its lantern, was dark.'],
    ['That was in June, and its March.', "That was in June, and it's March."],
    ['He said he would call but its already nine.', "He said he would call but it's already nine."],
    ['“Its Monday,” she said.', "“It's Monday,” she said."],
    ['“If we loose the gear, we are dead.”', '“If we lose the gear, we are dead.”'],
    ['I always loose my keys.', 'I always lose my keys.'],
    ['He made me loose my mind.', 'He made me lose my mind.'],
    ['You win some, you loose some.', 'You win some, you lose some.'],
    ['“Your driving me home.”', "“You're driving me home.”"],
    ['Your coming with us.', "You're coming with us."],
    ['“Your cleaning that up,” he said.', "“You're cleaning that up,” he said."],
    ['“Your cheating!”', "“You're cheating!”"],
    ['“What due you mean?”', '“What do you mean?”'],
    ['I due not know.', 'I do not know.'],
    ['So did the one upstairs, and the radio two.', 'So did the one upstairs, and the radio too.'],
    ['I lost my shoes, and my hat two.', 'I lost my shoes, and my hat too.'],
    ['“Me two,” she said.', '“Me too,” she said.'],
    ['He was tired two.', 'He was tired too.'],
    ['It was two late.', 'It was too late.'],
    ['The mare was in the last stole.', 'The mare was in the last stall.'],
    ['He led the horse back to its stole.', 'He led the horse back to its stall.'],
    ['Neither of us has spoken about it sense.', 'Neither of us has spoken about it since.'],
    ['We have been friends sense school.', 'We have been friends since school.'],
    ['He had not eaten sense breakfast.', 'He had not eaten since breakfast.'],
    ['“Take you shoes off, idiot.”', '“Take your shoes off, idiot.”'],
    ['He looked at you face.', 'He looked at your face.'],
  ])('%s is mended', (wrong, right) => {
    expect(fixWith(confusion, wrong)).toBe(right)
  })

  test.each([
    'Its eyes were red, and its tail was long.',
    'The town and its March fair were known to all.',
    "Come on, it's late.",
    "We had better get on, it's time.",
    'The archers loose their arrows at dawn.',
    'He let the arrow loose.',
    'She had a loose tooth, and a loose tongue.',
    '“Your driving is terrible.”',
    '“Your coming here was a mistake.”',
    'Your cleaning lady called.',
    '“How nice—your putting it that way.”',
    'The train was due, we thought, at nine.',
    'She bought one, and her sister two.',
    'It was half past two, and the clock struck two.',
    '“I love you two,” she said.',
    'She wore a stole of fox.',
    'He stole the last loaf.',
    'It made no sense.',
    'I could see the sense of it.',
    '“I will take you back to town.”',
    '“I see you time and again.”',
  ])('%s is left alone', (text) => {
    expect(findWith(confusion, text)).toEqual([])
  })
})
