import { describe, expect, test } from 'vitest'
import { splitWord } from '../../../../shared/proof/rules/split-word.ts'
import { SPELLERS } from '../../../kit/dictionaries.ts'
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
    'The ferry boat left.',
    'The milk was in the ice box.',
    'She read by lamp light.',
    'The drive way was long.',
  ])('open in older books: %s', (right) => {
    expect(findWith(splitWord, right, {}, SPELLERS)).toEqual([])
  })

  test.each([
    ['He was a shoe maker.', 'He was a shoemaker.'],
    ['She sat on the window sill by the book shelf.', 'She sat on the windowsill by the bookshelf.'],
    ['His eye lashes brushed her collar bone.', 'His eyelashes brushed her collarbone.'],
  ])('what both dictionaries write as one word: %s', (wrong, right) => {
    expect(fixWith(splitWord, wrong, {}, SPELLERS)).toBe(right)
  })

  test.each([
    'A black bird, a high way, the green house, a dark room.',
    'His hand led her. The sea water was cold. The gun shot him.',
    'The working men sat on a stone wall in the barber shop.',
    'In their space suits they left the air lock for the rest room.',
    'The snow falls, the clock stands, the hall lights went out.',
  ])('and silent: %s', (right) => {
    expect(findWith(splitWord, right, {}, SPELLERS)).toEqual([])
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
