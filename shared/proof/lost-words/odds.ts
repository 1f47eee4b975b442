/**
 * Whether a small word was lost between two words, and which, by what was learnt from novels with small words dropped: each
 * sign of the gap speaks for a loss or against one, and a loss is said only where they speak loudly enough.
 */
import { readWeights, writtenWeights } from '../learnt-weights.ts'
import { LOST_ODDS } from './odds-table.ts'
import { type Beside, CHOICE_SIGNS, choiceSigns, GAP_SIGNS, gapSigns, kindId } from './place.ts'

/** Weights are tenths of a natural logarithm of odds. */
interface Weighed {
  bias: number
  /** By kind of sign. */
  weights: readonly ReadonlyMap<string, number>[]
}

/** One family of words as it is learnt. Above zero a weight speaks for a loss. */
export interface FamilyOdds extends Weighed {
  name: string
  /** Odds above which a word was lost. */
  limit: number
  /** Two kinds parted by a space: between others no loss could be told, so nobody looks there. */
  pairs: readonly string[]
  /** Each word of the family against the others. */
  choices: ReadonlyMap<string, Weighed>
}

export interface Loss {
  family: string
  /** Likeliest first. */
  words: readonly string[]
}

/** Tenths on every limit: those were set on novels much like the ones that were learnt from, and others leave out more. */
const CAUTION = 5

/** What was lost before the word at `at`; null for nothing that can be told. */
export function lossAt(all: readonly Beside[], at: number): Loss | null {
  table ??= tableOfOdds()
  const families = table[all[at - 1]!.id]?.[all[at]!.id]
  if (families === undefined) return null
  const signs = gapSigns(all, at)
  let best: FamilyOdds | null = null
  let most = 0
  for (const family of families) {
    const beyond = gapOdds(family, signs) - family.limit - CAUTION
    if (beyond <= most) continue
    most = beyond
    best = family
  }
  if (best === null) return null
  const choice = choiceSigns(all, at)
  const ranked = [...best.choices].map(([word, weighed]) => ({ word, odds: oddsBy(weighed, choice, CHOICE_SIGNS) }))
  ranked.sort((one, other) => other.odds - one.odds)
  return { family: best.name, words: ranked.map(({ word }) => word) }
}

/** Above zero the signs speak for a loss. */
export function gapOdds(odds: Weighed, signs: readonly string[]): number {
  return oddsBy(odds, signs, GAP_SIGNS)
}

function oddsBy({ bias, weights }: Weighed, signs: readonly string[], count: number): number {
  let odds = bias
  for (let kind = 0; kind < count; kind += 1) odds += weights[kind]!.get(signs[kind]!) ?? 0
  return odds
}

/**
 * A row of the table: `name limit`, then after a `=` each the pairs (a kind before and those after it), the gap's weights, and
 * each choice's; a block of weights is `word bias` and kinds after `~`.
 */
export function writtenFamily({ name, limit, pairs, bias, weights, choices }: FamilyOdds): string {
  const after = new Map<string, string[]>()
  for (const pair of [...pairs].sort()) {
    const [before = '', next = ''] = pair.split(' ')
    after.set(before, [...(after.get(before) ?? []), next])
  }
  const grouped = [...after].map(([before, kinds]) => [before, ...kinds].join(' ')).join('|')
  const blocks = [...choices].map(([word, weighed]) => written(word, weighed))
  return [`${name} ${limit}`, grouped, written('', { bias, weights }), ...blocks].join('=')
}

function written(word: string, { bias, weights }: Weighed): string {
  const kinds = weights.map((signs) => writtenWeights([...signs].sort()))
  return [`${word} ${bias}`, ...kinds].join('~')
}

/** The reverse of `writtenFamily`. */
export function readFamily(row: string): FamilyOdds {
  const [head = '', grouped = '', gap = '', ...blocks] = row.split('=')
  const [name = '', limit] = head.split(' ')
  const choices = new Map(blocks.map((block) => [block.slice(0, block.indexOf(' ')), readWeighed(block)]))
  const pairs = grouped.split('|').flatMap((group) => {
    const [before = '', ...after] = group.split(' ')
    return after.map((kind) => `${before} ${kind}`)
  })
  return { name, limit: Number(limit), pairs, ...readWeighed(gap), choices }
}

function readWeighed(block: string): Weighed {
  const [head = '', ...kinds] = block.split('~')
  return { bias: Number(head.slice(head.indexOf(' ') + 1)), weights: kinds.map(readWeights) }
}

/** By the numbers of the kinds before and after, the families of which a word may be lost between them. */
type FamiliesBetween = readonly (readonly (readonly FamilyOdds[] | undefined)[] | undefined)[]

/** Read when first asked for. */
let table: FamiliesBetween | null = null

function tableOfOdds(): FamiliesBetween {
  const pairs: ((FamilyOdds[] | undefined)[] | undefined)[] = []
  for (const row of LOST_ODDS) {
    const family = readFamily(row)
    for (const pair of family.pairs) {
      const [before = '', after = ''] = pair.split(' ')
      const afters = at(pairs, kindId(before))
      at(afters, kindId(after)).push(family)
    }
  }
  return pairs
}

/** The list at this index of one of lists, made when there is none. */
function at<T>(lists: (T[] | undefined)[], index: number): T[] {
  while (lists.length <= index) lists.push(undefined)
  lists[index] ??= []
  return lists[index]
}
