import { describe, expect, test } from 'vitest'
import { wordKind } from '../../../shared/proof/word-kinds.ts'
import { WORD_KINDS } from '../../../shared/proof/word-kinds-table.ts'

describe('kinds of words', () => {
  test('no word is of two kinds', () => {
    const words = WORD_KINDS.flatMap((row) => row.split(' '))
    expect(new Set(words).size).toBe(words.length)
  })

  test('words that stand in the same places are of one kind, others are not', () => {
    expect(wordKind('walked')).toBeDefined()
    expect(wordKind('husband')).toBe(wordKind('wife'))
    expect(wordKind('husband')).not.toBe(wordKind('walked'))
  })

  test('a word that only builds sentences has none, nor has one that no novel knows or that every object has', () => {
    expect(['the', 'zyzzyva', 'constructor', 'toString'].map((word) => wordKind(word))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})
