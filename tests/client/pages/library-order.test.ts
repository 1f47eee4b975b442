import { describe, expect, test } from 'vitest'
import { arranged, type Order } from '../../../client/pages/library/library-order.ts'
import type { Story } from '../../../shared/wire/api.ts'

function story(given: Partial<Story>): Story {
  return {
    id: given.title ?? 'id',
    name: 'story.txt',
    title: 'A Story',
    titled: false,
    opening: '',
    words: 0,
    lines: 1,
    createdAt: '2026-11-01T00:00:00.000Z',
    changedAt: '2026-11-01T00:00:00.000Z',
    changedBy: null,
    role: 'maintainer',
    here: [],
    form: { encoding: 'utf-8', guessed: false, bom: false, eol: '\n', gap: 2, ending: '' },
    hasSource: true,
    review: { notes: 0, suggestions: 0, fresh: 0, seenAt: null },
    ...given,
  }
}

const STORIES = [
  story({
    title: 'The Salt Ledger',
    opening: 'The harbour office',
    words: 8668,
    changedAt: '2026-11-03T10:00:00.000Z',
  }),
  story({
    title: '“Éclair”',
    opening: 'A kitchen',
    words: 10,
    changedAt: '2026-11-05T10:00:00.000Z',
    name: 'cake.txt',
  }),
  story({
    title: 'Chapter 10',
    words: 500,
    changedAt: '2026-11-04T10:00:00.000Z',
    changedBy: { id: 'p', name: 'Tomás Weil', swatch: 3 },
  }),
  story({ title: 'Chapter 9', words: 500, changedAt: '2026-11-04T10:00:00.000Z' }),
]

const titles = (search: string, order: Order) => arranged(STORIES, search, order).map(({ title }) => title)

describe('the order of the library', () => {
  test('newest change first; of equals the lesser number', () => {
    expect(titles('', 'changed')).toEqual(['“Éclair”', 'Chapter 9', 'Chapter 10', 'The Salt Ledger'])
  })

  test('titles as a reader sorts them: numbers by value, accents and quotation marks aside', () => {
    expect(titles('', 'title')).toEqual(['Chapter 9', 'Chapter 10', '“Éclair”', 'The Salt Ledger'])
  })

  test('the longest first', () => {
    expect(titles('', 'length')).toEqual(['The Salt Ledger', 'Chapter 9', 'Chapter 10', '“Éclair”'])
  })

  test('most news first, then newest change', () => {
    const told = (title: string, fresh: number) => {
      const known = STORIES.find((one) => one.title === title) ?? story({ title })
      return { ...known, review: { ...known.review, fresh } }
    }
    const given = [told('Chapter 9', 1), told('The Salt Ledger', 3), told('Chapter 10', 0), told('“Éclair”', 0)]
    expect(arranged(given, '', 'fresh').map(({ title }) => title)).toEqual([
      'The Salt Ledger',
      'Chapter 9',
      '“Éclair”',
      'Chapter 10',
    ])
  })

  test('the list that was given stays as it was', () => {
    const given = [...STORIES]
    arranged(given, '', 'title')
    expect(given).toEqual(STORIES)
  })
})

describe('the search', () => {
  test('every word must occur, in title, opening, file name or the name of who changed it last', () => {
    expect(titles('salt harbour', 'title')).toEqual(['The Salt Ledger'])
    expect(titles('salt kitchen', 'title')).toEqual([])
    expect(titles('cake', 'title')).toEqual(['“Éclair”'])
    expect(titles('weil', 'title')).toEqual(['Chapter 10'])
  })

  test('case and accents do not count, on either side', () => {
    expect(titles('ECLAIR', 'title')).toEqual(['“Éclair”'])
    expect(titles('tomas', 'title')).toEqual(['Chapter 10'])
    expect(titles('tómas', 'title')).toEqual(['Chapter 10'])
  })

  test('blanks alone search for nothing', () => {
    expect(titles('   ', 'title')).toHaveLength(STORIES.length)
  })
})
