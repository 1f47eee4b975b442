/** Ties signals to a Lit element: what is read through it while rendering causes a new rendering when it changes. */
import { effect, type ReadonlySignal } from '@preact/signals-core'
import type { ReactiveController, ReactiveControllerHost } from 'lit'

export class Watch implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #watched = new Map<ReadonlySignal<unknown>, () => void>()

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  /** The signal's value now; the host renders again after each later one. */
  read<T>(signal: ReadonlySignal<T>): T {
    if (!this.#watched.has(signal)) this.#watched.set(signal, this.#follow(signal))
    return signal.peek()
  }

  hostDisconnected(): void {
    for (const stop of this.#watched.values()) stop()
    this.#watched.clear()
  }

  #follow(signal: ReadonlySignal<unknown>): () => void {
    let first = true
    return effect(() => {
      void signal.value
      if (!first) this.#host.requestUpdate()
      first = false
    })
  }
}
