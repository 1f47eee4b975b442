/** A key says what is wrong in a text; one that cannot be meant is refused with words that say why. */
import { describe, expect, test } from 'vitest'
import { corrected, isCertain, readKey } from '../../../bench/proof/mark.ts'

const TEXT = 'It was to late.'
const read = (...entries: unknown[]) => readKey(JSON.stringify(entries), TEXT)

describe('a key', () => {
  test('needs only where and what; the rest has usual values', () => {
    expect(read({ offset: 7, length: 2, replacement: 'too' })).toEqual([
      { offset: 7, length: 2, words: 'to', replacement: 'too', also: [], family: 'error', certainty: 'certain' },
    ])
  })

  test('may name the words, other corrections, the kind of error, and that it is a matter of style', () => {
    const given = {
      offset: 7,
      length: 2,
      words: 'to',
      replacement: 'too',
      also: ['so'],
      family: 'confusion',
      certainty: 'style',
    }
    expect(read(given)).toEqual([given])
    expect(read(given).map(isCertain)).toEqual([false])
    expect(read({ ...given, also: ['so', 3, null] })[0]?.also).toEqual(['so'])
  })

  test('that is none, or does not fit its text, is refused and says which entry', () => {
    expect(() => readKey('{}', TEXT)).toThrow('A key is an array')
    const good = { offset: 0, length: 2, replacement: '' }
    for (const bad of [
      null,
      7,
      {},
      { ...good, offset: -1 },
      { ...good, offset: 1.5 },
      { ...good, length: -1 },
      { ...good, offset: 14 },
      { ...good, replacement: 7 },
    ]) {
      expect(() => read(good, bad), JSON.stringify(bad)).toThrow(/^Entry 1 of the key is no /)
    }
  })

  test('of a text that was changed under it is noticed', () => {
    expect(() => read({ offset: 7, length: 2, words: 'too', replacement: 'to' })).toThrow(
      /^Entry 0 .*"too", but "to" stands there/,
    )
    expect(() => read({ offset: 7, length: 2, replacement: '', certainty: 'maybe' })).toThrow(/^Entry 0 .*neither/)
  })

  test('that is no JSON is refused by the reader of JSON', () => {
    expect(() => readKey('[', TEXT)).toThrow(SyntaxError)
  })
})

describe('a text put right', () => {
  test('has every certain error mended, in whatever order they come, and style left alone', () => {
    const marks = read(
      { offset: 10, length: 4, replacement: 'early' },
      { offset: 0, length: 6, replacement: '', certainty: 'style' },
      { offset: 7, length: 2, replacement: 'too' },
    )
    expect(corrected(TEXT, marks)).toBe('It was too early.')
  })

  test('cannot be made of marks that overlap', () => {
    expect(() =>
      corrected(TEXT, read({ offset: 3, length: 6, replacement: '' }, { offset: 7, length: 2, replacement: '' })),
    ).toThrow(RangeError)
  })
})
