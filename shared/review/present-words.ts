/** The words of a text at one moment, and whether a suggestion still fits the words at its place: the one rule of what is stale. */
import { type DeltaRun, legalRuns } from '../story/delta.ts'
import type { Place } from './anchor.ts'
import { type Base, type Change, covered, lengthOf, sameBase } from './change.ts'

export class PresentWords {
  readonly #runs: readonly DeltaRun[]
  /** Index of the first character of each run. */
  readonly #starts: number[] = []

  constructor(runs: readonly DeltaRun[]) {
    this.#runs = runs
    let at = 0
    for (const { insert } of runs) {
      this.#starts.push(at)
      at += insert.length
    }
  }

  /** What stands at the place, with those attributes alone that a story knows. */
  at({ from, to }: Place): Base {
    const base: Base = []
    for (let index = this.#runAt(from); index < this.#runs.length; index++) {
      const [run, start] = [this.#runs[index], this.#starts[index]]
      if (!run || start === undefined || start >= to) break
      const insert = run.insert.slice(Math.max(0, from - start), to - start)
      if (insert !== '') base.push({ ...run, insert })
    }
    return legalRuns(base)
  }

  /** True between the halves of a surrogate pair. */
  cutsPair(at: number): boolean {
    return at > 0 && isBetween(this.#unit(at - 1), 0xd800, 0xdbff) && isBetween(this.#unit(at), 0xdc00, 0xdfff)
  }

  #unit(at: number): number {
    const index = this.#runAt(at)
    return this.#runs[index]?.insert.charCodeAt(at - (this.#starts[index] ?? 0)) ?? Number.NaN
  }

  #runAt(at: number): number {
    let [low, high] = [0, this.#starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] ?? 0) <= at) low = middle
      else high = middle - 1
    }
    return low
  }
}

/**
 * Whether the change can be made to what is `present` at the place: it is still the base, the "\n" that opens the story
 * stays the first character, and no character is cut in two.
 */
export function fits(
  words: PresentWords,
  place: Place,
  present: Base,
  { base, change }: { base: Base; change: Change },
): boolean {
  if (!sameBase(present, legalRuns(base)) || covered(change) !== lengthOf(present)) return false
  const [first] = change
  if (place.from === 0 && !(first && 'retain' in first)) return false
  let at = place.from
  for (const op of change) {
    if (words.cutsPair(at)) return false
    at += 'retain' in op ? op.retain : 'delete' in op ? op.delete : 0
  }
  return !words.cutsPair(at)
}

function isBetween(value: number, least: number, most: number): boolean {
  return value >= least && value <= most
}
