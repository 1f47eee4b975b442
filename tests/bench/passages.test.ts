/** The hand-marked passages: their keys fit them, and put right they are clean of what they were marked for. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { corrected, isCertain, readKey } from '../../bench/proof/mark.ts'
import { PASSAGE_SETS, PASSAGES, readPassages } from '../../bench/proof/passages.ts'
import { score } from '../../bench/proof/score.ts'

describe.each(PASSAGE_SETS)('the %s set', (set) => {
  const passages = readPassages(set)

  test('every text has a key and every key a text', () => {
    const files = readdirSync(join(PASSAGES, set)).sort()
    expect(files).toEqual(passages.flatMap(({ name }) => [`${name}.key.json`, `${name}.txt`]))
    expect(passages).toHaveLength(set === 'tuning' ? 43 : 8)
  })

  test.each(passages)('$name: every entry stands on its wrong words, in order and apart from the next', (passage) => {
    let done = 0
    for (const { offset, length, words, replacement, also = [] } of passage.marks) {
      expect(offset).toBeGreaterThanOrEqual(done)
      expect(passage.text.slice(offset, offset + length)).toBe(words)
      expect(length).toBeGreaterThan(0)
      expect([replacement, ...also]).not.toContain(words)
      done = offset + length
    }
  })

  test.each(passages)('$name: 500 to 1,000 words, with 8 to 35 certain errors in 1,000', ({ text, marks }) => {
    const words = text.split(/\s+/).filter((word) => word !== '').length
    expect(words).toBeGreaterThan(430)
    expect(words).toBeLessThan(1_050)
    const density = (1_000 * marks.filter(isCertain).length) / words
    expect(density).toBeGreaterThan(8)
    expect(density).toBeLessThan(35)
  })

  test.each(passages)('$name: whoever corrects it as its key says is right every time', ({ text, marks }) => {
    const flags = marks.map(({ offset, length, replacement }) => ({ rule: 'key', offset, length, replacement }))
    const { all, idle } = score(text, marks, flags)
    const certain = marks.filter(isCertain).length
    expect(all).toEqual({ marks: certain, found: certain, exact: certain })
    expect(idle).toEqual([])
  })

  test.each(passages)('$name: the clean passage has the same words around every correction', ({ text, marks }) => {
    const clean = corrected(text, marks)
    let shift = 0
    for (const { offset, length, replacement } of marks.filter(isCertain)) {
      const at = offset + shift
      expect(clean.slice(at, at + replacement.length)).toBe(replacement)
      shift += replacement.length - length
    }
    expect(clean).toHaveLength(text.length + shift)
  })
})

describe('a key', () => {
  test('is refused where the text has other words than it names', () => {
    const key = JSON.stringify([{ offset: 4, length: 3, words: 'hte', replacement: 'the' }])
    expect(readKey(key, 'See hte sea.')[0]).toMatchObject({ words: 'hte', certainty: 'certain' })
    expect(() => readKey(key, 'Saw the sea.')).toThrow('is for "hte", but "the" stands there')
  })

  test('is refused when it is sure in a way that nobody knows', () => {
    const key = JSON.stringify([{ offset: 0, length: 3, replacement: 'Saw', certainty: 'perhaps' }])
    expect(() => readKey(key, 'See the sea.')).toThrow('neither "certain" nor "style"')
  })

  test('leaves what is a matter of style as it stands, and counts it neither for nor against', () => {
    const text = 'He seen it very clearly.'
    const marks = readKey(
      JSON.stringify([
        { offset: 3, length: 4, replacement: 'saw', family: 'verb form' },
        { offset: 11, length: 5, replacement: '', family: 'adverb', certainty: 'style' },
      ]),
      text,
    )
    expect(corrected(text, marks)).toBe('He saw it very clearly.')
    const { all, idle } = score(text, marks, [{ rule: 'adverb', offset: 11, length: 4, replacement: null }])
    expect(all).toEqual({ marks: 1, found: 0, exact: 0 })
    expect(idle).toEqual([])
  })
})
