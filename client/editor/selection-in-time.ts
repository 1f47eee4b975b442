/**
 * Keys that come faster than the browser tells of the selection: Chromium moves it at once and says so in a later task, and
 * a cut or a deletion in between would take what was selected a key before. So the editor is told first.
 */
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/** Must stand before every plugin that acts on keys. */
export function selectionInTimePlugin(): Plugin {
  const seen: Partial<Pick<Selection, 'anchorNode' | 'anchorOffset' | 'focusNode' | 'focusOffset'>> = {}
  const see = (): void => {
    const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection() ?? {}
    Object.assign(seen, { anchorNode, anchorOffset, focusNode, focusOffset })
  }
  const inTime = (view: EditorView): false => {
    const now = document.getSelection()
    if (!now || view.composing) return false
    const told =
      now.anchorNode === seen.anchorNode &&
      now.anchorOffset === seen.anchorOffset &&
      now.focusNode === seen.focusNode &&
      now.focusOffset === seen.focusOffset
    if (!told) document.dispatchEvent(new Event('selectionchange'))
    return false
  }
  return new Plugin({
    view: () => {
      document.addEventListener('selectionchange', see)
      return { destroy: () => document.removeEventListener('selectionchange', see) }
    },
    props: { handleDOMEvents: { keydown: inTime, copy: inTime, cut: inTime, paste: inTime } },
  })
}
