/**
 * One's own suggestions of the open story: what is read off the text while suggesting becomes commands to the review, and
 * decisions that come back are shown where the words stand.
 */
import { batch } from '@preact/signals-core'
import { Refusal } from '../../../shared/refusals.ts'
import { apply, sameBase } from '../../../shared/review/change.ts'
import type { ReviewEvent } from '../../../shared/review/events.ts'
import type { Proposals } from '../../editor/story-editor.ts'
import type { OwnProposal, Proposal } from '../../editor/suggesting/records.ts'
import type { Decision } from '../../editor/suggesting/settle.ts'
import { SuggestingMode } from '../../editor/suggesting/suggesting-mode.ts'
import { newId } from '../../sync/new-id.ts'
import type { StoryHandle } from '../../sync/open-story.ts'
import type { Ask } from '../../sync/review.ts'
import { counted } from '../../ui/times.ts'
import { showToast } from '../../ui/toast.ts'

export class OwnSuggestions implements Proposals {
  readonly mode: SuggestingMode
  /** Ids of those that the mode has in the text. Others are stale, or were made in another window since. */
  readonly standing = new Set<string>()
  /** Each as this window last loaded or told it. */
  private readonly last = new Map<string, Proposal>()
  private readonly handle: StoryHandle
  private readonly stopListening: () => void

  /** `redraw` is called when `standing` has lost some. */
  constructor(handle: StoryHandle, redraw: () => void) {
    this.handle = handle
    this.mode = new SuggestingMode({
      text: handle.text,
      usualGap: handle.gap,
      newId,
      onRecords: ({ changed, withdrawn }) => {
        this.stand(changed)
        // However many there are, they are shown once.
        batch(() => {
          for (const proposal of changed) {
            if (this.isOvertaken(proposal.id)) this.part(proposal.id)
            else void this.send(this.proposing(proposal))
            this.last.set(proposal.id, proposal)
          }
          for (const { id } of withdrawn) void this.withdraw(id)
        })
      },
      onStale: (records) => {
        for (const { id } of records) this.standing.delete(id)
        redraw()
      },
      onRaced: (raced) =>
        showToast(
          raced.length === 1
            ? 'Your suggestion was decided or changed elsewhere while you wrote on. What you wrote is a suggestion of its own.'
            : `${counted(raced.length, 'suggestion')} were decided or changed elsewhere while you wrote on. What you wrote stays suggested.`,
        ),
      onMismatch: (reason) => console.warn('The text was set anew:', reason),
    })
    this.stopListening = handle.review.onAcceptance((events, make) => this.decided(events, make))
    addEventListener('pagehide', this.tell)
  }

  records(): OwnProposal[] {
    const records = this.own()
      .filter(({ status }) => status === 'open')
      .map(({ id, base, change, anchor }) => ({ id, base, change, anchor }))
    this.standing.clear()
    this.last.clear()
    this.stand(records)
    return records
  }

  private stand(records: readonly OwnProposal[]): void {
    for (const record of records) {
      this.standing.add(record.id)
      if (!this.last.has(record.id)) this.last.set(record.id, record)
    }
  }

  /** For good; what is not told yet is told first. */
  stop(): void {
    this.mode.leave()
    this.stopListening()
    removeEventListener('pagehide', this.tell)
  }

  /** All that was suggested so far becomes commands, at once. */
  readonly tell = (): void => {
    this.mode.finish()
    this.mode.flush()
  }

  /** Shows suggestions of one's own that were not made in the text but are in the review. */
  show(proposals: readonly OwnProposal[]): void {
    if (!this.mode.active) return
    this.stand(proposals)
    this.mode.reopen(proposals)
  }

  /** Shows them no longer: the server would not have them, or they were withdrawn elsewhere than in the text. */
  drop(...proposals: readonly Pick<OwnProposal, 'id' | 'base' | 'change'>[]): void {
    if (!this.mode.active || proposals.length === 0) return
    for (const { id } of proposals) this.standing.delete(id)
    this.mode.settle(proposals.map(({ id, base, change }) => ({ id, accepted: false, base, change })))
  }

  private own() {
    const { review, me } = this.handle
    return [...review.state.peek().suggestions.values()].filter(({ by }) => by === me.id)
  }

  /** Whether another window of this person has made another thing of it since. */
  private isOvertaken(id: string): boolean {
    const last = this.last.get(id)
    const known = this.handle.review.state.peek().suggestions.get(id)
    return last !== undefined && known?.status === 'open' && !proposeTheSame(known, last)
  }

  /** Leaves it to the other window: what was written here goes on as a suggestion of its own, so that neither is lost. */
  private part(id: string): void {
    const known = this.handle.review.state.peek().suggestions.get(id)
    if (!known) return
    this.standing.delete(id)
    // Not while the mode is still telling.
    queueMicrotask(() => {
      if (this.mode.active) this.mode.settle([{ id, accepted: false, base: known.base, change: known.change }])
    })
  }

  private proposing({ id, base, change, anchor }: OwnProposal): Ask {
    const known = this.handle.review.state.peek().suggestions.get(id)
    const proposal = { suggestion: id, anchor, base, change }
    return known
      ? { type: 'revise', ...proposal, rev: known.rev, reason: known.reason }
      : { type: 'propose', ...proposal, reason: '' }
  }

  private async withdraw(id: string): Promise<void> {
    const known = this.handle.review.state.peek().suggestions.get(id)
    if (known?.status === 'open') await this.send({ type: 'withdraw', suggestion: id, rev: known.rev })
  }

  private async send(command: Ask): Promise<void> {
    try {
      await this.handle.review.ask(command)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const held = 'change' in command && command.change.some((op) => 'insert' in op)
      showToast(
        `Your suggestion was not taken: ${error.message}${held ? ' Its words are under “Not sent” in the notes.' : ''}`,
      )
    }
  }

  private decided(events: readonly ReviewEvent[], make: () => void): void {
    if (!this.mode.active) return
    const own = new Map(this.own().map((suggestion) => [suggestion.id, suggestion]))
    const decisions: Decision[] = []
    const reopened: OwnProposal[] = []
    for (const event of events) {
      if (event.type === 'move-anchor') {
        // Words that came back with a decision that was taken back: what was proposed of them stands on them again.
        const suggestion = own.get(event.thread)
        if (suggestion?.status === 'open' && !this.standing.has(event.thread)) {
          reopened.push({ id: event.thread, base: suggestion.base, change: suggestion.change, anchor: event.anchor })
        }
        continue
      }
      if (event.type !== 'decide' && event.type !== 'undecide') continue
      for (const { suggestion: id, anchor } of event.outcomes) {
        const suggestion = own.get(id)
        if (!suggestion) continue
        const { base, change } = suggestion
        if (event.type === 'decide') decisions.push({ id, accepted: event.verdict === 'accept', base, change })
        else reopened.push({ id, base, change, anchor })
      }
    }
    this.stand(reopened)
    if (decisions.length > 0) this.mode.settle(decisions, make)
    else if (reopened.length > 0) this.mode.reopen(reopened, make)
  }
}

function proposeTheSame(one: Proposal, other: Proposal): boolean {
  return sameBase(one.base, other.base) && sameBase(apply(one.base, one.change), apply(other.base, other.change))
}
