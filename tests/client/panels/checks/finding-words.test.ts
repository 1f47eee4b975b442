import { describe, expect, test } from 'vitest'
import {
  around,
  besides,
  offerWords,
  replacedPieces,
  ruleTitle,
} from '../../../../client/panels/checks/finding-words.ts'
import type { Finding } from '../../../../shared/proof/finding.ts'

const TEXT = '“I am late.” Kell said, and he looked down at the grey water for a very long time indeed.'

function finding(words: string, replacements: string[]): Finding {
  return {
    rule: 'tag-comma',
    level: 'default',
    kind: 'punctuation',
    line: 0,
    offset: TEXT.indexOf(words),
    length: words.length,
    message: '',
    replacements,
    sure: true,
    key: 'k',
  }
}

const LINE = { text: TEXT, findings: [] }

describe('a finding in words', () => {
  test('of a speech in other marks only the marks go and come, and a long one is cut between words', () => {
    const shown = (words: string, replacement: string) =>
      replacedPieces(words, replacement)
        .map(({ kind, text }) => (kind === 'gone' ? `[-${text}]` : kind === 'new' ? `[+${text}]` : text))
        .join('')
    expect(shown("'So late,'", '"So late,"')).toBe('[-\'][+"]So late,[-\'][+"]')
    expect(shown('teh', 'the')).toBe('[-teh][+the]')
    expect(shown('end. Next', 'end.\nNext')).toBe('[-end. Next][+end. ¶ Next]')
    const long = 'the tide was out and she walked along the mole to read the staff before dark'
    expect(shown(`'${long}'`, `"${long}"`)).toBe('[-\'][+"]the tide was out and … the staff before dark[-\'][+"]')
  })

  test('the words around are cut between words, and say where they were cut', () => {
    expect(around(finding('.”', []), LINE)).toEqual({
      before: '“I am late',
      words: '.”',
      after: ' Kell said, and he looked down at the…',
    })
    const { before } = around(finding('grey', []), LINE, { before: 12, after: 4 })
    expect(before).toBe('…down at the ')
  })

  test('cuts beside a word longer than the room leave the found words whole', () => {
    const long = { text: `${'a'.repeat(50)}!!${'b'.repeat(80)}`, findings: [] }
    expect(around({ ...finding('.”', []), offset: 50, length: 2 }, long)).toEqual({
      before: '…',
      words: '!!',
      after: '…',
    })
  })

  test('a correction without letters is shown between its neighbours, one with letters by itself', () => {
    expect(besides(finding('.”', [',”']), LINE)).toEqual({ before: 'late', after: ' Kell' })
    expect(besides(finding('grey', ['gray']), LINE)).toEqual({ before: '', after: '' })
  })

  test('a new line is a pilcrow, and nothing is said to take the words away', () => {
    expect(offerWords('a\nb')).toBe('a ¶ b')
    expect(offerWords('')).toBe('Take it away')
  })

  test('a rule is called by its title, by its plain name where that is not known', () => {
    expect(ruleTitle('tag-comma', new Map([['tag-comma', { title: 'Comma before a tag' }]]))).toBe('Comma before a tag')
    expect(ruleTitle('tag-comma', new Map())).toBe('Tag comma')
  })
})
