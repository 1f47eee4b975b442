/**
 * A rarer word where a common one is meant that sounds or is spelt nearly alike (jest for just, reign for rain): what was
 * learnt from novels is where the common word stands, so that one row tells it from all that may be written for it.
 */
import { readWeights, writtenWeights } from '../learnt-weights.ts'
import type { Token } from '../tokens.ts'
import { keptByWord } from '../word-ids.ts'
import { isCommonWord, signsAt } from './context.ts'
import { NEAR_ODDS } from './near-odds-table.ts'
import { type OddsSlip, oddsOf, UNFINISHED, unfinishedAt } from './odds.ts'

/** One word as it is learnt. Weights are tenths of a natural logarithm of odds; above zero they speak for the word. */
export interface NearOdds {
  meant: string
  /** Before any sign has spoken. */
  bias: number
  /** Word that may stand for it → odds above which it does. */
  limits: ReadonlyMap<string, number>
  /** By kind of sign, in the order of `signsAt`. */
  weights: readonly ReadonlyMap<string, number>[]
}

/** In the order of the tokens, at most one a word: what is likeliest meant by it. */
export function* nearSlips(tokens: readonly Token[]): Generator<OddsSlip> {
  table ??= tableOfOdds()
  for (let at = 0; at < tokens.length; at += 1) {
    const rows = candidatesOf(tokens[at]!)
    if (rows === NONE || !isCommonWord(tokens, at)) continue
    const signs = signsAt(tokens, at)
    const least = unfinishedAt(tokens, at) ? UNFINISHED : 0
    let right: string | null = null
    let most = 0
    for (const { row, limit } of rows) {
      const over = oddsOf(row, signs) - limit - least
      if (over <= most) continue
      most = over
      right = row.meant
    }
    if (right !== null) yield { at, right }
  }
}

/** A row of the table: `meant bias slip limit slip limit …`, then each kind after a `~` with its weights as `writtenWeights` has them. */
export function writtenNear({ meant, bias, limits, weights }: NearOdds): string {
  const head = [meant, bias, ...[...limits].flat()].join(' ')
  return [head, ...weights.map(writtenWeights)].join('~')
}

/** The reverse of `writtenNear`. */
export function readNear(text: string): NearOdds {
  const [head = '', ...kinds] = text.split('~')
  const [meant = '', bias, ...slips] = head.split(' ')
  const limits = new Map<string, number>()
  for (let at = 0; at + 1 < slips.length; at += 2) limits.set(slips[at]!, Number(slips[at + 1]))
  return { meant, bias: Number(bias), limits, weights: kinds.map(readWeights) }
}

interface Candidate {
  row: NearOdds
  limit: number
}

/** Word → what may be meant by it. Read when first asked for, as it takes some milliseconds. */
let table: ReadonlyMap<string, readonly Candidate[]> | null = null

const NONE: readonly Candidate[] = []

const candidatesOf = keptByWord((lower) => table?.get(lower) ?? NONE)

function tableOfOdds(): ReadonlyMap<string, readonly Candidate[]> {
  const found = new Map<string, Candidate[]>()
  for (const row of NEAR_ODDS.map(readNear)) {
    for (const [slip, limit] of row.limits) {
      const list = found.get(slip)
      if (list) list.push({ row, limit })
      else found.set(slip, [{ row, limit }])
    }
  }
  return found
}
