import { describe, expect, test } from 'vitest'
import { splitWord } from '../../../../shared/proof/rules/split-word.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('split-word', () => {
  test.each([
    ['He stood infront of her alot.', 'He stood in front of her a lot.'],
    ['Alot of people came.', 'A lot of people came.'],
    ['Noone knew.', 'No one knew.'],
    ['They hated eachother, atleast today.', 'They hated each other, at least today.'],
    ['He hurt him self.', 'He hurt himself.'],
    ['An other day came.', 'Another day came.'],
    ['They sat for awhile.', 'They sat for a while.'],
    ['He trained everyday.', 'He trained every day.'],
    ['She left with out a word.', 'She left without a word.'],
    ['"Nevermind," she said.', '"Never mind," she said.'],
  ])('%s', (wrong, right) => {
    expect(fixWith(splitWord, wrong)).toBe(right)
  })

  test.each([
    'It was an everyday thing, part of the everyday.',
    'They sat awhile. A lot of people. Each other.',
    'Her self was lost. Your true self.',
    'He went with out-of-date maps.',
    'What ever happened to him?',
    'Any body, every thing, no one.',
    'An other-worldly light.',
    'Encase it in glass.',
  ])('silent: %s', (right) => {
    expect(findWith(splitWord, right)).toEqual([])
  })
})
