/**
 * Decisions as one person makes them: asks the server, says what became of it with an Undo, remembers which suggestions were told
 * to be stale, and goes on to the next. One for each open story; cards, keys and the batch bar all act through it.
 */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals-core'
import { apply, type Base, type Change, wordsOf } from '../../../shared/review/change.ts'
import type { ReviewState, Suggestion } from '../../../shared/review/state.ts'
import type { Verdict } from '../../../shared/review/vocabulary.ts'
import { newId } from '../../sync/new-id.ts'
import { type Ask, type ReviewHandle, StaleRefusal } from '../../sync/review.ts'
import { announce } from '../../ui/live-region.ts'
import { counted } from '../../ui/times.ts'
import { showToast } from '../../ui/toast.ts'
import type { MarginSource, Placed } from '../margin/margin-source.ts'
import { sayChange } from './change-words.ts'
import { isStale, type OpenSuggestion, openSuggestions, overlapsOf, stepFrom } from './open-suggestions.ts'
import { changeBetween, retyped } from './retype.ts'

export interface DecideOptions {
  reason?: string
  /** The words that are to stand instead of the proposed ones. */
  amended?: Change
  /** Then on to the next one. */
  goOn?: boolean
}

type AskOf<Type extends Ask['type']> = Extract<Ask, { type: Type }>

/** What became of a batch. */
export interface BatchOutcome {
  decided: number
  /** Left as they were, because their words had changed. */
  stale: readonly string[]
}

/** What the server said of a stale one, and what stood there when it did. */
interface ToldStale {
  now: Base | null
  words: string | null
}

/** One reading of the text and the review, for all cards together. */
export interface Standing {
  open: readonly OpenSuggestion[]
  /** Ids of the open suggestions that share words with one. */
  overlaps: ReadonlyMap<string, readonly string[]>
}

export class Deciding {
  /** Open suggestions in the order of the text, and how they lie over each other. */
  readonly standing: ReadonlySignal<Standing>
  /** Another object whenever a card may have to look different. */
  readonly changes: ReadonlySignal<object>
  readonly review: ReviewHandle
  readonly source: MarginSource
  readonly #nameOf: (account: string) => string
  readonly #stale = signal<ReadonlyMap<string, ToldStale>>(new Map())
  readonly #busy = signal<ReadonlySet<string>>(new Set())
  readonly #wrong = signal<ReadonlyMap<string, string>>(new Map())
  /** Id → sequence number of the decision made here. */
  readonly #decidedAt = new Map<string, number>()
  /** Decided last, for Z. */
  #last: readonly string[] = []

  constructor(options: { review: ReviewHandle; source: MarginSource; nameOf: (account: string) => string }) {
    this.review = options.review
    this.source = options.source
    this.#nameOf = options.nameOf
    this.standing = computed(() => {
      const open = openSuggestions(this.review.state.value, this.source.placed.value)
      return { open, overlaps: overlapsOf(open) }
    })
    this.changes = computed(() => ({
      standing: this.standing.value,
      stale: this.#stale.value,
      busy: this.#busy.value,
      wrong: this.#wrong.value,
    }))
  }

  /**
   * The words that are there now, null when they are gone, when those are not the ones that it was made for; else undefined.
   * What the server said counts for as long as the same words stand there.
   */
  staleNow(suggestion: Suggestion): Base | null | undefined {
    const place = this.#placeOf(suggestion.id)
    const told = this.#stale.value.get(suggestion.id)
    if (told && told.words === (place?.words ?? null)) return told.now
    if (!place || !isStale(suggestion, place)) return undefined
    return place.state === 'orphan' || place.words === '' ? null : [{ insert: place.words }]
  }

  get busy(): ReadonlySignal<ReadonlySet<string>> {
    return this.#busy
  }

  /** Why the last act on a suggestion was refused, as a sentence. */
  get wrong(): ReadonlySignal<ReadonlyMap<string, string>> {
    return this.#wrong
  }

