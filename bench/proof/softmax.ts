/**
 * Multinomial logistic regression on places with many rare signs, where of some examples only a set of answers is known
 * ("walked" is past or participle), by the follow-the-regularised-leader method (McMahan et al., "Ad Click Prediction", KDD
 * 2013). The same examples give the same weights.
 */
import { dice } from '../review/dice.ts'

/** Examples laid end to end, `width` signs each; -1 for a sign that says nothing. */
export interface Examples {
  signs: Int32Array
  width: number
  /** Bits of the answers that may be right, one number an example. */
  answers: Uint8Array
}

const RATE = 0.12
const SPARSE = 1.5
const SMALL = 0.3

/** Weights by sign and answer (`sign * answers + answer`), the biases as one more sign at the end. */
export function softmax(
  examples: Examples,
  chosen: Uint32Array,
  count: number,
  answers: number,
  rounds: number,
): Float64Array {
  const { signs, width, answers: right } = examples
  const pulls = new Float64Array((count + 1) * answers)
  const squares = new Float64Array((count + 1) * answers)
  const weightOf = (at: number): number => {
    const pull = pulls[at]!
    const sparse = at >= count * answers ? 0 : SPARSE
    if (Math.abs(pull) <= sparse) return 0
    return -(pull - Math.sign(pull) * sparse) / ((1 + Math.sqrt(squares[at]!)) / RATE + SMALL)
  }
  const order = chosen.slice()
  const random = dice(20_261_122)
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = random(at + 1)
    const kept = order[at]!
    order[at] = order[other]!
    order[other] = kept
  }
  const scores = new Float64Array(answers)
  const weights = new Float64Array((width + 1) * answers)
  for (let round = 0; round < rounds; round += 1) {
    for (const example of order) {
      scores.fill(0)
      for (let kind = 0; kind <= width; kind += 1) {
        const sign = kind === width ? count : signs[example * width + kind]!
        if (sign < 0) continue
        for (let answer = 0; answer < answers; answer += 1) {
          const weight = weightOf(sign * answers + answer)
          weights[kind * answers + answer] = weight
          scores[answer]! += weight
        }
      }
      let all = 0
      let fitting = 0
      const most = Math.max(...scores)
      for (let answer = 0; answer < answers; answer += 1) {
        const share = Math.exp(scores[answer]! - most)
        scores[answer] = share
        all += share
        if ((right[example]! >> answer) & 1) fitting += share
      }
      for (let answer = 0; answer < answers; answer += 1) {
        const share = scores[answer]! / all
        const slope = share - ((right[example]! >> answer) & 1 ? scores[answer]! / fitting : 0)
        if (Math.abs(slope) < 1e-4) continue
        for (let kind = 0; kind <= width; kind += 1) {
          const sign = kind === width ? count : signs[example * width + kind]!
          if (sign < 0) continue
          const at = sign * answers + answer
          const square = squares[at]! + slope * slope
          pulls[at]! +=
            slope - ((Math.sqrt(square) - Math.sqrt(squares[at]!)) / RATE) * weights[kind * answers + answer]!
          squares[at] = square
        }
      }
    }
  }
  return Float64Array.from(pulls, (_, at) => weightOf(at))
}
