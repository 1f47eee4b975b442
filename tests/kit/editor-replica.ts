/** An editor without a view, bound to a Y.Text of its own as the real one is, and checked as a whole after every change. */
import { EditorState, type Transaction } from '@tiptap/pm/state'
import * as Y from 'yjs'
import { Binding, BoundView, bindingPlugin, type StateHolder } from '../../client/editor/binding.ts'
import { storySchema } from '../../client/editor/schema.ts'
import { docOfText } from '../../client/editor/text-to-doc.ts'
import { StoryUndo } from '../../client/editor/undo.ts'
import { textOf } from '../../shared/story/story-doc.ts'

export const USUAL_GAP = 2
export const schema = storySchema(USUAL_GAP)

export class EditorReplica implements StateHolder {
  readonly doc = new Y.Doc()
  readonly text = textOf(this.doc)
  readonly undoing: StoryUndo
  readonly mismatches: string[] = []
  /** Updates made here, in order. */
  readonly updates: Uint8Array[] = []
  /** As while a person composes with an input method; `compose(false)` ends it. */
  composing = false
  private readonly binding: Binding
  private readonly bound: BoundView
  private current: EditorState

  constructor(seed: Uint8Array, clientId: number) {
    this.doc.clientID = clientId
    Y.applyUpdate(this.doc, seed)
    this.binding = new Binding(this.text, { verify: true, onMismatch: (reason) => this.mismatches.push(reason) })
    this.undoing = new StoryUndo(this.binding)
    this.current = EditorState.create({
      doc: this.binding.docOf(schema),
      plugins: [bindingPlugin(this.binding)],
    })
    this.bound = new BoundView(this, this.binding)
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== REMOTE) this.updates.push(update)
    })
  }

  get state(): EditorState {
    return this.current
  }

  dispatch(transaction: Transaction): void {
    this.current = this.current.applyTransaction(transaction).state
    this.bound.update()
    this.check()
  }

  receive(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, REMOTE)
    this.check()
  }

  compose(composing: boolean): void {
    this.composing = composing
    if (!composing) this.bound.release()
    this.check()
  }

  /** Throws unless the editor shows exactly what the text says. */
  check(): void {
    const expected = docOfText(schema, this.text)
    if (!this.binding.behind(this.current.doc).eq(expected))
      throw new Error(`the editor shows\n${this.binding.behind(this.current.doc)}\nthe text is\n${expected}`)
    this.current.doc.check()
  }

  destroy(): void {
    this.bound.destroy()
    this.undoing.destroy()
    this.doc.destroy()
  }
}

const REMOTE = 'remote'
