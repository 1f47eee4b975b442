/** All that acts inside the editor, in the order in which it must act: the binding first, then keys, then what is drawn. */
import { Extension } from '@tiptap/core'
import { type Binding, bindingPlugin } from './binding.ts'
import { caretPlugins } from './carets.ts'
import { clipboardPlugin } from './clipboard.ts'
import type { EditorHandle } from './editor-handle.ts'
import type { FindSession } from './find.ts'
import { keysPlugin } from './keys.ts'
import { lineLookPlugin } from './line-look.ts'
import { lineNeighboursPlugin } from './line-neighbours.ts'
import { lineNumbersPlugin } from './line-numbers.ts'
import type { ReviewLayer } from './review/review-layer.ts'
import type { ScrollAnchor } from './scroll-anchor.ts'
import { selectionInTimePlugin } from './selection-in-time.ts'
import type { StoryUndo } from './undo.ts'

export interface StoryParts {
  binding: Binding
  undoing: StoryUndo
  anchor: ScrollAnchor
  find: FindSession
  review: ReviewLayer
  handle: EditorHandle
}

export function storyPlugins({ binding, undoing, anchor, find, review, handle }: StoryParts): Extension {
  return Extension.create({
    name: 'story',
    // Tiptap sorts plugins by this; nothing may come before the binding.
    priority: 10_000,
    addProseMirrorPlugins() {
      return [
        bindingPlugin(binding),
        selectionInTimePlugin(),
        anchor.plugin,
        keysPlugin(handle.gap, undoing),
        clipboardPlugin(this.editor.schema, handle.gap),
        lineLookPlugin(),
        lineNumbersPlugin(),
        lineNeighboursPlugin(handle.gap),
        ...review.plugins,
        ...find.plugins.map(({ plugin }) => plugin),
        ...caretPlugins(handle),
      ]
    },
  })
}
