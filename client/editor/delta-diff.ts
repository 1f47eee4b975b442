/**
 * What a ProseMirror step does to the flat text, by one rule for all steps: the ranges that the step touched are read
 * as characters before and after; an equal beginning and end is retained (with the difference of its attributes), the
 * middle is deleted and inserted. So a split is one "\n" in, a join one "\n" out, and a heading one attribute.
 */
import type { Node } from '@tiptap/pm/model'
import { AddMarkStep, AttrStep, RemoveMarkStep, ReplaceAroundStep, ReplaceStep, Step } from '@tiptap/pm/transform'
import { LINE } from '../../shared/story/attributes.ts'
import { cutBefore, mayCut } from './graphemes.ts'
import { indexOf } from './positions.ts'
import { lineAttributesOfNode } from './text-to-doc.ts'

export type Attributes = Record<string, unknown>

/** As `Y.Text.applyDelta` takes it. Attributes of an insertion are always explicit, or it would inherit its neighbour's. */
export type DeltaOp =
  | { retain: number; attributes?: Attributes }
  | { insert: string; attributes: Attributes }
  | { delete: number }

export interface StepDelta {
  ops: DeltaOp[]
  /** True when an inserted character may not stand in a text and another was put in its place: the document is behind. */
  altered: boolean
}

/** How a document is read as characters. `apart` tells characters that a replacement never takes for one another. */
export interface Reading {
  runsOf(doc: Node, from: number, to: number): Run[]
  apart?(attributes: Attributes): boolean
}

/**
 * Lengths and places are in UTF-16 code units of the flat text before the step. `before` must hold every "\n" that the
 * text has. Throws on a kind of step that no story has use for.
 */
export function deltaOfStep(step: Step, before: Node, after: Node, reading: Reading = PLAIN): StepDelta {
  const result: StepDelta = { ops: [], altered: false }
  let at = 0
  for (const range of rangesOf(step, before, after)) {
    if (range.from > at) result.ops.push({ retain: range.from - at })
    const old = reading.runsOf(before, range.from, range.to)
    const now = reading.runsOf(after, range.newFrom, range.newTo)
    // A step before this one in its transaction may have left halves, which the text holds joined already.
    joinPairs(old)
    if (joinPairs(now)) result.altered = true
    diff(old, now, range.from === 0, result, step instanceof ReplaceStep ? reading.apart : undefined)
    at = range.to
  }
  return result
}

/** Characters that may stand in a text in place of those that may not; as many as there were. */
export function soundCharacters(text: string): string {
  return /[\r\0\ud800-\udfff]/.test(text)
    ? text
        .replaceAll('\r', LINE)
        .replaceAll('\0', '\ufffd')
        .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    : text
}

export interface Run {
  text: string
  attributes: Attributes
}

/** A stretch of the flat text before (`from`, `to`) and after the step. Ranges of one step are in order and apart. */
interface Range {
  from: number
  to: number
  newFrom: number
  newTo: number
}

function rangesOf(step: Step, before: Node, after: Node): Range[] {
  if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) {
    return [wholePairs(sameRange(before, step.from, step.to), before, after)]
  }
  if (step instanceof AttrStep) return [sameRange(before, step.pos, step.pos + 1)]
  if (!(step instanceof ReplaceStep || step instanceof ReplaceAroundStep)) {
    return rangeOfMarkSet(step, before, after)
  }
  const ranges: Range[] = []
  step.getMap().forEach((from, to, newFrom, newTo) => {
    const range = {
      from: indexOf(before, from),
      to: indexOf(before, to),
      newFrom: indexOf(after, newFrom),
      newTo: indexOf(after, newTo),
    }
    if (range.to > range.from || range.newTo > range.newFrom) ranges.push(wholePairs(keepFirst(range), before, after))
  })
  return ranges
}

