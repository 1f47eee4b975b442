/** Follows what is selected in the text on the screen, so that a button can be offered beside it. */

/** Calls back, once a frame, with the height of the selection's first line in the window; null when there is none. */
export function watchSelection(changed: (y: number | null) => void): () => void {
  let frame = 0
  const read = () => {
    frame = 0
    changed(selectedAt())
  }
  const moved = () => {
    frame ||= requestAnimationFrame(read)
  }
  document.addEventListener('selectionchange', moved)
  return () => {
    document.removeEventListener('selectionchange', moved)
    cancelAnimationFrame(frame)
  }
}

/** Pixels from the top of the window; null when nothing is selected in the text. */
export function selectedAt(): number | null {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  return topOfRange(selection)
}

/** The same for a caret alone. */
export function caretAt(): number | null {
  const selection = getSelection()
  return selection && selection.rangeCount > 0 ? topOfRange(selection) : null
}

function topOfRange(selection: Selection): number | null {
  const { anchorNode } = selection
  const element = anchorNode instanceof Element ? anchorNode : anchorNode?.parentElement
  if (!element?.closest('.sheet')) return null
  const rect = selection.getRangeAt(0).getClientRects()[0]
  return (rect ?? element.getBoundingClientRect()).top
}
