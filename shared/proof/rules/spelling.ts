/** A word that neither a dictionary nor the story knows. */
import type { StoryFacts } from '../facts.ts'
import type { ProseLine } from '../prose-line.ts'
import type { LineContext, LineRule } from '../rule.ts'
import type { Speller } from '../speller.ts'
import { isAcceptable } from '../spelling/acceptable.ts'
import { correctionsFor } from '../spelling/corrections.ts'
import { DIALECT_WORDS } from '../spelling/dialect-words.ts'
import { isJoinedCoinage } from '../spelling/joined-words.ts'
import { hasWordList } from '../spelling/near-words.ts'
import {
  isLikelyFirstSlip,
  isLikelySlip,
  isSaidSo,
  isSlipByHabit,
  isSlipTwice,
  isTypedSlip,
} from '../spelling/slips.ts'
import { SPOKEN_WORDS } from '../spelling/spoken-words.ts'
import {
  isAmongForeign,
  isCalled,
  isCutOff,
  isInDialect,
  isInThickDialect,
  isRepeated,
  isTitled,
  type Strange,
} from '../spelling/surroundings.ts'
import { isAtHome } from '../spelling/tongues.ts'
import type { Token } from '../tokens.ts'
import { keptByWord } from '../word-ids.ts'
import { baseOf } from '../word-parts.ts'

export const spelling: LineRule = {
  name: 'spelling',
  level: 'default',
  kind: 'spelling',
  title: 'Spelling',
  explain:
    'No dictionary has this word, and the story does not use it as a name. If it is right, add it to the words of the story, ' +
    'and it will not be shown again anywhere in it.',
  example: { wrong: 'She appologized.', right: 'She apologized.' },
  source:
    'The American and British Hunspell dictionaries, by the dialect of the story; a list of words common in fiction.',
  *check(line, context) {
    const { speller } = context
    if (speller === null) return
    const { tokens } = line
    const strange = new Set<number>()
    const memory = memoryOf(speller, context.otherSpeller)
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at]!
      if (token.kind === 'word' && !isRight(token, speller, context, memory) && !isAddress(tokens, at)) strange.add(at)
    }
    for (const at of strange) {
      if (isMeant(line, at, strange, speller, context.facts)) continue
      const { start, text } = tokens[at]!
      yield { offset: start, length: text.length, message: `“${text}” is not in the dictionary.` }
    }
  },
  prepare({ speller }) {
    if (speller !== null) hasWordList(speller)
  },
  suggest(line, { offset, length }, { speller, words, facts }) {
    if (speller === null) return []
    const written = line.text.slice(offset, offset + length)
    const straight = written.replaceAll('’', "'")
    const base = baseOf(straight)
    const ending = straight.slice(base.length)
    const own = { words, isName: facts.isName }
    const whole = correctionsFor(straight, speller, own)
    const found =
      ending === '' ? whole : [...correctionsFor(base, speller, own).map((right) => right + ending), ...whole]
    if (base.includes('-')) found.unshift(...byPart(base, speller, own, ending))
    return [...new Set(found)]
      .slice(0, 5)
      .map((right) => (/[’“”]/.test(line.text) ? right.replaceAll("'", '’') : right))
  },
}

/** Beyond this it is no word but a scream, a chain of hyphens or data. Code units. */
const LONGEST = 45

/** A dictionary has it, the story taught it, or it is made of right words as one makes them. */
function isRight(token: Token, speller: Speller, { facts, otherSpeller }: LineContext, memory: Memory): boolean {
  const { lower, text } = token
  // Most words, at the cost of one look.
  if (text === lower && memory.lower(token)) return true
  if (lower.length < 2 || lower.length > LONGEST) return true
  const word = straight(text)
  let isRight = memory.right.get(word)
  if (isRight === undefined) {
    isRight = isRightAnywhere(word, lower, speller, otherSpeller)
    memory.right.set(word, isRight)
  }
  if (isRight || facts.isKnown(baseOf(lower))) return true
  return isAcceptable(word, speller, (part) => facts.isKnown(part) || otherSpeller?.correct(part) === true)
}

/**
 * Unknown, but rather somebody's own word than a slip. What people misspell lies close to what they meant, and a word that
 * the story has three times, spelt alike, is meant so.
 */
