/**
 * Another's edit never moves the line one types in. Before a remote change is shown, the place of the caret on the
 * screen is taken (of the first line in view when the caret is elsewhere), and the page is scrolled by what it moved.
 * The browser's own anchoring holds the top line, not the caret's, so it is off while the text has the focus.
 */
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { isRemote } from './binding.ts'
import { firstLineInView } from './line-in-view.ts'

export class ScrollAnchor {
  private view: EditorView | null = null
  private frame = 0

  /** Ties it to a view, and lets go when one's own edit or move takes the caret elsewhere. */
  readonly plugin = new Plugin({
    view: (view) => {
      this.view = view
      return {
        destroy: () => {
          this.release()
          this.view = null
        },
      }
    },
    appendTransaction: (transactions) => {
      if (transactions.some((each) => !isRemote(each) && (each.docChanged || each.selectionSet))) this.release()
      return null
    },
  })

  /** Call before the change is shown; more calls within one frame are one. */
  hold(): void {
    const { view } = this
    if (this.frame !== 0 || !view?.hasFocus()) return
    const place = reference(view)
    if (!place) return
    const before = place() + window.scrollY
    this.frame = requestAnimationFrame(() => {
      this.frame = 0
      const moved = place() + window.scrollY - before
      if (Math.abs(moved) >= 1) window.scrollBy({ top: moved, behavior: 'instant' })
    })
  }

  private release(): void {
    cancelAnimationFrame(this.frame)
    this.frame = 0
  }
}

/** How far from the window's top the thing to hold is; asks anew at each call. */
function reference(view: EditorView): (() => number) | null {
  const caretTop = () => view.coordsAtPos(view.state.selection.head).top
  const top = caretTop()
  if (top >= 0 && top <= window.innerHeight) return caretTop
  const line = view.dom.children[firstLineInView(view)]
  return line ? () => line.getBoundingClientRect().top : null
}
