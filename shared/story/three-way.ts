/**
 * What another version of a story changes, put onto the story as it stands: both come from one base, and what was done here
 * since is kept. Judges words and the number of line ends before a line; how words look comes along with words that are new.
 */
import type { Place } from '../review/anchor.ts'
import type { Change, ChangeAttributes } from '../review/change.ts'
import { LINE } from './attributes.ts'
import { type DeltaRun, deltaOf } from './delta.ts'
import { type Change as Difference, differenceOf } from './difference.ts'
import type { Draft } from './draft.ts'

/** Where a story's first word begins, behind the "\n" that opens it. */
const FIRST = 1

export interface Incoming {
  /** In `deltaOf(now)`, UTF-16 code units. */
  place: Place
  /** Over the words at the place. */
  change: Change
  /** Here the same words have been changed as well; the change would put theirs in place of ours. */
  conflict: boolean
}

/** In the order of the text, none touching another. Made to `now`, all of them bring in everything that `theirs` changed. */
export function incoming(base: Draft, theirs: Draft, now: Draft): Incoming[] {
  const [was, their, our] = [new Flat(base), new Flat(theirs), new Flat(now)]
  const groups = together(
    editsOf(was, their).map((edit) => ({ ...edit, ours: false })),
    editsOf(was, our).map((edit) => ({ ...edit, ours: true })),
  )
  const found: Incoming[] = []
  let [theirShift, ourShift] = [0, 0]
  for (const { from, to, edits } of groups) {
    const grown = (ours: boolean) =>
      edits
        .filter((edit) => edit.ours === ours)
        .reduce((sum, edit) => sum + edit.nowTo - edit.nowFrom - edit.wasTo + edit.wasFrom, 0)
    const [theirGrowth, ourGrowth] = [grown(false), grown(true)]
    const theirPlace = { from: from + theirShift, to: to + theirShift + theirGrowth }
    const place = { from: from + ourShift, to: to + ourShift + ourGrowth }
    theirShift += theirGrowth
    ourShift += ourGrowth
    if (edits.every(({ ours }) => ours) || their.text(theirPlace) === our.text(place)) continue
    const conflict = edits.some(({ ours }) => ours)
    found.push({ place, change: replacing(place, their.runs(theirPlace)), conflict })
  }
  return [...found, ...gaps(was, their, our)].sort((one, other) => one.place.from - other.place.from)
}

/** Where places of one version are in another: null where nothing of their words is the same. Points go where their neighbour is. */
export function placesIn(other: Draft, now: Draft, places: readonly Place[]): (Place | null)[] {
  const [was, is] = [new Flat(other), new Flat(now)]
  const edits = editsOf(was, is)
  return places.map(({ from, to }) => {
    if (from === to) {
      // Before the story's first word there is nothing to stay behind: lines that came above it push the point along.
      const at = followed(edits, from, from === FIRST)
      return { from: at, to: at }
    }
    const place = { from: followed(edits, from, true), to: followed(edits, to, false) }
    return place.to > place.from ? place : null
  })
}

/** Of an index inside of a change, what stands in its place begins or ends there. */
function followed(edits: readonly Difference[], index: number, begins: boolean): number {
  let shift = 0
  for (const { wasFrom, wasTo, nowFrom, nowTo } of edits) {
    if (begins ? index < wasFrom : index <= wasFrom) break
    if (begins ? index < wasTo : index <= wasTo) return begins ? nowFrom : nowTo
    shift = nowTo - wasTo
  }
  return index + shift
}

/** A change of `was` into `now`, in UTF-16 code units of each. */
interface Edit extends Difference {
  ours: boolean
}

interface Group {
  /** Of the base. */
  from: number
  to: number
  edits: Edit[]
}

/** Edits that overlap or touch in the base belong together. */
function together(theirs: readonly Edit[], ours: readonly Edit[]): Group[] {
  const groups: Group[] = []
  for (const edit of [...theirs, ...ours].sort((a, b) => a.wasFrom - b.wasFrom || a.wasTo - b.wasTo)) {
    const last = groups.at(-1)
    if (last && edit.wasFrom <= last.to) {
      last.to = Math.max(last.to, edit.wasTo)
      last.edits.push(edit)
    } else groups.push({ from: edit.wasFrom, to: edit.wasTo, edits: [edit] })
  }
  return groups
}

function replacing({ from, to }: Place, runs: readonly DeltaRun[]): Change {
  const inserts = runs.map(({ insert, attributes }) => ({ insert, attributes: { ...attributes } as ChangeAttributes }))
  return to > from ? [{ delete: to - from }, ...inserts] : inserts
}