function isMeant(line: ProseLine, at: number, strange: Strange, speller: Speller, facts: StoryFacts): boolean {
  const token = line.tokens[at]!
  const { lower, shape } = token
  const isUsed = facts.isUsed
  // Initials and shouts that no dictionary has (THWACK).
  if (shape === 'UPPER' && lower.length < 6) return true
  const base = baseOf(lower)
  if (isCoined(base, speller) || isJoinedCoinage(base, speller, facts)) return true
  if (SPOKEN_WORDS.has(base) && line.isSpeech(token.start)) return true
  if (isRepeated(line, at) || isTitled(line, at) || isAtHome(line, base, facts)) return true
  const isOften = facts.isFrequent(base)
  const isLikely =
    shape === 'Capital' && !isOften
      ? isLikelyFirstSlip(baseOf(straight(token.text)), speller)
      : isOften
        ? isSlipByHabit(base, speller, isUsed, line.isSpeech(token.start))
        : isLikelySlip(base, speller, isUsed)
  if (!isLikely || isCutOff(line, at, speller)) return true
  if (shape === 'lower' && isUsedAgain(base, facts) && !isSlipTwice(base, speller, isUsed)) return true
  return (
    (isCalled(line, at, speller) ||
      isAmongForeign(line, at, strange, speller) ||
      isInThickDialect(line, at, strange) ||
      (isInDialect(line, at, strange, facts) && isSaidSo(base, speller))) &&
    !isTypedSlip(base, speller, isUsed)
  )
}

/** The story has it twice, spelt alike, or has its plural or its singular as well. */
function isUsedAgain(base: string, facts: StoryFacts): boolean {
  return facts.isTwice(base) || facts.isUsed(`${base}s`) || (base.endsWith('s') && facts.isUsed(base.slice(0, -1)))
}

/** Of three or more parts two that no dictionary has: a sound or a rhyme (umpty-y-iddy), where a slip spoils one part. */
function isCoined(base: string, speller: Speller): boolean {
  const parts = base.split('-')
  return parts.length > 2 && parts.filter((part) => part.length > 1 && !speller.correct(part)).length > 1
}

/** Apostrophes and hyphens as dictionaries have them. */
function straight(word: string): string {
  return /[’‑‐]/.test(word) ? word.replaceAll('’', "'").replace(/[‑‐]/g, '-') : word
}

/** Without regard to the story. */
function isRightAnywhere(word: string, lower: string, speller: Speller, otherSpeller: Speller | null): boolean {
  if (speller.correct(word)) return true
  if (DIALECT_WORDS.has(lower) || !/[a-z]/.test(lower) || /\d/.test(lower)) return true
  return isAcceptable(word, speller, (part) => otherSpeller?.correct(part) === true)
}

interface Memory {
  otherSpeller: Speller | null
  /** A word in lower case with straight apostrophes, right without regard to the story. */
  lower(token: Token): boolean
  /** The same for words as they are written. */
  right: Map<string, boolean>
}

/** What two dictionaries say of a word never changes, and stories repeat their words. */
const memories = new WeakMap<Speller, Memory>()

function memoryOf(speller: Speller, otherSpeller: Speller | null): Memory {
  let memory = memories.get(speller)
  if (memory === undefined || memory.otherSpeller !== otherSpeller) {
    memory = {
      otherSpeller,
      lower: keptByWord((lower) => lower.length <= LONGEST && isRightAnywhere(lower, lower, speller, otherSpeller)),
      right: new Map(),
    }
    memories.set(speller, memory)
  }
  return memory
}

/** Part of a web or mail address, a file name or a tag. */
function isAddress(tokens: readonly Token[], at: number): boolean {
  return touches(tokens[at - 1], tokens[at]!) || touches(tokens[at]!, tokens[at + 1])
}

function touches(one: Token | undefined, other: Token | undefined): boolean {
  if (one === undefined || other === undefined || one.end !== other.start) return false
  return [one, other].some(({ kind, text }) => kind === 'mark' && '@/\\_#'.includes(text))
}

/** A hyphenated word with its one wrong part corrected. */
function byPart(base: string, speller: Speller, own: Parameters<typeof correctionsFor>[2], ending: string): string[] {
  const parts = base.split('-')
  const wrong = parts.findIndex((part) => !isAcceptable(part, speller, own.isName))
  if (wrong < 0) return []
  return correctionsFor(parts[wrong]!, speller, own, 3).map((right) => parts.with(wrong, right).join('-') + ending)
}
