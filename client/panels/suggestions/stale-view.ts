/**
 * <stale-view>: a suggestion whose words are other ones by now. When proposed, proposed, now: the person chooses what should
 * stand, and the button names the choice. Preselected is what stands there now.
 */
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { apply, type Base, isEmpty, partsOf } from '../../../shared/review/change.ts'
import type { Suggestion } from '../../../shared/review/state.ts'
import { LightElement } from '../../ui/light-element.ts'
import { firstName, timeAgo } from '../../ui/times.ts'
import { partsView } from './change-view.ts'
import { type Deciding, proposedWords } from './deciding.ts'
import { changeBetween } from './retype.ts'

@customElement('stale-view')
export class StaleView extends LightElement {
  @property({ attribute: false }) suggestion!: Suggestion
  @property({ attribute: false }) deciding!: Deciding
  /** The words that are there now; null = they are gone. */
  @property({ attribute: false }) now: Base | null = null
  /** Name of the author. */
  @property() author = ''
  /** False: the state is told, the choice is another person's. */
  @property({ type: Boolean }) decides = false

  @state() private choice: 'now' | 'proposed' = 'now'
  /** Other words, being written; null = none. */
  @state() private other: string | null = null

  protected override render() {
    const { now } = this
    if (now === null) return this.gone()
    if (!this.decides) {
      return html`<p>The words under this suggestion changed after it was made. An editor chooses what should stand.</p>
        ${this.choices(now, false)}`
    }
    return html`<p>The words under this suggestion changed after it was made. Choose what should stand.</p>
      ${this.choices(now, true)} ${this.other === null ? this.acts(now) : this.writing(now, this.other)}`
  }

  private gone(): TemplateResult {
    return html`<p>The words that this suggestion was about are gone.</p>
      <div class="threeway"><p class="was-text"><small>When proposed</small>${this.was()}</p></div>
      ${
        this.decides
          ? html`<div class="foot acts"><button class="btn primary tiny" @click=${() => void this.deciding.keepNow(this.suggestion)}>Reject it</button></div>`
          : nothing
      }`
  }

  private choices(now: Base, choosing: boolean): TemplateResult {
    const { base, change, id, at, revisedAt } = this.suggestion
    const name = `choice-${id}`
    const pick = (choice: 'now' | 'proposed') => () => {
      this.choice = choice
    }
    const radio = (choice: 'now' | 'proposed') =>
      choosing
        ? html`<input type="radio" name=${name} value=${choice} .checked=${this.choice === choice} @change=${pick(choice)} />`
        : nothing
    return html`<fieldset class="threeway">
      <legend class="unseen">What should stand</legend>
      <p class="was-text"><small>When proposed</small>${this.was()}</p>
      <label class=${choosing ? '' : 'told'}>${radio('proposed')}
        <small>Proposed, ${firstName(this.author)}, ${timeAgo(revisedAt ?? at, Date.now())}</small>
        <span class="edit">${partsView(partsOf(base, change), 'gone')}</span></label>
      <label class=${choosing ? '' : 'told'}>${radio('now')}
        <small>Now</small>
        <span class="edit">${partsView(partsOf(base, changeBetween(base, now)), 'gone')}</span></label>
    </fieldset>`
  }

  private was(): TemplateResult {
    const { base, change } = this.suggestion
    return html`<span class="edit">${partsView(partsOf(base, change), 'new')}</span>`
  }

  private acts(now: Base): TemplateResult {
    return html`<div class="foot acts">
      <button class="btn primary tiny" @click=${() => void this.choose(now)}>
        ${this.choice === 'now' ? 'Keep the words as they are' : 'Put the proposed words'}
      </button>
      <button class="btn tiny quiet" @click=${() => void this.write(proposedWords(this.suggestion))}>Write another…</button>
    </div>`
  }

  private writing(now: Base, words: string): TemplateResult {
    const typed = (event: InputEvent) => {
      this.other = (event.target as HTMLTextAreaElement).value
    }
    return html`<textarea class="input serif" rows="3" aria-label="Words that should stand" .value=${words} @input=${typed}></textarea>
      <div class="foot acts">
        <button class="btn primary tiny" @click=${() => void this.deciding.putWords(this.suggestion, now, words)}>Put these words</button>
        <button class="btn tiny quiet" @click=${() => void this.write(null)}>Back</button>
      </div>`
  }

  private async choose(now: Base): Promise<void> {
    const proposed = changeBetween(now, apply(this.suggestion.base, this.suggestion.change))
    // What was proposed may have been written by hand meanwhile.
    if (this.choice === 'now' || isEmpty(now, proposed)) await this.deciding.keepNow(this.suggestion)
    else await this.deciding.putWords(this.suggestion, now)
  }

  private async write(words: string | null): Promise<void> {
    this.other = words
    await this.updateComplete
    this.querySelector<HTMLElement>(words === null ? '.acts .btn' : 'textarea')?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stale-view': StaleView
  }
}
