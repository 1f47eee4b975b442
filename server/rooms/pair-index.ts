/**
 * Where the text's surrogate pairs are: characters of two UTF-16 code units, an emoji for one. Yjs counts code units and
 * puts two U+FFFD in the place of a pair that anything cuts, so nothing may.
 */
import { RangeIndex } from './range-index.ts'
import type { ClockRange, StructId } from './update-structs.ts'

export class PairIndex {
  /** Client → clocks of first halves, ascending: what a client writes has ever higher clocks. */
  readonly #firsts = new Map<number, number[]>()

  /** The pairs of a string that begins at `clock`, of which only the units from `from` on are new. */
  add(client: number, clock: number, pairs: readonly number[], from: number): void {
    const firsts = this.#firsts.get(client) ?? []
    for (const offset of pairs) if (clock + offset >= from) firsts.push(clock + offset)
    if (firsts.length > 0) this.#firsts.set(client, firsts)
  }

  /** The id is the first half of a pair. */
  isFirst({ client, clock }: StructId): boolean {
    const firsts = this.#firsts.get(client)
    return firsts !== undefined && firsts[firstAtLeast(firsts, clock)] === clock
  }

  /** Something stands, or is to stand, between the halves of a pair. */
  isBetween(origin: StructId | null, rightOrigin: StructId | null): boolean {
    if (this.#firsts.size === 0) return false
    if (origin && this.isFirst(origin)) return true
    return rightOrigin !== null && this.isFirst({ client: rightOrigin.client, clock: rightOrigin.clock - 1 })
  }

  /** Of a pair of which these deletions take one half, and `deleted` does not hold the other: the first half. */
  halved(deletes: readonly ClockRange[], deleted: RangeIndex): StructId | null {
    if (this.#firsts.size === 0 || deletes.length === 0) return null
    let own: RangeIndex | null = null
    const isDeleted = (half: StructId) => {
      if (deleted.has(half)) return true
      if (!own) {
        own = new RangeIndex()
        own.addAll(deletes)
      }
      return own.has(half)
    }
    return this.#halves(deletes, isDeleted).next().value ?? null
  }

  /** No longer counts as pairs those that something has cut already: two separate U+FFFD stand in their place. */
  drop(first: StructId): void {
    const firsts = this.#firsts.get(first.client)
    if (!firsts) return
    const at = firstAtLeast(firsts, first.clock)
    if (firsts[at] === first.clock) firsts.splice(at, 1)
  }

  /** As `drop`, for pairs of which these deletions, which are all that `deleted` holds, took one half. */
  dropHalved(deletes: readonly ClockRange[], deleted: RangeIndex): void {
    for (const first of [...this.#halves(deletes, (id) => deleted.has(id))]) this.drop(first)
  }

  /** Forgets what these clients wrote from these clocks on. */
  removeFrom(ends: ReadonlyMap<number, number>): void {
    for (const [client, end] of ends) {
      const firsts = this.#firsts.get(client)
      if (firsts) firsts.length = firstAtLeast(firsts, end)
    }
  }

  *#halves(deletes: readonly ClockRange[], isDeleted: (half: StructId) => boolean): Generator<StructId> {
    for (const { client, clock, length } of deletes) {
      const before = { client, clock: clock - 1 }
      if (this.isFirst(before) && !isDeleted(before)) yield before
      const last = { client, clock: clock + length - 1 }
      if (this.isFirst(last) && !isDeleted({ client, clock: clock + length })) yield last
    }
  }
}

/** Index of the first value that is at least `value`. */
function firstAtLeast(values: readonly number[], value: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}
