/** The first characters of a written file, in whatever encoding, never half of one. */
import { describe, expect, test } from 'vitest'
import { openingCharacters } from '../../../server/stories/opening-characters.ts'
import { encode } from '../../../shared/codecs/encodings.ts'
import { ENCODINGS } from '../../../shared/story/file-form.ts'

describe('a preview', () => {
  test.each(ENCODINGS)('reads %s as it was written', (encoding) => {
    const text = '“Zoë” – she said…\n'
    expect(openingCharacters(encode(text, encoding), `text/plain; charset=${encoding}`)).toBe(text)
  })

  test.each(['utf-8', 'utf-16le', 'utf-16be'] as const)(
    'of a long %s text ends before 2,000, and with a whole character',
    (encoding) => {
      for (const head of ['', 'a', 'ab', 'abc']) {
        const opening = openingCharacters(
          encode(head + '\u{1f600}é'.repeat(2000), encoding),
          `text/html; charset=${encoding}`,
        )
        expect(opening.length).toBeGreaterThan(1990)
        expect(opening.length).toBeLessThanOrEqual(2000)
        expect(opening).toMatch(/^[abc]*(?:\u{1f600}é)*\u{1f600}?$/u)
      }
    },
  )

  test('is of text alone', () => {
    const bytes = encode('PK', 'utf-8')
    for (const type of [
      'text/csv',
      'application/json',
      'application/ld+json',
      'application/tei+xml',
      'application/mbox',
    ]) {
      expect(openingCharacters(bytes, type), type).toBe('PK')
    }
    for (const type of ['application/zip', 'application/epub+zip', 'application/octet-stream', 'image/png']) {
      expect(openingCharacters(bytes, type), type).toBe('')
    }
  })
})
