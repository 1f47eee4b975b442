import { describe, expect, test } from 'vitest'
import { correctionsFor } from '../../../../shared/proof/spelling/corrections.ts'
import { nearness } from '../../../../shared/proof/spelling/nearness.ts'
import { SPELLERS } from '../../../kit/dictionaries.ts'

const speller = SPELLERS.spellers['en-US']!
const first = (word: string, words = new Map(), names: string[] = []) =>
  correctionsFor(word, speller, { words, isName: (name) => names.includes(name) })[0]

describe('corrections', () => {
  test.each(
    'thier=their recieve=receive tounge=tongue seperate=separate begining=beginning suprised=surprised wispered=whispered shoudler=shoulder embarassed=embarrassed gaurd=guard stoped=stopped hestitate=hesitate immediatly=immediately phsyical=physical rediculous=ridiculous'
      .split(' ')
      .map((pair) => pair.split('=')),
  )('%s is %s', (wrong, right) => {
    expect(first(wrong!)).toBe(right)
  })

  test('capitals are kept', () => {
    expect(first('Recieve')).toBe('Receive')
    expect(first('RECIEVE')).toBe('RECEIVE')
  })

  test('a name of the story is offered where it is near', () => {
    const words = new Map([['sasuke', { capital: 9, first: 9, lower: 0 }]])
    expect(first('Sausuke', words, ['sasuke'])).toBe('Sasuke')
  })

  test('words of fiction are offered like any other', () => {
    expect(first('necromencer')).toBe('necromancer')
    expect(first('shapeshiffter')).toBe('shapeshifter')
  })

  test('a form that no dictionary has is made of its stem', () => {
    expect(first('cresendoing')).toBe('crescendoing')
  })

  test('the word itself is never offered, and nothing is where nothing is near', () => {
    expect(correctionsFor('xqzvvk', speller, { words: new Map(), isName: () => false })).toEqual([])
    expect(correctionsFor('tounge', speller, { words: new Map(), isName: () => false })).not.toContain('tounge')
  })
})

describe('nearness', () => {
  test('doubled letters, vowels and turned letters are nearer than others', () => {
    expect(nearness('stoped', 'stopped', 3)).toBeLessThan(nearness('stoped', 'stooped', 3) + 0.01)
    expect(nearness('seperate', 'separate', 3)).toBeLessThan(nearness('seperate', 'seperbte', 3))
    expect(nearness('freind', 'friend', 3)).toBeLessThan(1)
    expect(nearness('same', 'same', 3)).toBe(0)
  })

  test('beyond the most it is infinite', () => {
    expect(nearness('cat', 'elephant', 2)).toBe(Number.POSITIVE_INFINITY)
  })
})