/** What undoing a mark step gives: several of them in one, of a class that the library keeps to itself. */
function rangeOfMarkSet(step: Step, before: Node, after: Node): Range[] {
  const steps: unknown = 'steps' in step ? step.steps : null
  if (!Array.isArray(steps) || !steps.every((each) => each instanceof Step)) {
    throw new Error(`deltaOfStep: a step that nobody here makes: ${JSON.stringify(step)}`)
  }
  const ranges = steps.flatMap((each: Step) => rangesOf(each, before, after))
  if (ranges.length === 0) return []
  const [from, to] = [Math.min(...ranges.map((each) => each.from)), Math.max(...ranges.map((each) => each.to))]
  return [{ from, to, newFrom: from, newTo: to }]
}

function sameRange(doc: Node, start: number, end: number): Range {
  const from = indexOf(doc, start)
  const to = indexOf(doc, end)
  return { from, to, newFrom: from, newTo: to }
}

/** The first "\n" is never deleted: a range that would is stretched to the next one, so that it is re-attributed. */
function keepFirst(range: Range): Range {
  if (range.from > 0 || (range.to > 0 && range.newTo > 0)) return range
  return { ...range, to: range.to + 1, newTo: range.newTo + 1 }
}

/** A range that begins or ends inside a surrogate pair is widened by the other half. */
function wholePairs(range: Range, before: Node, after: Node): Range {
  let { from, to, newFrom, newTo } = range
  const cuts = (doc: Node, index: number) => isPair(flatText(doc, index - 1, index + 1), 1)
  if (cuts(before, from) || cuts(after, newFrom)) {
    from -= 1
    newFrom -= 1
  }
  if (cuts(before, to) || cuts(after, newTo)) {
    to += 1
    newTo += 1
  }
  return { from, to, newFrom, newTo }
}

function diff(old: Run[], now: Run[], first: boolean, result: StepDelta, apart: Reading['apart']): void {
  const oldText = join(old)
  const newText = join(now)
  const kinds =
    apart &&
    [old, now].map((runs) => runs.flatMap((run) => Array<boolean>(run.text.length).fill(apart(run.attributes))))
  // The first "\n" of all is never another.
  const kept = (i: number, j: number) => first && i === 0 && j === 0
  const alike = (i: number, j: number) => kept(i, j) || kinds?.[0]?.[i] === kinds?.[1]?.[j]
  const { prefix, suffix } = commonEnds(oldText, newText, alike)
  const oldEnd = oldText.length - suffix
  const newEnd = newText.length - suffix
  retain(slice(old, 0, prefix), slice(now, 0, prefix), result.ops)
  if (oldEnd > prefix) result.ops.push({ delete: oldEnd - prefix })
  for (const { text, attributes } of slice(now, prefix, newEnd)) {
    const insert = soundCharacters(text)
    if (insert !== text || (insert.includes(LINE) && insert !== LINE)) result.altered = true
    result.ops.push({ insert, attributes })
  }
  retain(slice(old, oldEnd, oldText.length), slice(now, newEnd, newText.length), result.ops)
}

/** How much is equal at both ends. Pairs stay whole always, and a replacement replaces whole graphemes. */
export function commonEnds(
  old: string,
  now: string,
  alike: (i: number, j: number) => boolean,
): { prefix: number; suffix: number } {
  const least = Math.min(old.length, now.length)
  const same = (i: number, j: number) => old[i] === now[j] && alike(i, j)
  let prefix = 0
  while (prefix < least && same(prefix, prefix)) prefix += 1
  while (isPair(old, prefix) || isPair(now, prefix)) prefix -= 1
  let suffix = 0
  while (suffix < least - prefix && same(old.length - 1 - suffix, now.length - 1 - suffix)) suffix += 1
  while (isPair(old, old.length - suffix) || isPair(now, now.length - suffix)) suffix -= 1
  if (old.length === prefix + suffix || now.length === prefix + suffix) return { prefix, suffix }
  prefix = Math.min(cutBefore(old, prefix), cutBefore(now, prefix))
  while (!mayCut(old, old.length - suffix) || !mayCut(now, now.length - suffix)) suffix -= 1
  return { prefix, suffix }
}

