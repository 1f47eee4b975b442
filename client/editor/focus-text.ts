/** Puts the keyboard on the text, also where it may only be read: by itself ProseMirror takes it just to write. */
import type { EditorView } from '@tiptap/pm/view'

/** Does not scroll. */
export function focusText(view: EditorView): void {
  view.focus()
  if (!view.editable) view.dom.focus({ preventScroll: true })
}
