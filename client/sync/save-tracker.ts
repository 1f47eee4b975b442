/** Runs the reducer of save-state against the clock, and shows its result as a signal. */
import { type ReadonlySignal, signal } from '@preact/signals-core'
import {
  afterEvent,
  isAnswered,
  mayLeave,
  nextChangeAt,
  noFacts,
  type SaveEvent,
  type SaveFacts,
  type SaveState,
  saveStateOf,
} from './save-state.ts'

export class SaveTracker {
  readonly #state = signal<SaveState>({ kind: 'saved' })
  #facts: SaveFacts = noFacts(Date.now())
  readonly #waiting: (() => void)[] = []
  #timer: ReturnType<typeof setTimeout> | null = null

  get state(): ReadonlySignal<SaveState> {
    return this.#state
  }

  get facts(): SaveFacts {
    return this.#facts
  }

  /** False while leaving the page would lose words. */
  get mayLeave(): boolean {
    return mayLeave(this.#facts)
  }

  tell(event: SaveEvent): void {
    this.#facts = afterEvent(this.#facts, event)
    this.#show()
    if (isAnswered(this.#facts)) for (const done of this.#waiting.splice(0)) done()
  }

  /** Resolves when the server has said of all that was sent whether it took it, or after `limit` milliseconds. */
  answered(limit: number): Promise<void> {
    if (isAnswered(this.#facts)) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, limit)
      this.#waiting.push(() => {
        clearTimeout(timer)
        resolve()
      })
    })
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  #show(): void {
    const now = Date.now()
    const state = saveStateOf(this.#facts, now)
    if (JSON.stringify(state) !== JSON.stringify(this.#state.value)) this.#state.value = state
    this.stop()
    const next = nextChangeAt(this.#facts, now)
    if (next !== null) this.#timer = setTimeout(() => this.#show(), next - now)
  }
}
