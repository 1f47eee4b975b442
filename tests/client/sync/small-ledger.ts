/** A server's ledger for tests: judges, stamps and tells, through a network that can lose requests, answers and connections. */
import { ApiError } from '../../../client/sync/api.ts'
import { Refusal } from '../../../shared/refusals.ts'
import { type Command, CommandSchema } from '../../../shared/review/commands.ts'
import type { EventBody, ReviewEvent } from '../../../shared/review/events.ts'
import { judge, maySee } from '../../../shared/review/judge.ts'
import { reduce } from '../../../shared/review/reduce.ts'
import { EMPTY_REVIEW, type ReviewState } from '../../../shared/review/state.ts'
import type { Role } from '../../../shared/roles.ts'
import type { ReviewFrame } from '../../../shared/wire/frames.ts'
import type { CommandResult } from '../../../shared/wire/review.ts'

export interface Feed {
  account: string
  take(frame: ReviewFrame, update: Uint8Array): void
}

const NOTHING = new Uint8Array()

export class SmallLedger {
  events: ReviewEvent[] = []
  state: ReviewState = EMPTY_REVIEW
  readonly feeds = new Set<Feed>()
  readonly roles = new Map<string, Role>()
  /** Ids of commands that were said no to. */
  readonly refused = new Set<string>()
  /** How often each command arrived. */
  readonly posted = new Map<string, number>()
  /** What an accepted decision does to the text. */
  update: Uint8Array = NOTHING
  stale: CommandResult['stale'] = []

  async post(account: string, commands: readonly unknown[]): Promise<CommandResult[]> {
    await Promise.resolve()
    return commands.map((given) => this.#do(account, CommandSchema.parse(structuredClone(given))))
  }

  /** In frames of `size` events. */
  tellAfter(feed: Feed, after: number, size = 1000): void {
    this.feeds.add(feed)
    const head = this.events.length
    const missing = this.visible(feed.account).filter(({ seq }) => seq > after)
    for (; missing.length > size; ) {
      const events = missing.splice(0, size)
      feed.take({ events: structuredClone(events), head: events.at(-1)?.seq ?? 0, more: true }, NOTHING)
    }
    feed.take({ events: structuredClone(missing), head }, NOTHING)
  }

  /** All that this account may see. */
  visible(account: string): ReviewEvent[] {
    return this.events.filter((event) => this.#sees(account, event))
  }

  /** Everything after event `seq` never happened. */
  restore(seq: number): void {
    this.events = this.events.slice(0, seq)
    this.state = reduce(EMPTY_REVIEW, this.events)
    this.feeds.clear()
  }

  #do(account: string, command: Command): CommandResult {
    this.posted.set(command.id, (this.posted.get(command.id) ?? 0) + 1)
    const before = this.events.find(({ id }) => id === command.id)
    const plain = { id: command.id, seq: null, error: null, stale: [] }
    if (before) return { ...plain, seq: before.seq }
    try {
      judge(this.state, command, { id: account, role: this.roles.get(account) ?? 'editor' })
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      this.refused.add(command.id)
      return { ...plain, error: { code: error.code, message: error.message } }
    }
    if (command.type === 'decide' && command.decisions.every(({ suggestion }) => this.#isStale(suggestion))) {
      return { ...plain, error: { code: 'conflict', message: 'The words have changed.' }, stale: this.stale }
    }
    const seq = this.events.length + 1
    const event = { ...this.#body(command), seq, at: new Date(seq * 1000).toISOString(), by: account } as ReviewEvent
    this.events.push(event)
    this.state = reduce(this.state, [event])
    for (const feed of this.feeds) {
      const seen = this.#sees(feed.account, event) ? [structuredClone(event)] : []
      feed.take({ events: seen, head: seq }, event.type === 'decide' ? this.update : NOTHING)
    }
    return { ...plain, seq, stale: command.type === 'decide' ? this.stale : [] }
  }

  #isStale(id: string): boolean {
    return this.stale.some(({ suggestion }) => suggestion === id)
  }

  #body(command: Command): EventBody {
    if (command.type !== 'decide') return command as EventBody
    const { decisions, ...rest } = command
    const outcomes = decisions
      .filter(({ suggestion }) => !this.#isStale(suggestion))
      .map(({ suggestion, rev }) => {
        const { base, anchor } = this.state.suggestions.get(suggestion)!
        return { suggestion, rev, before: base, after: base, anchor, amended: false }
      })
    return { ...rest, outcomes }
  }

  #sees(account: string, event: ReviewEvent): boolean {
    if (event.type === 'see') return event.by === account
    const thread = 'note' in event ? event.note : 'thread' in event ? event.thread : null
    const note = thread === null ? undefined : this.#notes().get(thread)
    return note === undefined || maySee(note, account)
  }

  /** Notes as they were opened; a deleted one stays private. */
  #notes(): Map<string, { private: boolean; by: string }> {
    const opened = this.events.flatMap((event) => (event.type === 'open-note' ? [[event.note, event] as const] : []))
    return new Map(opened)
  }
}

/** One person's way to the ledger. */
export class Line {
  readonly #ledger: SmallLedger
  readonly #account: string
  /** Nothing reaches the server. */
  cut = false
  /** The server does what is asked, and its answers are lost. */
  deaf = false
  /** Its tab has crashed. */
  dead = false

  constructor(ledger: SmallLedger, account: string) {
    this.#ledger = ledger
    this.#account = account
  }

  async post(commands: readonly unknown[]): Promise<CommandResult[]> {
    await (this.dead ? new Promise(() => undefined) : Promise.resolve())
    if (this.cut) throw new ApiError('unreachable', 'The server cannot be reached.', 0)
    const results = await this.#ledger.post(this.#account, commands)
    if (this.deaf) throw new ApiError('unreachable', 'The server cannot be reached.', 0)
    return results
  }
}
