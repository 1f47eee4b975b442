/**
 * What keys, buttons and the palette do to the text, as ProseMirror commands: false when there is nothing to do, and no
 * change without `dispatch`. Each is written so that the flat text changes by as little as it says.
 */
import { toggleMark as toggle } from '@tiptap/pm/commands'
import type { Node } from '@tiptap/pm/model'
import { type Command, type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { MarkName } from '../../shared/story/attributes.ts'
import { linePosition } from './positions.ts'
import { asUndoStep } from './undo.ts'

/** A selection gets the mark unless all of it has it. Without a selection, the next letter typed gets or loses it. */
export function toggleMark(name: MarkName): Command {
  return (state, dispatch) => toggle(state.schema.marks[name]!, null, { removeWhenPresent: false })(state, dispatch)
}

/** The lines of the selection become headings of this level, 1 to 6, or paragraphs (0). */
export function setHeading(level: number): Command {
  return (state, dispatch) => {
    if (!Number.isInteger(level) || level < 0 || level > 6) throw new Error(`setHeading: no level ${level}`)
    const transaction = state.tr
    for (const { node, position } of selectedLines(state)) setLevel(transaction, position, node, level)
    if (!transaction.docChanged) return false
    dispatch?.(asUndoStep(transaction))
    return true
  }
}

/** As `setHeading`, but lines that all have the level already become paragraphs. */
export function toggleHeading(level: number): Command {
  return (state, dispatch) => {
    const all = selectedLines(state).every(({ node }) => node.attrs.level === level)
    return setHeading(all ? 0 : level)(state, dispatch)
  }
}

/**
 * A new line at the caret, `gap` line ends after this one (null = the usual). After a heading comes a paragraph; at the
 * start of a heading a paragraph is opened above it; in the middle both halves stay headings.
 */
export function splitLine(gap: number | null): Command {
  return (state, dispatch) => {
    dispatch?.(split(state, gap).scrollIntoView())
    return true
  }
}

/**
 * A scene gap, one line end more than usual: before this line when the caret is at its start (or no longer, when it
 * has one), else before a new line that begins at the caret.
 */
export function insertSceneGap(usualGap: number): Command {
  return (state, dispatch) => {
    const { empty, $head } = state.selection
    const atStart = empty && $head.depth === 1 && $head.parentOffset === 0 && $head.index(0) > 0
    const has = (($head.parent.attrs.gap as number | null) ?? usualGap) > usualGap
    const transaction = atStart
      ? state.tr.setNodeAttribute($head.before(), 'gap', has ? null : usualGap + 1)
      : split(state, usualGap + 1)
    dispatch?.(asUndoStep(transaction).scrollIntoView())
    return true
  }
}

/** The lines of the selection stand one line end below the line before, as verse does; or as usual, when all do already. */
export function toggleVerse(usualGap: number): Command {
  return (state, dispatch) => {
    const lines = selectedLines(state).filter(({ position }) => position > 0)
    if (usualGap <= 1 || lines.length === 0) return false
    const gap = lines.every(({ node }) => node.attrs.gap === 1) ? null : 1
    const transaction = state.tr
    for (const { position } of lines) transaction.setNodeAttribute(position, 'gap', gap)
    dispatch?.(asUndoStep(transaction))
    return true
  }
}

/** Deletes what is selected; false without a selection. Nothing of a heading stays when the whole story goes. */
export const eraseSelection: Command = (state, dispatch) => {
  const { from, to, empty } = state.selection
  if (empty) return false
  const { doc } = state
  const [first, last] = [TextSelection.atStart(doc).from, TextSelection.atEnd(doc).to]
  const transaction = state.tr.delete(Math.max(from, first), Math.min(to, last))
  if (from <= first && to >= last) setLevel(transaction, 0, transaction.doc.child(0), 0)
  dispatch?.(transaction.scrollIntoView())
  return true
}

/** Backspace at the start of a line: a scene gap becomes usual first, then the line joins the one before. */
export function joinBackward(usualGap: number): Command {
  return (state, dispatch) => {
    const { $head, empty } = state.selection
    if (!empty || $head.depth !== 1 || $head.parentOffset > 0) return false
    const transaction = state.tr
    if ($head.index(0) > 0) joinAt(transaction, $head.index(0), usualGap)
    else setLevel(transaction, 0, $head.parent, 0)
    dispatch?.(transaction.scrollIntoView())
    return true
  }
}

/** Delete at the end of a line: the mirror of `joinBackward`. */
export function joinForward(usualGap: number): Command {
  return (state, dispatch) => {
    const { $head, empty } = state.selection
    if (!empty || $head.depth !== 1 || $head.parentOffset < $head.parent.content.size) return false
    const transaction = state.tr
    if ($head.index(0) + 1 < state.doc.childCount) joinAt(transaction, $head.index(0) + 1, usualGap)
    dispatch?.(transaction.scrollIntoView())
    return true
  }
}

function split(state: EditorState, gap: number | null): Transaction {
  const transaction = state.tr
  if (!state.selection.empty) eraseSelection(state, (erasing) => replay(erasing, transaction))
  const { $head } = transaction.selection
  const { parent, parentOffset } = $head
  const level: number = parent.type.name === 'heading' && parentOffset < parent.content.size ? parent.attrs.level : 0
  const type = state.schema.nodes[level > 0 ? 'heading' : 'paragraph']!
  const attrs = { gap, eol: null, ...(level > 0 && { level }) }
  const above = $head.before()
  transaction.split($head.pos, 1, [{ type, attrs }])
  if (parentOffset === 0 && level > 0) setLevel(transaction, above, transaction.doc.nodeAt(above)!, 0)
  return transaction.setStoredMarks(state.storedMarks ?? $head.marks())
}

function replay(from: Transaction, onto: Transaction): void {
  for (const step of from.steps) onto.step(step)
  onto.setSelection(TextSelection.near(onto.doc.resolve(from.selection.from)))
}

function joinAt(transaction: Transaction, line: number, usualGap: number): void {
  const { doc } = transaction
  const position = linePosition(doc, line)
  const [above, below] = [doc.child(line - 1), doc.child(line)]
  if (((below.attrs.gap as number | null) ?? usualGap) > usualGap) {
    transaction.setNodeAttribute(position, 'gap', null)
    return
  }
  // The line moves up into the empty one's place and stays what it is.
  const level: number = below.type.name === 'heading' ? below.attrs.level : 0
  if (above.content.size === 0) setLevel(transaction, position - above.nodeSize, above, level)
  transaction.join(position)
}

function setLevel(transaction: Transaction, position: number, node: Node, level: number): void {
  const { gap, eol } = node.attrs
  const { paragraph, heading } = node.type.schema.nodes
  if (node.type === heading && node.attrs.level === level) return
  if (node.type === paragraph && level === 0) return
  transaction.setNodeMarkup(position, level > 0 ? heading! : paragraph!, { gap, eol, ...(level > 0 && { level }) })
}

function selectedLines(state: EditorState): { node: Node; position: number }[] {
  const lines: { node: Node; position: number }[] = []
  state.doc.nodesBetween(state.selection.from, state.selection.to, (node, position) => {
    lines.push({ node, position })
    return false
  })
  return lines
}
