/** Changes of the displayed document: what a transaction did to it, and how such a change is put into a transaction. */
import { Fragment, Mark, type Node, type Schema, Slice } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { ReplaceStep, type Transform } from '@tiptap/pm/transform'
import { LINE, MARKS } from '../../../shared/story/attributes.ts'
import { lineAttributesOf, marksOf } from '../../../shared/story/delta.ts'
import { type Attributes, type DeltaOp, deltaOfStep } from '../delta-diff.ts'
import { lineAt, linePosition, positionAt } from '../positions.ts'
import { lineAttributesOfNode, lineNode, marksIn, markupOf } from '../text-to-doc.ts'
import { composeAll } from './compose.ts'
import { DISPLAY } from './display.ts'
import { PROPOSAL } from './token.ts'

/** What the transaction does to `transaction.before`, in display indexes, tokens as attributes under `PROPOSAL`. */
export function deltaOfTransaction({ steps, docs, doc }: Transaction): DeltaOp[] {
  return composeAll(steps.map((step, index) => deltaOfStep(step, docs[index]!, docs[index + 1] ?? doc, DISPLAY).ops))
}

/**
 * Applies a change of the displayed document in steps that are as small as it: characters that stay are never replaced,
 * so that carets and drawn marks keep to them. Throws when it does not fit, and for the first "\n", which stays.
 */
export function applyDelta(transform: Transform, ops: readonly DeltaOp[]): void {
  let index = 0
  for (const op of ops) {
    if ('insert' in op) {
      insertAt(transform, index, op.insert, op.attributes)
      index += op.insert.length
    } else if ('delete' in op) {
      checkFit(transform.doc, index, op.delete)
      const [from, to] = [positionAt(transform.doc, index), positionAt(transform.doc, index + op.delete)]
      transform.step(new ReplaceStep(from, to, Slice.empty))
    } else {
      if (op.attributes) reattribute(transform, index, index + op.retain, op.attributes)
      index += op.retain
    }
  }
}

function checkFit(doc: Node, index: number, length: number): void {
  if (index < 1) throw new Error('applyDelta: the first line end stays')
  if (index + length > doc.content.size - doc.childCount) throw new Error('applyDelta: past the end')
}

function insertAt(transform: Transform, index: number, text: string, attributes: Attributes): void {
  const { doc } = transform
  checkFit(doc, index, 0)
  const position = positionAt(doc, index)
  const [first = '', ...opened] = text.split(LINE)
  const head = textNode(doc.type.schema, first, attributes)
  if (opened.length === 0) {
    transform.step(new ReplaceStep(position, position, new Slice(Fragment.from(head), 0, 0)))
    return
  }
  const line = emptyLine(doc.type.schema, attributes)
  const lines = opened.map((piece) => line.copy(Fragment.from(textNode(doc.type.schema, piece, attributes))))
  // The slice is open at both ends, so that this line's own markup is kept.
  const here = doc.child(lineAt(doc, index).line).copy(Fragment.from(head))
  transform.step(new ReplaceStep(position, position, new Slice(Fragment.from([here, ...lines]), 1, 1)))
}

/** Characters of a line as a node; null for none. */
export function textNode(schema: Schema, text: string, attributes: Attributes): Node | null {
  if (text === '') return null
  const token = attributes[PROPOSAL] ?? ''
  const marks = token === '' ? Mark.none : schema.marks[PROPOSAL]!.create({ token }).addToSet(Mark.none)
  const all = marksIn(schema, marksOf(attributes)).reduce((set, mark) => mark.addToSet(set), marks)
  return schema.text(text, all)
}

/** The line that a "\n" with these attributes opens. */
export function emptyLine(schema: Schema, attributes: Attributes): Node {
  const { type, attrs } = lineNode(schema, { ...lineAttributesOf(attributes), spans: [] })
  return type.create({ ...attrs, [PROPOSAL]: attributes[PROPOSAL] ?? '' })
}

function reattribute(transform: Transform, from: number, to: number, changes: Attributes): void {
  if (to > transform.doc.content.size - transform.doc.childCount) throw new Error('applyDelta: past the end')
  for (const line of linesOpenedIn(transform.doc, from, to)) changeLine(transform, line, changes)
  const { marks } = transform.doc.type.schema
  const [start, end] = [positionAt(transform.doc, from), positionAt(transform.doc, to)]
  for (const name of MARKS) {
    if (!Object.hasOwn(changes, name)) continue
    if (changes[name] === true) transform.addMark(start, end, marks[name]!.create())
    else transform.removeMark(start, end, marks[name]!)
  }
  const token = changes[PROPOSAL]
  if (token === undefined) return
  if (token === null) transform.removeMark(start, end, marks[PROPOSAL]!)
  else transform.addMark(start, end, marks[PROPOSAL]!.create({ token }))
}

/** Numbers of the lines whose "\n" lies between the two display indexes. */
function linesOpenedIn(doc: Node, from: number, to: number): number[] {
  const lines: number[] = []
  let opener = 0
  for (let line = 0; line < doc.childCount && opener < to; line += 1) {
    if (opener >= from) lines.push(line)
    opener += doc.child(line).content.size + 1
  }
  return lines
}

/** By setNodeMarkup always: undo fails softly on it where it would throw on a step for one attribute. */
function changeLine(transform: Transform, line: number, changes: Attributes): void {
  const node = transform.doc.child(line)
  const { name, attrs } = markupOf(lineAttributesOf({ ...lineAttributesOfNode(node), ...changes }))
  const token = changes[PROPOSAL] === undefined ? node.attrs[PROPOSAL] : (changes[PROPOSAL] ?? '')
  const type = node.type.schema.nodes[name]!
  const wanted = type.create({ ...attrs, [PROPOSAL]: token }, null)
  if (wanted.sameMarkup(node)) return
  transform.setNodeMarkup(linePosition(transform.doc, line), type, wanted.attrs)
}
