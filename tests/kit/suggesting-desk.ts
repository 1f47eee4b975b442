/** Suggesting mode without a browser: one person's editor, its text, what was told, and how documents are written down. */
import type { Node } from '@tiptap/pm/model'
import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { Transform } from '@tiptap/pm/transform'
import * as Y from 'yjs'
import { Binding, bindingPlugin } from '../../client/editor/binding.ts'
import { flatLength, positionAt } from '../../client/editor/positions.ts'
import { applyAtOnce } from '../../client/editor/suggesting/apply-at-once.ts'
import { ownRuns, runsOf, spansOf, textLength } from '../../client/editor/suggesting/display.ts'
import { applyDelta } from '../../client/editor/suggesting/display-delta.ts'
import { type OwnProposal, project, unproject } from '../../client/editor/suggesting/records.ts'
import type { Raced } from '../../client/editor/suggesting/settle.ts'
import { textAttributes } from '../../client/editor/suggesting/suggest.ts'
import { SuggestingMode, type SuggestingView } from '../../client/editor/suggesting/suggesting-mode.ts'
import { PROPOSAL, tokenOf } from '../../client/editor/suggesting/token.ts'
import { docOfText } from '../../client/editor/text-to-doc.ts'
import { type Base, lengthOf } from '../../shared/review/change.ts'
import type { Draft } from '../../shared/story/draft.ts'
import { encodeStory, textOf } from '../../shared/story/story-doc.ts'
import { schema, USUAL_GAP } from './editor-replica.ts'

/** As much of an editor view as suggesting mode needs. */
export class FakeView implements SuggestingView {
  composing = false
  state: EditorState
  props: SuggestingView['props'] = {}

  constructor(state: EditorState) {
    this.state = state
  }

  updateState(state: EditorState): void {
    this.state = state
  }

  setProps(props: SuggestingView['props']): void {
    this.props = props
  }

  dispatch(transaction: Transaction): void {
    if (this.props.dispatchTransaction) this.props.dispatchTransaction(transaction)
    else this.state = this.state.apply(transaction)
  }
}

export class SuggestingDesk {
  readonly doc = new Y.Doc()
  readonly text = textOf(this.doc)
  readonly view: FakeView
  readonly mode: SuggestingMode
  /** What the author's side says is open, by id. */
  readonly told = new Map<string, OwnProposal>()
  readonly withdrawn: { id: string; into: string | null }[] = []
  readonly raced: Raced[] = []
  readonly stale: OwnProposal[] = []
  readonly mismatches: string[] = []
  private ids = 0

  constructor(seed: Uint8Array, prefix = 'r', records: readonly OwnProposal[] = []) {
    Y.applyUpdate(this.doc, seed)
    const plain = bindingPlugin(new Binding(this.text))
    this.view = new FakeView(EditorState.create({ doc: docOfText(schema, this.text), plugins: [plain] }))
    this.mode = new SuggestingMode({
      text: this.text,
      usualGap: USUAL_GAP,
      newId: () => {
        this.ids += 1
        return `${prefix}${this.ids}`
      },
      onRecords: ({ changed, withdrawn }) => {
        for (const record of changed) this.told.set(record.id, record)
        for (const { id } of withdrawn) this.told.delete(id)
        this.withdrawn.push(...withdrawn)
      },
      onStale: (records) => {
        for (const { id } of records) this.told.delete(id)
        this.stale.push(...records)
      },
      onRaced: (raced) => this.raced.push(...raced),
      onMismatch: (reason) => this.mismatches.push(reason),
    })
    for (const record of records) this.told.set(record.id, record)
    this.mode.enter(this.view, records)
  }

  get state(): EditorState {
    return this.view.state
  }

  /** The records as they are now. */
  records(): OwnProposal[] {
    this.mode.flush()
    return [...this.told.values()]
  }

  /** Sets caret or selection by display indexes. */
  select(from: number, to = from): void {
    const { doc, tr } = this.state
    this.view.dispatch(tr.setSelection(TextSelection.create(doc, positionAt(doc, from), positionAt(doc, to))))
  }

  type(text: string): void {
    for (const letter of text) this.view.dispatch(this.state.tr.insertText(letter))
  }

  /** The document with `[+new]`, `[-struck]`, `[~formatted]`, "¶" for a line end and "|" for the caret. */
  get shown(): string {
    return written(this.state.doc)
  }

  get caret(): string {
    const { doc, selection } = this.state
    const at = selection.head - selection.$head.index(0)
    return `${written(doc, 1, at)}|${written(doc, at, flatLength(doc))}`
  }

