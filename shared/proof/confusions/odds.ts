/**
 * Which of two words that are taken for each other stands in a place, by what was learnt from novels: each sign of the
 * place speaks for one of them, and a slip is a place where they speak loudly enough against the word that stands there.
 */
import { readWeights, writtenWeights } from '../learnt-weights.ts'
import type { Token } from '../tokens.ts'
import { keptByWord } from '../word-ids.ts'
import { besideAt, isCommonWord, SIGN_KINDS, signsAt } from './context.ts'
import { ODDS } from './odds-table.ts'

export interface OddsSlip {
  /** Index of the token. */
  at: number
  /** In lower case, with a straight apostrophe. */
  right: string
}

/** One pair of words as it is learnt. Weights are tenths of a natural logarithm of odds; above zero they speak for the first word. */
export interface PairOdds {
  first: string
  second: string
  /** Before any sign has spoken. */
  bias: number
  /** Odds against the first word from which it is a slip, and the same against the second; null: never said. */
  against: readonly [first: number | null, second: number | null]
  /** By kind of sign, in the order of `signsAt`. */
  weights: readonly ReadonlyMap<string, number>[]
}

/** In the order of the tokens, at most one a word: the likelier one where it is taken for two. */
export function* oddsSlips(tokens: readonly Token[]): Generator<OddsSlip> {
  table ??= tableOfOdds()
  for (let at = 0; at < tokens.length; at += 1) {
    const rivals = rivalsOf(tokens[at]!)
    if (rivals === NONE || !isCommonWord(tokens, at)) continue
    const beside = besideAt(tokens, at)
    let signs: readonly string[] | null = null
    let right: string | null = null
    let most = 0
    for (const { pair, isFirst, limit } of rivals) {
      if (isPlain(pair, isFirst, beside)) continue
      signs ??= signsAt(tokens, at)
      const odds = isFirst ? -oddsOf(pair, signs) : oddsOf(pair, signs)
      if (odds <= limit || odds <= most) continue
      const isBroken = unfinishedAt(tokens, at)
      if (isBroken && odds <= limit + UNFINISHED) continue
      most = odds
      right = isFirst ? pair.second : pair.first
    }
    if (right !== null) yield { at, right }
  }
}

/** The words right beside speak for what stands there: hardly ever a slip, and told at a fraction of the cost. */
function isPlain({ weights }: PairOdds, isFirst: boolean, [before, after]: readonly [string, string]): boolean {
  const odds = (weights[0]!.get(before) ?? 0) + (weights[2]!.get(after) ?? 0)
  return (isFirst ? odds : -odds) > PLAIN
}

const PLAIN = 5

/** Tenths more before a dash or an ellipsis: a sentence that breaks off may break off at any word. */
export const UNFINISHED = 15

/** The sentence breaks off behind the word at `at`. */
export function unfinishedAt(tokens: readonly Token[], at: number): boolean {
  return /^[…—–]|^\.\.\./.test(tokens[at + 1]?.text ?? '')
}

/** Above zero the signs speak for the first word, below for the second. */
export function oddsOf({ bias, weights }: Pick<PairOdds, 'bias' | 'weights'>, signs: readonly string[]): number {
  let odds = bias
  for (let kind = 0; kind < SIGN_KINDS; kind += 1) odds += weights[kind]!.get(signs[kind]!) ?? 0
  return odds
}

/** A row of the table: `first second bias against-first against-second`, then each kind after a `~` with its weights as `writtenWeights` has them. */
export function writtenOdds({ first, second, bias, against, weights }: PairOdds): string {
  const head = [first, second, bias, against[0] ?? '-', against[1] ?? '-'].join(' ')
  return [head, ...weights.map(writtenWeights)].join('~')
}

/** The reverse of `writtenOdds`. */
export function readOdds(row: string): PairOdds {
  const [head = '', ...kinds] = row.split('~')
  const [first = '', second = '', bias, ...limits] = head.split(' ')
  const [one, other] = limits.map((limit) => (limit === '-' ? null : Number(limit)))
  return { first, second, bias: Number(bias), against: [one ?? null, other ?? null], weights: kinds.map(readWeights) }
}

/** A word that another one may be a slip for. */
interface Rival {
  pair: PairOdds
  /** The word that stands there is the first of the pair. */
  isFirst: boolean
  limit: number
}

/** Word → its rivals. Read when first asked for, as it takes some milliseconds. */
let table: ReadonlyMap<string, readonly Rival[]> | null = null

const NONE: readonly Rival[] = []

const rivalsOf = keptByWord((lower) => table?.get(lower) ?? NONE)

function tableOfOdds(): ReadonlyMap<string, readonly Rival[]> {
  const rivals = new Map<string, Rival[]>()
  for (const row of ODDS) {
    const pair = readOdds(row)
    for (const [at, word] of [pair.first, pair.second].entries()) {
      const limit = pair.against[at]
      if (limit == null) continue
      const known = rivals.get(word) ?? []
      known.push({ pair, isFirst: at === 0, limit })
      rivals.set(word, known)
    }
  }
  return rivals
}
