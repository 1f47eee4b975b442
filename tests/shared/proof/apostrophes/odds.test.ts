import { describe, expect, test } from 'vitest'
import { judgedOwner, readOdds, writtenOdds } from '../../../../shared/proof/apostrophes/odds.ts'
import { ownerPlaces, ownerSigns } from '../../../../shared/proof/apostrophes/places.ts'
import { ProseLine } from '../../../../shared/proof/prose-line.ts'

const placesIn = (text: string) => [...ownerPlaces(new ProseLine({ text }).tokens)]

describe('odds of apostrophes', () => {
  test('the signs of a word do not tell its apostrophe', () => {
    const signs = ["The guard's hand shook.", "The guards' hand shook.", 'The guards hand shook.'].map((text) => {
      const { tokens } = new ProseLine({ text })
      return placesIn(text).map((place) => ownerSigns(tokens, place, false))
    })
    expect(signs[0]).toHaveLength(1)
    expect(signs[1]).toEqual(signs[0])
    expect(signs[2]).toEqual(signs[0])
  })

  test('the one of several is found', () => {
    expect(placesIn('Two cities burned and the wolves came.').map(({ one }) => one)).toEqual(['city', 'wolf'])
    expect(placesIn("This was his, and it's always news to us.")).toEqual([])
  })

  test('several who do something are not owners, and what is owned is', () => {
    const surplusOf = (text: string): number => {
      const { tokens } = new ProseLine({ text })
      const [place] = placesIn(text)
      return judgedOwner(tokens, place!, false).surplus
    }
    expect(surplusOf('The captains voice cut through the noise.')).toBeGreaterThan(0)
    expect(surplusOf('The captains went to their ships.')).toBeLessThan(0)
    expect(surplusOf("The window's were dark.")).toBeGreaterThan(0)
    expect(surplusOf("The captain's voice cut through the noise.")).toBeLessThan(0)
  })

  test('a row reads as it was written', () => {
    const odds = {
      question: 'owner',
      bias: -20,
      missing: 17,
      stray: -50,
      weights: new Map([['ahis hand', -7]]),
    } as const
    expect(readOdds(writtenOdds(odds))).toEqual(odds)
  })
})
