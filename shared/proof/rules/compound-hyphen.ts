/** Hyphens in compound adjectives before a noun: heart-shaped box, twelve-year-old boy, two-layer box, well-known man. */
import {
  COATED_COMPOUNDS,
  COMPOUNDS,
  COUNTS,
  ONES,
  OPEN_SECONDS,
  TENS,
  UNITS,
  VERBAL_SECONDS,
  WELL_COMPOUNDS,
  WELL_OR_ILL,
} from '../compounds.ts'
import type { Spot } from '../finding.ts'
import { dressed, findFrames } from '../frames.ts'
import { DETERMINERS, isFunctionWord } from '../function-words.ts'
import { HYPHEN_PHRASES } from '../hyphen-phrases.ts'
import type { LineRule } from '../rule.ts'
import type { Token } from '../tokens.ts'
import { keptByWord } from '../word-ids.ts'
import { wordKind } from '../word-kinds.ts'

export const compoundHyphen: LineRule = {
  name: 'compound-hyphen',
  level: 'default',
  kind: 'punctuation',
  title: 'Hyphen in a compound',
  explain:
    'Two words that together describe the noun after them are joined by a hyphen: a heart-shaped box, a twelve-year-old boy. After the noun (“the box was heart shaped”) and after words in -ly they stay apart.',
  example: {
    wrong: 'The twelve year old boy held a heart shaped box.',
    right: 'The twelve-year-old boy held a heart-shaped box.',
  },
  source: 'Chicago Manual of Style 17th ed. 7.81–7.89.',
  *check(line, { facts }) {
    const { tokens, text } = line
    const joined = new Set<number>()
    for (const { frame, first, last } of findFrames(HYPHEN_PHRASES, line, facts)) {
      const offset = tokens[first]!.start
      const length = tokens[last]!.end - offset
      // "law, in law": only what stands side by side.
      if (tokens.slice(first, last).some((token, at) => !isBeside(token, tokens[first + at + 1]!))) continue
      for (let at = first; at <= last; at += 1) joined.add(at)
      const right = dressed(frame.right, text.slice(offset, offset + length), null)
      yield { offset, length, message: frame.why, replacements: [right], sure: true }
    }
    for (let at = 1; at < tokens.length; at += 1) {
      const [first, last] = compoundEnding(tokens, at) ?? [at, at]
      if (first === last || joined.has(last)) continue
      const spot: Spot = {
        offset: tokens[first]!.start,
        length: tokens[last]!.end - tokens[first]!.start,
        message: 'These words belong together and are joined by hyphens.',
        replacements: [
          tokens
            .slice(first, last + 1)
            .map((token) => text.slice(token.start, token.end))
            .join('-'),
        ],
        sure: COMPOUNDS.has(tokens[last]!.lower) || tokens[last]!.lower.startsWith('old'),
      }
      yield spot
      at = last
    }
  },
}

/** Compounds may end with the word, or an age go on with it. */
const maybeSecond = keptByWord(
  (lower) =>
    [UNITS, ONES, COMPOUNDS, VERBAL_SECONDS, OPEN_SECONDS, WELL_OR_ILL, COATED_COMPOUNDS, WELL_COMPOUNDS].some((some) =>
      some.has(lower),
    ) || /^(?:year-olds?|olds?|year|month|week|day)$/.test(lower),
)

/** The first and last token of the compound whose second part stands at `at`. */
function compoundEnding(tokens: readonly Token[], at: number): [number, number] | null {
  const second = tokens[at]!
  const first = tokens[at - 1]!
  if (second.shape !== 'lower' || !maybeSecond(second) || !isBeside(first, second)) return null
  const age = ageAt(tokens, at)
  if (age) return age
  const isCount =
    COUNTS.has(first.lower) ||
    isTwentyOne(tokens, at - 1) ||
    (first.kind === 'number' && /^(?:[2-9]|[1-9]\d+|\d+,\d+)$/.test(first.lower))
  if (UNITS.has(second.lower) && isCount) {
    if (!isNounAt(tokens, at + 1) || AFTER_HEIGHT.has(tokens[at + 1]!.lower)) return null
    return [tensBefore(tokens, at - 1), at]
  }
  if (ONES.has(second.lower) && TENS.has(first.lower)) {
    return at + 1 < tokens.length && compoundEnding(tokens, at + 1) ? null : [at - 1, at]
  }
  if (first.kind !== 'word' || first.lower.endsWith('ly')) return null
  const firsts = COMPOUNDS.get(second.lower)
  if (firsts !== undefined) {
    const fits = firsts === null ? !isFunctionWord(first.lower) : firsts.has(first.lower)
    if (fits && isNounAt(tokens, at + 1)) return [at - 1, at]
  }
  if (isOpenCompound(tokens, at)) return [at - 1, at]
  if (firsts !== undefined) return null
  const before = tokens[at - 2]
  if (COATED_COMPOUNDS.get(second.lower)?.has(first.lower)) {
    const isOne = before?.lower === 'a' || before?.lower === 'an' || before?.lower === 'in' || before?.lower === 'with'
    return isOne && isNounAt(tokens, at + 1) ? [at - 1, at] : null
  }
  if (first.lower === 'well' && WELL_COMPOUNDS.has(second.lower)) {
    return before && DETERMINERS.has(before.lower) && before.lower !== 'all' && isNounAt(tokens, at + 1)
      ? [at - 1, at]
      : null
  }
  return null
}

