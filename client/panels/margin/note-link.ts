/** "#note=ID" in the address opens that note, once it is there. */
import type { ReactiveController, ReactiveControllerHost } from 'lit'

export class NoteLink implements ReactiveController {
  /** The thread asked for that was not opened yet. */
  wanted: string | null = null
  readonly #host: ReactiveControllerHost

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#read)
    this.#read()
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#read)
  }

  readonly #read = (): void => {
    this.wanted = /^#note=([A-Za-z0-9_-]{8,40})$/.exec(location.hash)?.[1] ?? this.wanted
    this.#host.requestUpdate()
  }
}
