/**
 * Which edits are undone together: letters typed or struck one after the other without a pause and without a move of the
 * caret. ProseMirror's history looks at replaced ranges only, and a struck letter replaces nothing.
 */
import type { EditorState, Selection, Transaction } from '@tiptap/pm/state'

/** Edits with no longer pause than this between them are undone together. Milliseconds. */
const PAUSE_MS = 500
/** History joins edits that carry one number here, as those of one composition. */
const GROUP = 'composition'

export class UndoGroups {
  private group = 0
  private last: { time: number; selection: Selection } | null = null

  /** The transaction on `state` with the number of its group. */
  grouped(state: EditorState, transaction: Transaction): Transaction {
    const follows =
      this.last !== null &&
      !isStep(transaction) &&
      transaction.time - this.last.time <= PAUSE_MS &&
      state.selection.eq(this.last.selection)
    if (!follows) this.group += 1
    this.last = isStep(transaction) ? null : { time: transaction.time, selection: state.selection }
    return transaction.setMeta(GROUP, this.group)
  }

  /** The state that the grouped transaction led to. */
  ended({ selection }: EditorState): void {
    if (this.last) this.last = { ...this.last, selection }
  }

  /** What comes next is a group of its own. */
  close(): void {
    this.last = null
  }
}

function isStep(transaction: Transaction): boolean {
  return transaction.getMeta('undoStep') === true || ['paste', 'cut', 'drop'].includes(transaction.getMeta('uiEvent'))
}
