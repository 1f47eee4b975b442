/** What stands at a place of a text, in the form that suggestions are made on. */
import type { Place } from '../review/anchor.ts'
import type { Base } from '../review/change.ts'
import { type DeltaRun, legalRuns } from './delta.ts'

/** The words at any place of a text, as it is at one moment. */
export class WordsAt {
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

  /** With the attributes that a story knows. In UTF-16 code units of the delta. */
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

function isBetween(value: number, least: number, most: number): boolean {
  return value >= least && value <= most
}
