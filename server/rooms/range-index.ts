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

  /** As `add` for each; many at once take time in proportion to what is held, in whatever order they come. */
  addAll(ranges: readonly ClockRange[]): void {
    if (ranges.length < FEW) {
      for (const range of ranges) this.add(range)
      return
    }
    const byClient = new Map<number, [start: number, end: number][]>()
    for (const { client, clock, length } of ranges) {
      const added = byClient.get(client)
      if (added) added.push([clock, clock + length])
      else byClient.set(client, [[clock, clock + length]])
    }
    for (const [client, spans] of byClient) {
      const bounds = this.#ranges.get(client)
      this.#ranges.set(client, bounds ? union(bounds, boundsOf(spans)) : boundsOf(spans))
    }
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

/** Below this each range is put into its place; above it they are sorted, and gone through beside all that is held. */
const FEW = 16

/** The spans, merged where they overlap or touch, as a flat list. */
function boundsOf(spans: [start: number, end: number][]): number[] {
  spans.sort(([a], [b]) => a - b)
  const bounds: number[] = []
  for (const [start, end] of spans) {
    const last = bounds.length - 1
    if (last < 0 || start > (bounds[last] as number)) bounds.push(start, end)
    else bounds[last] = Math.max(bounds[last] as number, end)
  }
  return bounds
}

/** Of two flat lists, each ascending: no sorting and no objects, since what is held may be a million ranges. */
function union(one: readonly number[], other: readonly number[]): number[] {
  const bounds = new Array<number>(one.length + other.length)
  let i = 0
  let j = 0
  let length = 0
  while (i < one.length || j < other.length) {
    const isOne = j >= other.length || (one[i] ?? Number.POSITIVE_INFINITY) <= (other[j] as number)
    const start = (isOne ? one[i] : other[j]) as number
    const end = (isOne ? one[i + 1] : other[j + 1]) as number
    if (isOne) i += 2
    else j += 2
    if (length === 0 || start > (bounds[length - 1] as number)) {
      bounds[length++] = start
      bounds[length++] = end
    } else if (end > (bounds[length - 1] as number)) bounds[length - 1] = end
  }
  bounds.length = length
  return bounds
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
