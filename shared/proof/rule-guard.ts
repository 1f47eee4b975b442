/** Runs rules so that a fault in one costs that rule only: it is out of work from then on. */
import type { Rule } from './rule.ts'

/** A rule that threw, and what it said. */
export interface RuleFault {
  rule: string
  message: string
}

const NOTHING: readonly never[] = []

export class RuleGuard {
  readonly #faults = new Map<string, RuleFault>()
  readonly #onFault: () => void

  constructor(onFault: () => void) {
    this.#onFault = onFault
  }

  /** What the work gives; nothing once the rule has thrown. */
  run<T>(rule: Rule, work: () => Iterable<T>): readonly T[] {
    if (this.#faults.size > 0 && this.#faults.has(rule.name)) return []
    try {
      const given = work()[Symbol.iterator]()
      const first = given.next()
      // Nearly always nothing: no list is made of it.
      if (first.done) return NOTHING
      const all = [first.value]
      for (let next = given.next(); !next.done; next = given.next()) all.push(next.value)
      return all
    } catch (error) {
      this.#faults.set(rule.name, { rule: rule.name, message: error instanceof Error ? error.message : String(error) })
      this.#onFault()
      return []
    }
  }

  /** The rule of this name has thrown. */
  has(rule: string): boolean {
    return this.#faults.has(rule)
  }

  get faults(): readonly RuleFault[] {
    return [...this.#faults.values()]
  }
}
