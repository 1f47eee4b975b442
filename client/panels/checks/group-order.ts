/**
 * In which order rules stand in the panel and which of them lie open: kept while one works through the findings, so that
 * what becomes less does not wander off under the pointer. Knows nothing of findings but their rules.
 */

export class GroupOrder {
  #order: readonly string[] = []
  readonly #turned = new Map<string, boolean>()

  /** The rules have their places. */
  get isSettled(): boolean {
    return this.#order.length > 0
  }

  /**
   * The groups in the order of before; those that were not there stand behind the one that they come after. Until it was `settled`
   * once, while the story is read for the first time, the order is theirs.
   */
  arranged<Group extends { rule: string }>(groups: readonly Group[], settled: boolean): Group[] {
    if (!this.isSettled) {
      if (settled) this.#order = groups.map(({ rule }) => rule)
      return [...groups]
    }
    const order = [...this.#order]
    for (const [at, { rule }] of groups.entries()) {
      if (order.includes(rule)) continue
      const before = groups[at - 1]
      order.splice(before ? order.indexOf(before.rule) + 1 : 0, 0, rule)
    }
    this.#order = order
    const places = new Map(order.map((rule, place) => [rule, place]))
    return groups.toSorted((one, other) => (places.get(one.rule) ?? 0) - (places.get(other.rule) ?? 0))
  }

  /** Whether a rule's findings are seen: as somebody left it, else only the first rule's. */
  isOpen(rule: string, first: boolean): boolean {
    return this.#turned.get(rule) ?? first
  }

  turn(rule: string, open: boolean): void {
    this.#turned.set(rule, open)
  }
}
