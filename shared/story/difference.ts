/**
 * Where two sequences of strings (lines of a file, words of a line) differ. What they share at both ends is set aside;
 * strings that occur exactly once on either side anchor the rest (patience); the stretches between are compared by edit
 * distance, and where that grows too large they count as replaced. So the work stays near linear, and bounded, for any
 * two texts; the answer is always right, but not always the shortest.
 */
import { diffArrays } from 'diff'

/** `was[wasFrom, wasTo)` became `now[nowFrom, nowTo)`; one of the two may be empty. */
export interface Change {
  wasFrom: number
  wasTo: number
  nowFrom: number
  nowTo: number
}

/** The changes in order, never touching each other; everything between them is equal. [] for equal sequences. */
export function differenceOf(was: readonly string[], now: readonly string[]): Change[] {
  const changes: Change[] = []
  compare(was, now, { wasFrom: 0, wasTo: was.length, nowFrom: 0, nowTo: now.length }, changes)
  return changes
}

/** Insertions and deletions in a stretch without anchors, beyond which it counts as replaced. */
const MOST_EDITS = 200

function compare(was: readonly string[], now: readonly string[], within: Change, changes: Change[]): void {
  let { wasFrom, wasTo, nowFrom, nowTo } = within
  while (wasFrom < wasTo && nowFrom < nowTo && was[wasFrom] === now[nowFrom]) {
    wasFrom += 1
    nowFrom += 1
  }
  while (wasTo > wasFrom && nowTo > nowFrom && was[wasTo - 1] === now[nowTo - 1]) {
    wasTo -= 1
    nowTo -= 1
  }
  if (wasFrom === wasTo || nowFrom === nowTo) {
    push(changes, { wasFrom, wasTo, nowFrom, nowTo })
    return
  }
  const anchors = anchorsOf(was, now, { wasFrom, wasTo, nowFrom, nowTo })
  if (anchors.length === 0) {
    compareByEdits(was, now, { wasFrom, wasTo, nowFrom, nowTo }, changes)
    return
  }
  for (const [wasAt, nowAt] of anchors) {
    compare(was, now, { wasFrom, wasTo: wasAt, nowFrom, nowTo: nowAt }, changes)
    wasFrom = wasAt + 1
    nowFrom = nowAt + 1
  }
  compare(was, now, { wasFrom, wasTo, nowFrom, nowTo }, changes)
}

function compareByEdits(was: readonly string[], now: readonly string[], within: Change, changes: Change[]): void {
  const { wasFrom, wasTo, nowFrom, nowTo } = within
  const edits = diffArrays(was.slice(wasFrom, wasTo), now.slice(nowFrom, nowTo), { maxEditLength: MOST_EDITS })
  if (!edits) {
    push(changes, within)
    return
  }
  let [wasAt, nowAt] = [wasFrom, nowFrom]
  for (const { added, removed, count } of edits) {
    const [wasNext, nowNext] = [wasAt + (added ? 0 : count), nowAt + (removed ? 0 : count)]
    if (added || removed) push(changes, { wasFrom: wasAt, wasTo: wasNext, nowFrom: nowAt, nowTo: nowNext })
    wasAt = wasNext
    nowAt = nowNext
  }
}

/** A change that touches the one before it is the same change. */
function push(changes: Change[], change: Change): void {
  if (change.wasFrom === change.wasTo && change.nowFrom === change.nowTo) return
  const last = changes.at(-1)
  if (last && last.wasTo === change.wasFrom && last.nowTo === change.nowFrom) {
    last.wasTo = change.wasTo
    last.nowTo = change.nowTo
  } else changes.push({ ...change })
}

/** The longest rising run of strings that occur once on each side, as pairs of places. */
function anchorsOf(was: readonly string[], now: readonly string[], within: Change): [number, number][] {
  const wasOnce = onceIn(was, within.wasFrom, within.wasTo)
  const nowOnce = onceIn(now, within.nowFrom, within.nowTo)
  const pairs: [number, number][] = []
  for (const [text, at] of wasOnce) {
    const other = nowOnce.get(text)
    if (at >= 0 && other !== undefined && other >= 0) pairs.push([at, other])
  }
  // A Map keeps the order of first occurrence, so the first places rise already.
  return longestRising(pairs)
}

/** Each string's place, or -1 where it occurs more than once. */
function onceIn(strings: readonly string[], from: number, to: number): Map<string, number> {
  const places = new Map<string, number>()
  for (let at = from; at < to; at += 1) {
    const text = strings[at]!
    places.set(text, places.has(text) ? -1 : at)
  }
  return places
}

/** Patience sorting: the top of each pile is the smallest end of a rising run of that length. */
function longestRising(pairs: readonly [number, number][]): [number, number][] {
  const piles: number[] = []
  const before: number[] = []
  for (const [index, pair] of pairs.entries()) {
    let [low, high] = [0, piles.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[piles[middle]!]![1] < pair[1]) low = middle + 1
      else high = middle
    }
    before.push(low > 0 ? piles[low - 1]! : -1)
    piles[low] = index
  }
  const run: [number, number][] = []
  for (let index = piles.at(-1) ?? -1; index >= 0; index = before[index]!) run.push(pairs[index]!)
  return run.reverse()
}
