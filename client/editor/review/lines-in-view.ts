/** Which lines are near the view, so that only their marks exist. Measured when the view leaves them, not at every key. */
import type { EditorView } from '@tiptap/pm/view'
import { firstLineInView } from '../line-in-view.ts'

/** With so few threads all of them are drawn, whatever is in view. */
const FEW = 60

export class LinesInView {
  /** Index of the first line, and of the one behind the last. */
  first = 0
  end = 0
  private whole = false
  private lines = -1
  private known = false
  /** Whether all lines are in because there are few threads. */
  private few = false

  /** Measured anew at the next chance. */
  forget(): void {
    this.known = false
    this.whole = false
  }

  /** Every line, until `forget`: for paper. */
  all(): void {
    this.known = false
    this.whole = true
  }

  /** True while what is in view lies within the lines; else they are due to be measured. */
  covers(view: EditorView): boolean {
    if (!this.known) return false
    const { children } = view.dom
    const [top, foot] = [children[this.first], children[this.end - 1]]
    const above = this.first === 0 || (top && top.getBoundingClientRect().top <= 0)
    const below = this.end >= children.length || (foot && foot.getBoundingClientRect().bottom >= window.innerHeight)
    this.known = Boolean(above && below)
    return this.known
  }

  /** A screen above and a screen below what is in view. */
  measure(view: EditorView, threads: number): void {
    const { children } = view.dom
    const count = view.state.doc.childCount
    const few = threads <= FEW
    if (few !== this.few) this.known = false
    this.few = few
    if (this.whole || few) {
      this.first = 0
      this.end = count
      this.known = true
      this.lines = count
      return
    }
    if (this.known && this.lines === count) return
    const screen = window.innerHeight
    let first = Math.min(firstLineInView(view), count - 1)
    let end = first
    while (first > 0 && children[first]!.getBoundingClientRect().bottom > -screen) first -= 1
    while (end < count && (children[end]?.getBoundingClientRect().top ?? 0) < 2 * screen) end += 1
    this.first = first
    this.end = end
    this.lines = count
    this.known = true
  }
}
