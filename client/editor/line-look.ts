/**
 * How lines stand on the sheet, as far as their own attributes (schema.ts) and the sheet's CSS cannot tell: the line
 * the caret is on gets `here`, and an empty story a `blank` sheet. Nothing here walks the document at a key press.
 */
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

export function lineLookPlugin(): Plugin {
  return new Plugin<Here>({
    key,
    state: {
      init: (_, { doc, selection }) => mark(doc, selection.$head.index(0)),
      apply(transaction, here, _, { doc, selection }) {
        const line = selection.$head.index(0)
        const same = line === here.line && doc.childCount === here.lines
        if (same && !transaction.docChanged) return here
        // Typing in one line: the mark is mapped, and rebuilt only when the line was replaced as a whole.
        const marks = same ? here.marks.map(transaction.mapping, doc) : DecorationSet.empty
        return same && marks.find().length === 1 ? { ...here, marks } : mark(doc, line)
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.marks,
      attributes: ({ doc }) => ({
        class: doc.childCount === 1 && doc.child(0).content.size === 0 ? 'type blank' : 'type',
      }),
    },
  })
}

interface Here {
  line: number
  lines: number
  marks: DecorationSet
}

const key = new PluginKey<Here>('line-look')

function mark(doc: Node, line: number): Here {
  let from = 0
  for (let before = 0; before < line; before += 1) from += doc.child(before).nodeSize
  const node = doc.maybeChild(line)
  const marks = node ? [Decoration.node(from, from + node.nodeSize, { class: 'here' })] : []
  return { line, lines: doc.childCount, marks: DecorationSet.create(doc, marks) }
}
