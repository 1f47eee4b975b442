/** Line rules read their tables before the first line is looked at, one rule at a time, as each takes as long as many lines. */
import type { LineContext, LineRule } from './rule.ts'
import type { RuleGuard } from './rule-guard.ts'

/** What one rule takes of a step's budget, in lines. */
const COST = 20

export class Preparation {
  readonly #rules: readonly LineRule[]
  readonly #guard: RuleGuard
  #done = 0

  constructor(rules: readonly LineRule[], guard: RuleGuard) {
    this.#rules = rules
    this.#guard = guard
  }

  /** Other dictionaries, or other rules wanted: begins anew. What has been read stays so, and costs nothing. */
  restart(): void {
    this.#done = 0
  }

  /** As far as the budget goes; what is left of it. */
  goOn(most: number, context: Pick<LineContext, 'speller'>, isWanted: (rule: LineRule) => boolean): number {
    let budget = most
    for (; budget > 0 && this.#done < this.#rules.length; this.#done += 1) {
      const rule = this.#rules[this.#done]!
      if (rule.prepare === undefined || !isWanted(rule)) continue
      this.#guard.run(rule, () => {
        rule.prepare?.(context)
        return []
      })
      budget -= COST
    }
    return budget
  }
}
