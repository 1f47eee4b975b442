/** A rank or title with a small letter right before the name it belongs to: said captain Bright. */
import { isNameToken } from '../dialogue-tag.ts'
import { isFiniteVerb } from '../finite-verbs.ts'
import { PREPOSITIONS } from '../function-words.ts'
import type { LineRule } from '../rule.ts'
import { isOfSpeech } from '../speech-verbs.ts'

export const rankCapital: LineRule = {
  name: 'rank-capital',
  level: 'default',
  kind: 'spelling',
  title: 'Capital of a title before a name',
  explain:
    'A rank or title is part of the name that follows it, and has a capital. Alone, or after “the” or “my”, it has none.',
  example: { wrong: 'She went to captain Bright.', right: 'She went to Captain Bright.' },
  source: 'Chicago Manual of Style 17th ed. 8.19–8.20 (titles and offices).',
  *check({ tokens }, { facts }) {
    for (let at = 1; at + 1 < tokens.length; at += 1) {
      const { lower, shape, start, end, text } = tokens[at]!
      if (shape !== 'lower' || !RANKS.has(lower) || !isNameToken(tokens[at + 1], facts)) continue
      const before = tokens[at - 1]!.lower
      if (!PREPOSITIONS.has(before) && !isOfSpeech(before) && !BEFORE.has(before) && !isFiniteVerb(before)) continue
      // "She began to miss John."
      if (lower === 'miss' && (before === 'to' || isFiniteVerb(before))) continue
      if (before === 'like' || before === 'as' || MAKING.has(before)) continue
      const right = text[0]!.toUpperCase() + text.slice(1)
      yield {
        offset: start,
        length: end - start,
        message: `“${right}” belongs to the name here.`,
        replacements: [right],
        sure: true,
      }
    }
  },
}

const BEFORE = new Set(
  "and but , when if because that while see ask tell meet thank find need want it's that's he's she's".split(' '),
)

/** "Made captain, Bright went home": verbs after which a rank is given. */
const MAKING = new Set('made named elected appointed became called crowned been'.split(' '))

const RANKS = new Set(
  'captain sergeant professor doctor colonel lieutenant inspector detective king queen prince princess lord lady sir mr mrs miss ms uncle aunt commander admiral ensign corporal'.split(
    ' ',
  ),
)
