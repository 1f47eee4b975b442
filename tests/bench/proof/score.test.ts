/** How the bench counts: what is found, what is corrected, what is made up, and what is neither. */
import { describe, expect, test } from 'vitest'
import type { Flag } from '../../../bench/proof/contestants.ts'
import type { Mark } from '../../../bench/proof/mark.ts'
import { score, together } from '../../../bench/proof/score.ts'

const TEXT = 'It was to late. He said he seen it their.'

function mark(words: string, replacement: string, more: Partial<Mark> = {}): Mark {
  return { offset: TEXT.indexOf(words), length: words.length, replacement, family: 'confusion', ...more }
}

function flag(words: string, replacement: string | null = null, rule = 'any'): Flag {
  return { rule, offset: TEXT.indexOf(words), length: words.length, replacement }
}

const LATE = mark('to', 'too')

describe('an error', () => {
  test('is found by a flag on it, around it or directly beside it, and by none that is further away', () => {
    const found = (offset: number, length: number) =>
      score(TEXT, [LATE], [{ rule: 'any', offset, length, replacement: null }]).all.found
    expect([found(7, 2), found(0, 15), found(8, 1)]).toEqual([1, 1, 1])
    // "to" is 7 to 9: one letter may lie between.
    expect([found(3, 3), found(10, 4)]).toEqual([1, 1])
    expect([found(3, 2), found(11, 4)]).toEqual([0, 0])
  })

  test('is corrected only when the first correction makes the text what the key has, however long the flag is', () => {
    const exact = (...flags: Flag[]) => score(TEXT, [LATE], flags).all.exact
    expect(exact(flag('to', 'too'))).toBe(1)
    expect(exact(flag('to late', 'too late'))).toBe(1)
    expect(exact(flag('to', 'two'))).toBe(0)
    expect(exact(flag('to', null))).toBe(0)
    expect(exact(flag('to late', 'too'))).toBe(0)
    expect(exact(flag('to', null), flag('to', 'too', 'other'))).toBe(1)
  })

  test('may have other corrections that are as good', () => {
    const seen = mark('seen', 'saw', { also: ['had seen'] })
    expect(score(TEXT, [seen], [flag('seen', 'had seen')]).all.exact).toBe(1)
    expect(score(TEXT, [seen], [flag('he seen', 'he saw')]).all.exact).toBe(1)
    expect(score(TEXT, [seen], [flag('seen', 'seed')]).all.exact).toBe(0)
  })

  test('counts once, however many flags lie on it, and none of them is idle', () => {
    const { all, flags, idle } = score(TEXT, [LATE], [flag('to'), flag('to', 'too'), flag('was to')])
    expect(all).toEqual({ marks: 1, found: 1, exact: 1 })
    expect([flags, idle]).toEqual([3, []])
  })

  test('that nobody flagged is missed, one with another correction is inexact', () => {
    const their = mark('their', 'there')
    const { missed, inexact } = score(TEXT, [LATE, their], [flag('to', 'two')])
    expect([missed, inexact]).toEqual([[their], [LATE]])
  })
})

test('a flag on nothing marked is idle', () => {
  const { idle, all } = score(TEXT, [LATE], [flag('He said')])
  expect(idle.map(({ offset }) => offset)).toEqual([TEXT.indexOf('He said')])
  expect(all.found).toBe(0)
})

test('a matter of style is no error to be found, and a flag on it is not made up', () => {
  const { all, idle, missed } = score(TEXT, [mark('He said', '', { certainty: 'style' })], [flag('He said')])
  expect(all).toEqual({ marks: 0, found: 0, exact: 0 })
  expect([idle, missed]).toEqual([[], []])
})

test('families are counted apart, several texts together, and nothing is counted twice', () => {
  const one = score(TEXT, [LATE, mark('seen', 'saw', { family: 'verb form' })], [flag('to', 'too'), flag('late')])
  const other = score(TEXT, [LATE], [flag('said')])
  const both = together([one, other])
  expect(both.all).toEqual({ marks: 3, found: 1, exact: 1 })
  expect([...both.families]).toEqual([
    ['confusion', { marks: 2, found: 1, exact: 1 }],
    ['verb form', { marks: 1, found: 0, exact: 0 }],
  ])
  expect([both.flags, both.idle.length, both.missed.length]).toEqual([3, 1, 2])
  expect(together([]).all).toEqual({ marks: 0, found: 0, exact: 0 })
  // The parts are as they were.
  expect(one.all).toEqual({ marks: 2, found: 1, exact: 1 })
})
