/** A review without a server: commands are judged and folded at once by the shared code; what is stale is set by the test. */
import { type Signal, signal } from '@preact/signals-core'
import type { MarginSource, Placed } from '../../../../client/panels/margin/margin-source.ts'
import { type Ask, type ReviewHandle, StaleRefusal, type Waiting } from '../../../../client/sync/review.ts'
import { apply, type Base, type Change, wordsOf } from '../../../../shared/review/change.ts'
import { CommandSchema } from '../../../../shared/review/commands.ts'
import type { EventBody, Outcome, ReviewEvent } from '../../../../shared/review/events.ts'
import { decidedBy, judge } from '../../../../shared/review/judge.ts'
import { reduce } from '../../../../shared/review/reduce.ts'
import { EMPTY_REVIEW, type ReviewState } from '../../../../shared/review/state.ts'
import type { Role } from '../../../../shared/roles.ts'

export class ReviewDesk implements ReviewHandle {
  readonly me: string
  readonly state: Signal<ReviewState> = signal(EMPTY_REVIEW)
  readonly waiting: Signal<readonly Waiting[]> = signal([])
  readonly seenBefore = signal(0)
  readonly ready = Promise.resolve()
  readonly events: ReviewEvent[] = []
  /** Suggestions whose words are other ones now. */
  readonly stale = new Map<string, Base | null>()
  role: Role = 'editor'
  /** No server: commands are taken and nothing happens. */
  away = false
  #ids = 0
  #minute = 0

  constructor(me: string) {
    this.me = me
  }

  ask(command: Ask): ReturnType<ReviewHandle['ask']> {
    return this.by(this.me, command, this.role)
  }

  /** As somebody else. */
  async by(account: string, asked: Ask, role: Role = 'editor'): ReturnType<ReviewHandle['ask']> {
    this.#ids += 1
    const command = CommandSchema.parse({ ...asked, id: `command-${this.#ids}` })
    if (this.away) return { seq: null, stale: [] }
    judge(this.state.peek(), command, { id: account, role })
    const stale = command.type === 'decide' && command.verdict === 'accept' ? this.#staleOf(command.decisions) : []
    const body = this.#bodyOf(command, new Set(stale.map(({ suggestion }) => suggestion)))
    if (!body) throw new StaleRefusal('The words have changed.', stale)
    return { seq: this.note(account, body), stale }
  }

  note(account: string, body: EventBody): number {
    this.#minute += 1
    const seq = this.state.peek().seq + 1
    const at = new Date(Date.UTC(2026, 10, 20, 9, this.#minute)).toISOString()
    const event = { ...body, seq, at, by: account } as ReviewEvent
    this.events.push(event)
    this.state.value = reduce(this.state.peek(), [event])
    return seq
  }

  /** Nothing is ever refused for a while here. */
  sendAgain(): void {
    this.waiting.value = []
  }

  discard(): void {
    this.waiting.value = []
  }

  seen(): void {
    this.note(this.me, { id: 'see-command', type: 'see', upto: this.state.peek().seq })
  }

  /** A suggestion as somebody made it, standing on the characters from `clock`. */
  async propose(id: string, by: string, base: Base, change: Change, clock: number, reason = ''): Promise<void> {
    const length = Math.max(1, wordsOf(base).length)
    const anchor = { first: base.length ? { client: 1, clock } : null, last: { client: 1, clock: clock + length - 1 } }
    await this.by(by, { type: 'propose', suggestion: id, anchor, base, change, reason }, 'proofreader')
  }

  #staleOf(decisions: readonly { suggestion: string }[]) {
    return decisions.flatMap(({ suggestion }) => {
      const now = this.stale.get(suggestion)
      return now === undefined ? [] : [{ suggestion, now }]
    })
  }

  #bodyOf(command: ReturnType<typeof CommandSchema.parse>, stale: ReadonlySet<string>): EventBody | null {
    const { suggestions } = this.state.peek()
    if (command.type === 'decide') {
      const { decisions, ...rest } = command
      const outcomes = decisions.flatMap(({ suggestion: id, rev, amended }): Outcome[] => {
        const known = suggestions.get(id)
        if (!known || stale.has(id)) return []
        const after = rest.verdict === 'accept' ? apply(known.base, amended ?? known.change) : known.base
        return [{ suggestion: id, rev, before: known.base, after, anchor: known.anchor, amended: amended !== null }]
      })
      return outcomes.length > 0 ? { ...rest, outcomes } : null
    }
    if (command.type !== 'undecide') return command
    const outcomes = decidedBy(this.state.peek(), command.decision).map(({ id, rev, base, anchor }) => ({
      suggestion: id,
      rev,
      before: base,
      after: base,
      anchor,
      amended: false,
    }))
    return { ...command, outcomes }
  }
}

/** A margin's view of a text that a test writes down. */
export function sourceOf(placed: readonly Placed[]) {
  const said: string[] = []
  const source = {
    placed: signal(placed),
    active: signal<string | null>(null),
    layout: signal(0),
    topOf: () => null,
    setActive(id: string | null) {
      source.active.value = id
    },
    reveal: (id: string) => void said.push(id),
    selection: () => null,
  } satisfies MarginSource
  return { source, revealed: said }
}

export function placed(
  id: string,
  line: number,
  from: number,
  words: string,
  state: Placed['state'] = 'exact',
): Placed {
  return { id, line, from, words, state, length: words.length }
}
