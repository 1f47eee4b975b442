/**
 * Undo of one's own edits, and only of those: Yjs' undo manager on the text, which puts the caret back where it was.
 * Typing is gathered into steps by pauses; a transaction with `undoStep` (or a paste, cut or drop) is a step by itself.
 */
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { TextSelection } from '@tiptap/pm/state'
import * as Y from 'yjs'
import type { Binding, LocalChange, StateHolder, WriteObserver } from './binding.ts'
import { type RelativeSelection, readSelection, relativeSelection } from './relative-selection.ts'

/** Edits with no longer pause than this between them are undone together. Milliseconds. */
const PAUSE_MS = 500

const STEP = 'undoStep'
const SELECTION = 'selection'

/** Marks a transaction as an undo step of its own. */
export function asUndoStep(transaction: Transaction): Transaction {
  return transaction.setMeta(STEP, true)
}

export class StoryUndo implements WriteObserver {
  private readonly manager: Y.UndoManager
  private readonly text: Y.Text
  private selection: RelativeSelection | null = null

  constructor(binding: Binding) {
    this.text = binding.text
    this.manager = new Y.UndoManager(binding.text, { trackedOrigins: new Set([binding]), captureTimeout: PAUSE_MS })
    this.manager.on('stack-item-added', ({ stackItem }) => stackItem.meta.set(SELECTION, this.selection))
    binding.observer = this
  }

  get canUndo(): boolean {
    return this.manager.canUndo()
  }

  get canRedo(): boolean {
    return this.manager.canRedo()
  }

  /** False when there was nothing to undo. The view's document follows through the binding. */
  undo(view: StateHolder): boolean {
    return this.travel(view, () => this.manager.undo())
  }

  /** False when there was nothing to do again. */
  redo(view: StateHolder): boolean {
    return this.travel(view, () => this.manager.redo())
  }

  beforeWrite({ transaction, before }: LocalChange): void {
    if (isStep(transaction)) this.manager.stopCapturing()
    this.selection = this.relative(before)
  }

  afterWrite({ transaction }: LocalChange): void {
    if (isStep(transaction)) this.manager.stopCapturing()
  }

  destroy(): void {
    this.manager.destroy()
  }

  private travel(view: StateHolder, go: () => { meta: Map<unknown, unknown> } | null): boolean {
    this.selection = this.relative(view.state)
    const item = go()
    if (!item) return false
    const { state } = view
    const place = readSelection(item.meta.get(SELECTION), this.text, state.doc)
    const transaction = state.tr.scrollIntoView()
    if (place) {
      const [anchor, head] = [state.doc.resolve(place.anchor), state.doc.resolve(place.head)]
      transaction.setSelection(TextSelection.between(anchor, head))
    }
    view.dispatch(transaction)
    return true
  }

  private relative({ doc, selection }: EditorState): RelativeSelection {
    return relativeSelection(this.text, doc, selection)
  }
}

function isStep(transaction: Transaction): boolean {
  return transaction.getMeta(STEP) === true || ['paste', 'cut', 'drop'].includes(transaction.getMeta('uiEvent'))
}
