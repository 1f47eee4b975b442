import { describe, expect, test } from 'vitest'
import { gapOdds, readFamily, writtenFamily } from '../../../../shared/proof/lost-words/odds.ts'
import { LOST_ODDS } from '../../../../shared/proof/lost-words/odds-table.ts'
import { besides, GAP_SIGNS, gapSigns } from '../../../../shared/proof/lost-words/place.ts'
import { ProseLine } from '../../../../shared/proof/prose-line.ts'

const signsOf = (text: string, at: number) => gapSigns(besides(new ProseLine({ text }).tokens), at)

describe('odds of lost words', () => {
  test('a family that was written is read back the same', () => {
    for (const row of LOST_ODDS) expect(writtenFamily(readFamily(row))).toBe(row)
  })

  test('each sign of a gap adds its weight', () => {
    const signs = signsOf('He lived at end of it.', 3)
    const weights = Array.from({ length: GAP_SIGNS }, (_, kind) => new Map([[signs[kind] ?? '', kind + 1]]))
    expect(gapOdds({ bias: 5, weights }, signs)).toBe(5 + (GAP_SIGNS * (GAP_SIGNS + 1)) / 2)
  })

  test('names, numbers and the ends of sentences are the same whichever they are', () => {
    expect(signsOf('Then Anna saw 3 dogs.', 2)).toEqual(signsOf('Then Peter saw 12 dogs.', 2))
    expect(signsOf('It ended. So it is.', 3)[4]).toContain('$')
  })

  test('a story’s word is never taken for something that every object has', () => {
    expect(() => signsOf('The constructor toString valueOf it.', 2)).not.toThrow()
  })
})
