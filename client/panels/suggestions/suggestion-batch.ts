/**
 * <suggestion-batch>: decides many suggestions at once: those that it is given (the margin's filter, a selection), each with
 * a tick. It floats over the foot of the sheet and steps through them; one command decides all, one undo takes it back.
 * Those that turn out to be stale are listed after.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { MOST_DECISIONS, MOST_REASON, type Verdict } from '../../../shared/review/vocabulary.ts'
import { icon } from '../../ui/icons.ts'
import { LightElement } from '../../ui/light-element.ts'
import { announce } from '../../ui/live-region.ts'
import { counted } from '../../ui/times.ts'
import { Watch } from '../../ui/watch.ts'
import { sayChange } from './change-words.ts'
import type { Deciding } from './deciding.ts'
import type { OpenSuggestion } from './open-suggestions.ts'
import './suggestions.css'

@customElement('suggestion-batch')
export class SuggestionBatch extends LightElement {
  @property({ attribute: false }) deciding!: Deciding
  /** Ids to choose among; those that are open count. */
  @property({ attribute: false }) ids: readonly string[] = []
  /** What they have in common, as it is said after their number: "by June Park". */
  @property() filter = ''
  @property({ attribute: false }) closed: () => void = () => undefined

  @state() private dropped: ReadonlySet<string> = new Set()
  @state() private current: string | null = null
  @state() private reason = ''
  @state() private busy: Verdict | null = null
  @state() private wrong = ''
  /** Not null once decided: what was left. */
  @state() private stale: readonly string[] | null = null
  private readonly watch = new Watch(this)

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('ids')) return
    this.dropped = new Set()
    this.current = null
    this.stale = null
    this.wrong = ''
  }

  protected override render(): TemplateResult {
    this.watch.read(this.deciding.changes)
    return html`<section class="float batch" aria-label="Decide several suggestions" @keydown=${this.press}>
      ${this.stale === null ? this.bar() : this.rest(this.stale)}
    </section>`
  }

  private get all(): OpenSuggestion[] {
    const wanted = new Set(this.ids)
    return this.deciding.open().filter(({ suggestion }) => wanted.has(suggestion.id))
  }

  private get ticked(): OpenSuggestion[] {
    return this.all.filter(({ suggestion }) => !this.dropped.has(suggestion.id)).slice(0, MOST_DECISIONS)
  }

  private bar(): TemplateResult {
    const { all } = this
    const count = this.ticked.length
    const at = all.findIndex(({ suggestion }) => suggestion.id === this.current)
    const drops = this.current !== null && this.dropped.has(this.current)
    const none = count === 0 ? 'true' : 'false'
    return html`<div class="batch-lines">
      <div class="row">
        <span><b>${counted(all.length, 'suggestion')}</b> ${this.filter}</span>
        <span class="hush small">${tickWords(count, all.length - this.droppedAmong(all), this.droppedAmong(all))}</span>
        <span class="grow"></span>
        <button class="btn icon-only quiet" aria-label="Previous of these" title="Previous (K)" @click=${() => this.step(-1)}>${icon('chevron-up')}</button>
        <span class="num small hush">${at === -1 ? '' : `${at + 1} of ${all.length}`}</span>
        <button class="btn icon-only quiet" aria-label="Next of these" title="Next (J)" @click=${() => this.step(1)}>${icon('chevron-down')}</button>
        <button class="btn quiet" aria-disabled=${at === -1 ? 'true' : 'false'} @click=${() => this.drop()}>${drops ? 'Take it in again' : 'Drop this one'}</button>
        <button class="btn icon-only quiet" aria-label="Close the batch" title="Close (Esc)" @click=${this.closed}>${icon('x')}</button>
      </div>
      <div class="row">
        <input class="input" aria-label="Why, for all of them" placeholder="Why (optional)" maxlength=${MOST_REASON} autocomplete="off" .value=${this.reason} @input=${this.reasonTyped} />
        ${this.wrong ? html`<span class="small wrong" role="alert">${this.wrong}</span>` : nothing}
        <span class="grow"></span>
        <button class="btn" aria-disabled=${none} aria-busy=${this.busy === 'reject' ? 'true' : 'false'} @click=${() => void this.decide('reject')}>
          ${this.busy === 'reject' ? icon('loader-circle', { small: true }) : nothing}Reject ${count.toLocaleString('en')}</button>
        <button class="btn primary" aria-disabled=${none} aria-busy=${this.busy === 'accept' ? 'true' : 'false'} @click=${() => void this.decide('accept')}>
          ${this.busy === 'accept' ? icon('loader-circle', { small: true }) : nothing}Accept ${count.toLocaleString('en')}</button>
      </div>
    </div>`
  }

  private rest(ids: readonly string[]): TemplateResult {
    const left = this.deciding.open().filter(({ suggestion }) => ids.includes(suggestion.id))
    return html`<div class="batch-lines">
      <div class="row">
        <span><b>${counted(left.length, 'suggestion is', 'suggestions are')} stale</b>: the words had changed. Look at each by itself.</span>
        <span class="grow"></span>
        <button class="btn icon-only quiet" aria-label="Close the batch" title="Close (Esc)" @click=${this.closed}>${icon('x')}</button>
      </div>
      <ol class="stale-list">
        ${left.map(
          ({ suggestion, place }) => html`<li>
            <button class="btn quiet tiny" @click=${() => this.show(suggestion.id)}>
              ${place && place.line > 0 ? html`<span class="num hush">${place.line}</span>` : nothing} ${sayChange(suggestion.base, suggestion.change)}
            </button>
          </li>`,
        )}
      </ol>
    </div>`
  }

  private droppedAmong(all: readonly OpenSuggestion[]): number {
    return all.filter(({ suggestion }) => this.dropped.has(suggestion.id)).length
  }

  private step(step: 1 | -1): void {
    const { all } = this
    const at = all.findIndex(({ suggestion }) => suggestion.id === this.current)
    const next = all[at === -1 ? (step === 1 ? 0 : all.length - 1) : at + step]
    if (!next) {
      announce(`That was the ${step === 1 ? 'last' : 'first'} of them.`)
      return
    }
    this.show(next.suggestion.id)
    const number = all.indexOf(next) + 1
    const line = next.place && next.place.line > 0 ? `, line ${next.place.line}` : ''
    const dropped = this.dropped.has(next.suggestion.id) ? ', dropped' : ''
    announce(`${number} of ${all.length}${line}${dropped}: ${sayChange(next.suggestion.base, next.suggestion.change)}.`)
  }

  private show(id: string): void {
    this.current = id
    this.deciding.source.setActive(id)
    this.deciding.source.reveal(id)
  }

  private drop(): void {
    if (this.current === null) return
    const next = new Set(this.dropped)
    if (!next.delete(this.current)) next.add(this.current)
    this.dropped = next
    announce(next.has(this.current) ? 'Dropped.' : 'Taken in again.')
  }

  private async decide(verdict: Verdict): Promise<void> {
    const { ticked } = this
    if (ticked.length === 0 || this.busy) return
    this.busy = verdict
    this.wrong = ''
    try {
      const suggestions = ticked.map(({ suggestion }) => suggestion)
      const { stale } = await this.deciding.decideAll(verdict, suggestions, this.reason.trim())
      if (stale.length > 0) this.stale = stale
      else if (this.all.length <= ticked.length) this.closed()
    } catch (error) {
      // A refusal; what it says is for the person.
      this.wrong = error instanceof Error ? error.message : String(error)
    } finally {
      this.busy = null
    }
  }

  private readonly reasonTyped = (event: InputEvent): void => {
    this.reason = (event.target as HTMLInputElement).value
  }

  private readonly press = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const inField = event.target instanceof HTMLInputElement
    if (event.key === 'Escape') this.closed()
    else if (inField) return
    else if (event.key === 'x' || event.key === 'X') this.drop()
    else if (event.key === 'j' || event.key === 'J') this.step(1)
    else if (event.key === 'k' || event.key === 'K') this.step(-1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
}

/** "15 ticked, 2 dropped"; where there are more than one command holds, that too. */
function tickWords(ticked: number, kept: number, dropped: number): string {
  const words = `${ticked.toLocaleString('en')} ticked${dropped > 0 ? `, ${dropped.toLocaleString('en')} dropped` : ''}`
  return kept > ticked ? `${words}; the others after these` : words
}

declare global {
  interface HTMLElementTagNameMap {
    'suggestion-batch': SuggestionBatch
  }
}
