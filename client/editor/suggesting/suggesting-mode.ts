/**
 * Suggesting mode: an editor in which all that a person does is proposed and nothing reaches the text. While it is on, the
 * document is the text and one's own open records together; they are read off it. Saving them is the page's affair.
 *
 * Life: `enter` a view (with the open records), then edits, `settle` and `reopen` as decisions arrive, then `leave`.
 */
import { readCaret } from '../caret-read.ts'
import './suggesting.css'
import { history, redo, redoDepth, undo, undoDepth } from '@tiptap/pm/history'
import type { EditorState, Plugin, Transaction } from '@tiptap/pm/state'
import type * as Y from 'yjs'
import { asRemote, bindingIn } from '../binding.ts'
import type { DeltaOp } from '../delta-diff.ts'
import { docOfText } from '../text-to-doc.ts'
import { applyAtOnce } from './apply-at-once.ts'
import { dropBereft } from './bereft.ts'
import { composeAll } from './compose.ts'
import { ownRuns, spansOf, textLength } from './display.ts'
import { applyDelta } from './display-delta.ts'
import { Ids } from './ids.ts'
import { incoming } from './incoming.ts'
import { inputPlugin } from './input.ts'
import { keepApart, suggested, undoneAsProposed } from './own-edits.ts'
import { RawSession } from './raw-session.ts'
import { Reader, type ReadOff } from './read-off.ts'
import { type OwnProposal, project, unproject } from './records.ts'
import { type Decision, type Raced, settle } from './settle.ts'
import { UndoGroups } from './undo-groups.ts'

/** Records are told this long after the first change that was not told. Milliseconds. */
const READ_MS = 350
/** What others do waits for the end of a composition for no longer than this. Milliseconds. */
const HOLD_MS = 5_000

export interface SuggestingOptions {
  text: Y.Text
  /** As of the story; for the keys. */
  usualGap: number
  /** Makes an id that no record has or ever had; without "|". */
  newId(): string
  /**
   * Records that are new or other than was last told, and those that are no more. What is absorbed names its winner. An id
   * that was told as withdrawn never comes again. Everything unsent that is to survive a reload is the caller's to keep.
   */
  onRecords(told: ReadOff): void
  /** Records that cannot be edited here: their words are other than they were made about, or two windows made them. */
  onStale?(records: readonly OwnProposal[]): void
  /** Decided while the author had already written on; what was written on is proposed under another id. */
  onRaced?(raced: readonly Raced[]): void
  /** The document had to be set anew; a sign of a mistake here or of a broken client elsewhere. */
  onMismatch?(reason: string): void
}

/** What the mode needs of an editor view; ProseMirror's fits. */
export interface SuggestingView {
  readonly state: EditorState
  readonly composing: boolean
  readonly props: { dispatchTransaction?: (transaction: Transaction) => void }
  updateState(state: EditorState): void
  setProps(props: { dispatchTransaction: (transaction: Transaction) => void }): void
}

/** What arrives and may have to wait: a change of the text, with decisions or without. */
interface Arrival {
  change: readonly DeltaOp[]
  decisions: readonly Decision[]
  reopened: readonly OwnProposal[]
}

export class SuggestingMode {
  private readonly options: SuggestingOptions
  private readonly ids: Ids
  private reader: Reader
  private readonly groups = new UndoGroups()
  private view: SuggestingView | null = null
  /** What stands aside while the mode is on, and what stands in its place. */
  private before: { binding: Plugin | null; own: [Plugin, Plugin]; dispatch(transaction: Transaction): void } | null =
    null
  private raw: RawSession | null = null
  private waiting: Arrival[] = []
  /** Set while a change of the text is collected for the decisions that it came with. */
  private collecting: DeltaOp[][] | null = null
  private reading: ReturnType<typeof setTimeout> | undefined
  private holding: ReturnType<typeof setTimeout> | undefined

  constructor(options: SuggestingOptions) {
    this.options = options
    this.ids = new Ids(() => options.newId())
    this.reader = new Reader(options.text)
  }

  get active(): boolean {
    return this.view !== null
  }

  get canUndo(): boolean {
    return this.view !== null && undoDepth(this.view.state) > 0
  }

  get canRedo(): boolean {
    return this.view !== null && redoDepth(this.view.state) > 0
  }

