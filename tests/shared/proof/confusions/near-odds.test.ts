import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SIGN_KINDS } from '../../../../shared/proof/confusions/context.ts'
import { type NearOdds, nearSlips, readNear, writtenNear } from '../../../../shared/proof/confusions/near-odds.ts'
import { NEAR_ODDS } from '../../../../shared/proof/confusions/near-odds-table.ts'
import { ProseLine } from '../../../../shared/proof/prose-line.ts'

const slips = (text: string): string[] => {
  const { tokens } = new ProseLine({ text })
  return [...nearSlips(tokens)].map(({ at, right }) => `${tokens[at]!.text} → ${right}`)
}

describe('odds of a common word where a rarer one stands', () => {
  test('every row of the table is read back as it was written, and names no word as its own slip', () => {
    for (const row of NEAR_ODDS) {
      const read = readNear(row)
      expect(writtenNear(read)).toBe(row)
      expect(read.weights).toHaveLength(SIGN_KINDS)
      expect(read.limits.size).toBeGreaterThan(0)
      expect(read.limits.has(read.meant)).toBe(false)
    }
  })

  test('what is written is read back, whatever the signs are', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/)
    const number = fc.integer({ min: -99, max: 99 })
    const sign = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => !/[~|]/.test(text))
    const near: fc.Arbitrary<NearOdds> = fc.record({
      meant: word,
      bias: number,
      limits: fc.array(fc.tuple(word, number), { minLength: 1 }).map((entries) => new Map(entries)),
      weights: fc.array(
        fc.array(fc.tuple(sign, number)).map((entries) => new Map(entries)),
        { minLength: SIGN_KINDS, maxLength: SIGN_KINDS },
      ),
    })
    fc.assert(
      fc.property(near, (odds) => {
        expect(readNear(writtenNear(odds))).toEqual({ ...odds })
      }),
    )
  })

  test.each([
    ['We shell see what comes of it.', 'shell → shall'],
    ['I don’t knot what you mean.', 'knot → know'],
    ['He walked trough the park.', 'trough → through'],
    ['You mast go now.', 'mast → must'],
    ['He dud not answer.', 'dud → did'],
    ['Of curse I will.', 'curse → course'],
  ])('%s', (text, found) => {
    expect(slips(text)).toEqual([found])
  })

  test('the same words are right in their own places, and so are names and words that every object has', () => {
    expect(
      slips(
        'The shell lay by the mast. He tied a knot with a curse. The horse drank from the trough. Mr. Mast came by. The constructor of toString was there.',
      ),
    ).toEqual([])
  })
})
