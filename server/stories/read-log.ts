/** Reads a story from its log alone, without a room: for commands, which may run beside a server. */
import { Refusal } from '../../shared/refusals.ts'
import type { Storage } from '../storage/storage.ts'
import type { Digester, Drafts } from './desk.ts'

/** What was committed when `draft` was called. */
export class LogDrafts implements Drafts {
  readonly #storage: Storage
  readonly #digester: Digester

  constructor(storage: Storage, digester: Digester) {
    this.#storage = storage
    this.#digester = digester
  }

  async draft(story: string): ReturnType<Drafts['draft']> {
    const room = await this.#storage.rooms.load(story)
    if (!room) throw new Refusal('not-found', 'There is no such story.')
    const { draft } = await this.#digester.digest(
      room.snapshot,
      room.tail.map(({ update }) => update),
    )
    return { draft, seq: room.tail.at(-1)?.seq ?? room.upto }
  }
}
