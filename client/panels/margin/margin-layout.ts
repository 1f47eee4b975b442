/** Puts the cards beside their words: measures, settles and moves them, once a frame at most. Which cards there are is the margin's. */
import type { Entry } from './margin-entries.ts'
import type { MarginSource } from './margin-source.ts'
import { settle } from './settle.ts'

/** Height of a card that was never measured, pixels. */
const ESTIMATE = 56
/** A card stands so much above the top of its line, that its name is level with the words. */
const RISE = 4
/** Up to so many, all cards are on the page; beyond, those near the view. */
export const ALL_SHOWN = 300
/** An active card stays at its words; the others make room. */
const ACTIVE_WEIGHT = 10_000
const MOVES_MS = 240
/** From the top of a line to its foot, and from a card's top to its name's middle, pixels. */
const FOOT = 30
const HEAD = 20
/** Where the text's column ends and the leader turns, pixels left of the margin. */
const COLUMN = -54
const TURN = -18

export interface Cell {
  /** Key of the card's element: `data-cell`. */
  id: string
  /** Pixels from the top of the sheet. */
  top: number
  active: boolean
}

export class MarginLayout {
  readonly #heights = new Map<string, number>()
  readonly #observed = new Map<string, HTMLElement>()
  readonly #observer: ResizeObserver
  #settled: ReturnType<typeof setTimeout> | undefined

  /** `changed`: a card has another height, so they have to be placed anew. */
  constructor(changed: () => void) {
    this.#observer = new ResizeObserver((entries) => {
      for (const { target, borderBoxSize } of entries) {
        const id = (target as HTMLElement).dataset.cell
        const height = borderBoxSize[0]?.blockSize ?? 0
        if (id !== undefined && height > 0) this.#heights.set(id, height)
      }
      changed()
    })
  }

  stop(): void {
    this.#observer.disconnect()
    this.#observed.clear()
    clearTimeout(this.#settled)
  }

  /** Lets cards glide for a moment: the active one is another. At all other times they move with their words, at once. */
  glide(list: HTMLElement): void {
    list.classList.add('moving')
    clearTimeout(this.#settled)
    this.#settled = setTimeout(() => list.classList.remove('moving'), MOVES_MS)
  }

  /** `cells` in any order; `origin`: top of the list, pixels from the top of the sheet. `leader` joins the active one to its words. */
  place(list: HTMLElement, cells: readonly Cell[], origin: number, leader: Element | null): void {
    const elements = this.#observe(list)
    const cards = cells
      .filter(({ id }) => elements.has(id))
      .map(({ id, top, active }) => ({
        id,
        active,
        want: top - origin - RISE,
        height: this.#heights.get(id) ?? ESTIMATE,
        weight: active ? ACTIVE_WEIGHT : 1,
      }))
      .sort((one, other) => one.want - other.want)
    const tops = settle(cards)
    let line = ''
    cards.forEach(({ id, active, want }, index) => {
      const top = Math.round(tops[index] ?? 0)
      const element = elements.get(id)
      if (element) element.style.transform = `translateY(${top}px)`
      if (active) line = leaderPath(origin + want + FOOT, origin + top + HEAD)
    })
    leader?.setAttribute('d', line)
    const last = cards.length - 1
    list.style.height = last < 0 ? '' : `${(tops[last] ?? 0) + (cards[last]?.height ?? 0)}px`
  }

  /** Before the cards are laid out by the page itself, on paper or in a list. */
  release(list: HTMLElement): void {
    list.style.height = ''
    for (const element of this.#observe(list).values()) element.style.transform = ''
  }

  #observe(list: HTMLElement): ReadonlyMap<string, HTMLElement> {
    const now = new Map<string, HTMLElement>()
    for (const element of list.children) {
      if (element instanceof HTMLElement && element.dataset.cell !== undefined) now.set(element.dataset.cell, element)
    }
    for (const [id, element] of this.#observed) {
      if (now.get(id) === element) continue
      this.#observer.unobserve(element)
      this.#observed.delete(id)
    }
    for (const [id, element] of now) {
      if (this.#observed.has(id)) continue
      this.#observer.observe(element, { box: 'border-box' })
      this.#observed.set(id, element)
    }
    return now
  }
}

/** From the foot of the line along the column's edge to the card; heights in pixels from the top of the sheet. */
function leaderPath(from: number, to: number): string {
  const round = Math.min(8, Math.abs(to - from) / 2)
  const down = to < from ? -round : round
  return `M${COLUMN} ${from}H${TURN - round}Q${TURN} ${from} ${TURN} ${from + down}V${to - down}Q${TURN} ${to} ${TURN + round} ${to}H0`
}

/** Top of an entry, pixels from the top of the sheet; null where the text does not say. */
export function topOf(entry: Entry, source: MarginSource): number | null {
  return entry.state === 'whole' ? 0 : source.topOf(entry.id)
}

/** With the top of each, in their order; what lost its words stands below the last that has some. Where the text does not say it is left out. */
export function topsOf(entries: readonly Entry[], source: MarginSource): [Entry, number][] {
  let foot = 0
  return entries.flatMap((entry): [Entry, number][] => {
    const top = topOf(entry, source) ?? (entry.state === 'orphan' ? foot : null)
    if (top === null) return []
    foot = Math.max(foot, top)
    return [[entry, top]]
  })
}

/** Index of the first entry whose words begin at that height or below, pixels from the top of the sheet; their number when none does. */
export function firstFrom(entries: readonly Entry[], source: MarginSource, top: number): number {
  const found = entries.findIndex((entry) => (topOf(entry, source) ?? -1) >= top)
  return found < 0 ? entries.length : found
}

/**
 * Those of `entries` whose words are between two heights, and the one of `kept`. Tops ascend, so most are never asked for. Behind
 * the last that has words come the first that lost theirs.
 */
export function entriesBetween(
  entries: readonly Entry[],
  source: MarginSource,
  [from, to]: readonly [number, number],
  kept: string | null,
): Entry[] {
  const first = firstWith(entries, source, (top) => top >= from)
  const end = firstWith(entries, source, (top) => top > to)
  const between = [...entries.slice(first, end), ...lostBehind(entries, end)]
  const apart =
    kept === null || between.some(({ id }) => id === kept) ? undefined : entries.find(({ id }) => id === kept)
  return apart ? [...between, apart] : between
}

function lostBehind(entries: readonly Entry[], end: number): readonly Entry[] {
  const isLast = entries[end] === undefined || entries[end].state === 'orphan'
  return isLast ? entries.slice(end, end + ALL_SHOWN).filter(({ state }) => state === 'orphan') : []
}

function firstWith(entries: readonly Entry[], source: MarginSource, reached: (top: number) => boolean): number {
  let [low, high] = [0, entries.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const [at, top] = knownTop(entries, source, middle, high)
    // None known from the middle on: what is asked for can only be before.
    if (top === null || reached(top)) high = middle
    else low = at + 1
  }
  return low
}

/** The first entry from `from` on whose top is known. */
function knownTop(entries: readonly Entry[], source: MarginSource, from: number, end: number): [number, number | null] {
  for (let index = from; index < end; index++) {
    const entry = entries[index]
    const top = entry ? topOf(entry, source) : null
    if (top !== null) return [index, top]
  }
  return [end, null]
}
