/**
 * A page with one <story-editor> in suggesting mode and a text in its own browser only, for scenes with real keys. What a
 * test asks of it stands in `window.desk`. It is bundled by suggesting-stage.ts and never ships.
 */
import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { flatLength, indexOf, positionAt } from '../../client/editor/positions.ts'
import { StoryEditor } from '../../client/editor/story-editor.ts'
import type { OwnProposal } from '../../client/editor/suggesting/records.ts'
import { SuggestingMode } from '../../client/editor/suggesting/suggesting-mode.ts'
import type { Draft } from '../../shared/story/draft.ts'
import { encodeStory, textOf } from '../../shared/story/story-doc.ts'
import { checkDocument, written } from './suggesting-desk.ts'
import { acceptInto } from './suggesting-room.ts'

export interface DeskOfPage {
  start(draft: Draft): Promise<void>
  /** By display indexes; 1 is the start of the first line. */
  select(from: number, to?: number): void
  /** As in suggesting-desk, with "|" at the caret. */
  caret(): string
  /** Somebody else's edit, by text indexes. */
  others(at: number, gone: number, words: string): void
  /** Decides on the record with this number, in the order in which they were made. */
  decide(number: number, accepted: boolean): void
  /** Leaves the mode, or enters it again. */
  toggle(): void
  /** False when there is nothing to undo. */
  undo(): boolean
  redo(): boolean
  /** What a spell-check menu does: the browser names a range of the line, and other words for it. */
  correct(line: number, from: number, to: number, words: string): void
  records(): OwnProposal[]
  text(): string
  /** Throws when the document, the text, the records and the page do not agree. */
  check(): void
}

class Desk implements DeskOfPage {
  private text_!: Y.Text
  private editor!: Editor
  private mode!: SuggestingMode
  private told = new Map<string, OwnProposal>()
  private made = 0
  private faults: string[] = []

  async start(draft: Draft): Promise<void> {
    document.body.replaceChildren()
    this.told.clear()
    const doc = new Y.Doc()
    Y.applyUpdate(doc, encodeStory(draft, 1))
    this.text_ = textOf(doc)
    const element = new StoryEditor()
    const me = { id: 'me', name: 'Me', swatch: 1 }
    element.handle = { doc, text: this.text_, awareness: new Awareness(doc), me, gap: 2 }
    document.body.append(element)
    await element.updateComplete
    this.editor = (element.querySelector('.ProseMirror') as unknown as { editor: Editor }).editor
    this.mode = new SuggestingMode({
      text: this.text_,
      usualGap: 2,
      newId: () => {
        this.made += 1
        return `r${this.made}`
      },
      onRecords: ({ changed, withdrawn }) => {
        for (const record of changed) this.told.set(record.id, record)
        for (const { id } of withdrawn) this.told.delete(id)
      },
      onStale: (records) => this.faults.push(`stale ${JSON.stringify(records)}`),
      onMismatch: (reason) => this.faults.push(reason),
    })
    this.mode.enter(this.editor.view, [])
    this.editor.view.focus()
  }

  select(from: number, to = from): void {
    const { view } = this.editor
    const { doc, tr } = view.state
    view.dispatch(tr.setSelection(TextSelection.create(doc, positionAt(doc, from), positionAt(doc, to))))
    view.focus()
  }

  caret(): string {
    const { doc, selection } = this.editor.state
    const at = indexOf(doc, selection.head)
    return `${written(doc, 1, at)}|${written(doc, at, flatLength(doc))}`
  }

  others(at: number, gone: number, words: string): void {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.text_.doc!))
    textOf(doc).applyDelta([{ retain: at }, { delete: gone }, { insert: words, attributes: {} }])
    Y.applyUpdate(this.text_.doc!, Y.encodeStateAsUpdate(doc))
  }

  decide(number: number, accepted: boolean): void {
    this.mode.flush()
    const record = [...this.told.values()][number]
    if (!record) throw new Error(`no record ${number}`)
    this.told.delete(record.id)
    this.mode.settle([{ ...record, accepted }], () => {
      if (accepted && !acceptInto(this.text_, record)) throw new Error('stale')
    })
  }

  toggle(): void {
    if (this.mode.active) this.mode.leave()
    else this.mode.enter(this.editor.view, [...this.told.values()])
  }

  undo(): boolean {
    return this.mode.undo()
  }

  redo(): boolean {
    return this.mode.redo()
  }

  correct(line: number, from: number, to: number, words: string): void {
    const text = this.editor.view.dom.children[line]!.firstChild!
    const range = new StaticRange({ startContainer: text, startOffset: from, endContainer: text, endOffset: to })
    const event = new InputEvent('beforeinput', {
      inputType: 'insertReplacementText',
      data: words,
      targetRanges: [range],
      bubbles: true,
      cancelable: true,
    })
    this.editor.view.dom.dispatchEvent(event)
  }

  records(): OwnProposal[] {
    this.mode.flush()
    return [...this.told.values()]
  }

  text(): string {
    return this.text_.toString().slice(1)
  }

  check(): void {
    const { state, view } = this.editor
    if (this.faults.length > 0) throw new Error(this.faults.join('; '))
    checkDocument(state.doc, this.text_, this.records())
    const drawn = [...view.dom.children].map((line) => line.textContent)
    const lines: string[] = []
    state.doc.forEach((line) => {
      lines.push(line.textContent)
    })
    if (drawn.join('\n') !== lines.join('\n'))
      throw new Error(`the page shows ${drawn.join('¶')}, not ${lines.join('¶')}`)
  }
}

;(window as unknown as { desk: DeskOfPage }).desk = new Desk()
