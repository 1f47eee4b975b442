/**
 * The numbers in the gutter: of the caret's line and of the one under the pointer, or of every line in view where
 * the page puts the class `numbered` on an element around the text. They lie outside the text, and only those in view exist.
 */
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { firstLineInView } from './line-in-view.ts'

export function lineNumbersPlugin(): Plugin {
  return new Plugin({ view: (view) => new LineNumbers(view) })
}

class LineNumbers {
  private readonly view: EditorView
  private readonly gutter = document.createElement('div')
  private readonly resized = new ResizeObserver(() => this.drawLater())
  private readonly switched = new MutationObserver(() => this.drawLater())
  private hovered: Element | null = null
  private frame = 0
  private drawn = ''

  constructor(view: EditorView) {
    this.view = view
    this.gutter.className = 'line-numbers'
    this.gutter.setAttribute('aria-hidden', 'true')
    view.dom.after(this.gutter)
    view.dom.addEventListener('pointermove', this.pointed, { passive: true })
    view.dom.addEventListener('pointerleave', this.pointed, { passive: true })
    document.addEventListener('scroll', this.drawLater, { capture: true, passive: true })
    this.resized.observe(view.dom)
    for (let around = view.dom.parentElement; around; around = around.parentElement) {
      this.switched.observe(around, { attributeFilter: ['class'] })
    }
    this.drawLater()
  }

  update(view: EditorView, before: EditorView['state']): void {
    if (view.state.doc !== before.doc || !view.state.selection.eq(before.selection)) this.drawLater()
  }

  destroy(): void {
    cancelAnimationFrame(this.frame)
    this.resized.disconnect()
    this.switched.disconnect()
    document.removeEventListener('scroll', this.drawLater, { capture: true })
    this.view.dom.removeEventListener('pointermove', this.pointed)
    this.view.dom.removeEventListener('pointerleave', this.pointed)
    this.gutter.remove()
  }

  private readonly pointed = (event: PointerEvent): void => {
    const target = event.type === 'pointerleave' ? null : event.target
    const line = target instanceof Node ? lineOf(this.view.dom, target) : null
    if (line === this.hovered) return
    this.hovered = line
    this.drawLater()
  }

  private readonly drawLater = (): void => {
    if (this.frame !== 0) return
    this.frame = requestAnimationFrame(() => {
      this.frame = 0
      this.draw()
    })
  }

  private draw(): void {
    const { dom, state } = this.view
    if (!dom.isConnected) return
    const top = this.gutter.getBoundingClientRect().top
    const places: [number: number, top: number][] = this.lines(state.selection.$head.index(0)).map((line) => {
      const element = dom.children[line] as HTMLElement
      const padding = element.classList.contains('scene') ? Number.parseFloat(getComputedStyle(element).paddingTop) : 0
      return [line + 1, Math.round(element.getBoundingClientRect().top - top + padding)]
    })
    const now = JSON.stringify(places)
    if (now === this.drawn) return
    this.drawn = now
    this.gutter.replaceChildren(
      ...places.map(([number, place]) => {
        const span = document.createElement('span')
        span.textContent = String(number)
        span.style.top = `${place}px`
        return span
      }),
    )
  }

  private lines(caret: number): number[] {
    const { children } = this.view.dom
    if (this.view.dom.closest('.numbered')) {
      const first = firstLineInView(this.view)
      const lines: number[] = []
      for (let line = Math.max(0, first - 1); line < children.length; line += 1) {
        if (children[line]!.getBoundingClientRect().top > window.innerHeight) break
        lines.push(line)
      }
      return lines
    }
    const hovered = this.hovered ? Array.prototype.indexOf.call(children, this.hovered) : -1
    return [...new Set([caret, hovered])].filter((line) => line >= 0 && line < children.length)
  }
}

function lineOf(text: HTMLElement, target: Node): Element | null {
  let node: Node | null = target
  while (node && node.parentNode !== text) node = node.parentNode
  return node instanceof Element ? node : null
}
