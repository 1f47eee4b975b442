/** One's own records, read off the displayed document and put back into one. */
import type { Node } from '@tiptap/pm/model'
import type * as Y from 'yjs'
import type { Anchor, Place } from '../../../shared/review/anchor.ts'
import {
  type Base,
  type Change,
  type ChangeAttributes,
  compact,
  covered,
  lengthOf,
  sameBase,
} from '../../../shared/review/change.ts'
import { standingsOf } from '../../../shared/story/places.ts'
import { type DeltaOp, difference } from '../delta-diff.ts'
import { displayIndexOf, gapAt, runsOf, type Span, textIndexOf } from './display.ts'
import { Edits } from './edits.ts'
import { textAttributes } from './suggest.ts'
import { PROPOSAL, tokenOf, writeToken } from './token.ts'

/** What a record proposes: `change` over the words `base` of the text. */
export interface Proposal {
  base: Base
  change: Change
}

/** A proposal of one's own, as it travels to the server and back. */
export interface OwnProposal extends Proposal {
  id: string
  anchor: Anchor
}

/** What stands in the span of a record, and the place of its words in the text. */
export function readProposal(doc: Node, { from, to }: Span): Proposal & { place: Place } {
  const base: Base = []
  const change: Change = []
  for (const { text, attributes } of runsOf(doc, from, to)) {
    const { [PROPOSAL]: value, ...shown } = attributes
    const token = tokenOf(value)
    if (token?.kind === 'ins') {
      change.push({ insert: text, attributes: shown as ChangeAttributes })
      continue
    }
    const was = textAttributes(attributes)
    base.push(Object.keys(was).length > 0 ? { insert: text, attributes: was } : { insert: text })
    const changes = token?.kind === 'fmt' ? difference(was, shown) : null
    if (token?.kind === 'del') change.push({ delete: text.length })
    else change.push({ retain: text.length, ...(changes && { attributes: changes as ChangeAttributes }) })
  }
  const start = textIndexOf(doc, from)
  return { base: joined(base), change: compact(change), place: { from: start, to: start + lengthOf(base) } }
}

/** Whether two records propose the very same about the very same words. */
export function sameProposal(one: Proposal, other: Proposal): boolean {
  return sameBase(one.base, other.base) && JSON.stringify(one.change) === JSON.stringify(other.change)
}

export interface Projection {
  /** Over the document, in display indexes. */
  ops: DeltaOp[]
  /** The records that stand in it; the others are stale: their words are no longer what they were made about. */
  shown: OwnProposal[]
  stale: OwnProposal[]
}

/** The change that adds these records to a document of the text (and other records of one's own). */
export function project(doc: Node, text: Y.Text, records: readonly OwnProposal[]): Projection {
  const standings = standingsOf(text, new Map(records.map((record) => [record, record.anchor])))
  const shown: OwnProposal[] = []
  const stale: OwnProposal[] = []
  const edits = new Edits()
  let end = -1
  const inOrder = [...records].sort((a, b) => (standings.get(a)?.from ?? 0) - (standings.get(b)?.from ?? 0))
  for (const record of inOrder) {
    const place = standings.get(record)
    const range = place && !place.gone ? displayRange(doc, place) : null
    const runs = range ? runsOf(doc, range.from, range.to) : []
    const base = runs.map(({ text: insert, attributes }) => ({ insert, attributes }))
    // Two records of one's own at one place come from two windows; the second waits until the first is decided.
    const free = runs.every(({ attributes }) => attributes[PROPOSAL] === undefined)
    if (!place || !range || place.from <= end || !free || !fits(base, record, place)) {
      stale.push(record)
      continue
    }
    shown.push(record)
    end = place.to
    show(edits, doc, range.from, record)
  }
  return { ops: edits.ops(), shown, stale }
}

/** The change that leaves the text alone: nothing is proposed any more. Over the displayed document. */
export function unproject(doc: Node, spans: readonly Span[]): DeltaOp[] {
  const edits = new Edits()
  for (const span of spans) drop(edits, doc, span)
  return edits.ops()
}

/** Takes back what is proposed between two display indexes. */
export function drop(edits: Edits, doc: Node, { from, to }: Span): void {
  let at = from
  for (const { text, attributes } of runsOf(doc, from, to)) {
    const end = at + text.length
    if (tokenOf(attributes[PROPOSAL])?.kind === 'ins') edits.delete(at, end)
    else edits.reattribute(at, end, difference(attributes, textAttributes(attributes)))
    at = end
  }
}

function displayRange(doc: Node, { from, to }: Place): Place {
  if (from < to) return { from: displayIndexOf(doc, from), to: displayIndexOf(doc, to - 1) + 1 }
  const { to: at } = gapAt(doc, from)
  return { from: at, to: at }
}

/** Whether a change that an older version may have written can stand over these words; the first "\n" always stays. */
function fits(base: Base, { base: made, change }: OwnProposal, { from }: Place): boolean {
  const [first] = change
  return (
    first !== undefined && (from > 0 || 'retain' in first) && sameBase(base, made) && covered(change) === lengthOf(made)
  )
}

function show(edits: Edits, doc: Node, from: number, { id, change }: OwnProposal): void {
  let at = from
  for (const op of change) {
    if ('insert' in op) {
      edits.insert(at, op.insert, { ...op.attributes, [PROPOSAL]: writeToken('ins', id) })
      continue
    }
    const length = 'delete' in op ? op.delete : op.retain
    for (const { text, attributes } of runsOf(doc, at, at + length)) {
      const end = at + text.length
      if ('delete' in op) edits.reattribute(at, end, { [PROPOSAL]: writeToken('del', id) })
      else if (op.attributes && difference(attributes, { ...attributes, ...op.attributes })) {
        edits.reattribute(at, end, { ...op.attributes, [PROPOSAL]: writeToken('fmt', id, attributes) })
      }
      at = end
    }
  }
}

function joined(base: Base): Base {
  const out: Base = []
  for (const { insert, attributes } of base) {
    const last = out.at(-1)
    if (last && sameBase([{ ...last, insert: 'x' }], [attributes ? { insert: 'x', attributes } : { insert: 'x' }])) {
      last.insert += insert
    } else out.push(attributes ? { insert, attributes } : { insert })
  }
  return out
}
