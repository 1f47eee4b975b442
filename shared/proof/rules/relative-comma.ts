/** A comma missing before "who", "which" or "where" after a name or another word that needs nothing to tell it by. */
import { markMissing, wrongPlaces } from '../commas/missing.ts'
import type { Place, PlacedWords } from '../commas/places.ts'
import { isFiniteVerb } from '../finite-verbs.ts'
import { DETERMINERS } from '../function-words.ts'
import type { LineRule } from '../rule.ts'

/** How much less has to speak, in tenths, where a name of one person is followed by "who" and its verb. */
const SLACK = 45

export const relativeComma: LineRule = {
  name: 'relative-comma',
  level: 'default',
  kind: 'punctuation',
  title: 'Comma before who, which, where',
  explain:
    'What follows “who”, “which” or “where” here only adds something: without it everybody would know who or what is meant all the same. A comma sets it off.',
  example: { wrong: 'He bowed to Kell who was asleep.', right: 'He bowed to Kell, who was asleep.' },
  source: 'Chicago Manual of Style 17th ed. 6.27 (restrictive and nonrestrictive clauses); New Hart’s Rules 4.3.1.',
  *check(line, { facts }) {
    const { placed, wrong } = wrongPlaces(line, facts, 'relative', '', -SLACK)
    for (const place of wrong) {
      if (place.surplus <= 0 && !isSomebody(placed, place)) continue
      yield markMissing(line, placed, place, 'This clause only adds something, so a comma sets it off.')
    }
  },
}

/** "to Kell who was": one name that no "the" or "another" makes one of several. */
function isSomebody({ words, isName }: PlacedWords, { left, right }: Place): boolean {
  if (words[right]!.lower !== 'who' || !isName(left) || /(?:ans|ers|ese|ish|men|s)$/.test(words[left]!.lower))
    return false
  let first = left
  while (first > 0 && words[first - 1]!.shape === 'Capital') first -= 1
  const before = words[first - 1]
  if (before?.kind !== 'word' || DETERMINERS.has(before.lower) || ASKING.has(before.lower)) return false
  return isFiniteVerb(words[right + 1]?.lower ?? '')
}

/** "asked Kell who was there" */
const ASKING = new Set(
  'asked ask asks told tell tells wondered ask asking telling showed show shows only than not like being but or'.split(
    ' ',
  ),
)
