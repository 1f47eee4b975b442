import { describe, expect, test } from 'vitest'
import { nounNumber } from '../../../../shared/proof/rules/noun-number.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('noun-number', () => {
  test.each([
    ['There were hundred of them in the field.', 'There were hundreds of them in the field.'],
    ['It was about a hundred metre of string.', 'It was about a hundred metres of string.'],
    ['How much are there in the shed?', 'How many are there in the shed?'],
    ['These kind of people had a lots of money.', 'These kinds of people had a lot of money.'],
    ['There were less people than before.', 'There were fewer people than before.'],
    ['She was one of the girl who sang.', 'She was one of the girls who sang.'],
    ['Two boy with sticks ran past.', 'Two boys with sticks ran past.'],
    ['He ate three sandwich. These shoe are mine.', 'He ate three sandwiches. These shoes are mine.'],
    ['A wolves in the yard, every knives on the table.', 'A wolf in the yard, every knife on the table.'],
    [
      'I have much friends, but there were too many money and furnitures.',
      'I have many friends, but there were too much money and furniture.',
    ],
    [
      'I had a bad dreams. This shoes are mine. There are too much people here.',
      'I had a bad dream. These shoes are mine. There are too many people here.',
    ],
    ['These peoples gave me an information.', 'These people gave me some information.'],
    ['Many peoples looked at this boys.', 'Many people looked at these boys.'],
    ['Several policeman stood there.', 'Several policemen stood there.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(nounNumber, wrong)).toBe(right)
  })

  test.each([
    'There were two hundred of them.',
    'A good dozen of them came.',
    'How much are they?',
    'Some of the book was torn, and most of the house was dark.',
    'A two man crew. The number two boy. In chapter two man appears.',
    "Many a boy with a stick. One of the boy's friends.",
    'Room three, door by the stairs. Two book reviews and ten horse power.',
    'One of the dragon riders. The two, man and wife, sat down.',
    'One of the bunch. An advice column. An information desk. The peoples of Europe, many peoples of the East. This boys’ school.',
    'A bad days’ work. A few bad dreams. A hundred new questions. Such a strange two nights. A black and white dogs’ home.',
    'Of all these man alone can laugh.',
  ])('silent: %s', (right) => {
    expect(findWith(nounNumber, right)).toEqual([])
  })
})
