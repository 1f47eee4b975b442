import { describe, expect, test } from 'vitest'
import { NO_TOOLS } from '../../../../shared/proof/checker.ts'
import { inventedCapital } from '../../../../shared/proof/rules/invented-capital.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

const known = new Set('the of a man saw rose'.split(' '))
const speller = { correct: (word: string) => known.has(word.toLowerCase()), suggest: () => [], words: () => [] }
const tools = { ...NO_TOOLS, spellers: { 'en-US': speller, 'en-GB': null } }

describe('invented-capital', () => {
  test('the article of a name follows the majority', () => {
    const story = 'He came from The Sound, and to The Sound, as The Sound did.\n\nHe led the Sound.'
    expect(fixWith(inventedCapital, story)).toBe(story.replace('led the', 'led The'))
    const other = 'He came from the Sound, and to the Sound, as the Sound did.\n\nHe led The Sound.'
    expect(fixWith(inventedCapital, other)).toBe(other.replace('led The', 'led the'))
  })

  test('a coinage follows the majority', () => {
    const story = 'A Jounin saw a Jounin and the Jounin of a Jounin.\n\nThe man saw a jounin.'
    expect(fixWith(inventedCapital, story, {}, tools)).toBe(story.replace('a jounin', 'a Jounin'))
    const other = 'A jounin saw a jounin and the jounin of a jounin with jounin.\n\nThe man saw a Jounin.'
    expect(fixWith(inventedCapital, other, {}, tools)).toBe(other.replace('saw a Jounin', 'saw a jounin'))
  })

  test('a name that stands once without its capital gets it', () => {
    const story = 'Ezra saw a man. The man saw Ezra, and Ezra saw.\n\nThe man of ezra saw.'
    expect(fixWith(inventedCapital, story, {}, tools)).toBe(story.replace('of ezra', 'of Ezra'))
  })

  test('what is counted is no name, though a name is spelt alike', () => {
    const kings = 'He saw Vasse, and Vasse, and Vasse, and Vasse, and Vasse, and Vasse, and Vasse, and Vasse.'
    expect(findWith(inventedCapital, `${kings} It cost fifteen vasse. The vasse was gone.`, {}, tools)).toEqual([])
    expect(findWith(inventedCapital, `${kings} The vasse was gone.`, {}, tools)).toHaveLength(1)
  })

  test('a title before a name, in speech, or at the start of a sentence keeps its capital', () => {
    const story =
      'A jounin saw a jounin and the jounin of a jounin with jounin.\n\nHe saw the Jounin Kakashi. "The Jounin." Jounin did.'
    expect(findWith(inventedCapital, story, {}, tools)).toEqual([])
  })

  test('a word that is in the dictionary may be both', () => {
    expect(
      findWith(inventedCapital, 'He saw Rose, and Rose, and Rose, and Rose. The man saw a rose.', {}, tools),
    ).toEqual([])
  })

  test('without a majority it is silent', () => {
    expect(findWith(inventedCapital, 'He came from The Sound to the Sound, by The Sound and the Sound.')).toEqual([])
  })
})
