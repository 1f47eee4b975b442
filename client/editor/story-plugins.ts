/** All that acts inside the editor, in the order in which it must act: the binding first, then keys, then what is drawn. */
import { Extension } from '@tiptap/core'
import { type Binding, bindingPlugin } from './binding.ts'
import type { EditorHandle } from './editor-handle.ts'
import { keysPlugin } from './keys.ts'
import { lineLookPlugin } from './line-look.ts'
import type { StoryUndo } from './undo.ts'

export interface StoryParts {
  binding: Binding
  undoing: StoryUndo
  handle: EditorHandle
}

export function storyPlugins({ binding, undoing, handle }: StoryParts): Extension {
  return Extension.create({
    name: 'story',
    // Tiptap sorts plugins by this; nothing may come before the binding.
    priority: 10_000,
    addProseMirrorPlugins: () => [bindingPlugin(binding), keysPlugin(handle.gap, undoing), lineLookPlugin()],
  })
}