  /** Open suggestions in the order of the text. */
  open(): readonly OpenSuggestion[] {
    return this.standing.peek().open
  }

  /** True when it was decided, or waits for the server. What went wrong is said at the card. */
  async decide(verdict: Verdict, { id, rev }: Suggestion, options: DecideOptions = {}): Promise<boolean> {
    const next = options.goOn ? this.#after([id]) : null
    const { reason = '', amended = null } = options
    const seq = await this.#ask([id], {
      type: 'decide',
      verdict,
      reason,
      decisions: [{ suggestion: id, rev, amended }],
    })
    if (seq === undefined) return false
    const done = seq === null ? 'Kept here until the server is back' : verdict === 'accept' ? 'Accepted' : 'Rejected'
    this.#done([id], seq)
    // Both are spoken, and are said together with what comes next.
    if (seq === null) announce(`${done}.`)
    else showToast(`${done}.`, { run: () => void this.undo([id]) })
    if (options.goOn) this.#goOn(id, next)
    return true
  }

  /**
   * All in one command, so that one undo takes it back. Rejects with what the server says when it would have none of them.
   */
  async decideAll(verdict: Verdict, suggestions: readonly Suggestion[], reason = ''): Promise<BatchOutcome> {
    const ids = suggestions.map(({ id }) => id)
    const decisions = suggestions.map(({ id, rev }) => ({ suggestion: id, rev }))
    this.#mark(this.#busy, ids, true)
    try {
      const { seq, stale } = await this.review.ask({ type: 'decide', verdict, reason, decisions })
      this.#noteStale(stale)
      const left = new Set(stale.map(({ suggestion }) => suggestion))
      const decided = ids.filter((id) => !left.has(id))
      this.#done(decided, seq)
      const done = `${verdict === 'accept' ? 'Accepted' : 'Rejected'} ${counted(decided.length, 'suggestion')}.`
      const rest = left.size > 0 ? ` ${counted(left.size, 'is', 'are')} stale: the words had changed.` : ''
      if (seq === null) announce('Kept here until the server is back.')
      else showToast(`${done}${rest}`, { run: () => void this.undo(decided) })
      return { decided: seq === null ? 0 : decided.length, stale: [...left] }
    } catch (error) {
      if (!(error instanceof StaleRefusal)) throw error
      this.#noteStale(error.stale)
      announce(`None of them: the words of all had changed.`)
      return { decided: 0, stale: error.stale.map(({ suggestion }) => suggestion) }
    } finally {
      this.#mark(this.#busy, ids, false)
    }
  }

  /** Takes back the decisions by which these were decided, whole commands at a time. */
  async undo(ids: readonly string[] = this.#last): Promise<void> {
    const decisions = await this.#decisionsOf(ids)
    if (decisions.size === 0) {
      announce('There is no decision to take back.')
      return
    }
    for (const decision of decisions) {
      if ((await this.#ask(ids, { type: 'undecide', decision })) === undefined) {
        const why = ids.map((id) => this.#wrong.peek().get(id)).find(Boolean) ?? ''
        showToast(`Not taken back. ${why}`)
        return
      }
    }
    this.#last = []
    showToast(`Taken back. ${ids.length > 1 ? 'They are' : 'It is'} open again.`)
  }

  async withdraw({ id, rev }: Suggestion): Promise<boolean> {
    const seq = await this.#ask([id], { type: 'withdraw', suggestion: id, rev })
    if (seq !== undefined) announce('Withdrawn.')
    return seq !== undefined
  }

  /** Why its author proposes it; the change stays as it is. True when it was said, or waits for the server. */
  async giveReason({ id, rev, anchor, base, change, reason: before }: Suggestion, reason: string): Promise<boolean> {
    if (reason === before) return true
    const seq = await this.#ask([id], { type: 'revise', suggestion: id, rev, anchor, base, change, reason })
    if (seq !== undefined) announce(reason === '' ? 'The reason is gone.' : 'Reason given.')
    return seq !== undefined
  }

  /** Its tag, by id; null takes it away. */
  async tag({ id, label: before }: Suggestion, label: string | null): Promise<void> {
    if (label === before) return
    if ((await this.#ask([id], { type: 'tag', suggestion: id, label })) === undefined) return
    announce(label === null ? 'The tag is gone.' : `Tagged ${this.review.state.peek().labels.get(label)?.name ?? ''}.`)
  }

  /** Of a stale one: the words stay as they are. */
  keepNow(suggestion: Suggestion, reason = ''): Promise<boolean> {
    return this.decide('reject', suggestion, {
      reason: reason.trim() || 'The words had changed meanwhile; they were kept as they are.',
    })
  }

  /**
   * Of a stale one: its words (or others typed instead) take the place of the present ones. They are proposed anew on what
   * stands there now, and that is accepted; the stale one is rejected with the reason said.
   */
  async putWords(suggestion: Suggestion, now: Base, typed: string | null = null): Promise<boolean> {
    const { id, anchor, base, change, by } = suggestion
    const proposed = apply(base, change)
    const target = typed === null ? proposed : retyped(proposed, typed)
    const anew = newId()
    const name = this.#nameOf(by)
    const reason = suggestion.reason || `As ${name} proposed before the words had changed`
    const words = { suggestion: anew, anchor, base: now, change: changeBetween(now, target), reason }
    const label = this.review.state.peek().labels.has(suggestion.label ?? '') ? suggestion.label : null
    if ((await this.#ask([id], { type: 'propose', ...words, label })) === undefined) return false
    if (!(await this.#acceptAnew(id, words, target))) {
      await this.review.ask({ type: 'withdraw', suggestion: anew, rev: this.#revOf(anew) })
      return false
    }
    return this.decide('reject', suggestion, {
      reason: 'The words had changed; its words were proposed anew and accepted.',
    })
  }

  /** Shows the next (1) or previous (-1) open suggestion and says which; at the ends says so. True when there was one. */
  step(step: 1 | -1, from: string | null = this.source.active.peek()): boolean {
    const found = stepFrom(this.open(), from, step)
    if (found) this.#show(found, this.open(), 'Suggestion ')
    else announce(`No ${step === 1 ? 'further' : 'earlier'} suggestion.`)
    return found !== null
  }

  forgetWrong(id: string): void {
    this.#set(this.#wrong, id, undefined)
  }

  /** Sequence number, null while it waits for the server, undefined when it was refused. */
  async #ask(ids: readonly string[], command: Ask): Promise<number | null | undefined> {
    this.#mark(this.#busy, ids, true)
    for (const id of ids) this.#set(this.#wrong, id, undefined)
    try {
      const { seq, stale } = await this.review.ask(command)
      this.#noteStale(stale)
      return seq
    } catch (error) {
      if (error instanceof StaleRefusal) this.#noteStale(error.stale)
      const sentence = error instanceof Error ? error.message : String(error)
      for (const id of ids) this.#set(this.#wrong, id, sentence)
      announce(sentence)
      return undefined
    } finally {
      this.#mark(this.#busy, ids, false)
    }
  }

  /** The words that were read off the screen may be formatted: then the server tells how, and it is tried once more. */
  async #acceptAnew(id: string, words: Omit<AskOf<'propose'>, 'type'>, target: Base): Promise<boolean> {
    const accept = async (rev: number) => {
      const decisions = [{ suggestion: words.suggestion, rev }]
      return this.#ask([id], { type: 'decide', verdict: 'accept', reason: '', decisions })
    }
    if ((await accept(1)) !== undefined) return true
    const now = this.#stale.peek().get(words.suggestion)?.now
    if (!now) return false
    const again = { ...words, base: now, change: changeBetween(now, target), rev: 1 }
    return (await this.#ask([id], { type: 'revise', ...again })) !== undefined && (await accept(2)) !== undefined
  }

  #revOf(id: string): number {
    return this.review.state.peek().suggestions.get(id)?.rev ?? 1
  }

  #placeOf(id: string): Placed | null {
    return this.standing.value.open.find(({ suggestion }) => suggestion.id === id)?.place ?? null
  }

  /** Where to go on once these are decided: the next one, or at the end of the text the first one. */
  #after(ids: readonly string[]): OpenSuggestion | null {
    const gone = new Set(ids)
    const open = this.open()
    const at = open.findLastIndex(({ suggestion }) => gone.has(suggestion.id))
    return open.slice(at + 1).find(({ suggestion }) => !gone.has(suggestion.id)) ?? null
  }

  #goOn(decided: string, next: OpenSuggestion | null): void {
    // The event of the decision may come after its answer.
    const left = this.open().filter(({ suggestion }) => suggestion.id !== decided)
    if (next) this.#show(next, left, 'Next suggestion, ')
    else if (left.length > 0) announce(`That was the last one in the text; ${left.length} further up.`)
    else announce('No suggestion is left.')
  }

  #show({ suggestion, place }: OpenSuggestion, among: readonly OpenSuggestion[], opening: string): void {
    const at = among.findIndex((one) => one.suggestion.id === suggestion.id) + 1
    this.source.setActive(suggestion.id)
    this.source.reveal(suggestion.id)
    focusCard(suggestion.id)
    const line = place && place.line > 0 ? `, line ${place.line}` : ''
    const said = `${sayChange(suggestion.base, suggestion.change)}, by ${this.#nameOf(suggestion.by)}`
    announce(`${opening}${at} of ${among.length}${line}: ${said}.`)
  }

  #done(ids: readonly string[], seq: number | null): void {
    if (seq === null) return
    this.#last = ids
    for (const id of ids) this.#decidedAt.set(id, seq)
  }

  #noteStale(stale: readonly { suggestion: string; now: Base | null }[]): void {
    if (stale.length === 0) return
    const next = new Map(this.#stale.peek())
    for (const { suggestion, now } of stale)
      next.set(suggestion, { now, words: this.#placeOf(suggestion)?.words ?? null })
    this.#stale.value = next
  }

  /** The commands that decided them; waits for their events, which may come after the answers. */
  async #decisionsOf(ids: readonly string[]): Promise<Set<string>> {
    const upto = Math.max(0, ...ids.map((id) => this.#decidedAt.get(id) ?? 0))
    const state = await until(this.review.state, ({ seq }) => seq >= upto)
    return new Set(ids.flatMap((id) => state.suggestions.get(id)?.decided?.id ?? []))
  }

  #mark(place: { value: ReadonlySet<string> }, ids: readonly string[], on: boolean): void {
    const next = new Set(place.value)
    for (const id of ids) on ? next.add(id) : next.delete(id)
    place.value = next
  }

  #set(place: { value: ReadonlyMap<string, string> }, id: string, sentence: string | undefined): void {
    const next = new Map(place.value)
    if (sentence === undefined ? next.delete(id) : next.set(id, sentence)) place.value = next
  }
}

/** Puts the keyboard on a card once it is drawn. */
export function focusCard(id: string): void {
  requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(`note-card-${id}`)?.focus()))
}

/** What a suggestion would leave, as a field for other words shows it. */
export function proposedWords({ base, change }: Suggestion): string {
  return wordsOf(apply(base, change))
}

/** Resolves with the first state for which `holds`. */
function until(state: ReadonlySignal<ReviewState>, holds: (now: ReviewState) => boolean): Promise<ReviewState> {
  return new Promise((resolve) => {
    let stop: (() => void) | null = null
    let done = false
    stop = effect(() => {
      const now = state.value
      if (done || !holds(now)) return
      done = true
      stop?.()
      resolve(now)
    })
    if (done) stop()
  })
}
