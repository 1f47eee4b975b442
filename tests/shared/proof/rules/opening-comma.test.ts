import { describe, expect, test } from 'vitest'
import { openingComma } from '../../../../shared/proof/rules/opening-comma.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

/** A story with the habit. */
const WITH =
  'When the rain stopped, they went out. If he stayed there, she would go. While the lamp was lit, nobody slept. After the bell rang, he ran.\n\n'
/** A story without. */
const WITHOUT = WITH.replaceAll(',', '').replace('nobody slept', 'he slept')

describe('opening-comma', () => {
  test.each([
    ['When he got to the river he sat down.', 'When he got to the river, he sat down.'],
    ['When it got dark outside we nailed it up.', 'When it got dark outside, we nailed it up.'],
    ['Because the door was open they went home.', 'Because the door was open, they went home.'],
    ['“If you touch the box it will bite you.”', '“If you touch the box it will bite you.”'],
    ['If the dragon came back she would kill it.', 'If the dragon came back, she would kill it.'],
    ['After the old man had gone I took the key.', 'After the old man had gone, I took the key.'],
    [
      'When he went up to bed there was something on the wall that he took for a bat.',
      'When he went up to bed, there was something on the wall that he took for a bat.',
    ],
    ['When he tried to wipe it off it was gone.', 'When he tried to wipe it off, it was gone.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(openingComma, WITH + wrong)).toBe(WITH + right)
  })

  test.each([
    'When he got to the river, he sat down.',
    'When did he say she was coming?',
    'As he said he would, he came.',
    'If what they told us was true he lied.',
    'When he came he left. He left when he came to the river she loved.',
    'Before she sat in the chair he had brought, the bell rang.',
    'Before he knew what it was he had it.',
    'Stop him before he has a chance to get rid of it all, and then run.',
  ])('silent: %s', (right) => {
    expect(findWith(openingComma, WITH + right)).toEqual([])
  })

  test('a story that leaves it out now and then does so by taste', () => {
    const wrong = 'When he got to the river he sat down.\n\n'
    expect(findWith(openingComma, WITH + wrong)).toHaveLength(1)
    expect(findWith(openingComma, WITH + wrong + wrong)).toEqual([])
    expect(findWith(openingComma, WITH + WITH + WITH + wrong + wrong)).toHaveLength(2)
  })

  test('a story of which nothing is known has the custom of nearly all', () => {
    expect(findWith(openingComma, 'When he got to the river he sat down.')).toHaveLength(1)
  })

  test('a story that leaves the comma out is left alone', () => {
    expect(findWith(openingComma, `${WITHOUT}When he got to the river he sat down.`)).toEqual([])
  })
})
