/** The editor's document as the text says it should be. Reading rules are those of `draftOf`; see shared/story/delta. */
import type { Attrs, Mark, Node, Schema } from '@tiptap/pm/model'
import type * as Y from 'yjs'
import { type LineAttributes, MARKS, type Marks } from '../../shared/story/attributes.ts'
import { draftOf, marksOf } from '../../shared/story/delta.ts'
import type { Draft, Line, Span } from '../../shared/story/draft.ts'
import type { LineNodeAttributes } from './schema.ts'

export function docOfText(schema: Schema, text: Y.Text): Node {
  return docOfDraft(schema, draftOf(text.toDelta()))
}

export function docOfDraft(schema: Schema, draft: Draft): Node {
  return schema.topNodeType.create(
    null,
    draft.lines.map((line) => lineNode(schema, line)),
  )
}

/** One line as a node. */
export function lineNode(schema: Schema, line: Line): Node {
  const { name, attrs } = markupOf(line)
  const content = line.spans.map(({ text, ...marks }) => schema.text(text, marksIn(schema, marks)))
  return schema.nodes[name]!.create(attrs, content)
}

/** Node type and attributes of a line with these (legal) attributes. */
export function markupOf(line: LineAttributes): { name: 'paragraph' | 'heading'; attrs: LineNodeAttributes } {
  const attrs: LineNodeAttributes = { gap: line.gap ?? null, eol: line.eol ?? null }
  return line.block === undefined
    ? { name: 'paragraph', attrs }
    : { name: 'heading', attrs: { ...attrs, level: line.block } }
}

/** The line attributes that a node stands for; the other way round of `markupOf`. */
export function lineAttributesOfNode(node: Node): LineAttributes {
  const { gap, eol, level }: Attrs = node.attrs
  const attributes: LineAttributes = {}
  if (gap !== null) attributes.gap = gap
  if (eol !== null) attributes.eol = eol
  if (node.type.name === 'heading') attributes.block = level
  return attributes
}

/** One line as plain data. */
export function lineOfNode(node: Node): Line {
  const spans: Span[] = []
  node.forEach((child) => {
    if (child.isText) spans.push({ text: child.text!, ...marksOf(Object.fromEntries(child.marks.map(named))) })
  })
  return { ...lineAttributesOfNode(node), spans }
}

function named(mark: Mark): [string, true] {
  return [mark.type.name, true]
}

export function marksIn(schema: Schema, marks: Marks): Mark[] {
  return MARKS.filter((name) => marks[name]).map((name) => schema.marks[name]!.create())
}
