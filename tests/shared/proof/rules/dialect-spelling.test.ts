import { describe, expect, test } from 'vitest'
import { NO_TOOLS } from '../../../../shared/proof/checker.ts'
import { dialectSpelling } from '../../../../shared/proof/rules/dialect-spelling.ts'
import type { Speller } from '../../../../shared/proof/speller.ts'
import { findWith, fixWith } from '../../../kit/rule-under-test.ts'

const speller = (words: string): Speller => {
  const known = new Set(words.split(' '))
  return { correct: (word) => known.has(word.toLowerCase()), suggest: () => [], words: () => [] }
}
const both = 'the of her eyes was in a four hour'
const tools = {
  ...NO_TOOLS,
  spellers: {
    'en-US': speller(`${both} color realize traveled center analyzed skillful`),
    'en-GB': speller(`${both} colour realise realize travelled centre analysed skilful bluey`),
  },
}

describe('dialect-spelling', () => {
  test('a British word in an American story', () => {
    expect(fixWith(dialectSpelling, 'The colour of her eyes. COLOUR!', { dialect: 'en-US' }, tools)).toBe(
      'The color of her eyes. COLOR!',
    )
    expect(fixWith(dialectSpelling, 'realise travelled centre analysed skilful', { dialect: 'en-US' }, tools)).toBe(
      'realize traveled center analyzed skillful',
    )
  })

  test('an American word in a British story', () => {
    expect(fixWith(dialectSpelling, 'color traveled center skillful', { dialect: 'en-GB' }, tools)).toBe(
      'colour travelled centre skilful',
    )
  })

  test('a British verb is practised, whatever the British dictionary lists', () => {
    expect(fixWith(dialectSpelling, 'I only practiced it', { dialect: 'en-GB' }, tools)).toBe('I only practised it')
    expect(fixWith(dialectSpelling, 'I only practiced it', { dialect: 'en-US' }, tools)).toBe('I only practiced it')
  })

  test('single quotation marks tell of a British story where one word stands against one', () => {
    const story = '‘The colour,’ she said. ‘The color.’\n\n‘Her,’ he said.\n\n‘The centre?’'
    expect(fixWith(dialectSpelling, story, {}, tools)).toBe(story.replace('color.', 'colour.'))
  })

  test('it may be mended in bulk once somebody has decided', () => {
    expect(findWith(dialectSpelling, 'the colour', { dialect: 'en-US' }, tools)[0]?.sure).toBe(true)
    expect(findWith(dialectSpelling, 'the colour', { sheet: { dialect: 'en-US' } }, tools)[0]?.sure).toBe(true)
    expect(findWith(dialectSpelling, 'the color, color, colour', {}, tools)[0]?.sure).toBe(false)
  })

  test('a spelling that the story has again and again, and no other, is its own', () => {
    const story = 'color colored analyzed centre\n\ncentre of color\n\ncentre of color'
    const american = { ...tools, spellers: { ...tools.spellers, 'en-GB': speller(`${both} centre`) } }
    expect(findWith(dialectSpelling, story, {}, american)).toEqual([])
    expect(findWith(dialectSpelling, `${story}\n\ncenter`, {}, american)).toHaveLength(3)
    expect(findWith(dialectSpelling, story, { dialect: 'en-US' }, american)).toHaveLength(3)
  })

  test('a word with no counterpart, a name and a misspelling are not its business', () => {
    expect(findWith(dialectSpelling, 'bluey collour Mrs. Colour', { dialect: 'en-US' }, tools)).toEqual([])
  })

  test('-ize is British as well', () => {
    const strict = { ...tools, spellers: { ...tools.spellers, 'en-GB': speller(`${both} realise`) } }
    expect(findWith(dialectSpelling, 'realize', { dialect: 'en-GB' }, strict)).toEqual([])
  })

  test('what dictionaries of both dialects list is right in both', () => {
    const strict = {
      ...tools,
      spellers: { 'en-US': speller('tranquility'), 'en-GB': speller('tranquillity teetotaller') },
    }
    expect(findWith(dialectSpelling, 'tranquillity', { dialect: 'en-US' }, strict)).toEqual([])
    expect(
      findWith(
        dialectSpelling,
        'teetotaler',
        { dialect: 'en-GB' },
        {
          ...tools,
          spellers: { 'en-US': speller('teetotaler'), 'en-GB': speller('teetotaller') },
        },
      ),
    ).toEqual([])
  })

  test('a doubled l is shown only where the story’s English is decided', () => {
    const strict = {
      ...tools,
      spellers: {
        'en-US': speller('traveled jeweled color colors'),
        'en-GB': speller('travelled jewelled colour colours'),
      },
    }
    const story = 'The color of colors. She travelled, jewelled.'
    expect(findWith(dialectSpelling, story, {}, strict)).toEqual([])
    expect(findWith(dialectSpelling, story, { dialect: 'en-US' }, strict)).toHaveLength(2)
  })

  test('an American may write theatre, and catalogue, where nobody has decided', () => {
    const strict = {
      ...tools,
      spellers: {
        'en-US': speller('theater catalog color colors'),
        'en-GB': speller('theatre catalogue colour colours'),
      },
    }
    const story = 'The color of colors in the theatre, and the catalogue.'
    expect(findWith(dialectSpelling, story, {}, strict)).toEqual([])
    expect(findWith(dialectSpelling, story, { dialect: 'en-US' }, strict)).toHaveLength(2)
  })

  test('without dictionaries it says nothing', () => {
    expect(findWith(dialectSpelling, 'the colour', { dialect: 'en-US' })).toEqual([])
  })
})
