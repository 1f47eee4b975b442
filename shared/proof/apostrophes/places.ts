/**
 * The words of a line that end in -s with an apostrophe or without: several of a thing, or whose something is. The learning
 * and the rules find them and read their signs by this file only.
 */
import { isFiniteVerb } from '../finite-verbs.ts'
import { isFunctionWord } from '../function-words.ts'
import { isStop } from '../sentences.ts'
import type { Token } from '../tokens.ts'
import { wordKind } from '../word-kinds.ts'

export interface OwnerPlace {
  /** Index of the token. */
  at: number
  /** The word without its s and apostrophe, lower case: guard of guards, guard's and guards'; city of cities. */
  one: string
  /** Where its apostrophe stands: before the s, after it, or nowhere. */
  form: "'s" | "s'" | 's'
  /** A name that ends in s by itself is its own `one`. */
  isName: boolean
}

/** In order. Only words of small letters that may be nouns, and names that end in s; a word must follow. */
export function* ownerPlaces(tokens: readonly Token[]): Generator<OwnerPlace> {
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    const token = tokens[at]!
    if (token.kind !== 'word' || token.shape !== 'lower') continue
    const { lower } = token
    const last = lower.charCodeAt(lower.length - 1)
    if (last !== LETTER_S && last !== APOSTROPHE) continue
    const next = tokens[at + 1]!
    if (next.kind !== 'word' || next.shape !== 'lower') continue
    const place = placeOf(lower)
    if (place !== null) yield { at, isName: false, ...place }
  }
}

function placeOf(lower: string): Pick<OwnerPlace, 'one' | 'form'> | null {
  if (lower.length < 4 || NO_OWNERS.has(lower) || lower.includes('-')) return null
  if (lower.endsWith("'s")) {
    const one = lower.slice(0, -2)
    return one.length < 3 || isFunctionWord(one) || NO_OWNERS.has(lower) ? null : { one, form: "'s" }
  }
  if (lower.endsWith("s'")) return { one: oneOf(lower.slice(0, -1)), form: "s'" }
  if (lower.endsWith("'") || /(?:ss|us|is|ous|'.*)$/.test(lower) || isFunctionWord(lower)) return null
  return { one: oneOf(lower), form: 's' }
}

/** boys → boy, cities → city, witches → witch, wolves → wolf; of a word that is not in -s the guess is as good. */
function oneOf(plural: string): string {
  const irregular = ONES.get(plural)
  if (irregular !== undefined) return irregular
  if (plural.length > 4 && plural.endsWith('ies')) return `${plural.slice(0, -3)}y`
  if (/(?:ss|sh|ch|x|zz)es$/.test(plural)) return plural.slice(0, -2)
  return plural.slice(0, -1)
}

/** What speaks for or against an apostrophe; the form that stands there is in none of them. */
export function ownerSigns(tokens: readonly Token[], { at, one }: OwnerPlace, isSpeech: boolean): string[] {
  const l1 = wordAt(tokens, at - 1)
  const l2 = l1 === START ? START : wordAt(tokens, at - 2)
  const r1 = wordAt(tokens, at + 1)
  const r2 = wordAt(tokens, at + 2)
  const r3 = isEnd(r2) ? END : wordAt(tokens, at + 3)
  const [k1, k2, q1, q2, q3] = [kindOf(l1), kindOf(l2), kindOf(r1), kindOf(r2), kindOf(r3)]
  const kind = kindOf(one)
  const verbs = verbsAround(tokens, at)
  return [
    `a${one}`,
    `b${kind}`,
    `c${l1}`,
    `d${k1}`,
    `e${l2} ${l1}`,
    `f${r1}`,
    `g${q1}`,
    `h${q1} ${q2}`,
    `i${k1} ${q1}`,
    `j${k2} ${k1}`,
    `k${kind} ${q1}`,
    `l${one} ${q1}`,
    `m${l1} ${one}`,
    `n${r1} ${r2}`,
    `o${q2}`,
    `p${q2} ${q3}`,
    `q${verbs}`,
    `r${k1} ${kind} ${q1}`,
    `s${isSpeech ? 's' : 'n'}${l1 === START ? '^' : ''}`,
    `t${k1} ${q1} ${q2}`,
    `u${verbs} ${q1}`,
    `v${verbs} ${k1}`,
    `w${r1.slice(-3)}`,
    `x${q1} ${q2} ${verbs}`,
    `y${one.slice(-2)}`,
    `z${l1} ${q1} ${verbs}`,
    `A${r1} ${verbs}`,
    `B${r1} ${q2}`,
    `C${l1} ${r1}`,
  ]
}

/** Whether a finite verb stands before it in its part, as the next word, as the one after, and later. */
function verbsAround(tokens: readonly Token[], at: number): string {
  let before = 0
  for (let back = at - 1; back >= 0 && tokens[back]!.kind === 'word'; back -= 1) if (isVerb(tokens[back]!)) before += 1
  let later = 0
  let end = at + 3
  for (; end < tokens.length && tokens[end]!.kind === 'word'; end += 1) if (isVerb(tokens[end]!)) later += 1
  const first = tokens[at + 1]
  const second = tokens[at + 2]
  const flag = (token: Token | undefined): string => (token !== undefined && isVerb(token) ? 'v' : '-')
  return `${Math.min(2, before)}${flag(first)}${flag(second)}${Math.min(1, later)}`
}

function isVerb({ kind, lower }: Token): boolean {
  return kind === 'word' && (isFiniteVerb(lower) || CONTRACTED.test(lower))
}

function wordAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at]
  if (token === undefined || token.kind === 'close' || token.kind === 'open') return at < 0 ? START : END
  if (token.kind === 'number') return '#'
  if (token.kind !== 'word') return isStop(token) || token.text === ';' ? END : token.text.slice(0, 1)
  if (token.shape === 'Capital' && !isFunctionWord(token.lower)) return '@'
  return token.lower
}

function isEnd(word: string): boolean {
  return word === END
}

/** Function words, contractions and marks as they are; other words by their kind, rare ones by their ending. */
function kindOf(word: string): string {
  if (word.length < 2 || isFunctionWord(word)) return word
  const kind = wordKind(word)
  if (kind !== undefined) return kind
  if (word.endsWith('ing')) return '-ing'
  if (word.endsWith('ed')) return '-ed'
  if (word.endsWith('ly')) return '-ly'
  if (word.includes("'")) return "-'"
  return word.endsWith('s') ? '-s' : '-'
}

const LETTER_S = 0x73
const APOSTROPHE = 0x27
const START = '^'
const END = '$'

const CONTRACTED = /^(?:i|he|she|it|we|they|you|that|there)'/

const ONES: ReadonlyMap<string, string> = new Map(
  'wolves wolf|werewolves werewolf|elves elf|thieves thief|wives wife|knives knife|lives life|leaves leaf|halves half|shelves shelf|calves calf|selves self|loaves loaf|heroes hero|mans man|womans woman|childs child|mens men|womens women|childrens children|peoples people'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
)

/** In -s and no plural, or hardly ever anybody's. */
const NO_OWNERS: ReadonlySet<string> = new Set(
  (
    'always perhaps sometimes besides afterwards towards upwards downwards backwards forwards upstairs downstairs indoors outdoors news yes thus does goes says was has its hers yours theirs ours ' +
    "alas else's let's here's there's that's what's who's where's how's when's why's it's he's she's overseas nowadays hers' series species means thanks lots plus gas bus whereas unless across scissors trousers " +
    'trades takes comes seems looks makes gets wants needs knows thinks sees feels gives leaves keeps lets puts tells asks begins becomes remains happens stands'
  ).split(' '),
)
