/**
 * Stretches of clients' clocks as merged ranges: what is deleted, for one. A client's sync step 2 repeats every deletion
 * it has ever seen; with this the server keeps only the ones it has not.
 */
import type { ClockRange, StructId } from './update-structs.ts'

export class RangeIndex {
  /** Client → flat list of start, end (exclusive), start, end…, ascending and apart. */
  readonly #ranges = new Map<number, number[]>()

  add({ client, clock, length }: ClockRange): void {
    const bounds = this.#ranges.get(client)
    if (!bounds) {
      this.#ranges.set(client, [clock, clock + length])
      return
    }
    // Bounds below `from` end before the new range, bounds from `to` on begin after it; touching ones are swallowed.
    let from = firstAtLeast(bounds, clock)
    let to = firstAbove(bounds, clock + length)
    let start = clock
    let end = clock + length
    if (from % 2 === 1) start = bounds[--from] as number
    if (to % 2 === 1) end = bounds[to++] as number
    bounds.splice(from, to - from, start, end)
  }

  get empty(): boolean {
    return this.#ranges.size === 0
  }

  has({ client, clock }: StructId): boolean {
    const bounds = this.#ranges.get(client)
    return bounds !== undefined && firstAbove(bounds, clock) % 2 === 1
  }

  /** The parts of the range that are not in here yet. */
  missing({ client, clock, length }: ClockRange): ClockRange[] {
    const bounds = this.#ranges.get(client) ?? []
    const parts: ClockRange[] = []
    const end = clock + length
    let at = clock
    let index = firstAbove(bounds, at)
    if (index % 2 === 1) at = bounds[index++] as number
    while (at < end) {
      const next = Math.min(end, bounds[index] ?? end)
      if (next > at) parts.push({ client, clock: at, length: next - at })
      at = bounds[index + 1] ?? end
      index += 2
    }
    return parts
  }
}

/** Index of the first bound ≥ value. */
function firstAtLeast(bounds: readonly number[], value: number): number {
  let low = 0
  let high = bounds.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((bounds[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** Index of the first bound > value. */
function firstAbove(bounds: readonly number[], value: number): number {
  return firstAtLeast(bounds, value + 1)
}
