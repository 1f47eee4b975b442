/** One tab of one person for tests: a ReviewSync on a line to a small ledger, with a store that may be another tab's too. */
import { signal } from '@preact/signals-core'
import type { Ask } from '../../../client/sync/review.ts'
import { ReviewSync } from '../../../client/sync/review-sync.ts'
import type { NotesFacts } from '../../../client/sync/save-state.ts'
import type { Role } from '../../../shared/roles.ts'
import type { ReviewFrame } from '../../../shared/wire/frames.ts'
import { MemoryReview } from './memory-review.ts'
import { type Feed, Line, type SmallLedger } from './small-ledger.ts'

export class ReviewClient {
  readonly account: string
  readonly store: MemoryReview
  readonly sync: ReviewSync
  readonly line: Line
  readonly role = signal<Role | null>('editor')
  /** Updates of the text, as they were applied. */
  readonly applied: Uint8Array[] = []
  readonly frames: [ReviewFrame, Uint8Array][] = []
  notes: NotesFacts | null = null
  announced = 0
  readonly #ledger: SmallLedger
  #feed: Feed | null = null

  constructor(ledger: SmallLedger, account: string, store = new MemoryReview(), announce?: () => void) {
    this.#ledger = ledger
    this.account = account
    this.store = store
    this.line = new Line(ledger, account)
    this.sync = new ReviewSync({
      me: account,
      role: this.role,
      store,
      post: (commands) => this.line.post(commands),
      applyText: (update) => this.applied.push(update),
      askAfter: (seq) => this.#tellAfter(seq),
      told: (notes) => {
        this.notes = notes
      },
      announce: () => {
        this.announced += 1
        announce?.()
      },
    })
  }

  get state() {
    return this.sync.state.value
  }

  get waiting() {
    return this.sync.waiting.value
  }

  /** Opened and connected. */
  static async open(ledger: SmallLedger, account: string, store?: MemoryReview): Promise<ReviewClient> {
    const client = new ReviewClient(ledger, account, store)
    await client.sync.begin()
    client.connect()
    return client
  }

  connect(size?: number): void {
    this.disconnect()
    this.#feed = {
      account: this.account,
      take: (frame, update) => {
        this.frames.push([frame, update])
        this.sync.take(frame, update)
      },
    }
    this.sync.online()
    this.#ledger.tellAfter(this.#feed, this.sync.after(), size)
  }

  disconnect(): void {
    if (this.#feed) this.#ledger.feeds.delete(this.#feed)
    this.#feed = null
    this.sync.offline()
  }

  /** Neither the feed nor a request gets through. */
  goOffline(): void {
    this.disconnect()
    this.line.cut = true
  }

  goOnline(): void {
    this.line.cut = false
    this.line.deaf = false
    this.connect()
  }

  #tellAfter(seq: number): void {
    if (this.#feed) this.#ledger.tellAfter(this.#feed, seq)
  }
}

export const noteId = (name: string) => name.padEnd(8, '-')

export function openNote(name: string, more: Partial<Extract<Ask, { type: 'open-note' }>> = {}): Ask {
  return { type: 'open-note', note: noteId(name), kind: 'comment', anchor: null, quote: null, body: name, ...more }
}

export function propose(name: string): Ask {
  const spot = { client: 1, clock: 1 }
  return {
    type: 'propose',
    suggestion: noteId(name),
    anchor: { first: spot, last: spot },
    base: [{ insert: 'a', attributes: {} }],
    change: [{ insert: name, attributes: {} }, { delete: 1 }],
  }
}
