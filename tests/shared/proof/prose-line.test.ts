/** Tokens and sentences of a line. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ProseLine } from '../../../shared/proof/prose-line.ts'

const tokens = (text: string) => new ProseLine({ text }).tokens
const sentences = (text: string) => new ProseLine({ text }).sentences.map(({ start, end }) => text.slice(start, end))

describe('tokens', () => {
  test('a word keeps its apostrophes and single hyphens', () => {
    const words = tokens("Don’t give 'em I-I well-known goin' dogs' rock—roll a--b").filter(
      ({ kind }) => kind === 'word',
    )
    expect(words.map(({ lower }) => lower)).toEqual([
      "don't",
      'give',
      "'em",
      'i-i',
      'well-known',
      "goin'",
      "dogs'",
      'rock',
      'roll',
      'a',
      'b',
    ])
  })

  test('a closing quotation mark is not an apostrophe of the last word', () => {
    expect(tokens("'Go,' he said, 'home'").map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      "open '",
      'word Go',
      'mark ,',
      "close '",
      'word he',
      'word said',
      'mark ,',
      "open '",
      'word home',
      "close '",
    ])
  })

  test('numbers keep what joins them', () => {
    const found = tokens('1,000 at 10:30 was 3.14, the 21st 12-year-old').filter(({ kind }) => kind === 'number')
    expect(found.map(({ text }) => text)).toEqual(['1,000', '10:30', '3.14', '21st', '12-year-old'])
  })

  test('the shape tells how a word is written', () => {
    expect(tokens('sakura Sakura SAKURA McKay I Sakura-chan I-I').map(({ shape }) => shape)).toEqual([
      'lower',
      'Capital',
      'UPPER',
      'Mixed',
      'Capital',
      'Capital',
      'Capital',
    ])
  })

  test('dots and hyphens in a row are one mark, others stand alone', () => {
    expect(tokens('Wait... what?! No -- yes…').map(({ text }) => text)).toEqual([
      'Wait',
      '...',
      'what',
      '?',
      '!',
      'No',
      '--',
      'yes',
      '…',
    ])
  })

  test('tokens lie in order, never touch white space, and leave out nothing but white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aB\'’‘"“”-—. ,9\u{1f600}é') }), (text) => {
        let rest = ''
        let at = 0
        for (const token of tokens(text)) {
          expect(token.start).toBeGreaterThanOrEqual(at)
          rest += text.slice(at, token.start)
          expect(token.text).toBe(text.slice(token.start, token.end))
          at = token.end
        }
        expect((rest + text.slice(at)).trim()).toBe('')
      }),
    )
  })
})

describe('sentences', () => {
  test.each<[string, string[]]>([
    ['He left. She stayed.', ['He left.', 'She stayed.']],
    ['Mr. Hale left. Dr. Ito and J. K. Vane stayed.', ['Mr. Hale left.', 'Dr. Ito and J. K. Vane stayed.']],
    ['"Go!" she said. "Now." He left.', ['"Go!" she said.', '"Now."', 'He left.']],
    ['Wait... or not. "Well..." He left.', ['Wait... or not.', '"Well..."', 'He left.']],
    ['What?! "No." (He was right.) Yes.', ['What?!', '"No."', '(He was right.)', 'Yes.']],
    ['It was I. He knew.', ['It was I.', 'He knew.']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(sentences(text)).toEqual(expected)
  })
})
