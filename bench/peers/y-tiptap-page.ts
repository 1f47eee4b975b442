/** Tiptap with its own collaboration extension (@tiptap/y-tiptap). */
import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { StarterKit } from '@tiptap/starter-kit'
import * as Y from 'yjs'
import { offer } from '../editor/workload.ts'
import { FRAGMENT, xmlNovel, xmlTypist } from './xml-novel.ts'

offer({
  novel: xmlNovel,
  other: xmlTypist,
  open(novel, element) {
    const document = new Y.Doc()
    Y.applyUpdate(document, novel)
    const kit = StarterKit.configure({ undoRedo: false, trailingNode: false })
    const editor = new Editor({ element, extensions: [kit, Collaboration.configure({ document, field: FRAGMENT })] })
    return { view: editor.view, apply: (update) => Y.applyUpdate(document, update, 'server') }
  },
})
