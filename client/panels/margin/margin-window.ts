/** What the margin must know of the window: its width, scrolling, printing, what was touched and what is selected. */
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { watchSelection } from './selection-watch.ts'

/** Below this width there is no room for cards. */
const COMPACT = '(max-width: 64rem)'
/** A caret that moves so soon after a press was put there by it. Milliseconds. */
const TOUCH = 600

export interface WindowActs {
  /** Lines may stand elsewhere in the window. */
  moved: () => void
  /** Has to be on the page when it returns. */
  print: (on: boolean) => void
  /** Height of the selection in the window, pixels; null when nothing is selected. */
  selected: (y: number | null) => void
}

export class MarginWindow implements ReactiveController {
  compact = false
  #touched = Number.NEGATIVE_INFINITY
  #leaving = new AbortController()
  readonly #host: ReactiveControllerHost
  readonly #acts: WindowActs

  constructor(host: ReactiveControllerHost, acts: WindowActs) {
    this.#host = host
    this.#acts = acts
    host.addController(this)
  }

  /** Something on the page was pressed a moment ago. */
  get touched(): boolean {
    return performance.now() - this.#touched < TOUCH
  }

  hostConnected(): void {
    this.#leaving = new AbortController()
    const { signal } = this.#leaving
    const { moved, print, selected } = this.#acts
    const media = matchMedia(COMPACT)
    const measure = () => {
      this.compact = media.matches
      this.#host.requestUpdate()
    }
    const touch = () => {
      this.#touched = performance.now()
    }
    measure()
    media.addEventListener('change', measure, { signal })
    addEventListener('scroll', moved, { signal, passive: true })
    addEventListener('resize', moved, { signal })
    addEventListener('beforeprint', () => print(true), { signal })
    addEventListener('afterprint', () => print(false), { signal })
    document.addEventListener('pointerdown', touch, { signal, capture: true })
    document.addEventListener('click', touch, { signal, capture: true })
    signal.addEventListener('abort', watchSelection(selected), { once: true })
  }

  hostDisconnected(): void {
    this.#leaving.abort()
  }
}
