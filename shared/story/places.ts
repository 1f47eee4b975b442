/**
 * Anchors in a text: making one from indexes, and finding where many stand now. Reads the list of Yjs' items itself: one
 * walk finds thousands, where Yjs' own relative positions take a walk each.
 */
import type * as Y from 'yjs'
import type { Anchor, Place, Spot } from '../review/anchor.ts'

/** Indexes are UTF-16 code units; of a `gone` one only where the words stood, from = to. */
export interface Standing extends Place {
  gone: boolean
}

/** The anchor of the characters from one index to another; of a point when they are equal. Throws outside of the text. */
export function anchorAt(text: Y.Text, place: Place): Anchor {
  const [anchor] = anchorsAt(text, [place])
  if (!anchor) throw new Error('anchorAt: a character without an id')
  return anchor
}

/** `anchorAt` of many places, in their order, in one walk. Throws when one is outside of the text. */
export function anchorsAt(text: Y.Text, places: readonly Place[]): Anchor[] {
  const wanted = new Set<number>()
  for (const { from, to } of places) {
    if (from < 0 || to < from || to > text.length || to < 1)
      throw new Error(`anchorAt: ${from}–${to} of ${text.length}`)
    if (from < to) wanted.add(from)
    wanted.add(to - 1)
  }
  const indexes = [...wanted].sort((a, b) => a - b)
  const spots = spotsAt(text, indexes)
  const spotOf = new Map(indexes.map((index, nth) => [index, spots[nth]]))
  return places.map(({ from, to }) => {
    const [first, last] = [spotOf.get(from), spotOf.get(to - 1)]
    if (!last || (from < to && !first)) throw new Error('anchorAt: a character without an id')
    return { first: from < to ? (first ?? null) : null, last }
  })
}

/**
 * Where the anchors stand, by the keys they come with; those whose characters this document has never held are left out. A
 * range is gone when nothing is left between its ends, a point when the character before it is.
 */
export function standingsOf<Key>(text: Y.Text, anchors: ReadonlyMap<Key, Anchor>): Map<Key, Standing> {
  const found = new Finder(text, anchors.values())
  const standings = new Map<Key, Standing>()
  for (const [key, { first, last }] of anchors) {
    const end = found.at(last)
    const start = first ? found.at(first) : end
    if (!end || !start) continue
    const to = end.index + (end.alive ? 1 : 0)
    const from = first ? Math.min(start.index, to) : to
    standings.set(key, { from, to, gone: first ? from === to : !end.alive })
  }
  return standings
}

interface Found {
  index: number
  alive: boolean
}

/** Finds every spot of some anchors in one walk. */
class Finder {
  /** Client → its wanted clocks, ascending, and what was found at each. */
  readonly #wanted = new Map<number, { clocks: number[]; found: (Found | undefined)[] }>()

  constructor(text: Y.Text, anchors: Iterable<Anchor>) {
    const clocks = new Map<number, Set<number>>()
    for (const { first, last } of anchors) {
      for (const spot of first ? [first, last] : [last]) {
        const known = clocks.get(spot.client)
        if (known) known.add(spot.clock)
        else clocks.set(spot.client, new Set([spot.clock]))
      }
    }
    for (const [client, set] of clocks) {
      this.#wanted.set(client, { clocks: [...set].sort((a, b) => a - b), found: [] })
    }
    if (clocks.size > 0) this.#walk(text)
  }

  at({ client, clock }: Spot): Found | undefined {
    const wanted = this.#wanted.get(client)
    if (!wanted) return undefined
    const index = firstFrom(wanted.clocks, clock)
    return wanted.clocks[index] === clock ? wanted.found[index] : undefined
  }

  #walk(text: Y.Text): void {
    let index = 0
    for (let item = text._start; item; item = item.right) {
      const { client, clock } = item.id
      const counts = item.countable && !item.deleted
      const wanted = this.#wanted.get(client)
      if (wanted) {
        const end = clock + item.length
        for (let i = firstFrom(wanted.clocks, clock); i < wanted.clocks.length && wanted.clocks[i]! < end; i++) {
          wanted.found[i] = { index: counts ? index + wanted.clocks[i]! - clock : index, alive: counts }
        }
      }
      if (counts) index += item.length
    }
  }
}

/** Index of the first clock that is not less. */
function firstFrom(clocks: readonly number[], clock: number): number {
  let [low, high] = [0, clocks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (clocks[middle]! < clock) low = middle + 1
    else high = middle
  }
  return low
}

/** Ids of the characters at ascending indexes. */
function spotsAt(text: Y.Text, indexes: readonly number[]): Spot[] {
  const spots: Spot[] = []
  let at = 0
  for (let item = text._start; item && spots.length < indexes.length; item = item.right) {
    if (item.deleted || !item.countable) continue
    for (let next = indexes[spots.length]; next !== undefined && next < at + item.length; ) {
      spots.push({ client: item.id.client, clock: item.id.clock + next - at })
      next = indexes[spots.length]
    }
    at += item.length
  }
  return spots
}
