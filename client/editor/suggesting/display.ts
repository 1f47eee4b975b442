/**
 * The document of suggesting mode read as characters ("tokens"): those of the text, and one's own proposed ones, which
 * count nothing in the text. A display index counts all of them, a text index only the text's; both are UTF-16 code units.
 */
import type { Node } from '@tiptap/pm/model'
import { LINE } from '../../../shared/story/attributes.ts'
import type { Attributes, Reading, Run } from '../delta-diff.ts'
import { flatLength } from '../positions.ts'
import { lineAttributesOfNode } from '../text-to-doc.ts'
import { PROPOSAL, type TokenKind, tokenOf } from './token.ts'

/** A stretch of one's own tokens of one kind and record, in display indexes. */
export interface OwnRun {
  id: string
  kind: TokenKind
  /** As it stands in the document. */
  value: string
  from: number
  to: number
}

/** From the first to behind the last token of a record, in display indexes. */
export interface Span {
  id: string
  from: number
  to: number
}

/** Steps read as deltas of the displayed document, tokens included. A typed letter is never taken for a struck one. */
export const DISPLAY: Reading = {
  runsOf,
  apart: (attributes) => tokenOf(attributes[PROPOSAL])?.kind === 'del',
}

/** The characters between two display indexes; each "\n" is a run by itself, tokens are attributes under `PROPOSAL`. */
export function runsOf(doc: Node, from: number, to: number): Run[] {
  const runs: Run[] = []
  let start = 0
  for (let index = 0; index < doc.childCount && start < to; index += 1) {
    const line = doc.child(index)
    const end = start + 1 + line.content.size
    if (end > from) {
      if (start >= from) runs.push({ text: LINE, attributes: lineRunAttributes(line) })
      let at = start + 1
      line.forEach((child) => {
        const text = child.text?.slice(Math.max(from - at, 0), Math.max(to - at, 0)) ?? ''
        if (text !== '') runs.push({ text, attributes: textRunAttributes(child) })
        at += child.nodeSize
      })
    }
    start = end
  }
  return runs
}

/** One's own tokens in the order of the document. */
export function ownRuns(doc: Node): OwnRun[] {
  const runs: OwnRun[] = []
  let start = 0
  doc.forEach((line) => {
    for (const run of lineTokens(line).runs) runs.push({ ...run, from: start + run.from, to: start + run.to })
    start += 1 + line.content.size
  })
  return runs
}

/** The records that stand in the document, by their first token. Sound documents hold them apart; see normalise. */
export function spansOf(runs: readonly OwnRun[]): Span[] {
  const spans = new Map<string, Span>()
  for (const { id, from, to } of runs) {
    const span = spans.get(id)
    if (span) span.to = to
    else spans.set(id, { id, from, to })
  }
  return [...spans.values()]
}

/** How many characters of the text stand before a display index. */
export function textIndexOf(doc: Node, display: number): number {
  let [start, index] = [0, 0]
  for (let line = 0; line < doc.childCount && start < display; line += 1) {
    const node = doc.child(line)
    const length = 1 + node.content.size
    const { inserted, runs } = lineTokens(node)
    index += Math.min(length, display - start)
    if (start + length <= display) index -= inserted
    else {
      for (const { kind, from, to } of runs) {
        if (kind === 'ins') index -= Math.max(0, Math.min(to, display - start) - from)
      }
    }
    start += length
  }
  return index
}

/** The display index of the character with this text index; the document's length when the text has no more. */
export function displayIndexOf(doc: Node, index: number): number {
  let [start, rest] = [0, index]
  for (let line = 0; line < doc.childCount; line += 1) {
    const node = doc.child(line)
    const { inserted, runs } = lineTokens(node)
    const length = 1 + node.content.size
    if (rest < length - inserted) {
      let offset = rest
      for (const { kind, from, to } of runs) if (kind === 'ins' && from <= offset) offset += to - from
      return start + offset
    }
    rest -= length - inserted
    start += length
  }
  return start
}

/** Length of the text that the document stands for. */
export function textLength(doc: Node): number {
  let length = flatLength(doc)
  doc.forEach((line) => {
    length -= lineTokens(line).inserted
  })
  return length
}

/**
 * Where a place between two characters of the text lies in the document: anywhere from `from` to `to`, since own words
 * may stand there.
 */
export function gapAt(doc: Node, index: number): { from: number; to: number } {
  return { from: index === 0 ? 0 : displayIndexOf(doc, index - 1) + 1, to: displayIndexOf(doc, index) }
}

interface LineTokens {
  /** How many characters of the line are proposed, its "\n" included. */
  inserted: number
  /** In indexes of the line, where 0 is its "\n". */
  runs: OwnRun[]
}

/** Lines that have not changed are the same nodes in every later document. */
const known = new WeakMap<Node, LineTokens>()

function lineTokens(line: Node): LineTokens {
  let tokens = known.get(line)
  if (!tokens) {
    tokens = readLine(line)
    known.set(line, tokens)
  }
  return tokens
}

function readLine(line: Node): LineTokens {
  const runs: OwnRun[] = []
  const add = (value: unknown, from: number, to: number) => {
    const token = tokenOf(value)
    if (!token) return
    const last = runs.at(-1)
    if (last && last.to === from && last.value === value) last.to = to
    else runs.push({ id: token.id, kind: token.kind, value: value as string, from, to })
  }
  add(line.attrs[PROPOSAL], 0, 1)
  let at = 1
  line.forEach((child) => {
    for (const mark of child.marks) if (mark.type.name === PROPOSAL) add(mark.attrs.token, at, at + child.nodeSize)
    at += child.nodeSize
  })
  const inserted = runs.reduce((sum, { kind, from, to }) => sum + (kind === 'ins' ? to - from : 0), 0)
  return { inserted, runs }
}

function lineRunAttributes(line: Node): Attributes {
  const attributes: Attributes = { ...lineAttributesOfNode(line) }
  if (line.attrs[PROPOSAL]) attributes[PROPOSAL] = line.attrs[PROPOSAL]
  return attributes
}

function textRunAttributes(node: Node): Attributes {
  return Object.fromEntries(
    node.marks.map(({ type, attrs }) => [type.name, type.name === PROPOSAL ? attrs.token : true]),
  )
}
