/**
 * Keeps an editor's document and a Y.Text the same. Local transactions become one Yjs transaction each, with this
 * binding as their origin; changes of the text become minimal ProseMirror steps. Where the two ever differ, the text
 * wins. `Binding` needs no view; `bindingPlugin` ties it to one.
 */

import type { Node, Schema } from '@tiptap/pm/model'
import { AllSelection, type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import { ReplaceStep, type Step } from '@tiptap/pm/transform'
import type * as Y from 'yjs'
import { LINE } from '../../shared/story/attributes.ts'
import { readCaret } from './caret-read.ts'
import { deltaOfStep } from './delta-diff.ts'
import { applyChange, type ChangeOp } from './event-to-steps.ts'
import { HeldChanges, touches } from './held-changes.ts'
import { flatLength, indexOf } from './positions.ts'
import { docOfText } from './text-to-doc.ts'

/** A local transaction, and the state it was made on. */
export interface LocalChange {
  transaction: Transaction
  before: EditorState
}

export interface BindingOptions {
  /** Compares document and text as a whole after every change and throws when they differ. For tests. */
  verify?: boolean
  /** Told when the document had to be set anew; a sign of a mistake here or of a broken client elsewhere. */
  onMismatch?: (reason: string) => void
  /** Called before a change by somebody else is shown. */
  beforeRemote?: () => void
}

/** Around the writing of local changes: `beforeWrite` runs while the text is still as it was. */
export interface WriteObserver {
  beforeWrite(change: LocalChange): void
  afterWrite(change: LocalChange): void
}

export class Binding {
  readonly text: Y.Text
  readonly options: BindingOptions
  /** Set by whoever needs to know (undo). */
  observer: WriteObserver | null = null
  private opened: boolean
  private held: HeldChanges | null = null

  constructor(text: Y.Text, options: BindingOptions = {}) {
    if (!text.doc) throw new Error('Binding: the text must belong to a Y.Doc')
    this.text = text
    this.options = options
    this.opened = beginsWithLine(text)
  }

  /** The document that the text stands for now. */
  docOf(schema: Schema): Node {
    return docOfText(schema, this.text)
  }

  /** What the text stands for while `shown` is shown: the same, unless changes are held. */
  behind(shown: Node): Node {
    return this.held?.doc ?? shown
  }

  /** Whether `shown` may be changed here: never before the server's first "\n" is there, for nobody else writes it. */
  mayWrite(shown: Node): boolean {
    return this.opened && flatLength(this.behind(shown)) === this.text.length
  }

  /**
   * Writes local changes into the text, each as one Yjs transaction. False when the text is not what the document
   * says afterwards, because a character had to be replaced: then `rewrite` is due.
   */
  write(changes: readonly LocalChange[]): boolean {
    let same = true
    for (const change of changes) {
      this.observer?.beforeWrite(change)
      if (!this.writeOne(change.transaction)) same = false
      this.observer?.afterWrite(change)
    }
    return same
  }

  private writeOne(transaction: Transaction): boolean {
    let altered = false
    this.text.doc?.transact(() => {
      for (const [index, step] of transaction.steps.entries()) {
        const before = transaction.docs[index]!
        const after = transaction.docs[index + 1] ?? transaction.doc
        const change = this.held ? this.held.carry(step) : { step, before, after }
        if (change && this.writeStep(change.step, change.before, change.after)) altered = true
      }
    }, this)
    const behind = this.behind(transaction.doc)
    this.verify(behind, altered)
    return !altered && flatLength(behind) === this.text.length
  }

  /** True when a character was altered on the way. */
  private writeStep(step: Step, before: Node, after: Node): boolean {
    if (flatLength(before) !== this.text.length) throw new Error('Binding.write: the document is not the text')
    const { ops, altered } = deltaOfStep(step, before, after)
    if (ops.some((op) => !('retain' in op) || op.attributes)) this.text.applyDelta(ops)
    return altered
  }

  /**
   * The transaction that brings `state` level with the text after a change that was not made through `write`; null when
   * nothing of it shows. The selection stays on its characters, and does not grow by what others write at its ends.
   * While `composing`, a change of the caret's line is held until `release`, and so is all that comes after it.
   */
  follow(state: EditorState, change: readonly ChangeOp[], composing = false): Transaction | null {
    const wasOpened = this.opened
    if (!wasOpened || change[0]?.retain === undefined) this.opened = beginsWithLine(this.text)
    if (wasOpened && this.opened && this.hold(state, change, composing)) return null
    let transaction = state.tr
    this.held = null
    if (!wasOpened || !this.opened) {
      this.setAnew(transaction)
    } else {
      try {
        applyChange(transaction, change)
      } catch (error) {
        this.options.onMismatch?.(error instanceof Error ? error.message : String(error))
        transaction = state.tr
        this.setAnew(transaction)
      }
    }
    if (this.opened && flatLength(transaction.doc) !== this.text.length) {
      this.options.onMismatch?.('the document has another length than the text')
      this.setAnew(transaction)
    }
    this.verify(transaction.doc, false)
    return transaction.docChanged ? asRemote(state, transaction) : null
  }

  /** The transaction that shows what was held back, when the composition is over; null when nothing was. */
  release(state: EditorState): Transaction | null {
    if (!this.held) return null
    const { held } = this
    const transaction = this.rewrite(state)
    if (!transaction) return null
    const [anchor, head] = [state.selection.anchor, state.selection.head].map((place) =>
      transaction.doc.resolve(Math.min(held.placeOf(place), transaction.doc.content.size)),
    )
    return transaction.setSelection(TextSelection.between(anchor!, head!)).setStoredMarks(state.storedMarks)
  }

  /** Whether the change was held. */
  private hold(state: EditorState, change: readonly ChangeOp[], composing: boolean): boolean {
    const { $head } = state.selection
    if (!this.held && (!composing || $head.depth === 0)) return false
    const line = () => [indexOf(state.doc, $head.start()), indexOf(state.doc, $head.end())] as const
    if (!this.held && !touches(change, line()[0] - 1, line()[1])) return false
    this.held ??= new HeldChanges(state.doc)
    try {
      this.held.add(change)
    } catch (error) {
      this.options.onMismatch?.(error instanceof Error ? error.message : String(error))
      return false
    }
    this.verify(this.held.doc, false)
    return flatLength(this.held.doc) === this.text.length
  }

  /** The transaction that sets what differs from the text to what the text says; null when nothing does. */
  rewrite(state: EditorState): Transaction | null {
    const transaction = state.tr
    this.held = null
    this.setAnew(transaction)
    return transaction.docChanged ? asRemote(state, transaction) : null
  }

  private setAnew(transaction: Transaction): void {
    const old = transaction.doc
    const now = docOfText(old.type.schema, this.text)
    const least = Math.min(old.childCount, now.childCount)
    let [first, from] = [0, 0]
    while (first < least && old.child(first).eq(now.child(first))) from += old.child(first++).nodeSize
    let [same, to] = [0, old.content.size]
    while (same < least - first && old.child(old.childCount - 1 - same).eq(now.child(now.childCount - 1 - same))) {
      same += 1
      to -= old.child(old.childCount - same).nodeSize
    }
    if (first + same === old.childCount && first + same === now.childCount) return
    const [was, is] = [old.maybeChild(first), now.maybeChild(first)]
    if (first + same + 1 === old.childCount && old.childCount === now.childCount && was && is?.sameMarkup(was)) {
      const start = was.content.findDiffStart(is.content) ?? 0
      const ends = was.content.findDiffEnd(is.content) ?? { a: was.content.size, b: is.content.size }
      const overlap = Math.max(0, start - Math.min(ends.a, ends.b))
      const inside = from + 1
      const slice = is.slice(start, ends.b + overlap)
      transaction.step(new ReplaceStep(inside + start, inside + ends.a + overlap, slice))
      return
    }
    const end = from + now.content.size - old.content.size + (to - from)
    transaction.step(new ReplaceStep(from, to, now.slice(from, end)))
  }

  private verify(doc: Node, altered: boolean): void {
    if (!this.options.verify || altered) return
    const expected = docOfText(doc.type.schema, this.text)
    if (!doc.eq(expected)) throw new Error(`Binding: the editor shows\n${doc}\nbut the text is\n${expected}`)
  }
}

/** True for a transaction that came out of the text: it must not be answered with an edit. */
export function isRemote(transaction: Transaction): boolean {
  return transaction.getMeta(key) === REMOTE
}

/** The plugin that ties a state's document to the text, if any does. */
export function bindingIn(state: EditorState): Plugin | undefined {
  return key.get(state)
}

/** Must stand first among the plugins, so that no other one sees a document that the text does not have yet. */
export function bindingPlugin(binding: Binding): Plugin {
  let bound: BoundView | null = null
  return new Plugin<Link | null>({
    key,
    state: {
      init: () => null,
      apply(transaction, link, before) {
        if (!transaction.docChanged || isRemote(transaction)) return link
        return { change: { transaction, before }, previous: link }
      },
    },
    filterTransaction: (transaction, state) =>
      !transaction.docChanged || isRemote(transaction) || binding.mayWrite(state.doc),
    view: (view) => {
      bound = new BoundView(view, binding)
      return bound
    },
    props: {
      handleDOMEvents: {
        compositionend() {
          // ProseMirror reads what was composed a little after this event.
          setTimeout(() => bound?.release(), COMPOSED_MS)
          return false
        },
      },
    },
  })
}

/** What the binding needs of an editor view: its state, and the way to change it. */
export interface StateHolder {
  readonly state: EditorState
  readonly composing: boolean
  dispatch(transaction: Transaction): void
}

/** The two directions between a view and a binding; `update` is due after every new state. */
export class BoundView {
  private readonly view: StateHolder
  private readonly binding: Binding
  private written: Link | null

  constructor(view: StateHolder, binding: Binding) {
    this.view = view
    this.binding = binding
    // Made anew when other plugins join: what led to this state has been written by the one before.
    this.written = key.getState(view.state) ?? null
    binding.text.observe(this.textChanged)
  }

  update(): void {
    const newest = key.getState(this.view.state) ?? null
    const changes: LocalChange[] = []
    for (let link = newest; link && link !== this.written; link = link.previous) changes.unshift(link.change)
    if (changes.length === 0) return
    this.written = newest
    // What is written is not needed any more, and would keep every past document alive.
    if (newest) newest.previous = null
    if (!this.binding.write(changes)) this.dispatch(this.binding.rewrite(this.view.state))
  }

  /** Shows what was held back, unless another composition has begun meanwhile. */
  release(): void {
    if (this.view.composing) return
    readCaret(this.view)
    this.dispatch(this.binding.release(this.view.state))
  }

  destroy(): void {
    this.binding.text.unobserve(this.textChanged)
  }

  private readonly textChanged = (event: Y.YTextEvent, transaction: Y.Transaction): void => {
    if (transaction.origin === this.binding) return
    if (!transaction.local) this.binding.options.beforeRemote?.()
    readCaret(this.view)
    this.dispatch(this.binding.follow(this.view.state, event.delta, this.view.composing))
  }

  private dispatch(transaction: Transaction | null): void {
    if (transaction) this.view.dispatch(transaction)
  }
}

/** The changes that led to a state, newest first, as far as they are not written yet. */
interface Link {
  change: LocalChange
  previous: Link | null
}

const key = new PluginKey<Link | null>('binding')
const REMOTE = 'remote'
/** Longer than ProseMirror waits after a composition before it reads the line again. Milliseconds. */
const COMPOSED_MS = 80

/** Marks a transaction on `before` as one that came out of the text; the selection stays on its characters. */
export function asRemote(before: EditorState, transaction: Transaction): Transaction {
  const { selection, storedMarks } = before
  if (!(selection instanceof AllSelection)) {
    const { mapping, doc } = transaction
    const from = mapping.map(selection.from, selection.empty ? -1 : 1)
    const to = Math.max(from, mapping.map(selection.to, -1))
    const [anchor, head] = selection.anchor <= selection.head ? [from, to] : [to, from]
    transaction.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head)))
  }
  // A mark switched on for the next letter must not be lost because somebody else typed one.
  return transaction.setStoredMarks(storedMarks).setMeta(key, REMOTE).setMeta('addToHistory', false)
}

function beginsWithLine(text: Y.Text): boolean {
  const first: unknown = text.toDelta()[0]?.insert
  return typeof first === 'string' && first.startsWith(LINE)
}
