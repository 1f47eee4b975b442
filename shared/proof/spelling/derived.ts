/**
 * Words that writers make as they need them, by the ways in which English makes words: healths, throwed, balustraded,
 * bloomiest, pinkly, befrilled, unstirred. A dictionary lists some of each. A misspelling may look the same (stoped), so
 * this is no proof: the caller asks whether a common word lies nearer.
 */
import { isFunctionWord } from '../function-words.ts'
import type { Speller } from '../speller.ts'

/** The word it is made of, if that is right; null for none. Lower case both. */
export function stemOf(lower: string, speller: Speller): string | null {
  for (const [pattern, stems] of MAKING) {
    const match = pattern.exec(lower)
    if (match === null) continue
    const found = stems(match[1]!, match[2] ?? '').find(
      (stem) => stem.length >= SHORTEST && !isFunctionWord(stem) && speller.correct(stem),
    )
    if (found !== undefined) return found
  }
  for (const prefix of PREFIXES) {
    const rest = lower.slice(prefix.length)
    if (!lower.startsWith(prefix) || rest.length < 4) continue
    if (speller.correct(rest)) return rest
    // befrilled, empurpled: of a noun, with an ending that only the whole has.
    const stem = /^(?:be|em|en|un|im|in|a)$/.test(prefix) ? inflectedOf(rest, speller) : null
    if (stem !== null) return stem
  }
  return null
}

const SHORTEST = 3

function inflectedOf(lower: string, speller: Speller): string | null {
  const [, base, ending] = /^(\p{L}{3,})(ed|ing)$/u.exec(lower) ?? []
  if (base === undefined || ending === undefined) return null
  return verbStems(base, ending).find((stem) => speller.correct(stem)) ?? null
}

const PREFIXES = 'un be em en out over under re fore up mis counter inter sub down in im'.split(' ')

/** One vowel and one consonant, which an ending doubles. */
const BARE = /^[^aeiouy]*[aeiouy][bdfgklmnprtvz]$/

const DOUBLED = /(?<![aeiou])[aeiouy]([bdfgklmnprtvz])\1$/

/** Before an ending with a vowel: the bare stem, its e put back, its doubled consonant made one, its y put back. */
function verbStems(base: string, ending: string): string[] {
  // stoped is no form of stop, nor jostleed of jostle.
  const stems = BARE.test(base) ? [`${base}e`] : base.endsWith('e') ? [] : [base, `${base}e`]
  if (DOUBLED.test(base)) stems.push(base.slice(0, -1))
  // tapestried; bloomiest, of bloomy, of bloom.
  if (base.endsWith('i') && ending !== 'ing') stems.push(`${base.slice(0, -1)}y`, base.slice(0, -1))
  return stems
}

const MAKING: readonly (readonly [RegExp, (base: string, ending: string) => string[]])[] = [
  [/^(\p{L}{3,})(ie)s$/u, (base) => [`${base}y`, `${base}ie`]],
  [/^(\p{L}{3,}(?:s|x|z|ch|sh|o))es$/u, (base) => [base]],
  [/^(\p{L}{3,}[^s])s$/u, (base) => [base]],
  [/^(\p{L}{3,})(ed|er|ers|est|ing|ings|ish|able|y|ier|iest|en)$/u, verbStems],
  [/^(\p{L}{3,})ily$/u, (base) => [`${base}y`]],
  [/^(\p{L}{3,})ly$/u, (base) => [base]],
  [/^(\p{L}{3,})(?:ish|able|ible|ing|ed|ful)ly$/u, (base) => [base, `${base}e`]],
  [
    /^(\p{L}{4,}[^y])(?:ness|nesses|less|ful|fuls|like|fest|fests|dom|ess|esque|ist|ists|ism|ite|ites)$/u,
    (base) => [base],
  ],
  [/^(\p{L}{4,})(?:ic|ical|ically)$/u, (base) => [base, `${base}y`, `${base}ic`, `${base}e`]],
  [/^(\p{L}{4,})(?:ation|ations)$/u, (base) => [base, `${base}e`]],
]
