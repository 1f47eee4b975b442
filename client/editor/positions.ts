/**
 * Where a place in the editor's document is in the flat text, and back. In the text every line is opened by one "\n";
 * in the document every line has an opening and a closing token, and only the opening one has a character.
 */
import type { Node } from '@tiptap/pm/model'

/** Index in the text, in UTF-16 code units, of a document position: minus one for each line closed before it. */
export function indexOf(doc: Node, position: number): number {
  return position - doc.resolve(position).index(0)
}

/** Length of the text that the document stands for. */
export function flatLength(doc: Node): number {
  return doc.content.size - doc.childCount
}

/**
 * The document position after the character at `index - 1`, inside its line. `index` is 1 at least, since the first
 * line's "\n" is always before, and is clamped to the document.
 */
export function positionAt(doc: Node, index: number): number {
  const { line, offset } = lineAt(doc, index)
  return linePosition(doc, line) + 1 + offset
}

/** The line on which the character at `index - 1` stands, and the offset after that character in the line. */
export function lineAt(doc: Node, index: number): { line: number; offset: number } {
  let rest = Math.max(1, index) - 1
  for (let line = 0; line < doc.childCount; line += 1) {
    const size = doc.child(line).content.size
    if (rest <= size) return { line, offset: rest }
    rest -= size + 1
  }
  const last = doc.childCount - 1
  return { line: last, offset: doc.child(last).content.size }
}

/** The document position before the line with this number, from 0. */
export function linePosition(doc: Node, line: number): number {
  let position = 0
  for (let before = 0; before < line; before += 1) position += doc.child(before).nodeSize
  return position
}
