/**
 * Logistic regression on places with many rare signs, by the follow-the-regularised-leader method (McMahan et al., "Ad
 * Click Prediction", KDD 2013), which leaves most weights at exactly nothing.
 */
import { type Dice, dice } from '../review/dice.ts'

export interface Example {
  /** Numbers of signs, from 0. */
  signs: readonly number[]
  isFirst: boolean
  /** How much it counts. */
  share: number
}

const RATE = 0.15
const SPARSE = 2
const SMALL = 0.5
const ROUNDS = 6

/** The weight of each of `count` signs, and the bias at the end. The same examples give the same weights. */
export function logistic(examples: readonly Example[], count: number): Float64Array {
  const pulls = new Float64Array(count + 1)
  const squares = new Float64Array(count + 1)
  const sparse = (sign: number): number => (sign === count ? 0 : SPARSE)
  const weightOf = (sign: number): number => {
    const pull = pulls[sign]!
    if (Math.abs(pull) <= sparse(sign)) return 0
    return -(pull - Math.sign(pull) * sparse(sign)) / ((1 + Math.sqrt(squares[sign]!)) / RATE + SMALL)
  }
  const inTurn = shuffled(examples, dice(20_261_122))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { signs, isFirst, share } of inTurn) {
      const all = [...signs, count]
      const weights = all.map(weightOf)
      const odds = weights.reduce((sum, weight) => sum + weight, 0)
      const slope = (1 / (1 + Math.exp(-odds)) - (isFirst ? 1 : 0)) * share
      for (const [at, sign] of all.entries()) {
        const step = (Math.sqrt(squares[sign]! + slope * slope) - Math.sqrt(squares[sign]!)) / RATE
        pulls[sign]! += slope - step * weights[at]!
        squares[sign]! += slope * slope
      }
    }
  }
  return Float64Array.from({ length: count + 1 }, (_, sign) => weightOf(sign))
}

function shuffled<T>(items: readonly T[], random: Dice): T[] {
  const mixed = [...items]
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = random(at + 1)
    ;[mixed[at], mixed[other]] = [mixed[other]!, mixed[at]!]
  }
  return mixed
}
