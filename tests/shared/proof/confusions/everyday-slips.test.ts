import { describe, expect, test } from 'vitest'
import { confusion } from '../../../../shared/proof/rules/confusion.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('everyday slips', () => {
  test.each([
    ['The postman through it over the gate.', 'The postman threw it over the gate.'],
    ['I want you too do it again.', 'I want you to do it again.'],
    ['It’s these to brothers, the Kemps.', 'It’s these two brothers, the Kemps.'],
    ['So how would he now?', 'So how would he know?'],
    ['It began to sooth her.', 'It began to soothe her.'],
    ['She poured over the old letters.', 'She pored over the old letters.'],
    ['He had all ready left by then.', 'He had already left by then.'],
    ['He had all ways loved her.', 'He had always loved her.'],
    ['She was all most there.', 'She was almost there.'],
    ['She had no idea witch way to go.', 'She had no idea which way to go.'],
    ['The house was very quite.', 'The house was very quiet.'],
    ['It was all apart of the plan.', 'It was all a part of the plan.'],
    ['He shook his hole body.', 'He shook his whole body.'],
    ['She was losing patients with him.', 'She was losing patience with him.'],
    ['She signed with relief.', 'She sighed with relief.'],
    ['He let out a long sign.', 'He let out a long sigh.'],
    ['She griped the rail.', 'She gripped the rail.'],
    ['He ate diner with us.', 'He ate dinner with us.'],
    ['The solider saluted.', 'The soldier saluted.'],
    ['He shook like a leave.', 'He shook like a leaf.'],
    ['She put on her close.', 'She put on her clothes.'],
    ['The isle of the church was long.', 'The aisle of the church was long.'],
    ['He sat besides her.', 'He sat beside her.'],
    ['He went to the childrens’ room.', 'He went to the children’s room.'],
    ['She took other peoples’ money.', 'She took other people’s money.'],
    ['He was a thief who’s whole life was spent running.', 'He was a thief whose whole life was spent running.'],
    ['He’s parents were dead.', 'His parents were dead.'],
    ['She was holding her sister hand.', "She was holding her sister's hand."],
    ['"That boys a goner," she said.', '"That boy\'s a goner," she said.'],
    ['He ought to of said something.', 'He ought to have said something.'],
    ['He lent across the table.', 'He leaned across the table.'],
    ['There house was on fire.', 'Their house was on fire.'],
    ['She had to many friends.', 'She had too many friends.'],
    ['I don’t now what it was.', 'I don’t know what it was.'],
    ['It was shone to the king. He was shone the way.', 'It was shown to the king. He was shown the way.'],
    ['He has very good manors.', 'He has very good manners.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(confusion, wrong)).toBe(right)
  })

  test.each([
    'He went through it over and over.',
    'They were all ready to go. The boys were all together now.',
    'What we all most wanted was sleep.',
    'With my patients I am always patient.',
    'He held her close in his arms.',
    'I see as clear as I see you now that it is so.',
    'The house was quite empty.',
    'The rights of the peoples of the north were read out.',
    'He gave these to women and children.',
    'But he’s face down in bed.',
    'A great huddle of mountains and desert.',
    'A town where an orphan lived.',
  ])('%s is right', (right) => {
    expect(findWith(confusion, right)).toEqual([])
  })
})
