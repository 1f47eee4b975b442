import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SIGN_KINDS, signsAt } from '../../../../shared/proof/confusions/context.ts'
import { oddsOf, oddsSlips, type PairOdds, readOdds, writtenOdds } from '../../../../shared/proof/confusions/odds.ts'
import { ODDS } from '../../../../shared/proof/confusions/odds-table.ts'
import { ProseLine } from '../../../../shared/proof/prose-line.ts'

const slips = (text: string): string[] => {
  const { tokens } = new ProseLine({ text })
  return [...oddsSlips(tokens)].map(({ at, right }) => `${tokens[at]!.text} → ${right}`)
}

describe('odds of a word in its place', () => {
  test('every row of the table is read back as it was written', () => {
    for (const row of ODDS) expect(writtenOdds(readOdds(row))).toBe(row)
    for (const row of ODDS) expect(readOdds(row).weights).toHaveLength(SIGN_KINDS)
  })

  test('what is written is read back, whatever the signs are', () => {
    const sign = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => !/[~|]/.test(text))
    const limit = fc.option(fc.integer({ min: 1, max: 99 }))
    const pair: fc.Arbitrary<PairOdds> = fc.record({
      first: fc.constantFrom('its', "you're"),
      second: fc.constantFrom("it's", 'your'),
      bias: fc.integer({ min: -99, max: 99 }),
      against: fc.tuple(limit, limit),
      weights: fc.array(
        fc.array(fc.tuple(sign, fc.integer({ min: -99, max: 99 }))).map((entries) => new Map(entries)),
        { minLength: SIGN_KINDS, maxLength: SIGN_KINDS },
      ),
    })
    fc.assert(
      fc.property(pair, (odds) => {
        expect(readOdds(writtenOdds(odds))).toEqual({ ...odds })
      }),
    )
  })

  test('signs add up, and those that were never learnt say nothing', () => {
    const { tokens } = new ProseLine({ text: 'Mind your own business.' })
    const signs = signsAt(tokens, 1)
    const weights = signs.map((sign, kind) => new Map(kind < 2 ? [[sign, 10 + kind]] : []))
    expect(signs).toHaveLength(SIGN_KINDS)
    expect(oddsOf({ bias: -3, weights }, signs)).toBe(-3 + 10 + 11)
  })

  test('a name or a word in capitals is never a slip, nor is a word that every object has', () => {
    expect(slips('He had met Mr. Weather, Miss Piece and the Their of Peace.')).toEqual([])
    expect(slips('constructor __proto__ hasOwnProperty to the constructor of toString')).toEqual([])
  })

  test.each([
    ['They loved there daughter.', 'there → their'],
    ['The birds came back to there nest.', 'there → their'],
    ['She sat on it’s edge.', "it's → its"],
    ['“You have made you’re statement very clearly.”', "you're → your"],
    ['“I believe your mistaken,” he said.', "your → you're"],
    ['“Do you think its going to rain?”', "its → it's"],
    ['He did not no what to say.', 'no → know'],
    ['It was to late to turn back.', 'to → too'],
    ['He was no better then the others.', 'then → than'],
    ['I wonder weather he will come.', 'weather → whether'],
    ['Men form the village came running.', 'form → from'],
    ['She did not feel quiet sure of him.', 'quiet → quite'],
  ])('%s', (wrong, right) => {
    expect(slips(wrong).map((slip) => slip.replace('’', "'").toLowerCase())).toEqual([right])
  })

  test.each([
    'There were two chairs there, and their legs were broken.',
    'It’s a pity that its roof is gone.',
    '“You’re late,” she said. “Your supper is cold.”',
    'He was too tired to go to the door, and then he slept longer than ever.',
    'They took off their coats, and one of them sat down there.',
    'He threw the door open and went through to the garden where they were sitting.',
    'No one could know how quiet it was, or quite how far away.',
    'She heard the whole story here, an hour ago, from our new neighbor.',
    'I thought so, though it was only a thought.',
  ])('silent: %s', (right) => {
    expect(slips(right)).toEqual([])
  })
})
