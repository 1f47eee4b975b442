import { describe, expect, test } from 'vitest'
import { type FindQuery, matchesIn, patternOf, replacementOf } from '../../../client/editor/find-matches.ts'

const query = (text: string, more: Partial<FindQuery> = {}): FindQuery => ({
  text,
  matchCase: false,
  wholeWord: false,
  regex: false,
  ...more,
})
const found = (line: string, asked: FindQuery) =>
  matchesIn(line, 0, patternOf(asked), 99).map(({ from, to }) => line.slice(from, to))

describe('matches', () => {
  test('plain text stands for itself', () => {
    expect(found('a.c abc (a.c)', query('a.c'))).toEqual(['a.c', 'a.c'])
    expect(found('C:\\x [1]', query('\\x ['))).toEqual(['\\x ['])
  })

  test('case counts when asked', () => {
    expect(found('Sea sea ÉTÉ été', query('sea'))).toEqual(['Sea', 'sea'])
    expect(found('Sea sea', query('sea', { matchCase: true }))).toEqual(['sea'])
    expect(found('ÉTÉ', query('été'))).toEqual(['ÉTÉ'])
  })

  test('whole words end where letters, digits and their marks end', () => {
    expect(found('the then bathe été étés', query('the', { wholeWord: true }))).toEqual(['the'])
    expect(found('été étés “été”', query('été', { wholeWord: true }))).toEqual(['été', 'été'])
  })

  test('empty matches are skipped, and a limit holds', () => {
    expect(found('aab', query('a*', { regex: true }))).toEqual(['aa'])
    expect(matchesIn('aaaa', 0, patternOf(query('a')), 2)).toHaveLength(2)
  })

  test('a broken expression is told, also one that would close our own group', () => {
    expect(() => patternOf(query('(', { regex: true }))).toThrow(SyntaxError)
    expect(() => patternOf(query('a)|(b', { regex: true, wholeWord: true }))).toThrow(SyntaxError)
  })

  test('an emoji is one character', () => {
    expect(found('x👍y', query('x.y', { regex: true }))).toEqual(['x👍y'])
  })
})

describe('replacements', () => {
  const replaced = (line: string, text: string, template: string, regex = true) => {
    const [match] = matchesIn(line, 0, patternOf(query(text, { regex })), 1)
    return replacementOf(match!, line.slice(match!.from, match!.to), template, regex)
  }

  test.each([
    ['$2 $1', 'b a'],
    ['[$&]', '[a-b]'],
    ['$$1', '$1'],
    ['$12', 'a2'],
    ['$3', '$3'],
    ['$0', '$0'],
    ['$<x>', '$<x>'],
    ['x\ny', 'x y'],
  ])('%s', (template, expected) => {
    expect(replaced('a-b', '(a)-(b)', template)).toBe(expected)
    expect(replaced('a-b', '(a)-(b)', template)).toBe('a-b'.replace(/(a)-(b)/, template).replace('\n', ' '))
  })

  test('named groups', () => {
    expect(replaced('a-b', '(?<left>a)-b', '$<left>$<none>')).toBe('a')
  })

  test('in plain search every sign stands for itself', () => {
    expect(replaced('a', 'a', '$&$1', false)).toBe('$&$1')
  })
})
