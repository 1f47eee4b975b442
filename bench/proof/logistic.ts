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
  const now = new Float64Array(count + 1)
  const learn = (sign: number, slope: number): void => {
    const square = squares[sign]! + slope * slope
    pulls[sign]! += slope - ((Math.sqrt(square) - Math.sqrt(squares[sign]!)) / RATE) * now[sign]!
    squares[sign] = square
  }
  const inTurn = shuffled(examples, dice(20_261_122))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { signs, isFirst, share } of inTurn) {
      let odds = 0
      for (const sign of signs) {
        now[sign] = weightOf(sign)
        odds += now[sign]
      }
      now[count] = weightOf(count)
      odds += now[count]
      const slope = (1 / (1 + Math.exp(-odds)) - (isFirst ? 1 : 0)) * share
      for (const sign of signs) learn(sign, slope)
      learn(count, slope)
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