  destroy(): void {
    if (this.mode.active) this.mode.leave()
    this.doc.destroy()
  }
}

/** A story of these lines. */
export function seedOf(...lines: string[]): Uint8Array {
  const draft: Draft = { lines: lines.map((text) => ({ spans: text === '' ? [] : [{ text }] })) }
  return encodeStory(draft, 1)
}

/** Characters between display indexes, written down. */
export function written(doc: Node, from = 1, to = flatLength(doc)): string {
  let out = ''
  let open = ''
  for (const { text, attributes } of runsOf(doc, from, to)) {
    const token = tokenOf(attributes[PROPOSAL])
    const sign = token ? { ins: '+', del: '-', fmt: '~' }[token.kind] : ''
    const mark = token ? `${sign}${token.id}` : ''
    if (mark !== open) out += `${open ? ']' : ''}${sign ? `[${sign}` : ''}`
    out += text.replaceAll('\n', '¶')
    open = mark
  }
  return open ? `${out}]` : out
}

/** The characters as if all was accepted. */
export function accepted(doc: Node): Base {
  return runsOf(doc, 0, flatLength(doc)).flatMap(({ text, attributes: { [PROPOSAL]: value, ...attributes } }) =>
    tokenOf(value)?.kind === 'del' ? [] : [{ insert: text, attributes }],
  )
}

/** The characters as if all was rejected. */
export function rejected(doc: Node): Base {
  return runsOf(doc, 0, flatLength(doc)).flatMap(({ text, attributes }) =>
    tokenOf(attributes[PROPOSAL])?.kind === 'ins' ? [] : [{ insert: text, attributes: textAttributes(attributes) }],
  )
}

/** The document that stands for a text and these records. */
export function rebuilt(
  text: Y.Text,
  records: readonly OwnProposal[],
  doc = docOfText(schema, text),
): { doc: Node; stale: readonly OwnProposal[] } {
  const { ops, stale } = project(doc, text, records)
  const transform = new Transform(doc)
  applyDelta(transform, ops)
  const atOnce = EditorState.create({ doc }).tr
  applyAtOnce(atOnce, ops)
  if (!atOnce.doc.eq(transform.doc)) throw new Error(`at once:\n${atOnce.doc}\nnot:\n${transform.doc}`)
  return { doc: transform.doc, stale }
}

/** Throws unless the document, without what is proposed, is the text, and its records stand apart. */
export function checkDocument(doc: Node, text: Y.Text, records: readonly OwnProposal[]): void {
  doc.check()
  const plain = docOfText(doc.type.schema, text)
  const transform = new Transform(doc)
  applyDelta(transform, unproject(doc, spansOf(ownRuns(doc))))
  const atOnce = EditorState.create({ doc }).tr
  applyAtOnce(atOnce, unproject(doc, spansOf(ownRuns(doc))))
  if (!atOnce.doc.eq(plain)) throw new Error(`without proposals, at once:\n${atOnce.doc}\nthe text:\n${plain}`)
  if (!transform.doc.eq(plain)) throw new Error(`without proposals:\n${transform.doc}\nthe text:\n${plain}`)
  if (textLength(doc) !== text.length) throw new Error(`${textLength(doc)} characters, the text has ${text.length}`)
  const spans = spansOf(ownRuns(doc)).sort((a, b) => a.from - b.from)
  for (const [index, span] of spans.entries()) {
    const next = spans[index + 1]
    if (next && next.from <= span.to) throw new Error(`records ${span.id} and ${next.id} touch: ${written(doc)}`)
  }
  const ids = (each: readonly { id: string }[]) =>
    each
      .map(({ id }) => id)
      .sort()
      .join()
  if (ids(spans) !== ids(records)) throw new Error(`in the document ${ids(spans)}, told ${ids(records)}`)
  const again = rebuilt(text, records, plain)
  if (again.stale.length > 0) throw new Error(`stale: ${JSON.stringify(again.stale)}\n${written(doc)}`)
  if (!again.doc.eq(doc)) throw new Error(`rebuilt:\n${written(again.doc)}\nlive:\n${written(doc)}`)
}

/** In UTF-16 code units. */
export function visibleCaret({ doc, selection }: EditorState): number {
  const at = selection.head - selection.$head.index(0)
  const before = runsOf(doc, 0, at).filter(({ attributes }) => tokenOf(attributes[PROPOSAL])?.kind !== 'del')
  return lengthOf(before.map(({ text }) => ({ insert: text })))
}
