/** What others write into the text, as a change of the displayed document: one's own proposals stay where they belong. */
import type { Node } from '@tiptap/pm/model'
import { LINE, MARKS } from '../../../shared/story/attributes.ts'
import { lineAttributesOf, marksOf } from '../../../shared/story/delta.ts'
import { type Attributes, type DeltaOp, difference } from '../delta-diff.ts'
import type { ChangeOp } from '../event-to-steps.ts'
import { displayIndexOf, gapAt, ownRuns, runsOf, spansOf } from './display.ts'
import { Edits } from './edits.ts'
import { textAttributes } from './suggest.ts'
import { PROPOSAL, tokenOf, writeToken } from './token.ts'

/** `change` as Yjs tells it, in text indexes. Throws on what is no text. */
export function incoming(doc: Node, change: readonly ChangeOp[]): DeltaOp[] {
  const edits = new Edits()
  addIncoming(edits, doc, change)
  return edits.ops()
}

/** As `incoming`, among other changes of the same document. */
export function addIncoming(edits: Edits, doc: Node, change: readonly ChangeOp[]): void {
  let index = 0
  for (const { retain, insert, delete: deleted, attributes } of change) {
    if (typeof insert === 'string') {
      insertPieces(edits, placeAt(doc, index), insert, attributes ?? {})
      continue
    }
    const length = retain ?? deleted
    if (length === undefined) throw new Error('incoming: only characters can stand in a text')
    if (deleted !== undefined || attributes) {
      let at = displayIndexOf(doc, index)
      for (const run of runsOf(doc, at, gapAt(doc, index + length).from)) {
        const end = at + run.text.length
        if (tokenOf(run.attributes[PROPOSAL])?.kind !== 'ins') {
          if (deleted !== undefined) edits.delete(at, end)
          else edits.reattribute(at, end, reattributed(run.text, run.attributes, attributes!))
        }
        at = end
      }
    }
    index += length
  }
}

/**
 * Where a character that comes in stands among own words of its place: behind them, but before those of a record whose
 * words of the text are all to the right; as the record's anchors say.
 */
function placeAt(doc: Node, index: number): number {
  const { from, to } = gapAt(doc, index)
  if (from === to) return to
  const span = spansOf(ownRuns(doc)).find((each) => each.from < to && each.to > from)
  return span && span.from >= from && span.to > to ? from : to
}

/** Only what may stand on a character is written, as every reader of a text does. */
function insertPieces(edits: Edits, at: number, text: string, attributes: Attributes): void {
  for (const piece of text.split(/(\n)/)) {
    edits.insert(at, piece, { ...(piece === LINE ? lineAttributesOf(attributes) : marksOf(attributes)) })
  }
}

/** A character of the text with other attributes: what is proposed of it stays proposed, over the new ones. */
function reattributed(text: string, shown: Attributes, changes: Attributes): Attributes | null {
  const old = textAttributes(shown)
  const now = legal(text, { ...old, ...only(text, changes) })
  const token = tokenOf(shown[PROPOSAL])
  if (token?.kind !== 'fmt') return difference(old, now)
  const { [PROPOSAL]: _, ...attributes } = shown
  const wanted = legal(text, { ...now, ...difference(old, attributes) })
  const value = difference(now, wanted) ? { [PROPOSAL]: writeToken('fmt', token.id, now) } : {}
  return difference(shown, { ...wanted, ...value })
}

const LINE_KEYS = ['gap', 'eol', 'block']

function only(text: string, changes: Attributes): Attributes {
  const keys: readonly string[] = text === LINE ? LINE_KEYS : MARKS
  return Object.fromEntries(Object.entries(changes).filter(([key]) => keys.includes(key)))
}

function legal(text: string, attributes: Attributes): Attributes {
  return { ...(text === LINE ? lineAttributesOf(attributes) : marksOf(attributes)) }
}
