import { describe, expect, test } from 'vitest'
import { ProseLine } from '../../../shared/proof/prose-line.ts'
import { wordId } from '../../../shared/proof/word-ids.ts'

describe('the number of a word', () => {
  test('is equal for equal words and for no others', () => {
    const words = ['constructor', '__proto__', 'the', 'The', '', ',']
    expect(words.map(wordId)).toEqual(words.map(wordId))
    expect(new Set(words.map(wordId)).size).toBe(words.length)
  })

  test('is that of the lower-case word, whatever its capitals and its apostrophe', () => {
    const { tokens } = new ProseLine({ text: "Don't don’t DON'T, 5th." })
    expect(tokens.map(({ id }) => id)).toEqual(tokens.map(({ lower }) => wordId(lower)))
    expect(new Set(tokens.slice(0, 3).map(({ id }) => id)).size).toBe(1)
  })
})
