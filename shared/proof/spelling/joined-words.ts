/**
 * Words joined by hyphens that stories coin (oxy-helium, robo-pilot, collapsium-plated), told from those with a slip in
 * one of their parts.
 */
import type { StoryFacts } from '../facts.ts'
import type { Speller } from '../speller.ts'
import { isAcceptable } from './acceptable.ts'
import { isTold } from './corrections.ts'
import { isPlainSlip } from './slips.ts'

/** Shorter parts are prefixes, particles and syllables: oxy-, -ka. Code units. */
const SHORTEST_SLIP = 4

/**
 * No part of it is a misspelt common word: each that no dictionary has is the start of a name of the story (Tino-rau), a
 * first element in -o (magno-caulked), short, or far from what people write. `base` in lower case, without possessive.
 */
export function isJoinedCoinage(
  base: string,
  speller: Speller,
  facts: Pick<StoryFacts, 'isName' | 'isKnown'>,
): boolean {
  const parts = base.split('-').filter((part) => part !== '')
  if (parts.length < 2) return false
  if (parts.some((part) => facts.isName(part) && !speller.correct(part))) return true
  return parts.every((part, at) => {
    if (part.length < SHORTEST_SLIP && !isTold(part)) return true
    if (isAcceptable(part, speller, facts.isKnown)) return true
    if (isTold(part)) return false
    const isElement = at < parts.length - 1 && /\p{L}{3}o$/u.test(part)
    return isElement || !isPlainSlip(part, speller)
  })
}
