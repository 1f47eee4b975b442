/** Tiptap with Galley's binding and undo, and nothing else of Galley. */
import { Editor, Extension } from '@tiptap/core'
import * as Y from 'yjs'
import { Binding, bindingPlugin } from '../../client/editor/binding.ts'
import { storyExtensions } from '../../client/editor/schema.ts'
import { StoryUndo } from '../../client/editor/undo.ts'
import { TEXT_ROOT } from '../../shared/story/attributes.ts'
import { flatNovel, flatTypist } from './galley-text.ts'
import { offer } from './workload.ts'

const USUAL_GAP = 2

offer({
  novel: flatNovel,
  other: flatTypist,
  open(novel, element) {
    const doc = new Y.Doc()
    const text = doc.getText(TEXT_ROOT)
    Y.applyUpdate(doc, novel)
    const binding = new Binding(text)
    const undoing = new StoryUndo(binding)
    const plugins = Extension.create({
      name: 'bound',
      priority: 10_000,
      addProseMirrorPlugins: () => [bindingPlugin(binding)],
    })
    const editor = new Editor({
      element,
      extensions: [...storyExtensions(USUAL_GAP), plugins],
      onBeforeCreate({ editor }) {
        editor.options.content = binding.docOf(editor.schema) as never
      },
      onDestroy: () => undoing.destroy(),
    })
    return { view: editor.view, apply: (update) => Y.applyUpdate(doc, update, 'server') }
  },
})
