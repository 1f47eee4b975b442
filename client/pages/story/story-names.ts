/**
 * The people that a story speaks of, by their accounts: asked for as they turn up. Who is not known yet has an empty name
 * rather than a wrong one; "Somebody" is who stays unknown once the server has answered, or cannot be asked.
 */
import { outsiderName } from '../../../shared/review/outsiders.ts'
import type { Person } from '../../../shared/wire/people.ts'
import { ApiError } from '../../sync/api.ts'

export class StoryNames {
  readonly #ask: () => Promise<readonly Person[]>
  readonly #changed: () => void
  #people: readonly Person[] = []
  #person = this.#lookup()
  readonly #met = new Set<string>()
  /** Requests under way. */
  #asking = 0
  #stopped = false

  /** `changed`: a name is another one than before. */
  constructor(ask: () => Promise<readonly Person[]>, changed: () => void) {
    this.#ask = ask
    this.#changed = changed
  }

  /** Another array whenever a name may have changed. */
  get people(): readonly Person[] {
    return this.#people
  }

  known(account: string): Person | undefined {
    const name = outsiderName(account)
    return name === null ? this.#people.find(({ id }) => id === account) : { id: account, name, swatch: 8 }
  }

  /** Another function whenever a name may have changed, so that elements which are handed it draw anew. */
  get person(): (account: string) => Person {
    return this.#person
  }

  /** Asks once for those that nobody here knows yet. */
  async meet(accounts: Iterable<string>): Promise<void> {
    const fresh = [...accounts].filter((account) => !this.known(account) && !this.#met.has(account))
    for (const account of fresh) this.#met.add(account)
    if (fresh.length > 0) await this.load()
  }

  async load(): Promise<void> {
    this.#asking += 1
    let people = this.#people
    try {
      people = await this.#ask()
    } catch (error) {
      // Offline, or no longer allowed in: the page says so elsewhere, and names wait for the next visit.
      if (!(error instanceof ApiError)) throw error
    } finally {
      this.#asking -= 1
      this.#people = [...people]
      this.#person = this.#lookup()
      if (!this.#stopped) this.#changed()
    }
  }

  stop(): void {
    this.#stopped = true
  }

  #lookup(): (account: string) => Person {
    return (account) => this.known(account) ?? { id: account, name: this.#asking > 0 ? '' : 'Somebody', swatch: 8 }
  }
}
