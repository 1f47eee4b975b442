/** Scrolls the page so that a place in the text can be read, with room for the bars above and below. */
import type { EditorView } from '@tiptap/pm/view'

/** CSS pixels that bars may cover at the top and at the foot of the window. */
export const COVERED = { top: 72, bottom: 56, left: 0, right: 0 } as const

/** Scrolls only when the place is out of view, and then brings it to the upper third. Works without the keyboard's focus. */
export function reveal(view: EditorView, position: number): void {
  const { top, bottom } = view.coordsAtPos(position)
  const { innerHeight } = window
  if (top >= COVERED.top && bottom <= innerHeight - COVERED.bottom) return
  window.scrollBy({ top: top - innerHeight / 3, behavior: 'instant' })
}