function isPair(text: string, index: number): boolean {
  if (index <= 0 || index >= text.length) return false
  const [high, low] = [text.charCodeAt(index - 1), text.charCodeAt(index)]
  return high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff
}

/** Both sides hold the same characters; only what differs in their attributes is written. */
function retain(old: Run[], now: Run[], ops: DeltaOp[]): void {
  let [i, j, usedOld, usedNew] = [0, 0, 0, 0]
  while (i < old.length && j < now.length) {
    const [a, b] = [old[i]!, now[j]!]
    const length = Math.min(a.text.length - usedOld, b.text.length - usedNew)
    pushRetain(ops, length, difference(a.attributes, b.attributes))
    usedOld += length
    usedNew += length
    if (usedOld === a.text.length) [i, usedOld] = [i + 1, 0]
    if (usedNew === b.text.length) [j, usedNew] = [j + 1, 0]
  }
}

function pushRetain(ops: DeltaOp[], length: number, attributes: Attributes | null): void {
  const last = ops.at(-1)
  if (attributes) ops.push({ retain: length, attributes })
  else if (last && 'retain' in last && !last.attributes) last.retain += length
  else ops.push({ retain: length })
}

/** What to set, and with null to take away, to make one set of attributes the other; null when they are the same. */
export function difference(old: Attributes, now: Attributes): Attributes | null {
  const changed: Attributes = {}
  for (const key of Object.keys(old)) if (!(key in now)) changed[key] = null
  for (const [key, value] of Object.entries(now)) if (old[key] !== value) changed[key] = value
  return Object.keys(changed).length > 0 ? changed : null
}

/** The characters between two indices with the attributes that their kind may carry. */
function flatRuns(doc: Node, from: number, to: number): Run[] {
  const runs: Run[] = []
  if (to <= from) return runs
  let start = 0
  for (let index = 0; index < doc.childCount && start < to; index += 1) {
    const line = doc.child(index)
    const end = start + 1 + line.content.size
    if (end > from) {
      if (start >= from) runs.push({ text: LINE, attributes: { ...lineAttributesOfNode(line) } })
      const first = Math.max(from - start - 1, 0)
      line.nodesBetween(first, Math.min(to - start - 1, line.content.size), (node, at) => {
        if (!node.isText) return
        const text = node.text!.slice(Math.max(first - at, 0), to - start - 1 - at)
        if (text !== '') runs.push({ text, attributes: Object.fromEntries(node.marks.map((m) => [m.type.name, true])) })
      })
    }
    start = end
  }
  return runs
}

/** Halves of a pair in two runs come together in the first one, since the text cannot mark them apart. True if any did. */
function joinPairs(runs: Run[]): boolean {
  let joined = false
  for (const [index, run] of runs.entries()) {
    const next = runs[index + 1]
    if (!next || !isPair(run.text + next.text, run.text.length)) continue
    run.text += next.text.charAt(0)
    next.text = next.text.slice(1)
    joined = true
  }
  if (joined) runs.splice(0, runs.length, ...runs.filter((run) => run.text !== ''))
  return joined
}

const PLAIN: Reading = { runsOf: flatRuns }

function flatText(doc: Node, from: number, to: number): string {
  return from < 0 ? '' : join(flatRuns(doc, from, to))
}

function join(runs: Run[]): string {
  return runs.map((run) => run.text).join('')
}

function slice(runs: Run[], from: number, to: number): Run[] {
  const cut: Run[] = []
  let at = 0
  for (const run of runs) {
    const text = run.text.slice(Math.max(from - at, 0), Math.max(to - at, 0))
    if (text !== '') cut.push({ text, attributes: run.attributes })
    at += run.text.length
  }
  return cut
}
