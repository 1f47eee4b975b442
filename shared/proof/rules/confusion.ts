/** A word that is often taken for another (your, you're), where the words around it tell which one was meant. */

import { alsoSlips } from '../confusions/also.ts'
import { nearSlips } from '../confusions/near-odds.ts'
import { oddsSlips } from '../confusions/odds.ts'
import { possessiveSlips } from '../confusions/possessive-or-verb.ts'
import { EVER_RIGHT, isRightFarOff, RIGHT_USES } from '../confusions/right-uses.ts'
import { CONFUSIONS } from '../confusions.ts'
import { dressed, findFrames } from '../frames.ts'
import type { LineRule } from '../rule.ts'
import { baseOf } from '../word-parts.ts'

export const confusion: LineRule = {
  name: 'confusion',
  level: 'default',
  kind: 'grammar',
  title: 'Confused words',
  explain:
    'This word exists, but here another one that sounds or looks like it seems to be meant: you’re for your, breathe for breath, past for passed. Only places that the neighbouring words make plain are shown.',
  example: { wrong: 'She stopped to breath.', right: 'She stopped to breathe.' },
  source: 'Chicago Manual of Style 17th ed. 5.250 (good usage versus common usage); Fowler’s Modern English Usage.',
  prepare() {
    oddsSlips([]).next()
    nearSlips([]).next()
  },
  *check(line, { facts }) {
    const { tokens, text } = line
    const seen = new Set<number>()
    const framed = [...findFrames(CONFUSIONS, line, facts)]
    const plain = [...possessiveSlips(tokens), ...alsoSlips(tokens)]
    const byOdds = [...oddsSlips(tokens), ...nearSlips(tokens)]
    if (framed.length + plain.length + byOdds.length === 0) return
    const everRight = new Set([...findFrames(EVER_RIGHT, line, facts)].map(({ first }) => first))
    const isRight = (at: number): boolean => everRight.has(at) || isRightFarOff(tokens, at)
    for (const { frame, first, last } of framed) {
      seen.add(first)
      if (isRight(first)) continue
      const offset = tokens[first]!.start
      const length = tokens[last]!.end - offset
      const flagged = text.slice(offset, offset + length)
      const right = dressed(frame.right, flagged, facts.forms.apostrophe)
      yield { offset, length, message: frame.why, replacements: [right] }
    }
    for (const { at, right, why } of plain) {
      if (seen.has(at)) continue
      seen.add(at)
      if (isRight(at)) continue
      const { start, end, text: written } = tokens[at]!
      yield {
        offset: start,
        length: end - start,
        message: why,
        replacements: [dressed(right, written, facts.forms.apostrophe)],
      }
    }
    if (byOdds.length === 0) return
    const rightUses = new Set([...findFrames(RIGHT_USES, line, facts)].map(({ first }) => first))
    for (const { at, right } of byOdds) {
      if (rightUses.has(at) || seen.has(at) || isRight(at)) continue
      seen.add(at)
      const { start, end, text: written, lower, shape } = tokens[at]!
      // A word with a capital may be somebody of that name.
      if (shape === 'Capital' && facts.isName(baseOf(written))) continue
      yield {
        offset: start,
        length: end - start,
        message: `“${lower}” hardly ever stands between words like these; “${right}” does.`,
        replacements: [dressed(right.replace(/^i(?=')/, 'I'), written, facts.forms.apostrophe)],
      }
    }
  },
}