  /**
   * Begins in a view whose document is that of the text; the binding of the two stands aside until `leave`. The caret stays
   * on its characters; records that no longer fit are told as stale. Not while a character is composed in the view.
   */
  enter(view: SuggestingView, records: readonly OwnProposal[] = []): void {
    if (this.view) throw new Error('SuggestingMode.enter: it is on already')
    this.view = view
    this.reader = new Reader(this.options.text)
    const plain = (transaction: Transaction) => view.updateState(view.state.apply(transaction))
    const binding = bindingIn(view.state) ?? null
    const own: [Plugin, Plugin] = [
      history({ newGroupDelay: Number.NEGATIVE_INFINITY }),
      inputPlugin(this, this.options.usualGap),
    ]
    this.before = { binding, own, dispatch: (view.props.dispatchTransaction ?? plain).bind(view) }
    this.plugIn(own, (plugin) => plugin !== binding)
    view.setProps({ dispatchTransaction: this.dispatch })
    this.options.text.observe(this.textChanged)
    this.begin(records)
  }

  /** Ends, before the view is destroyed too: all is told, the document is that of the text, and the view as it was. */
  leave(): void {
    const { view, before } = this
    if (!view || !before) return
    this.finish()
    this.flush()
    const transaction = view.state.tr
    applyMany(transaction, unproject(view.state.doc, spansOf(ownRuns(view.state.doc))))
    this.next(remote(view.state, transaction))
    this.options.text.unobserve(this.textChanged)
    clearTimeout(this.reading)
    clearTimeout(this.holding)
    view.setProps({ dispatchTransaction: before.dispatch })
    this.plugIn(before.binding ? [before.binding] : [], (plugin) => !before.own.includes(plugin))
    this.view = null
  }

  /**
   * Decisions about one's own records, with the change of the text that came with them: `apply` makes it, in the Y.Text,
   * at once. Shown together, after a composition that is under way.
   */
  settle(decisions: readonly Decision[], apply: () => void = () => {}): void {
    this.arrive({ change: this.collect(apply), decisions, reopened: [] })
  }

  /** Decisions taken back, with the change of the text that undoes them: the records are open again, as they are given. */
  reopen(records: readonly OwnProposal[], apply: () => void = () => {}): void {
    this.arrive({ change: this.collect(apply), decisions: [], reopened: records })
  }

  /** Takes back one's own last edit, and nobody else's. False when there is none. */
  undo(): boolean {
    return this.travel(undo)
  }

  redo(): boolean {
    return this.travel(redo)
  }

  /** Ends a composition that is under way: on blur, before a switch, before the page goes. */
  finish(): void {
    const { view, raw } = this
    if (!view) return
    this.raw = null
    if (raw) {
      readCaret(view)
      const { selection } = view.state
      this.next(raw.undone(view.state))
      this.edit(raw.redone(view.state, selection))
    }
    this.drain()
  }

  /** After a composition: ends the session, unless another one has begun. */
  readonly composed = (): void => {
    if (this.view && !this.view.composing) this.finish()
  }

  /** Tells the records now instead of some time later; nothing while a composition is under way. */
  flush(): void {
    clearTimeout(this.reading)
    this.reading = undefined
    if (!this.view || this.raw || this.waiting.length > 0 || this.options.text.length === 0) return
    const told = this.reader.read(this.view.state.doc, this.ids)
    if (told.changed.length > 0 || told.withdrawn.length > 0) this.options.onRecords(told)
  }

  /** Every transaction of the view comes by here, whatever door it came in by. */
  private readonly dispatch = (transaction: Transaction): void => {
    const { view, before } = this
    if (!view || !before) return
    if (!transaction.docChanged) {
      this.next(transaction)
      return
    }
    if (this.options.text.length === 0) return
    if (this.raw || view.composing) {
      this.raw ??= new RawSession(view.state, before.own[0])
      this.next(this.raw.take(transaction))
      if (!view.composing && transaction.getMeta('composition') === undefined) this.finish()
      return
    }
    this.edit(transaction)
  }

  private edit(transaction: Transaction): void {
    const { state } = this.view!
    this.next(this.groups.grouped(state, suggested(state, transaction, this.ids)))
    this.groups.ended(this.view!.state)
    this.readLater()
  }

  private travel(command: typeof undo): boolean {
    this.finish()
    const { view } = this
    if (!view) return false
    const { doc } = view.state
    // What was undone by a decision already is passed over.
    while (view.state.doc.eq(doc) && command(view.state, (transaction) => this.undone(transaction)));
    this.groups.close()
    return !view.state.doc.eq(doc)
  }

  private undone(transaction: Transaction): void {
    const { doc } = this.view!.state
    this.next(transaction)
    const proposed = undoneAsProposed(doc, transaction, this.view!.state, this.ids)
    if (proposed) this.next(proposed)
    this.readLater()
  }

