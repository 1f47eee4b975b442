/** Keeps the keyboard in a part whose button is gone once it was pressed: a word that is decided, a row that is another. */
import type { ReactiveController, ReactiveControllerHost } from 'lit'

export class HoldFocus implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement
  readonly #rows: string
  readonly #otherwise: string
  #held = false
  /** Of the row that has the keyboard, or had it last. */
  #row = -1

  /** Selectors in the part: its rows, of which the one in the same place goes on, and what does when there is none. */
  constructor(host: ReactiveControllerHost & HTMLElement, rows: string, otherwise: string) {
    this.#host = host
    this.#rows = rows
    this.#otherwise = otherwise
    host.addController(this)
    host.addEventListener('focusin', ({ target }) => {
      this.#row = [...host.querySelectorAll(rows)].findIndex((row) => row.contains(target as Node))
    })
  }

  hostUpdate(): void {
    this.#held = this.#host.contains(document.activeElement)
  }

  hostUpdated(): void {
    if (this.#held) this.settle()
  }

  /** Does nothing while the keyboard is somewhere; for after a dialog that was opened from here, too. */
  settle(): void {
    const { activeElement } = document
    if (activeElement !== null && activeElement !== document.body) return
    const rows = this.#row === -1 ? [] : [...this.#host.querySelectorAll(this.#rows)]
    const row = rows[Math.min(this.#row, rows.length - 1)]
    const next = row?.querySelector<HTMLElement>('button') ?? this.#host.querySelector<HTMLElement>(this.#otherwise)
    next?.focus()
  }
}
