/**
 * What stands before a story's first character. The leading "\n" stays the first for ever, but its attributes (the title
 * made a heading) are format items, and Yjs puts those before it: without a left neighbour, or beside one another.
 */
import type { RangeIndex } from './range-index.ts'
import type { ClockRange, Section, Struct } from './update-structs.ts'

/**
 * The items of the sections that stand there, beside or between those that are known to; by client, ascending. Takes
 * time in proportion to the items, in whatever order their author made them build on each other.
 */
export function frontOf(sections: readonly Section[], known: RangeIndex): ClockRange[] {
  const found: ClockRange[] = []
  /** By the client of their left neighbour: what stands in front if that neighbour does. */
  const beside = new Map<number, Beside[]>()
  for (const { client, structs } of sections) {
    for (const struct of structs) {
      if (!canStandInFront(struct)) continue
      const { clock, length, origin } = struct
      const range = { client, clock, length }
      if (origin === null || known.has(origin)) found.push(range)
      else {
        const others = beside.get(origin.client)
        if (others) others.push({ origin: origin.clock, range, taken: false })
        else beside.set(origin.client, [{ origin: origin.clock, range, taken: false }])
      }
    }
  }
  for (const others of beside.values()) others.sort((a, b) => a.origin - b.origin)
  // Grows while it is walked through.
  for (const { client, clock, length } of found) {
    const others = beside.get(client)
    if (!others) continue
    for (let index = firstFrom(others, clock); index < others.length; index++) {
      const other = others[index] as Beside
      if (other.origin >= clock + length) break
      if (!other.taken) found.push(other.range)
      other.taken = true
    }
  }
  return found.sort((a, b) => a.client - b.client || a.clock - b.clock)
}

interface Beside {
  /** Clock of the left neighbour. */
  origin: number
  range: ClockRange
  taken: boolean
}

/** Only the server's "\n" names the text itself as its parent. */
function canStandInFront({ kind, rooted }: Struct): boolean {
  return kind !== 'gc' && kind !== 'skip' && !rooted
}

/** Index of the first whose neighbour's clock is at least `clock`. */
function firstFrom(others: readonly Beside[], clock: number): number {
  let low = 0
  let high = others.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((others[middle] as Beside).origin < clock) low = middle + 1
    else high = middle
  }
  return low
}
