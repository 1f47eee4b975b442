/** A comma missing before "who", "which" or "where" after a name or another word that needs nothing to tell it by. */
import { markMissing, wrongPlaces } from '../commas/missing.ts'
import type { Place, PlacedWords } from '../commas/places.ts'
import { isPeople } from '../commas/plain-address.ts'
import { isFiniteVerb } from '../finite-verbs.ts'
import { DETERMINERS } from '../function-words.ts'
import type { LineRule } from '../rule.ts'

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
    const { placed, wrong } = wrongPlaces(line, facts, 'relative')
    const found = new Map<number, Pick<Place, 'left' | 'right'>>()
    for (const place of wrong) if (!isOneOfMany(placed, place.right)) found.set(place.right, place)
    for (let right = 2; right < placed.words.length && !line.heading; right += 1) {
      if (isSomebody(placed, right) && !isOneOfMany(placed, right)) found.set(right, { left: right - 1, right })
    }
    for (const place of found.values()) {
      yield markMissing(line, placed, place, 'This clause only adds something, so a comma sets it off.')
    }
  },
}

/** "a young Dane who": one of a people; "two lads from Cork who": not the place; "with Kell who should win": a question. */
function isOneOfMany({ words }: PlacedWords, right: number): boolean {
  if (words[right]!.lower !== 'who') return false
  const before = words[right - 2]?.lower ?? ''
  if (isPeople(words[right - 1]!.lower) || /^(?:should|shall)$/.test(words[right + 1]?.lower ?? '')) return true
  return /^(?:from|in|besides|new|young|old)$/.test(before)
}

/** "to Kell who was", "her mother who was": there is but one, and no "it was" brings them forward. */
function isSomebody({ words, parts, isName }: PlacedWords, right: number): boolean {
  if (words[right]!.lower !== 'who' || !isFiniteVerb(words[right + 1]?.lower ?? '')) return false
  const left = right - 1
  const { lower, shape } = words[left]!
  let first = left
  while (first > 0 && words[first - 1]!.shape === 'Capital') first -= 1
  const isNamed = shape === 'Capital' && isName(left) && !/(?:ans|ers|ese|ish|men|s)$/.test(lower)
  const isKin = shape === 'lower' && ONE_OF_A_KIND.has(lower) && OWNERS.has(words[left - 1]?.lower ?? '')
  if (isKin) first = left - 1
  const before = words[first - 1]
  if (!(isNamed || isKin) || before?.kind !== 'word' || DETERMINERS.has(before.lower) || ASKING.has(before.lower))
    return false
  for (let at = parts[left]!; at < left; at += 1) if (/^(?:it|it's|was|is)$/.test(words[at]!.lower)) return false
  return true
}

const ONE_OF_A_KIND = new Set('mother father mum mom dad grandmother husband wife'.split(' '))
const OWNERS = new Set('my your his her'.split(' '))

/** "asked Kell who was there" */
const ASKING = new Set(
  'asked ask asks told tell tells wondered ask asking telling showed show shows only than not like being but or'.split(
    ' ',
  ),
)
