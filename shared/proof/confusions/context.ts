/**
 * What stands around a word, as the few signs that tell it from another word of the same sound: the two words on either
 * side, how they end, and which of them stand together. Both the learning and the rule read a place by this file only.
 */
import { isFunctionWord } from '../function-words.ts'
import { isStop } from '../sentences.ts'
import type { Token } from '../tokens.ts'
import { wordKind } from '../word-kinds.ts'

/** How many signs a place has. */
export const SIGN_KINDS = 14

/** Of those, the ones that say only what comes after the word. */
export const SIGNS_AFTER: readonly number[] = [2, 3, 5, 6, 9, 10, 12, 13]

/** The word can be taken for another: a name or a word in capitals is meant as it stands. */
export function isCommonWord(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!
  if (token.kind !== 'word') return false
  if (token.shape === 'lower') return true
  return token.shape === 'Capital' && (token.lower.startsWith("i'") || isFirst(tokens, at))
}

/**
 * The signs of the place of the word at `at`, always in this order: the words one and two before, one and two after; the
 * last three letters of one before, one after, two after; the two around it, the two before, the two after (function
 * words as they are, others by their kind); the two after with the first one as it is; the kinds of one before, one after
 * and two after. Pairs are parted by a space.
 */
export function signsAt(tokens: readonly Token[], at: number): readonly string[] {
  const before = wordBefore(tokens, at - 1)
  const beforeThat = before === START ? START : wordBefore(tokens, at - 2)
  const after = wordAfter(tokens, at + 1)
  const afterThat = after === END ? END : wordAfter(tokens, at + 2)
  const roughBefore = rough(before)
  const roughAfter = rough(after)
  const roughAfterThat = rough(afterThat)
  return [
    before,
    beforeThat,
    after,
    afterThat,
    before.slice(-3),
    after.slice(-3),
    afterThat.slice(-3),
    `${roughBefore} ${roughAfter}`,
    `${rough(beforeThat)} ${roughBefore}`,
    `${roughAfter} ${roughAfterThat}`,
    `${after} ${roughAfterThat}`,
    roughBefore,
    roughAfter,
    roughAfterThat,
  ]
}

/** The first and the third of those signs, the words right beside. */
export function besideAt(tokens: readonly Token[], at: number): readonly [before: string, after: string] {
  return [wordBefore(tokens, at - 1), wordAfter(tokens, at + 1)]
}

/** A sentence or a speech begins. */
const START = '^'

/** It ends, without a question mark. */
const END = '$'

function wordBefore(tokens: readonly Token[], at: number): string {
  const token = tokens[at]
  return token === undefined || token.kind === 'open' || isStop(token) ? START : wordAt(tokens, at, token)
}

function wordAfter(tokens: readonly Token[], at: number): string {
  const token = tokens[at]
  if (token === undefined || token.kind === 'close') return END
  if (isStop(token)) return token.text === '?' ? '?' : END
  return wordAt(tokens, at, token)
}

function wordAt(tokens: readonly Token[], at: number, { kind, lower, shape, text }: Token): string {
  if (kind === 'number') return '#'
  if (kind !== 'word') return kind === 'mark' ? text.slice(0, 1) : '"'
  const isName = shape === 'Capital' && !isFunctionWord(lower) && !lower.startsWith("i'") && !isFirst(tokens, at)
  return isName ? '@' : lower
}

function isFirst(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  return before === undefined || before.kind === 'open' || before.kind === 'close' || isStop(before)
}

/** What `rough` has said, as a story repeats its words; begun again when it has grown too much. */
const roughWords = new Map<string, string>()
const REMEMBERED = 20_000

/** Function words, contractions and marks as they are; other words by their kind, rare ones by their ending. */
function rough(word: string): string {
  if (word.length < 3) return word
  let found = roughWords.get(word)
  if (found === undefined) {
    if (roughWords.size >= REMEMBERED) roughWords.clear()
    found = roughOf(word)
    roughWords.set(word, found)
  }
  return found
}

function roughOf(word: string): string {
  if (isFunctionWord(word)) return word
  const kind = wordKind(word)
  if (kind !== undefined) return kind
  if (word.endsWith('ing')) return '-ing'
  if (word.endsWith('ed')) return '-ed'
  if (word.endsWith('ly')) return '-ly'
  if (word.endsWith("'s")) return "-'s"
  if (word.includes("'")) return word
  return word.endsWith('s') ? '-s' : '-'
}
