/** Whether a word in -s is somebody's or several, and whether one or several own, by what was learnt from novels. */
import { readWeights, writtenWeights } from '../learnt-weights.ts'
import type { Token } from '../tokens.ts'
import { OWNER_ODDS } from './odds-table.ts'
import { type OwnerPlace, ownerSigns } from './places.ts'

/** `owner`: an apostrophe against none. `many`: it stands after the s against before. */
export const OWNER_QUESTIONS = ['owner', 'many'] as const
export type OwnerQuestion = (typeof OWNER_QUESTIONS)[number]

/** What was learnt of one question. Weights are tenths of a natural logarithm of odds. */
export interface OwnerOdds {
  question: OwnerQuestion
  /** Before any sign has spoken. */
  bias: number
  /** Above it an apostrophe that is not there is missing. */
  missing: number
  /** Below it one that is there is wrong. */
  stray: number
  weights: ReadonlyMap<string, number>
}

export interface OwnerVerdict {
  /** By how much the odds speak for an apostrophe where none stands, or against the one that does; not above zero, nothing is wrong. */
  surplus: number
  /** Several own. */
  isMany: boolean
}

export function judgedOwner(tokens: readonly Token[], place: OwnerPlace, isSpeech: boolean): OwnerVerdict {
  const { owner, many } = rows()
  const signs = ownerSigns(tokens, place, isSpeech)
  const odds = oddsOf(owner, signs)
  const surplus = place.form === 's' ? odds - owner.missing : owner.stray - odds
  return { surplus, isMany: surplus > 0 && place.form === 's' && oddsOf(many, signs) > 0 }
}

/** Above zero the signs speak for an apostrophe, or for several owners. */
export function oddsOf({ bias, weights }: Pick<OwnerOdds, 'bias' | 'weights'>, signs: readonly string[]): number {
  let odds = bias
  for (const sign of signs) odds += weights.get(sign) ?? 0
  return odds
}

/** A row of the table: `question bias missing stray`, then after a `~` the weights of the signs as `writtenWeights` has them. */
export function writtenOdds({ question, bias, missing, stray, weights }: OwnerOdds): string {
  return `${question} ${bias} ${missing} ${stray}~${writtenWeights(weights)}`
}

/** The reverse of `writtenOdds`. */
export function readOdds(row: string): OwnerOdds {
  const at = row.indexOf('~')
  const [question, bias, missing, stray] = row.slice(0, at).split(' ')
  return {
    question: question as OwnerQuestion,
    bias: Number(bias),
    missing: Number(missing),
    stray: Number(stray),
    weights: readWeights(row.slice(at + 1)),
  }
}

function rows(): { owner: OwnerOdds; many: OwnerOdds } {
  table ??= { owner: readOdds(OWNER_ODDS[0]!), many: readOdds(OWNER_ODDS[1]!) }
  return table
}

/** Read when first asked for, as it takes some milliseconds. */
let table: { owner: OwnerOdds; many: OwnerOdds } | null = null
