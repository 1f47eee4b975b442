/** Which line stands at the top of the window, and how to bring a line there. */
import type { EditorView } from '@tiptap/pm/view'
import { COVERED } from './reveal.ts'

/** Index of the first line that reaches below the bar at the top; the last line when all are above it. */
export function firstLineInView(view: EditorView): number {
  const lines = view.dom.children
  let [low, high] = [0, Math.max(0, lines.length - 1)]
  while (low < high) {
    const middle = (low + high) >> 1
    if (lines[middle]!.getBoundingClientRect().bottom > COVERED.top) high = middle
    else low = middle + 1
  }
  return low
}

/** Scrolls so that the line at `index`, clamped to the story, stands at the top of the window. */
export function showLineAtTop(view: EditorView, index: number): void {
  const lines = view.dom.children
  const line = lines[Math.min(Math.max(index, 0), lines.length - 1)]
  if (!line) return
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  window.scrollBy({
    top: line.getBoundingClientRect().top - COVERED.top,
    behavior: still ? 'instant' : 'smooth',
  })
}
