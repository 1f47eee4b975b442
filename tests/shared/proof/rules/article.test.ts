import { describe, expect, test } from 'vitest'
import { article } from '../../../../shared/proof/rules/article.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

describe('article', () => {
  test.each([
    ['She held a umbrella.', 'She held an umbrella.'],
    ['It took a hour.', 'It took an hour.'],
    ['He was an unique man.', 'He was a unique man.'],
    ['A apple fell.', 'An apple fell.'],
    ['An man came.', 'A man came.'],
    ['She had an European accent.', 'She had a European accent.'],
    ['a honest answer, a heir', 'an honest answer, an heir'],
    ['an one-eyed man', 'a one-eyed man'],
    ['a unimportant thing', 'an unimportant thing'],
    ['a 8-year-old and a 11 and a 18th birthday', 'an 8-year-old and an 11 and an 18th birthday'],
    ['an 10-minute walk', 'a 10-minute walk'],
    ['a X-ray', 'an X-ray'],
    ['an U-turn', 'a U-turn'],
    ['a eye', 'an eye'],
    ['an yellow leaf', 'a yellow leaf'],
  ])('%s', (wrong, right) => {
    expect(fixWith(article, wrong)).toBe(right)
  })

  test.each([
    'an hour, a house, an honour, a university, a European, a one, an only child, a ewe',
    'an FBI agent, a NATO man, a UFO',
    'an historic day, a historic day, an herb',
    'an umbrella, an uncle, an unidentified man, an uninvited guest, a uniform, a union, a usual day, a user',
    'an Uchiha, a Uchiha',
    'grade A oranges; plan A is off',
    'a h-house, a a-apple',
    'an 11, a 12, an 18, a 110, an 80, a 1,100',
    "He saw him an' I, an then he left; an 'orse.",
    'a, an, the',
    '"Give me a... apple."',
    'a year, a yacht, an Yvonne',
  ])('silent: %s', (right) => {
    expect(findWith(article, right)).toEqual([])
  })
})
