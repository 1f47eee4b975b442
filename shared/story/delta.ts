/**
 * The two shapes of a story as data: the delta, as `Y.Text.toDelta()` gives it, and the draft. `draftOf` is the one
 * reader of what stands in a text; it forgives whatever a broken client may have written and never throws.
 */
import { EOL_LETTERS, LINE, type LineAttributes, MARKS, MAX_GAP, type Marks } from './attributes.ts'
import type { Draft, Line, Span } from './draft.ts'

/** A stretch of text whose characters all carry the same attributes. */
export interface DeltaRun {
  insert: string
  attributes?: Record<string, unknown>
}

export type Delta = DeltaRun[]

/**
 * Reads a delta. Unknown keys, keys on the wrong kind of character and values out of range are ignored; embeds are
 * skipped; characters are kept as they are, whatever they are. A text that does not begin with "\n" reads as if its
 * first paragraph had been opened, so the empty text is one empty line.
 */
export function draftOf(delta: readonly { insert?: unknown; attributes?: Record<string, unknown> }[]): Draft {
  const lines: Line[] = []
  let line: Line | null = null
  for (const { insert, attributes } of delta) {
    if (typeof insert !== 'string' || insert === '') continue
    const pieces = insert.split(LINE)
    const marks = marksOf(attributes)
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) {
        line = { ...lineAttributesOf(attributes), spans: [] }
        lines.push(line)
      }
      if (piece === '') continue
      if (line === null) {
        line = { spans: [] }
        lines.push(line)
      }
      append(line.spans, piece, marks)
    }
  }
  if (lines.length === 0) lines.push({ spans: [] })
  return { lines }
}

/**
 * The delta that writes the draft into an empty text: the leading "\n" first, and attributes on every run, `{}` at
 * least, because an insertion without them would inherit those of its left neighbour.
 */
export function deltaOf(draft: Draft): Delta {
  const delta: Delta = []
  for (const line of draft.lines) {
    push(delta, LINE, { ...lineAttributesOf(line) })
    for (const { text, ...marks } of line.spans) {
      if (text.includes(LINE)) throw new Error(`deltaOf: a span may not hold a line end: ${JSON.stringify(text)}`)
      if (text !== '') push(delta, text, { ...marksOf(marks) })
    }
  }
  return delta
}

/** The legal line attributes among any keys. An `eol` of the wrong length is kept: only a writer knows the gap. */
export function lineAttributesOf(attributes: Readonly<Record<string, unknown>> | LineAttributes = {}): LineAttributes {
  const [gap, eol, block] = [own(attributes, 'gap'), own(attributes, 'eol'), own(attributes, 'block')]
  const legal: LineAttributes = {}
  if (isWithin(gap, 1, MAX_GAP)) legal.gap = gap
  if (typeof eol === 'string' && eol.length <= MAX_GAP && EOLS.test(eol)) legal.eol = eol
  if (isWithin(block, 1, 6)) legal.block = block
  return legal
}

/** The legal marks among any keys. */
export function marksOf(attributes: Readonly<Record<string, unknown>> | Marks = {}): Marks {
  const marks: Marks = {}
  for (const name of MARKS) if (own(attributes, name) === true) marks[name] = true
  return marks
}

/** Runs with those attributes alone that a story knows on such characters; line ends apart from letters. */
export function legalRuns(delta: readonly DeltaRun[]): Delta {
  return delta.flatMap(({ insert, attributes = {} }) =>
    insert
      .split(LINES)
      .filter((piece) => piece !== '')
      .map((piece): DeltaRun => {
        const kept = piece.startsWith(LINE) ? lineAttributesOf(attributes) : marksOf(attributes)
        return Object.keys(kept).length > 0 ? { insert: piece, attributes: { ...kept } } : { insert: piece }
      }),
  )
}

const LINES = /(\n+)/

/** Whether two sets of legal marks are the same. */
export function sameMarks(a: Marks, b: Marks): boolean {
  return MARKS.every((name) => a[name] === b[name])
}

const EOLS = new RegExp(`^[${Object.keys(EOL_LETTERS).join('')}]+$`)

/** A hostile "__proto__" key gives an attributes object a prototype with keys of its own; those do not count. */
function own(attributes: object, key: string): unknown {
  return Object.hasOwn(attributes, key) ? (attributes as Record<string, unknown>)[key] : undefined
}

function isWithin(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= most
}

function append(spans: Span[], text: string, marks: Marks): void {
  const last = spans.at(-1)
  if (last && sameMarks(last, marks)) last.text += text
  else spans.push({ text, ...marks })
}

/** Joins plain stretches into one run, so that a long story is a few runs and not two for each line. */
function push(delta: Delta, insert: string, attributes: Record<string, unknown>): void {
  const last = delta.at(-1)
  const plain = Object.keys(attributes).length === 0
  if (plain && delta.length > 1 && last && Object.keys(last.attributes ?? {}).length === 0) last.insert += insert
  else delta.push({ insert, attributes })
}