  private next(transaction: Transaction): void {
    this.before?.dispatch(transaction)
    if (!transaction.docChanged || this.view?.state.doc === transaction.doc) return
    throw new Error('SuggestingMode: another plugin changed or refused an edit')
  }

  /** Plugins that stand first; of the others those that are kept, with what they know. */
  private plugIn(first: readonly Plugin[], kept: (plugin: Plugin) => boolean): void {
    const view = this.view!
    view.updateState(view.state.reconfigure({ plugins: [...first, ...view.state.plugins.filter(kept)] }))
  }

  private readonly textChanged = (event: Y.YTextEvent): void => {
    const change = event.delta.map((op) => (op.insert === undefined ? op : { attributes: {}, ...op })) as DeltaOp[]
    if (this.collecting) this.collecting.push(change)
    else this.arrive({ change, decisions: [], reopened: [] })
  }

  private collect(apply: () => void): DeltaOp[] {
    const collected: DeltaOp[][] = []
    this.collecting = collected
    try {
      apply()
    } finally {
      this.collecting = null
    }
    return composeAll(collected)
  }

  private arrive(arrival: Arrival): void {
    if (!this.view) return
    this.waiting.push(arrival)
    if (!this.raw && !this.view.composing) this.drain()
    else this.holding ??= setTimeout(() => this.finish(), HOLD_MS)
  }

  private drain(): void {
    clearTimeout(this.holding)
    this.holding = undefined
    while (this.waiting.length > 0) this.show(this.waiting.shift()!)
  }

  private show({ change, decisions, reopened }: Arrival): void {
    const view = this.view!
    readCaret(view)
    const transaction = view.state.tr
    for (const { id } of decisions) this.reader.forget(id)
    const before = transaction.doc
    let raced: Raced[] = []
    let bereft: OwnProposal[] = []
    try {
      if (decisions.length > 0) raced = settle(transaction, decisions, change, this.ids)
      else {
        applyDelta(transaction, incoming(before, change))
        bereft = dropBereft(before, transaction, this.reader.records)
      }
      keepApart(transaction, this.ids)
    } catch (error) {
      this.anew(error instanceof Error ? error.message : String(error))
      return
    }
    if (this.waiting.length === 0 && textLength(transaction.doc) !== this.options.text.length) {
      this.anew('the document has another length than the text')
      return
    }
    if (transaction.docChanged) this.next(remote(view.state, transaction))
    for (const { id } of bereft) {
      this.reader.forget(id)
      this.ids.end(id)
    }
    if (bereft.length > 0) this.options.onStale?.(bereft)
    if (reopened.length > 0) this.add(reopened)
    if (raced.length > 0) this.options.onRaced?.(raced)
    this.readLater()
  }

  private begin(records: readonly OwnProposal[]): void {
    const view = this.view!
    const plain = docOfText(view.state.schema, this.options.text)
    if (!view.state.doc.eq(plain)) {
      const { tr, doc } = view.state
      this.next(asRemote(view.state, tr.replaceWith(0, doc.content.size, plain.content)))
    }
    if (this.options.text.length > 0) this.add(records)
  }

  /** Shows records in the document; none of their ids may stand there. */
  private add(records: readonly OwnProposal[]): void {
    const view = this.view!
    for (const { id } of records) this.ids.reopen(id)
    const { ops, shown, stale } = project(view.state.doc, this.options.text, records)
    const transaction = view.state.tr
    applyMany(transaction, ops)
    const { doc } = transaction
    keepApart(transaction, this.ids)
    this.next(remote(view.state, transaction))
    this.reader.know(shown, doc === transaction.doc ? doc : null)
    if (stale.length > 0) this.options.onStale?.(stale)
    this.readLater()
  }

  /** The document of the text as it is, with the records that were told last. */
  private anew(reason: string): void {
    this.waiting = []
    this.options.onMismatch?.(reason)
    const view = this.view!
    const plain = docOfText(view.state.schema, this.options.text)
    this.next(asRemote(view.state, view.state.tr.replaceWith(0, view.state.doc.content.size, plain.content)))
    this.add(this.reader.records)
  }

  private readLater(): void {
    this.reading ??= setTimeout(() => this.flush(), READ_MS)
  }
}

/** From how many changes on one step for all is the faster way. */
const MANY = 150

function applyMany(transaction: Transaction, ops: readonly DeltaOp[]): void {
  if (ops.length < MANY) applyDelta(transaction, ops)
  else applyAtOnce(transaction, ops)
}

function remote(before: EditorState, transaction: Transaction): Transaction {
  const { selectionSet, selection } = transaction
  asRemote(before, transaction)
  return selectionSet ? transaction.setSelection(selection) : transaction
}
