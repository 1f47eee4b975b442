/**
 * What the gate must know of a text beyond clocks: its order, its surrogate pairs, what of it is deleted. Built from the
 * log, then kept up with what the gate lets in; whole updates at a time, so that a refused one leaves no trace.
 */
import { causalOrder, type Step } from './causal-order.ts'
import { PairIndex } from './pair-index.ts'
import { RangeIndex } from './range-index.ts'
import { type Insertion, type Steps, TextOrder } from './text-order.ts'
import { type ClockRange, readUpdate, type Section } from './update-structs.ts'

/** Why an update cannot be part of this text. */
export type Misfit = 'front' | 'apart' | 'costly' | 'halved'

export class TextIndex {
  readonly order = new TextOrder()
  readonly deleted = new RangeIndex()
  readonly #pairs = new PairIndex()

  /** Of updates in log order, which the gate let in once. */
  static of(updates: readonly Uint8Array[]): TextIndex {
    const index = new TextIndex()
    const known = new Map<number, number>()
    const deletes: ClockRange[] = []
    for (const update of updates) {
      const content = readUpdate(update, Number.POSITIVE_INFINITY)
      for (const range of content.deletes) deletes.push(range)
      index.#load(content.sections, known)
    }
    index.deleted.addAll(deletes)
    index.#pairs.dropHalved(deletes, index.deleted)
    return index
  }

  /**
   * Takes in what comes in `steps`, and deletions that are not known yet, all of it or nothing. `clocks` says of each
   * client the first clock that is not known.
   */
  take(
    steps: readonly Step[],
    deletes: readonly ClockRange[],
    clocks: ReadonlyMap<number, number>,
    walk: Steps,
  ): Misfit | null {
    const fault = this.#insert(steps, walk) ?? (this.#pairs.halved(deletes, this.deleted) ? 'halved' : null)
    if (fault) {
      const before = new Map(steps.map(({ client }) => [client, clocks.get(client) ?? 0]))
      this.order.removeFrom(before)
      this.#pairs.removeFrom(before)
    } else this.deleted.addAll(deletes)
    return fault
  }

  #insert(steps: readonly Step[], walk: Steps): Misfit | null {
    for (const step of steps) {
      const { client, struct, from } = step
      const item = insertionOf(step)
      if (this.#pairs.isBetween(item.origin, item.rightOrigin)) return 'halved'
      if (struct.pairs?.some((offset) => struct.clock + offset + 1 === from)) return 'halved'
      const place = this.order.tryAdd(item, walk)
      if (place === 'apart' || place === 'costly') return place
      // Only what formats the first line may stand there, and what is deleted.
      if (place === 'front' && struct.kind === 'string') return 'front'
      if (struct.pairs) this.#pairs.add(client, struct.clock, struct.pairs, from)
    }
    return null
  }

  #load(sections: readonly Section[], known: Map<number, number>): void {
    const causal = causalOrder(sections, (client) => known.get(client) ?? 0)
    if (causal.needs) throw new Error('TextIndex: an update of the log builds on something that is not in it')
    for (const step of causal.steps) {
      const { client, struct, from } = step
      const item = insertionOf(step)
      if (this.#pairs.isBetween(item.origin, item.rightOrigin)) {
        if (item.origin) this.#pairs.drop(item.origin)
        if (item.rightOrigin) this.#pairs.drop({ client: item.rightOrigin.client, clock: item.rightOrigin.clock - 1 })
      }
      this.order.add(item)
      if (struct.pairs) this.#pairs.add(client, struct.clock, struct.pairs, from)
      known.set(client, struct.clock + struct.length)
    }
  }
}

/** A struct whose beginning is known already goes on behind that. */
function insertionOf({ client, struct, from }: Step): Insertion {
  const { clock, length, origin, rightOrigin } = struct
  if (from === clock) return { client, clock, length, origin, rightOrigin }
  return { client, clock: from, length: clock + length - from, origin: { client, clock: from - 1 }, rightOrigin }
}
