import { describe, expect, test } from 'vitest'
import { ProseLine } from '../../../shared/proof/prose-line.ts'
import { keptByWord, MOST_WORDS, NO_ID, readWordId, wordId } from '../../../shared/proof/word-ids.ts'

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

describe('answers kept by word', () => {
  test('are asked for once for each word, and stay', () => {
    const asked: string[] = []
    const isLong = keptByWord((lower) => {
      asked.push(lower)
      return lower.length > 3 ? lower : null
    })
    const { tokens } = new ProseLine({ text: 'Toad, hop! toad hop, constructor.' })
    const words = tokens.filter(({ kind }) => kind === 'word')
    expect(words.map(isLong)).toEqual(['toad', null, 'toad', null, 'constructor'])
    expect(asked).toEqual(['toad', 'hop', 'constructor'])
  })
})

test('beyond so many words a new one has no number, is not kept, and is asked for each time', () => {
  const known = readWordId('harbour')
  for (let word = 0; word <= MOST_WORDS; word += 1) readWordId(`w${word}`)
  const { tokens } = new ProseLine({ text: 'harbour zyzzyx' })
  expect(tokens.map(({ id }) => id)).toEqual([known, NO_ID])
  const asked: string[] = []
  const told = keptByWord((lower) => {
    asked.push(lower)
    return lower
  })
  expect([...tokens, ...tokens].map(told)).toEqual(['harbour', 'zyzzyx', 'harbour', 'zyzzyx'])
  expect(asked).toEqual(['harbour', 'zyzzyx', 'zyzzyx'])
})
