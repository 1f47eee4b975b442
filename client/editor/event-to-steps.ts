/**
 * A change of the text as the smallest steps on the editor's document, so that selections, decorations and a running
 * composition are mapped and not rebuilt. Attributes are read by the same rules as in shared/story/delta.
 */
import { type Fragment, type Node, type Schema, Slice } from '@tiptap/pm/model'
import { ReplaceStep, type Transform } from '@tiptap/pm/transform'
import { LINE, type LineAttributes, MARKS } from '../../shared/story/attributes.ts'
import { draftOf, lineAttributesOf } from '../../shared/story/delta.ts'
import { lineAt, linePosition, positionAt } from './positions.ts'
import { docOfDraft, lineAttributesOfNode, markupOf } from './text-to-doc.ts'

/** As Yjs describes a change of a text in `event.delta`. */
export interface ChangeOp {
  retain?: number | undefined
  insert?: unknown
  delete?: number | undefined
  attributes?: Record<string, unknown> | undefined
}

/**
 * Applies the change to `transform.doc`, which must stand for the text before it. Throws when the change does not fit
 * or touches the first "\n"; the caller then sets the document anew from the text.
 */
export function applyChange(transform: Transform, change: readonly ChangeOp[]): void {
  let index = 0
  for (const { retain, insert, delete: deleted, attributes } of change) {
    if (retain !== undefined) {
      if (attributes) reattribute(transform, index, index + retain, attributes)
      index += retain
    } else if (deleted !== undefined) {
      checkFit(transform.doc, index, deleted)
      const [from, to] = [positionAt(transform.doc, index), positionAt(transform.doc, index + deleted)]
      replace(transform, from, to, Slice.empty)
    } else if (typeof insert === 'string') {
      checkFit(transform.doc, index, 0)
      insertText(transform, index, insert, attributes ?? {})
      index += insert.length
    } else {
      throw new Error('applyChange: only characters can stand in a text')
    }
  }
}

function checkFit(doc: Node, index: number, length: number): void {
  if (index < 1) throw new Error('applyChange: the first line end stays')
  if (index + length > doc.content.size - doc.childCount) throw new Error('applyChange: past the end')
}

function insertText(transform: Transform, index: number, text: string, attributes: Record<string, unknown>): void {
  const { doc } = transform
  const schema = doc.type.schema
  const position = positionAt(doc, index)
  // The lone leading "\n" opens the line that is already there; its own markup is dropped by the open slice.
  const [, ...inserted] = draftOf([{ insert: LINE }, { insert: text, attributes }]).lines
  const first = inlineOf(schema, text.slice(0, lengthTo(text)), attributes)
  if (inserted.length === 0) {
    replace(transform, position, position, new Slice(first, 0, 0))
    return
  }
  const opened = docOfDraft(schema, { lines: inserted }).content
  const here = doc.child(lineAt(doc, index).line).copy(first)
  replace(transform, position, position, new Slice(opened.addToStart(here), 1, 1))
}

/** A step made by hand: `Transform.replace` may fit the slice in another way. */
function replace(transform: Transform, from: number, to: number, slice: Slice): void {
  transform.step(new ReplaceStep(from, to, slice))
}

function lengthTo(text: string): number {
  const end = text.indexOf(LINE)
  return end < 0 ? text.length : end
}

function inlineOf(schema: Schema, text: string, attributes: Record<string, unknown>): Fragment {
  const draft = draftOf([{ insert: LINE }, { insert: text, attributes }])
  return docOfDraft(schema, draft).firstChild!.content
}

function reattribute(transform: Transform, from: number, to: number, changes: Record<string, unknown>): void {
  checkFit(transform.doc, Math.max(from, 1), 0)
  const lines = linesOpenedIn(transform.doc, from, to)
  for (const line of lines) changeLine(transform, line, changes)
  const start = positionAt(transform.doc, from)
  const end = positionAt(transform.doc, to)
  for (const name of MARKS) {
    if (!Object.hasOwn(changes, name)) continue
    const mark = transform.doc.type.schema.marks[name]!
    if (changes[name] === true) transform.addMark(start, end, mark.create())
    else transform.removeMark(start, end, mark)
  }
}

/** Numbers of the lines whose "\n" lies between the two indices. */
function linesOpenedIn(doc: Node, from: number, to: number): number[] {
  const lines: number[] = []
  let opener = 0
  for (let line = 0; line < doc.childCount && opener < to; line += 1) {
    if (opener >= from) lines.push(line)
    opener += doc.child(line).content.size + 1
  }
  return lines
}

const LINE_KEYS = ['gap', 'eol', 'block'] as const satisfies readonly (keyof LineAttributes)[]

function changeLine(transform: Transform, line: number, changes: Record<string, unknown>): void {
  const keys = LINE_KEYS.filter((key) => Object.hasOwn(changes, key))
  if (keys.length === 0) return
  const node = transform.doc.child(line)
  const wanted: Record<string, unknown> = { ...lineAttributesOfNode(node) }
  for (const key of keys) wanted[key] = changes[key]
  const { name, attrs } = markupOf(lineAttributesOf(wanted))
  const position = linePosition(transform.doc, line)
  if (name !== node.type.name) {
    transform.setNodeMarkup(position, node.type.schema.nodes[name]!, attrs)
    return
  }
  for (const [key, value] of Object.entries(attrs)) {
    if (node.attrs[key] !== value) transform.setNodeAttribute(position, key, value)
  }
}
