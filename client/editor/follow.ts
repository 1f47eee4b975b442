/** Follows another person's view: the page scrolls as theirs does, until one scrolls, clicks into the text or types oneself. */

import type { EditorView } from '@tiptap/pm/view'
import type { Awareness } from 'y-protocols/awareness'
import { showLineAtTop } from './line-in-view.ts'

const OWN_MOVES = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const

export class Follow {
  readonly userId: string
  private readonly view: EditorView
  private readonly awareness: Awareness
  private readonly ended: () => void
  private line: number | null = null

  /** Starts at once; `ended` is called when the person leaves or oneself moves, not on `stop`. */
  constructor(userId: string, view: EditorView, awareness: Awareness, ended: () => void) {
    this.userId = userId
    this.view = view
    this.awareness = awareness
    this.ended = ended
    awareness.on('change', this.moved)
    for (const type of OWN_MOVES) window.addEventListener(type, this.ownMove, { capture: true, passive: true })
    // Not within the constructor: the caller does not hold this object yet, and `ended` may be due at once.
    queueMicrotask(this.moved)
  }

  stop(): void {
    this.awareness.off('change', this.moved)
    for (const type of OWN_MOVES) window.removeEventListener(type, this.ownMove, { capture: true })
  }

  private readonly moved = (): void => {
    const line = lineOf(this.awareness, this.userId)
    if (line === 'gone') {
      this.end()
    } else if (line !== null && line !== this.line) {
      this.line = line
      showLineAtTop(this.view, line)
    }
  }

  /** A key or a click elsewhere (a menu, a button) does not end it; the scroll bar belongs to the root element. */
  private readonly ownMove = (event: Event): void => {
    const inText = event.target instanceof Node && this.view.dom.contains(event.target)
    const scrolls = event.type === 'wheel' || event.type === 'touchmove' || event.target === document.documentElement
    if (inText || scrolls) this.end()
  }

  private end(): void {
    this.stop()
    this.ended()
  }
}

/** First line in the person's view, from 0; null while it is not known. */
function lineOf(awareness: Awareness, userId: string): number | null | 'gone' {
  let here = false
  for (const [client, state] of awareness.getStates()) {
    if (client === awareness.clientID || state.user?.id !== userId) continue
    here = true
    const line: unknown = state.view?.line
    if (typeof line === 'number' && Number.isSafeInteger(line) && line >= 0) return line
  }
  return here ? null : 'gone'
}
