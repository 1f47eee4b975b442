/** The signs of places as numbers, as the learning wants them; made once for all that is learnt of one word. */
import { SIGN_KINDS } from '../../shared/proof/confusions/context.ts'
import { dice } from '../review/dice.ts'

export type Place = readonly string[]

/** Of a word, by group of novels. */
export type Places = readonly (readonly Place[])[]

/** A place by the numbers of its signs. */
export interface Numbered {
  signs: readonly number[]
  group: number
}

/** The signs of one word's places, by number. */
export class NumberedSigns {
  readonly keys: { kind: number; sign: string }[] = []
  readonly seen: number[] = []
  readonly #numbers = Array.from({ length: SIGN_KINDS }, () => new Map<string, number>())

  /** At most about `most` of the places, the same ones every time. */
  numbered(from: Places, most: number): Numbered[] {
    const all = from.flatMap((list, group) => list.map((place) => ({ place, group })))
    return some(all, most).map(({ place, group }) => ({ signs: this.#numbersOf(place), group }))
  }

  #numbersOf(place: Place): number[] {
    const found: number[] = []
    for (const [kind, numbers] of this.#numbers.entries()) {
      const sign = place[kind]!
      if (/[~|]/.test(sign)) continue
      let number = numbers.get(sign)
      if (number === undefined) {
        number = this.keys.push({ kind, sign }) - 1
        this.seen.push(0)
        numbers.set(sign, number)
      }
      this.seen[number]! += 1
      found.push(number)
    }
    return found
  }
}

function some<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items
  const random = dice(items.length)
  return items.filter(() => random(items.length) < most)
}
