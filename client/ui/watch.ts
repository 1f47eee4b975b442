/** Ties signals to a Lit element: what is read through it while rendering causes a new rendering when it changes. */
import { effect, type ReadonlySignal, untracked } from '@preact/signals-core'
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
    this.tell(signal, () => this.#host.requestUpdate())
    return signal.peek()
  }

  /** Calls `act` after each later change of the signal, without a rendering; the first act given for a signal stays. */
  tell(signal: ReadonlySignal<unknown>, act: () => void): void {
    if (!this.#watched.has(signal)) this.#watched.set(signal, follow(signal, act))
  }

  hostDisconnected(): void {
    for (const stop of this.#watched.values()) stop()
    this.#watched.clear()
  }
}

function follow(signal: ReadonlySignal<unknown>, act: () => void): () => void {
  let first = true
  return effect(() => {
    void signal.value
    if (!first) untracked(act)
    first = false
  })
}
