import { describe, expect, test } from 'vitest'
import { oddsOf, readOdds, writtenOdds } from '../../../../shared/proof/commas/odds.ts'
import { namePlacesOf, type Place, placedWords, placesOf } from '../../../../shared/proof/commas/places.ts'
import { signsOf } from '../../../../shared/proof/commas/signs.ts'
import { ProseLine } from '../../../../shared/proof/prose-line.ts'

function placed(text: string) {
  return placedWords(new ProseLine({ text }), (token) => token.text === 'Kell')
}

function shown(text: string, places: (line: ReturnType<typeof placed>) => Iterable<Place>): string[] {
  const line = placed(text)
  return [...places(line)].map(
    ({ kind, left, right, mark }) => `${kind} ${line.words[left]!.text}${mark}|${line.words[right]!.text}`,
  )
}

describe('places of commas', () => {
  test('a participle after a clause, with its comma or without', () => {
    expect(shown('He fell back hitting the wall.', placesOf)).toContain('participle back|hitting')
    expect(shown('He fell back, hitting the wall.', placesOf)).toContain('participle back,|hitting')
  })

  test('a name that somebody is called by, in speech only', () => {
    expect(shown('“Come here Kell.”', namePlacesOf)).toEqual(['named here|Kell'])
    expect(shown('He came to Kell.', namePlacesOf)).toEqual([])
    expect(shown('“Kell where are you?”', namePlacesOf)).toEqual(['naming Kell|where'])
  })

  test('marks of emphasis hide nothing', () => {
    expect(shown('“I left the *city* sir.”', namePlacesOf)).toEqual(['named city|sir'])
  })

  test('the mark in a place is in none of its signs', () => {
    const signs = ['He fell back hitting the wall.', 'He fell back, hitting the wall.'].map((text) => {
      const line = placed(text)
      const place = [...placesOf(line)].find(({ kind }) => kind === 'participle')!
      return signsOf(line, place)
    })
    expect(signs[0]).toEqual(signs[1])
  })

  test('a row of the table is read as it was written', () => {
    const odds = {
      kind: 'named',
      bias: -3,
      limit: 20,
      weights: new Map([
        ['ahere', 12],
        ['h, kk0', -4],
      ]),
    } as const
    expect(readOdds(writtenOdds(odds))).toEqual(odds)
    expect(oddsOf(odds, ['ahere', 'zz'])).toBe(9)
  })
})
