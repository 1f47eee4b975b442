/** What is being asked of the server by a list of people, so that its row turns meanwhile, and why the last thing failed. */
import type { ReactiveControllerHost } from 'lit'
import { ApiError, sayError } from '../../sync/api.ts'

export class Attempts {
  readonly #host: ReactiveControllerHost
  #busy: ReadonlySet<string> = new Set()
  #wrong = ''

  /** The host renders again whenever something is asked or answered. */
  constructor(host: ReactiveControllerHost) {
    this.#host = host
  }

  /** By what `run` was given. */
  get busy(): ReadonlySet<string> {
    return this.#busy
  }

  /** A sentence for people; '' after a thing that went through. */
  get wrong(): string {
    return this.#wrong
  }

  forget(): void {
    this.#wrong = ''
    this.#host.requestUpdate()
  }

  /** True when it went through. False when the server would not, then `wrong` says why; whatever else `act` throws goes on. */
  async run(what: string, act: () => Promise<void>): Promise<boolean> {
    this.#turn(new Set([...this.#busy, what]))
    try {
      await act()
      this.#wrong = ''
      return true
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      this.#wrong = sayError(error)
      return false
    } finally {
      this.#turn(new Set([...this.#busy].filter((one) => one !== what)))
    }
  }

  #turn(busy: ReadonlySet<string>): void {
    this.#busy = busy
    this.#host.requestUpdate()
  }
}