/** "a funnel shaped cloud", "the most disagreeable looking child", "several well dressed men" */
function isOpenCompound(tokens: readonly Token[], at: number): boolean {
  const second = tokens[at]!.lower
  if (!VERBAL_SECONDS.has(second) && !OPEN_SECONDS.has(second)) return isWellOrIll(tokens, at)
  const first = tokens[at - 1]!
  if (first.shape !== 'lower' || isFunctionWord(first.lower) || /(?:ing|[^s]s)$/.test(first.lower))
    return isWellOrIll(tokens, at)
  // "a big colored ball", "no more armored men"
  if (APART.has(first.lower)) return false
  const isQuality = QUALITIES.has(wordKind(first.lower)) || /..(?:ish|able|ful|ous|less|some)$/.test(first.lower)
  const fits = VERBAL_SECONDS.has(second) ? isQuality : OPEN_SECONDS.has(second)
  if (!fits || !isNounAt(tokens, at + 1) || /^(?:more|less)$/.test(tokens[at + 1]!.lower))
    return isWellOrIll(tokens, at)
  // "a sturdy, funnel shaped cloud" as well, but never with another clause between.
  for (let back = at - 2; back >= 0 && back >= at - 5; back -= 1) {
    const token = tokens[back]!
    if (ONE_OR_ANOTHER.has(token.lower)) return !ACTING.has(second) || /^an?$/.test(token.lower)
    const isBetween =
      token.text === ',' ||
      (token.kind === 'word' && (token.lower === 'most' || token.lower === 'very' || !isFunctionWord(token.lower)))
    if (!isBetween) return false
  }
  return false
}

function isWellOrIll(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at - 1]!.lower
  if ((first !== 'well' && first !== 'ill') || !WELL_OR_ILL.has(tokens[at]!.lower) || !isNounAt(tokens, at + 1))
    return false
  const before = tokens[at - 2]
  return before?.kind === 'word' && (ONE_OR_ANOTHER.has(before.lower) || before.lower === 'of')
}

/** twelve year old, 12-year old, twelve year-olds: "year" in the singular after a number tells. */
function ageAt(tokens: readonly Token[], at: number): [number, number] | null {
  const second = tokens[at]!
  const first = tokens[at - 1]!
  const next = tokens[at + 1]
  if (/^year-olds?$/.test(second.lower) && isNumber(first)) return [tensBefore(tokens, at - 1), at]
  if (/^olds?$/.test(second.lower) && /^[a-z\d-]+-(?:year|month|week|day)$/.test(first.lower)) return [at - 1, at]
  if (!/^(?:year|month|week|day)$/.test(second.lower) || !isNumber(first) || next === undefined) return null
  return /^olds?$/.test(next.lower) && isBeside(second, next) ? [tensBefore(tokens, at - 1), at + 1] : null
}

function isNumber({ lower, kind }: Token): boolean {
  return COUNTS.has(lower) || ONES.has(lower) || kind === 'number'
}

function isTwentyOne(tokens: readonly Token[], at: number): boolean {
  return tokens[at]!.lower === 'one' && tensBefore(tokens, at) < at
}

/** "twenty one year old": the number has two words. */
function tensBefore(tokens: readonly Token[], at: number): number {
  const before = tokens[at - 1]
  return before && ONES.has(tokens[at]!.lower) && TENS.has(before.lower) && isBeside(before, tokens[at]!) ? at - 1 : at
}

function isBeside(first: Token, second: Token): boolean {
  return second.start === first.end + 1
}

/** Something that can be described stands here, right beside. */
function isNounAt(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined || token.kind !== 'word' || !isBeside(tokens[at - 1]!, token)) return false
  if (token.lower === 'one' || token.lower === 'ones') return true
  return !isFunctionWord(token.lower) && !(token.lower.endsWith('ly') && token.lower.length > 5)
}

/** They begin what a compound describes. */
const ONE_OR_ANOTHER = new Set(
  'a an the this that these those my your his her its our their some any no every each another several two three four many few'.split(
    ' ',
  ),
)

/** They describe the whole of what follows. */
const APART = new Set('big little small large great more most own same other such'.split(' '))

/** What "the brave" or "the potter" may have done to something. */
const ACTING = new Set('faced headed handed minded shaped'.split(' '))

/** Kinds of words for what things are like. */
const QUALITIES: ReadonlySet<string | undefined> = new Set(
  'pleasant respectable absurd brilliant ugly'.split(' ').map(wordKind),
)

/** "He is six foot tall, six foot two." */
const AFTER_HEIGHT = new Set([...'tall high wide deep long'.split(' '), ...ONES, 'ten', 'eleven'])
