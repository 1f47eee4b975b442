/** Marks drawn over the text that are set from outside and then move with their characters until they are set again. */
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { type Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'

export class DrawnLayer {
  readonly plugin: Plugin<DecorationSet>
  private readonly key: PluginKey<DecorationSet>

  constructor(name: string) {
    const key = new PluginKey<DecorationSet>(name)
    this.key = key
    this.plugin = new Plugin({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply(transaction, drawn, _, { doc }) {
          const marks: readonly Decoration[] | undefined = transaction.getMeta(key)
          // DecorationSet.create empties the array it is given.
          if (marks) return DecorationSet.create(doc, [...marks])
          return transaction.docChanged ? drawn.map(transaction.mapping, doc) : drawn
        },
      },
      props: { decorations: (state) => key.getState(state) },
    })
  }

  /** What is drawn now, at its present places. */
  drawn(view: EditorView): Decoration[] {
    return this.key.getState(view.state)?.find() ?? []
  }

  /** Adds the setting of these marks to a transaction; places are those after it. */
  set(transaction: Transaction, marks: readonly Decoration[]): Transaction {
    return transaction.setMeta(this.key, marks)
  }

  clear(view: EditorView): void {
    if (this.key.getState(view.state) !== DecorationSet.empty) view.dispatch(this.set(view.state.tr, []))
  }
}
