/**
 * Which form of a verb stands in a place, by what was learnt from novels: each sign of the place speaks for some forms, and
 * a slip is a place where they speak loudly enough against the form that stands there. The learning judges by this file too.
 */
import { BASE, FORM_COUNT, GERUND, type Inflected, PARTICIPLE, PAST, THIRD } from './paradigms.ts'

/** Weights are tenths of a natural logarithm of odds, one for each answer. */
export interface Weighed {
  bias: readonly number[]
  /** By kind of sign, in the order of the signs. */
  weights: readonly ReadonlyMap<string, Int8Array>[]
}

/** Of a sign's weight at most. */
export const MOST_WEIGHT = 43

/** Code units that stand for weights in a row: none that a string has to escape, and not the bar. */
const LETTERS = Array.from({ length: 126 - 35 + 1 }, (_, at) => String.fromCharCode(35 + at))
  .filter((letter) => !`\\|'"\``.includes(letter))
  .join('')

/** A row for the biases, and one for each kind of sign: the sign and a letter for each weight, parted by `|`. */
export function writtenWeighed({ bias, weights }: Weighed): string[] {
  const rows = weights.map((signs) =>
    [...signs]
      .map(([sign, own]) => sign + Array.from(own, (weight) => LETTERS[weight + MOST_WEIGHT]!).join(''))
      .join('|'),
  )
  return [bias.join(' '), ...rows]
}

/** The reverse of `writtenWeighed`. */
export function readWeighed([head = '', ...rows]: readonly string[]): Weighed {
  const bias = head.split(' ').map(Number)
  const count = bias.length
  const values = new Map([...LETTERS].map((letter, at) => [letter, at - MOST_WEIGHT] as const))
  const weights = rows.map((row) => {
    const signs = new Map<string, Int8Array>()
    for (const entry of row.split('|')) {
      if (entry === '') continue
      const own = new Int8Array(count)
      for (let at = 0; at < count; at += 1) own[at] = values.get(entry[entry.length - count + at]!) ?? 0
      signs.set(entry.slice(0, -count), own)
    }
    return signs
  })
  return { bias, weights }
}

/** Adds what the signs say, the first of them being of the kind `from`. */
export function addSigns({ weights }: Weighed, signs: readonly string[], from: number, scores: Float64Array): void {
  for (let at = 0; at < signs.length; at += 1) {
    const own = weights[from + at]?.get(signs[at]!)
    if (own === undefined) continue
    for (let answer = 0; answer < own.length; answer += 1) scores[answer]! += own[answer]!
  }
}

/** The odds of any of the forms, as the scores have them: tenths of a natural logarithm. */
export function oddsOfForms(scores: Float64Array, forms: number): number {
  let sum = 0
  for (let form = 0; form < scores.length; form += 1) if ((forms >> form) & 1) sum += Math.exp(scores[form]! / 10)
  return 10 * Math.log(sum)
}

/** What a verb's spellings stand for: spelling → bits of its forms. */
export function spellingsOf({ all }: Inflected): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (let form = 0; form < FORM_COUNT; form += 1) {
    const spelling = all[form]!
    if (spelling !== '') found.set(spelling, (found.get(spelling) ?? 0) | (1 << form))
  }
  return found
}

/** Where a verb stands, as far as limits differ by it. */
export interface Circumstance {
  isSpeech: boolean
  /** The spelling is often a noun: a look, the hands. */
  isNoun: boolean
  /** Of how it is governed, as `farSigns` tells it. */
  hold: string
  /** The subject right before is one that the plain form goes with: I, you, we, they, several. */
  isSeveral: boolean
}

const NAMES = 'BSDNG'

/** The name under which the limit for one spelling in place of another is kept. */
export function limitName(written: number, right: number, { isSpeech, isNoun, isSeveral, hold }: Circumstance): string {
  const noun = isNoun && isPlain(written) ? 'n' : ''
  const several = isSeveral && written === BASE ? '+' : ''
  return `${named(written)}${noun}${several}${isSpeech ? '~' : ''}>${named(right)} ${hold}`
}

/** The same for a little verb that differs by number; `subject` as `farSigns` tells it. */
export function numberLimitName(pair: string, isOne: boolean, isSpeech: boolean, subject: string): string {
  return `${pair}${isOne ? '1' : '2'}${isSpeech ? '~' : ''} ${subject}`
}

function isPlain(forms: number): boolean {
  return (forms & (BASE | THIRD)) !== 0 && (forms & (PAST | PARTICIPLE | GERUND)) === 0
}

function named(forms: number): string {
  return [...NAMES].filter((_, at) => (forms >> at) & 1).join('')
}
