/**
 * Sockets and streams that stay open, by the ticket that opened them: when a session ends or a token is revoked, here or
 * from the command line, what it opened is shut.
 */
import type { AuthDesk } from '../auth/desk.ts'
import { expired } from '../auth/sessions.ts'

export class OpenDoors {
  readonly #desk: AuthDesk
  readonly #open = new Map<string, Set<() => void>>()

  constructor(desk: AuthDesk) {
    this.#desk = desk
  }

  /** `shut` is called at most once, when the ticket ends. The returned function forgets the door. */
  add(ticket: string, shut: () => void): () => void {
    const doors = this.#open.get(ticket) ?? new Set()
    this.#open.set(ticket, doors.add(shut))
    return () => {
      doors.delete(shut)
      if (doors.size === 0 && this.#open.get(ticket) === doors) this.#open.delete(ticket)
    }
  }

  /** Shuts all that the ticket opened. */
  shut(ticket: string): void {
    const doors = this.#open.get(ticket)
    this.#open.delete(ticket)
    for (const shut of doors ?? []) shut()
  }

  /** Shuts all that the ticket opened if it is gone or over; for a door that was opened while it may have ended. */
  async look(ticket: string): Promise<void> {
    const found = await this.#desk.storage.people.ticket(ticket)
    if (!found || expired(this.#desk, found)) this.shut(ticket)
  }

  /** Shuts what tickets opened that are gone or over by now. */
  async sweep(): Promise<void> {
    for (const hash of [...this.#open.keys()]) await this.look(hash)
  }

  shutAll(): void {
    for (const ticket of [...this.#open.keys()]) this.shut(ticket)
  }
}
