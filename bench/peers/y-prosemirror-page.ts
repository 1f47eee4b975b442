/** Tiptap with y-prosemirror's own plugins. */
import { Editor, Extension } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'
import { ySyncPlugin, yUndoPlugin } from 'y-prosemirror'
import * as Y from 'yjs'
import { offer } from '../editor/workload.ts'
import { FRAGMENT, xmlNovel, xmlTypist } from './xml-novel.ts'

offer({
  novel: xmlNovel,
  other: xmlTypist,
  open(novel, element) {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, novel)
    const plugins = Extension.create({
      name: 'bound',
      priority: 10_000,
      addProseMirrorPlugins: () => [ySyncPlugin(doc.getXmlFragment(FRAGMENT)), yUndoPlugin()],
    })
    const kit = StarterKit.configure({ undoRedo: false, trailingNode: false })
    const editor = new Editor({ element, extensions: [kit, plugins] })
    return { view: editor.view, apply: (update) => Y.applyUpdate(doc, update, 'server') }
  },
})
