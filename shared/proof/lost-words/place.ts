/**
 * A gap between two words as the signs that tell whether a small word was lost in it: two words on either side, as they are
 * and by their kind, and which of them stand together. Both the learning and the rule read a gap by this file only.
 */
import { isFunctionWord } from '../function-words.ts'
import { isStop } from '../sentences.ts'
import type { Token } from '../tokens.ts'
import { keptByWord } from '../word-ids.ts'
import { wordKind } from '../word-kinds.ts'

/** How many signs a gap has. */
export const GAP_SIGNS = 15

/** A token as a gap sees it. */
export interface Beside {
  /** The word itself where it is no name and no number. */
  word: string
  /** Function words and marks as they are, other words by kind and ending. */
  kind: string
  /** Of the kind, as in `kindId`. */
  id: number
}

const kindIds = new Map<string, number>()

/** A small number, equal for equal kinds and for no others. */
export function kindId(kind: string): number {
  let id = kindIds.get(kind)
  if (id === undefined) {
    id = kindIds.size
    kindIds.set(kind, id)
  }
  return id
}

function besideFor(word: string, kind: string): Beside {
  return { word, kind, id: kindId(kind) }
}

/** A sentence or a speech begins, or ends. */
export const EDGE: Beside = besideFor('$', '$')

/** One for each token. */
export function besides(tokens: readonly Token[]): Beside[] {
  return tokens.map((token, at) => besideOf(tokens, at, token))
}

/** The signs of the gap before the token at `at`, always in this order; words in one are parted by a space. */
export function gapSigns(all: readonly Beside[], at: number): readonly string[] {
  const before = all[at - 1] ?? EDGE
  const beforeThat = before === EDGE ? EDGE : (all[at - 2] ?? EDGE)
  const after = all[at] ?? EDGE
  const afterThat = after === EDGE ? EDGE : (all[at + 1] ?? EDGE)
  return [
    `${before.kind} ${after.kind}`,
    `${before.word} ${after.kind}`,
    `${before.kind} ${after.word}`,
    `${before.word} ${after.word}`,
    `${beforeThat.kind} ${before.kind} ${after.kind}`,
    `${before.kind} ${after.kind} ${afterThat.kind}`,
    `${beforeThat.kind} ${before.word} ${after.kind}`,
    `${before.kind} ${after.word} ${afterThat.kind}`,
    `${before.word} ${after.kind} ${afterThat.kind}`,
    `${beforeThat.word} ${before.word}`,
    `${after.word} ${afterThat.word}`,
    before.word,
    after.word,
    `${after.kind} ${afterThat.word}`,
    `${before.kind} ${after.kind} ${afterThat.word}`,
  ]
}

/** How many signs tell which word it was. */
export const CHOICE_SIGNS = 6

/** Of the gap before the token at `at`: the words around it, the kinds around it, and how the next word begins. */
export function choiceSigns(all: readonly Beside[], at: number): readonly string[] {
  const before = all[at - 1] ?? EDGE
  const after = all[at] ?? EDGE
  const afterThat = all[at + 1] ?? EDGE
  const beforeThat = all[at - 2] ?? EDGE
  return [
    before.word,
    after.word,
    `${before.kind} ${after.kind}`,
    `${after.kind} ${afterThat.kind}`,
    `${beforeThat.kind} ${before.kind}`,
    /^[aeiou]/.test(after.word) ? 'v' : 'c',
  ]
}

function besideOf(tokens: readonly Token[], at: number, token: Token): Beside {
  const { kind, lower, shape, text } = token
  if (kind === 'number') return NUMBER
  if (kind !== 'word') {
    if (kind !== 'mark' || isStop(token)) return EDGE
    return besideFor(text.slice(0, 1), text.slice(0, 1))
  }
  const known = plainly(token)
  if (shape === 'lower') return known
  return isFunctionWord(lower) || lower.startsWith("i'") || (known.isFrequent && isFirst(tokens, at)) ? known : NAME
}

const NUMBER: Beside = besideFor('#', '#')
const NAME: Beside = besideFor('@', '@')

const plainly = keptByWord((lower) => ({
  ...besideFor(lower, kindOf(lower)),
  isFrequent: isFunctionWord(lower) || wordKind(lower) !== undefined,
}))

function isFirst(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  return before === undefined || before.kind === 'open' || before.kind === 'close' || isStop(before)
}

function kindOf(lower: string): string {
  if (isFunctionWord(lower)) return lower
  const ending = endingOf(lower)
  const kind = wordKind(lower)
  if (kind !== undefined) return `${kind}${ending}`
  if (lower.includes("'")) return lower.endsWith("'s") ? "-'s" : "-'"
  return `-${ending}`
}

function endingOf(lower: string): string {
  if (lower.endsWith('ing')) return 'g'
  if (lower.endsWith('ed')) return 'd'
  if (lower.endsWith('ly')) return 'y'
  return lower.endsWith('s') && !lower.endsWith('ss') ? 's' : ''
}
