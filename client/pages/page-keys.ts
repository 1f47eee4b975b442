/** The keys that all pages but a story's have: Ctrl K or F1 for the commands, "?" for the list of keys. */
import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { showKeys } from './show-keys.ts'

type Page = ReactiveControllerHost & ParentNode

export class PageKeys implements ReactiveController {
  readonly #page: Page
  readonly #more: (event: KeyboardEvent) => boolean

  /**
   * The page holds a <command-palette> and a <keys-dialog>. `more` is asked of each further key that is no letter of what is
   * being typed; true when it was the page's own.
   */
  constructor(page: Page, more: (event: KeyboardEvent) => boolean = () => false) {
    this.#page = page
    this.#more = more
    page.addController(this)
  }

  readonly commands = (): void => {
    this.#page.querySelector('command-palette')?.show()
  }

  readonly list = (): void => {
    showKeys(this.#page)
  }

  hostConnected(): void {
    addEventListener('keydown', this.#pressed)
  }

  hostDisconnected(): void {
    removeEventListener('keydown', this.#pressed)
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || event.altKey || document.querySelector('dialog:modal')) return
    const mod = event.ctrlKey || event.metaKey
    const writing = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)
    if ((mod && event.key.toLowerCase() === 'k') || event.key === 'F1') this.commands()
    else if (mod || writing) return
    else if (event.key === '?') this.list()
    else if (!this.#more(event)) return
    event.preventDefault()
  }
}
