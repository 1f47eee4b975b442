/**
 * Whether a comma or the end of a sentence belongs in a place, by what was learnt from novels: each sign of the place
 * speaks for or against it.
 */
import { readWeights, writtenWeights } from '../learnt-weights.ts'
import { COMMA_ODDS } from './odds-table.ts'
import type { Place, PlacedWords, PlaceKind } from './places.ts'
import { signsOf } from './signs.ts'

/** What was learnt of one kind of places. Weights are tenths of a natural logarithm of odds. */
export interface PlaceOdds {
  kind: PlaceKind
  /** Before any sign has spoken. */
  bias: number
  /** Above it the mark is missing. */
  limit: number
  weights: ReadonlyMap<string, number>
}

/** By how much the odds of a place are above the limit of its kind: above zero, a mark that is not there is missing. */
export function surplus(line: PlacedWords, place: Place): number {
  table ??= new Map(COMMA_ODDS.map(readOdds).map((odds) => [odds.kind, odds]))
  const odds = table.get(place.kind)
  return odds === undefined ? -1 : oddsOf(odds, signsOf(line, place)) - odds.limit
}

/** Above zero the signs speak for a mark. */
export function oddsOf({ bias, weights }: Pick<PlaceOdds, 'bias' | 'weights'>, signs: readonly string[]): number {
  let odds = bias
  for (const sign of signs) odds += weights.get(sign) ?? 0
  return odds
}

/** A row of the table: `kind bias limit`, then after a `~` the weights of the signs as `writtenWeights` has them. */
export function writtenOdds({ kind, bias, limit, weights }: PlaceOdds): string {
  return `${kind} ${bias} ${limit}~${writtenWeights(weights)}`
}

/** The reverse of `writtenOdds`. */
export function readOdds(row: string): PlaceOdds {
  const at = row.indexOf('~')
  const [kind, bias, limit] = row.slice(0, at).split(' ')
  return { kind: kind as PlaceKind, bias: Number(bias), limit: Number(limit), weights: readWeights(row.slice(at + 1)) }
}

/** Read when first asked for, as it takes some milliseconds. */
let table: ReadonlyMap<PlaceKind, PlaceOdds> | null = null