/** A story as one text, with the places of its lines and words. */
class Flat {
  readonly draft: Draft
  readonly lines: string[]
  /** Index of the "\n" of each line, and the length of all. */
  readonly starts: number[] = []
  readonly #runs: DeltaRun[]
  readonly #text: string

  constructor(draft: Draft) {
    this.draft = draft
    this.#runs = deltaOf(draft)
    this.#text = this.#runs.map(({ insert }) => insert).join('')
    this.lines = this.#text.slice(1).split(LINE)
    let at = 0
    for (const line of this.lines) {
      this.starts.push(at)
      at += 1 + line.length
    }
    this.starts.push(at)
  }

  text({ from, to }: Place): string {
    return this.#text.slice(from, to)
  }

  runs({ from, to }: Place): DeltaRun[] {
    const found: DeltaRun[] = []
    let at = 0
    for (const run of this.#runs) {
      const insert = run.insert.slice(Math.max(0, from - at), Math.max(0, to - at))
      if (insert !== '') found.push({ ...run, insert })
      at += run.insert.length
      if (at >= to) break
    }
    return found
  }
}

/** Line by line, and by words inside of what differs. Changes with nothing but a blank or a mark between them are one. */
function editsOf(was: Flat, now: Flat): Difference[] {
  const edits: Difference[] = []
  for (const { wasFrom, wasTo, nowFrom, nowTo } of differenceOf(was.lines, now.lines)) {
    const [wasStart, nowStart] = [was.starts[wasFrom] ?? 0, now.starts[nowFrom] ?? 0]
    const wasWords = wordsOf(was.text({ from: wasStart, to: was.starts[wasTo] ?? 0 }))
    const nowWords = wordsOf(now.text({ from: nowStart, to: now.starts[nowTo] ?? 0 }))
    const [wasAt, nowAt] = [placesOf(wasWords, wasStart), placesOf(nowWords, nowStart)]
    for (const change of differenceOf(wasWords, nowWords)) {
      const edit = behindFirst({
        wasFrom: wasAt[change.wasFrom] ?? 0,
        wasTo: wasAt[change.wasTo] ?? 0,
        nowFrom: nowAt[change.nowFrom] ?? 0,
        nowTo: nowAt[change.nowTo] ?? 0,
      })
      const last = edits.at(-1)
      if (last && /^[^\p{L}\p{N}\n]{0,2}$/u.test(was.text({ from: last.wasTo, to: edit.wasFrom }))) {
        last.wasTo = edit.wasTo
        last.nowTo = edit.nowTo
      } else edits.push(edit)
    }
  }
  return edits
}

/** The "\n" that opens a story is the same in both and stays: what came or went before it, did so behind it. */
function behindFirst({ wasFrom, wasTo, nowFrom, nowTo }: Difference): Difference {
  if (wasFrom > 0) return { wasFrom, wasTo, nowFrom, nowTo }
  const moved = wasTo === 0 || nowTo === 0 ? 1 : 0
  return { wasFrom: FIRST, wasTo: wasTo + moved, nowFrom: FIRST, nowTo: nowTo + moved }
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+|[^\S\n]+|[\s\S]/gu) ?? []
}

/** Where each word begins, and the end of the last. */
function placesOf(words: readonly string[], start: number): number[] {
  const places = [start]
  for (const word of words) places.push((places.at(-1) ?? 0) + word.length)
  return places
}

/** Lines that are the same in all three, with another number of line ends before them in theirs. */
function gaps(was: Flat, their: Flat, our: Flat): Incoming[] {
  const [theirLine, ourLine] = [sameLines(was, their), sameLines(was, our)]
  return was.draft.lines.flatMap((line, nth): Incoming[] => {
    const [theirs, ours] = [theirLine.get(nth), ourLine.get(nth)]
    if (nth === 0 || theirs === undefined || ours === undefined) return []
    const [gap, present] = [their.draft.lines[theirs]?.gap, our.draft.lines[ours]?.gap]
    if (gap === line.gap || gap === present) return []
    const from = our.starts[ours] ?? 0
    const change: Change = [{ retain: 1, attributes: { gap: gap ?? null } }]
    return [{ place: { from, to: from + 1 }, change, conflict: present !== line.gap }]
  })
}

/** Line of one → the same line of the other. */
function sameLines(was: Flat, now: Flat): Map<number, number> {
  const same = new Map<number, number>()
  let [wasAt, nowAt] = [0, 0]
  const end = { wasFrom: was.lines.length, wasTo: 0, nowFrom: now.lines.length, nowTo: 0 }
  for (const { wasFrom, wasTo, nowFrom, nowTo } of [...differenceOf(was.lines, now.lines), end]) {
    for (; wasAt < wasFrom; wasAt += 1, nowAt += 1) same.set(wasAt, nowAt)
    wasAt = wasTo
    nowAt = nowTo || nowFrom
  }
  return same
}
