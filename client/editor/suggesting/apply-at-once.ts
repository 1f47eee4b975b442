/** A change of many places as one step: for a whole set of records, where one step a place would take most of a second. */
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import { LINE } from '../../../shared/story/attributes.ts'
import type { Attributes, DeltaOp } from '../delta-diff.ts'
import { indexOf, positionAt } from '../positions.ts'
import { lengthOf, placeAfter } from './compose.ts'
import { runsOf } from './display.ts'
import { emptyLine, textNode } from './display-delta.ts'

/** As `applyDelta`, with lines that do not change left alone. Marks drawn on the others do not survive; the selection does. */
export function applyAtOnce(transaction: Transaction, ops: readonly DeltaOp[]): void {
  const { doc: old, selection } = transaction
  const lines = new Lines(old, ops).all
  const least = Math.min(old.childCount, lines.length)
  let [first, from] = [0, 0]
  while (first < least && old.child(first) === lines[first]) {
    from += old.child(first).nodeSize
    first += 1
  }
  let [same, to] = [0, old.content.size]
  while (same < least - first && old.child(old.childCount - 1 - same) === lines[lines.length - 1 - same]) {
    same += 1
    to -= old.child(old.childCount - same).nodeSize
  }
  if (first + same === old.childCount && first + same === lines.length) return
  const changed = Fragment.fromArray(lines.slice(first, lines.length - same))
  transaction.step(new ReplaceStep(from, to, new Slice(changed, 0, 0)))
  const place = (position: number) => {
    const index = placeAfter(ops, indexOf(old, position))
    return transaction.doc.resolve(positionAt(transaction.doc, index))
  }
  transaction.setSelection(TextSelection.between(place(selection.anchor), place(selection.head)))
}

/** Writes the lines of the document that a change leads to. */
class Lines {
  readonly all: Node[] = []
  private readonly doc: Node
  private open: { markup: Node; content: Node[] } | null = null
  /** The old line that is read, and where it begins, in display indexes. */
  private line = 0
  private start = 0

  constructor(doc: Node, ops: readonly DeltaOp[]) {
    this.doc = doc
    let at = 0
    for (const op of ops) {
      if ('insert' in op) this.write(op.insert, op.attributes)
      else {
        if ('retain' in op) this.keep(at, at + op.retain, op.attributes)
        at += lengthOf(op)
      }
    }
    this.keep(at, doc.content.size - doc.childCount, undefined)
    this.close()
  }

  private keep(from: number, to: number, changes: Attributes | undefined): void {
    let at = from
    while (at < to) {
      const line = this.lineAt(at)
      const end = this.start + 1 + line.content.size
      if (!changes && at === this.start && end <= to) {
        this.close()
        this.open = { markup: line, content: [] }
      } else {
        for (const { text, attributes } of runsOf(
          line.type.schema.topNodeType.create(null, [line]),
          at - this.start,
          Math.min(to, end) - this.start,
        )) {
          const now = { ...attributes, ...changes }
          for (const [key, value] of Object.entries(now)) if (value === null) delete now[key]
          this.write(text, now)
        }
      }
      at = Math.min(to, end)
    }
  }

  private write(text: string, attributes: Attributes): void {
    for (const piece of text.split(/(\n)/)) {
      if (piece === LINE) {
        this.close()
        this.open = { markup: emptyLine(this.doc.type.schema, attributes), content: [] }
      } else {
        const node = textNode(this.doc.type.schema, piece, attributes)
        if (node) this.open?.content.push(node)
      }
    }
  }

  private close(): void {
    if (!this.open) return
    const { markup, content } = this.open
    this.all.push(content.length === 0 ? markup : markup.copy(markup.content.append(Fragment.fromArray(content))))
    this.open = null
  }

  private lineAt(index: number): Node {
    let node = this.doc.child(this.line)
    while (this.start + 1 + node.content.size <= index) {
      this.start += 1 + node.content.size
      this.line += 1
      node = this.doc.child(this.line)
    }
    return node
  }
}
