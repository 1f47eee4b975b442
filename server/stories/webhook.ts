/**
 * The webhook: what happens in reviews and everybody with access may see, posted to one address in order for each story.
 * The queue is the ledger itself and a stored position: nothing is held here but the names of stories, a restart goes on
 * where it was, and an event may come twice but is never left out. Works beside the rooms; nobody waits for it.
 */
import { record } from '../auth/activity.ts'
import { shownJson } from '../rooms/ledger.ts'
import type { StoredEvent, StoredStory } from '../storage/storage.ts'
import type { Desk } from './desk.ts'
import { personOf, titleNow } from './story-card.ts'
import { NotTaken, postSigned, type WebhookSettings } from './webhook-post.ts'

/** All in milliseconds. */
export interface WebhookTimes {
  /** What happens within this comes together. */
  gather: number
  /** For one delivery. */
  timeout: number
  /** After the first failure; doubled with each that follows, up to `lastRetry`. */
  firstRetry: number
  lastRetry: number
}

const TIMES: WebhookTimes = { gather: 200, timeout: 10_000, firstRetry: 1_000, lastRetry: 300_000 }

/** Events of one delivery; the storage's page ends sooner at about 1 MiB. */
const MOST_EVENTS = 100

/** So many events that are not to be delivered are read again rather than noted. */
const MOST_PASSED = 1_000

/** What happened in a deleted story waits for it to be brought back; so often it is asked, milliseconds. */
const DELETED_AGAIN = 60_000

interface Waiting {
  /** When it may be delivered, of performance.now(). */
  due: number
  /** In a row. */
  failures: number
}

export class Webhook {
  readonly #desk: Desk
  readonly #settings: WebhookSettings
  readonly #log: (fault: string) => void
  readonly #times: WebhookTimes
  /** Stories in whose review something has to be delivered. */
  readonly #waiting = new Map<string, Waiting>()
  readonly #stop = new AbortController()
  /** The receiver cannot be reached: nothing is delivered before `until`. */
  #down = { failures: 0, until: 0 }
  #running: Promise<void> | null = null
  #wake: () => void = () => undefined

  constructor(desk: Desk, settings: WebhookSettings, log: (fault: string) => void, times = TIMES) {
    this.#desk = desk
    this.#settings = settings
    this.#log = log
    this.#times = times
  }

  /** Called before anything happens in a review: from here on nothing is left out. */
  async start(): Promise<void> {
    const { webhook } = this.#desk.storage
    await webhook.begin()
    for (const story of await webhook.behind()) this.poke(story)
    this.#running = this.#run()
  }

  /** Something has happened in the review of this story, and is on disk. */
  poke(story: string): void {
    if (!this.#waiting.has(story)) this.#wait(story, this.#times.gather)
  }

  /** Ends a delivery that is under way; it comes again after the next start. */
  async close(): Promise<void> {
    this.#stop.abort()
    this.#wake()
    await this.#running
  }

  #wait(story: string, milliseconds: number, failures = 0): void {
    this.#waiting.set(story, { due: performance.now() + milliseconds, failures })
    this.#wake()
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const next = this.#next()
      const pause = next ? Math.max(next.due, this.#down.until) - performance.now() : Number.POSITIVE_INFINITY
      if (next && pause <= 0) {
        this.#waiting.delete(next.story)
        await this.#attend(next.story, next.failures)
      } else await this.#sleep(pause)
    }
  }

  /** The one that is due first. */
  #next(): (Waiting & { story: string }) | null {
    let first: (Waiting & { story: string }) | null = null
    for (const [story, waiting] of this.#waiting) if (!first || waiting.due < first.due) first = { story, ...waiting }
    return first
  }

  #sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = Number.isFinite(milliseconds)
        ? setTimeout(() => this.#wake(), Math.max(1, milliseconds))
        : undefined
      this.#wake = () => {
        clearTimeout(timer)
        this.#wake = () => undefined
        resolve()
      }
      if (this.#stop.signal.aborted) this.#wake()
    })
  }

  async #attend(story: string, failures: number): Promise<void> {
    try {
      const row = await this.#desk.storage.stories.get(story)
      if (!row) return
      if (row.deletedAt !== null) {
        this.#wait(story, DELETED_AGAIN, failures)
        return
      }
      const more = await this.#deliver(row)
      if (failures > 0) await this.#back(failures, story)
      // Another may have been waiting for longer.
      if (more) this.#wait(story, 0)
    } catch (error) {
      if (!this.#stop.signal.aborted) await this.#failed(story, failures + 1, error)
    }
  }

  /** The next events behind the story's position; true when there are more. */
  async #deliver(story: StoredStory): Promise<boolean> {
    const { review, webhook } = this.#desk.storage
    const after = await webhook.position(story.id)
    // Of a reader without an account: what is for one person alone is not among them.
    const { events, upto, head } = await review.list(story.id, after, MOST_EVENTS, '')
    const last = events.at(-1)
    if (last) {
      const id = `${story.id}_${last.seq}`
      const body = await this.#bodyOf(story, events)
      const { timeout } = this.#times
      await postSigned(this.#settings, { id, at: this.#desk.now(), body }, timeout, this.#stop.signal)
      await this.#reached()
    }
    // What is for one person alone moves the position with the next that is for all, or when it is much.
    if (last || upto - after > MOST_PASSED) await webhook.move(story.id, upto)
    return upto < head
  }

  async #bodyOf(story: StoredStory, events: readonly StoredEvent[]): Promise<string> {
    const { people } = this.#desk.storage
    const users = await Promise.all([...new Set(events.map(({ user }) => user))].map((id) => people.user(id)))
    const about = { id: story.id, name: story.name, title: titleNow(story) }
    const named = users.flatMap((user) => (user ? [personOf(user)] : []))
    return `{"story":${JSON.stringify(about)},"people":${JSON.stringify(named)},"events":[${events.map(shownJson).join(',')}]}`
  }

  async #reached(): Promise<void> {
    const { failures } = this.#down
    this.#down = { failures: 0, until: 0 }
    if (failures > 0) await this.#back(failures, null)
  }

  /** One that was refused waits by itself; when nothing gets through, all wait. */
  async #failed(story: string, failures: number, error: unknown): Promise<void> {
    const refused = !(error instanceof NotTaken) || error.refused
    const times = refused ? failures : this.#down.failures + 1
    const pause = Math.min(this.#times.firstRetry * 2 ** Math.min(times - 1, 30), this.#times.lastRetry)
    if (refused) this.#wait(story, pause, failures)
    else {
      this.#down = { failures: times, until: performance.now() + pause }
      this.#wait(story, 0)
    }
    if (times > 1) return
    const message = error instanceof Error ? error.message : String(error)
    this.#log(`webhook ${this.#settings.url.host}: ${message}; what happens waits and is sent again`)
    await this.#note('webhook-failed', refused ? story : null, { message })
  }

  async #back(failures: number, story: string | null): Promise<void> {
    this.#log(`webhook ${this.#settings.url.host}: takes events again, after ${failures} in vain`)
    await this.#note('webhook-back', story, {})
  }

  async #note(act: 'webhook-failed' | 'webhook-back', story: string | null, detail: Record<string, string>) {
    try {
      await record(this.#desk, null, { act, story, detail: { host: this.#settings.url.host, ...detail } })
    } catch (error) {
      this.#log(`activity: ${String(error)}`)
    }
  }
}
