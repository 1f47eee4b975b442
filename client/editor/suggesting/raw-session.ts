/**
 * What a person does while composing (Japanese, a dead key, most phones' keyboards). To put struck words back into a line
 * that is being composed would end the composition, so the steps are let through as they are, and redone as one
 * suggested edit when it is over.
 */
import type { Node } from '@tiptap/pm/model'
import { type EditorState, type Plugin, type Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { Step } from '@tiptap/pm/transform'

export class RawSession {
  private readonly steps: { step: Step; before: Node }[] = []
  private readonly selection: Selection
  private readonly history: Plugin
  private readonly past: unknown

  /** `state` is the one before the first raw step, `history` the plugin of it that undoes. */
  constructor(state: EditorState, history: Plugin) {
    this.selection = state.selection
    this.history = history
    this.past = history.getState(state)
  }

  /** The transaction as it may be applied at once; kept to be redone. */
  take(transaction: Transaction): Transaction {
    for (const [index, step] of transaction.steps.entries()) this.steps.push({ step, before: transaction.docs[index]! })
    return transaction.setMeta('addToHistory', false)
  }

  /**
   * The way back to where the session began, for history as well: mapped there and back, its older edits would lose the
   * characters that were composed anew.
   */
  undone(state: EditorState): Transaction {
    const transaction = state.tr
    for (const { step, before } of this.steps.toReversed()) transaction.step(step.invert(before))
    return place(transaction, this.selection).setMeta(this.history, { redo: false, historyState: this.past })
  }

  /** All of it as one edit of the state that `undone` gave; `shown` is the selection at the end of the session. */
  redone(state: EditorState, shown: Selection): Transaction {
    const transaction = state.tr
    for (const { step } of this.steps) transaction.step(step)
    return place(transaction, shown)
  }
}

function place(transaction: Transaction, { anchor, head }: Selection): Transaction {
  return transaction.setSelection(TextSelection.between(transaction.doc.resolve(anchor), transaction.doc.resolve(head)))
}
