import { describe, expect, test } from 'vitest'
import { compoundHyphen } from '../../../../shared/proof/rules/compound-hyphen.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('compound-hyphen', () => {
  test.each([
    ['A funnel shaped cloud arose.', 'A funnel-shaped cloud arose.'],
    [
      'She wore gold rimmed glasses and a khaki coloured blanket.',
      'She wore gold rimmed glasses and a khaki-coloured blanket.',
    ],
    ['The most disagreeable looking child came in.', 'The most disagreeable-looking child came in.'],
    ['A small, shrewish faced woman came in.', 'A small, shrewish-faced woman came in.'],
    [
      'Several well dressed young men stood in an ill natured crowd.',
      'Several well-dressed young men stood in an ill-natured crowd.',
    ],
    ['decorating the heart shaped pink and white box', 'decorating the heart-shaped pink and white box'],
    ['that orange clad entity', 'that orange-clad entity'],
    ['the cerulean eyed boy', 'the cerulean-eyed boy'],
    ["the white haired jounin's thoughts", "the white-haired jounin's thoughts"],
    ['the raven haired Uchiha', 'the raven-haired Uchiha'],
    ['her soft sakura colored tresses', 'her soft sakura-colored tresses'],
    ['the innocent looking piece of paper', 'the innocent-looking piece of paper'],
    ['A chocolate covered cherry', 'A chocolate-covered cherry'],
    ['the two layer box', 'the two-layer box'],
    ['a five minute walk, a 10 foot wall', 'a five-minute walk, a 10-foot wall'],
    ['the twelve year old boy', 'the twelve-year-old boy'],
    ['a twenty one year old', 'a twenty-one-year-old'],
    ['the ten-year old child; two 5 year-olds', 'the ten-year-old child; two 5-year-olds'],
    ['She was twenty two.', 'She was twenty-two.'],
    ['a well known ninja', 'a well-known ninja'],
    ['the nine tailed fox', 'the nine-tailed fox'],
    ['her shoulder length hair', 'her shoulder-length hair'],
    ['a kind hearted man', 'a kind-hearted man'],
    ['Two ladies in waiting laughed at his mother in law.', 'Two ladies-in-waiting laughed at his mother-in-law.'],
    ['He stopped mid sentence, full of self pity.', 'He stopped mid-sentence, full of self-pity.'],
    [
      'She threw the half eaten apple at the left handed one.',
      'She threw the half-eaten apple at the left-handed one.',
    ],
    ['her ex boyfriend in a white t shirt', 'her ex-boyfriend in a white t-shirt'],
    ['in a matter of fact voice', 'in a matter-of-fact voice'],
    ['a good looking boy with a full time job', 'a good-looking boy with a full-time job'],
  ])('%s', (wrong, right) => {
    expect(fixWith(compoundHyphen, wrong)).toBe(right)
  })

  test.each([
    'A tall bearded man went by.',
    'The man faced ruin. The party headed home. A girl handed coins about. His hands shaped clay.',
    'He was a pleasant man looking down. She kept looking things over. The brave faced danger.',
    'He was well dressed and the room was funnel shaped. The potter had the vessel shaped.',
    'The box was heart shaped. He was well known, and well known for it.',
    'She eyed the door. The boy eyed Sasuke.',
    'a brightly colored ball',
    'Snow covered the ground. The snow covered roofs and trees.',
    'The man faced Naruto; Sakura headed home; he handed Ino a cup.',
    'He is ten years old. Two days later. Five minutes passed.',
    'He is six foot tall and six foot two.',
    'One day trip after another. One night Naruto left.',
    'the man looking tired; he saw a boy looking up',
    'The sun colored the sky. A man clad in black.',
    'She was red haired and tall.',
    'He slept as well. The well dried. All well known.',
    'a red-haired girl, a two-day trip',
    'twenty men, two of them',
    'The one lost.',
    'They sat in two dollar seats, in thousand pound furs.',
    'It was a matter of fact. He worked full time. The door was half open, and he was half asleep.',
    'He knew his own true self, control it or not. A son in law school.',
    'It was good looking at her. The next door was locked. He was left handed the bill.',
    'Two armed guards kicked a big colored ball.',
    'He had half eaten it. The half full of beans is yours.',
  ])('silent: %s', (right) => {
    expect(findWith(compoundHyphen, right)).toEqual([])
  })
})
