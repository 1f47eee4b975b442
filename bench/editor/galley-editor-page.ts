/** <story-editor> as it ships: binding, undo, look of the lines, carets, find, outline, its own styles. */
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { StoryEditor } from '../../client/editor/story-editor.ts'
import { TEXT_ROOT } from '../../shared/story/attributes.ts'
import { flatNovel, flatTypist } from './galley-text.ts'
import { offer } from './workload.ts'

offer({
  novel: flatNovel,
  other: flatTypist,
  async open(novel, place) {
    const doc = new Y.Doc()
    const text = doc.getText(TEXT_ROOT)
    Y.applyUpdate(doc, novel)
    const element = new StoryEditor()
    element.handle = { doc, text, awareness: new Awareness(doc), me: { id: 'me', name: 'Me', swatch: 1 }, gap: 2 }
    place.append(element)
    await element.updateComplete
    const content = element.querySelector('.ProseMirror') as (HTMLElement & { editor?: { view: never } }) | null
    if (!content?.editor) throw new Error('galley-editor-page: the story editor has no Tiptap editor in it')
    return { view: content.editor.view, apply: (update) => Y.applyUpdate(doc, update, 'server') }
  },
})
