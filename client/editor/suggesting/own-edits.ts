/**
 * A person's edits, undo and redo as transactions in suggesting form. No view is needed, and the text is never touched;
 * what others do is in incoming.ts and settle.ts.
 */
import { type Node, Slice } from '@tiptap/pm/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { ReplaceStep, Transform } from '@tiptap/pm/transform'
import type { DeltaOp } from '../delta-diff.ts'
import { indexOf, positionAt } from '../positions.ts'
import { applyDelta, deltaOfTransaction } from './display-delta.ts'
import type { Ids } from './ids.ts'
import { normalise } from './normalise.ts'
import { caretAfter, suggest } from './suggest.ts'
import { PROPOSAL } from './token.ts'

/** What other plugins want to know of a transaction and that does not speak of places. */
const METAS = ['paste', 'uiEvent', 'addToHistory', 'undoStep', 'composition']

/** The edit in its suggested form, made on the state that it was made on. */
export function suggested(state: EditorState, edit: Transaction, ids: Ids): Transaction {
  const delta = deltaOfTransaction(typedOver(state, edit))
  const transaction = state.tr
  applyDelta(transaction, suggest(state.doc, delta, ids.fresh))
  keepApart(transaction, ids)
  const { anchor, head } = edit.selection
  const place = (position: number) =>
    transaction.doc.resolve(positionAt(transaction.doc, caretIn(state, delta, indexOf(edit.doc, position))))
  transaction.setSelection(TextSelection.between(place(anchor), place(head)))
  for (const name of METAS) {
    const value: unknown = edit.getMeta(name)
    if (value !== undefined) transaction.setMeta(name, value)
  }
  if (edit.storedMarksSet)
    transaction.setStoredMarks(edit.storedMarks?.filter(({ type }) => type.name !== PROPOSAL) ?? null)
  if (edit.scrolledIntoView) transaction.scrollIntoView()
  return transaction.setTime(edit.time)
}

/**
 * A letter typed over selected words replaces them, even when they begin or end with that letter: kept as theirs, the first
 * letter of the new word would stand before the struck ones. Any other edit as it is.
 */
function typedOver({ selection, tr }: EditorState, edit: Transaction): Transaction {
  const [step, another] = edit.steps
  if (another || !(step instanceof ReplaceStep) || step.slice.size !== 1) return edit
  const { from, to } = step
  if (selection.empty || from !== selection.from || to !== selection.to) return edit
  return tr.step(new ReplaceStep(from, to, Slice.empty)).step(new ReplaceStep(from, from, step.slice))
}

/**
 * What undo or redo may not do (take words of the text away, or alter them) done as a proposal; null when it is all one's
 * own. To be applied after `edit`, which history needs as it is, and not to be added to history.
 */
export function undoneAsProposed(before: Node, edit: Transaction, after: EditorState, ids: Ids): Transaction | null {
  const delta = deltaOfTransaction(edit)
  const ops = suggest(before, delta, ids.fresh, true)
  const transaction = after.tr
  const proposed = new Transform(before)
  applyDelta(proposed, ops)
  if (!proposed.doc.eq(edit.doc)) {
    const { head } = after.selection
    const place = caretAfter(delta, before, indexOf(edit.doc, head), true)
    for (let index = edit.steps.length - 1; index >= 0; index -= 1) {
      transaction.step(edit.steps[index]!.invert(edit.docs[index]!))
    }
    applyDelta(transaction, ops)
    transaction.setSelection(TextSelection.near(transaction.doc.resolve(positionAt(transaction.doc, place))))
  }
  keepApart(transaction, ids)
  return transaction.docChanged ? transaction.setMeta('addToHistory', false) : null
}

/** Joins records that touch after the steps so far. */
export function keepApart(transaction: Transaction, ids: Ids): void {
  const { ops, absorbed } = normalise(transaction.doc, ids.isOver, ids.fresh)
  if (ops) applyDelta(transaction, ops)
  ids.absorb(absorbed)
}

/** The caret left of words that Backspace struck, right of those that Delete did, and behind a struck selection. */
function caretIn({ doc, selection }: EditorState, delta: readonly DeltaOp[], index: number): number {
  const backward = selection.empty && indexOf(doc, selection.head) >= endOfChange(delta)
  return caretAfter(delta, doc, index, backward)
}

/** In display indexes before the change. */
function endOfChange(delta: readonly DeltaOp[]): number {
  let [at, end] = [0, 0]
  for (const op of delta) {
    if ('insert' in op) continue
    at += 'delete' in op ? op.delete : op.retain
    if ('delete' in op || op.attributes) end = at
  }
  return end
}
