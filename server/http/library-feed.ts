/**
 * Tells open libraries what changed, each only what its reader may see. Pokes are gathered for a moment, then compared
 * with what each reader was told last, so that nothing is said twice.
 */
import { may } from '../../shared/roles.ts'
import type { LibraryEvent, Story } from '../../shared/wire/api.ts'
import { type Actor, rolesOf } from '../auth/actor.ts'
import type { StoredStory } from '../storage/storage.ts'
import type { Desk } from '../stories/desk.ts'
import { listStories } from '../stories/list-stories.ts'
import type { CardWriter } from '../stories/story-card.ts'

interface Reader {
  actor: Actor
  send: (event: LibraryEvent) => void
  /** Story id → what was told last, as JSON. */
  told: Map<string, string>
}

export interface FeedTimes {
  /** Milliseconds in which pokes are gathered. */
  gather: number
  /** Milliseconds between looks at `Storage.version`. */
  poll: number
}

export class LibraryFeed {
  readonly #desk: Desk
  readonly #cards: CardWriter
  readonly #times: FeedTimes
  readonly #log: (fault: string) => void
  readonly #readers = new Set<Reader>()
  readonly #poked = new Set<string>()
  #pokedAll = false
  #timer: NodeJS.Timeout | null = null
  #poll: NodeJS.Timeout | null = null
  #version: number | null = null

  constructor(
    desk: Desk,
    cards: CardWriter,
    log: (fault: string) => void,
    times: FeedTimes = { gather: 250, poll: 1000 },
  ) {
    this.#desk = desk
    this.#cards = cards
    this.#log = log
    this.#times = times
  }

  /** Something about this story may have changed; null = about any. */
  poke(story: string | null): void {
    if (this.#readers.size === 0) return
    if (story === null) this.#pokedAll = true
    else this.#poked.add(story)
    this.#timer ??= setTimeout(() => void this.#flush(), this.#times.gather)
  }

  /**
   * From the moment this resolves every change is sent; what is there now is for the reader to ask for afterwards.
   * Returns the way out.
   */
  async subscribe(actor: Actor, send: (event: LibraryEvent) => void): Promise<() => void> {
    const reader: Reader = { actor, send, told: new Map() }
    const cards = await this.#cards.cards(await listStories(this.#desk, actor), actor.user?.id ?? '')
    for (const card of cards) reader.told.set(card.id, JSON.stringify(card))
    this.#readers.add(reader)
    return () => this.#readers.delete(reader)
  }

  /** Begins to look for what other processes write; `changed` is called when one did. */
  watch(changed: () => Promise<void>): void {
    const look = async () => {
      try {
        const version = await this.#desk.storage.version()
        if (this.#version !== null && version !== this.#version) {
          this.poke(null)
          await changed()
        }
        this.#version = version
      } catch (error) {
        this.#log(`library feed: ${String(error)}`)
      }
      if (this.#poll) this.#poll = setTimeout(() => void look(), this.#times.poll).unref()
    }
    this.#poll = setTimeout(() => void look(), 0).unref()
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer)
    if (this.#poll) clearTimeout(this.#poll)
    this.#timer = null
    this.#poll = null
    this.#readers.clear()
  }

  async #flush(): Promise<void> {
    const all = this.#pokedAll
    const poked = new Set(this.#poked)
    this.#pokedAll = false
    this.#poked.clear()
    try {
      await this.#tell(all, poked)
    } catch (error) {
      this.#log(`library feed: ${String(error)}`)
    }
    this.#timer = null
    const more = this.#pokedAll || this.#poked.size > 0
    if (more && this.#readers.size > 0) this.#timer = setTimeout(() => void this.#flush(), this.#times.gather)
  }

  async #tell(all: boolean, poked: Set<string>): Promise<void> {
    const stories = await this.#stories(all, poked)
    for (const reader of [...this.#readers]) {
      const user = reader.actor.user && (await this.#desk.storage.people.user(reader.actor.user.id))
      // Somebody removed hears nothing more; their stream is shut through the ticket that opened it.
      if (reader.actor.user && (!user || user.goneAt !== null)) continue
      const roleOf = await rolesOf(this.#desk, { ...reader.actor, user })
      const rows = stories.flatMap((story) => {
        const role = roleOf(story)
        return may(role, 'read') && role ? [{ story, role }] : []
      })
      const cards = await this.#cards.cards(rows, user?.id ?? '')
      const byId = new Map(cards.map((card) => [card.id, card]))
      const ids = all ? new Set([...byId.keys(), ...reader.told.keys()]) : poked
      for (const id of ids) tell(reader, id, byId.get(id) ?? null)
    }
  }

  /** Those of the stories asked for that are there. */
  async #stories(all: boolean, poked: Set<string>): Promise<StoredStory[]> {
    const { stories } = this.#desk.storage
    const rows = all ? await stories.list() : await Promise.all([...poked].map((id) => stories.get(id)))
    return rows.flatMap((row) => (row && row.deletedAt === null ? [row] : []))
  }
}

function tell(reader: Reader, id: string, story: Story | null): void {
  const text = story && JSON.stringify(story)
  if (text === (reader.told.get(id) ?? null)) return
  if (text === null) reader.told.delete(id)
  else reader.told.set(id, text)
  reader.send({ id, story })
}
