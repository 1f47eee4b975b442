/**
 * <save-mark>: the save state in the bar, spoken when it worsens or recovers and to who asks; <save-callout> says why and
 * what to do.
 */
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { SaveState } from '../../sync/save-state.ts'
import { icon } from '../../ui/icons.ts'
import { announce } from '../../ui/live-region.ts'
import { showToast } from '../../ui/toast.ts'
import './save-mark.css'
import { saveAnswer, saveSpoken, saveWords } from './save-words.ts'
import { copyWords } from './take-words.ts'

@customElement('save-mark')
export class SaveMark extends LitElement {
  @property({ attribute: false }) state: SaveState = { kind: 'saved' }
  private spoken: SaveState = { kind: 'saved' }
  /** Somebody asked before all was saved, and is told once it is. */
  private owed = false

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('state')) return
    const sentence = saveSpoken(this.spoken, this.state, this.owed)
    if (this.state.kind === 'saved') this.owed = false
    this.spoken = this.state
    if (sentence) announce(sentence)
  }

  /** Speaks of the state, which may be newer than the one shown here; and of its end, when all is saved. */
  answer(state: SaveState): void {
    announce(saveAnswer(state))
    this.owed = state.kind !== 'saved'
  }

  protected override render() {
    const { text, icon: name, tone } = saveWords(this.state)
    const colour = { calm: '', wait: ' wait', fail: ' fail' }[tone]
    // In its first moments a change is neither called saved nor is anything else worth saying: the word fades.
    const fading = this.state.quiet ? ' fading' : ''
    return html`<span class="saved${colour}${fading}" title=${this.state.reason ?? text}>
      ${icon(name, { small: true })}<span class="said">${this.state.quiet ? 'Saved' : text}</span>
    </span>`
  }
}

@customElement('save-callout')
export class SaveCallout extends LitElement {
  @property({ attribute: false }) state: SaveState = { kind: 'saved' }
  /** The words of this person that are not on the server. */
  @property({ attribute: false }) unsaved: () => string = () => ''
  /** The server holds another text under this address; only loading the page anew helps. */
  @property({ type: Boolean }) replaced = false

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  protected override render() {
    if (saveWords(this.state).tone !== 'fail') return nothing
    const count = this.state.count ?? 0
    return html`<section class="callout bad save-callout" aria-label="Not saving">
      ${icon('triangle-alert')}
      <div class="why">
        <b>${this.state.kind === 'not-saving' ? 'Not saving' : 'Offline, and not kept in this browser'}</b>
        <p>${this.state.reason ?? ''}</p>
      </div>
      <div class="row">
        ${count > 0 ? html`<button class="btn" @click=${() => void this.copy()}>${icon('copy', { small: true })}Copy my words</button>` : nothing}
        ${this.replaced ? html`<button class="btn" @click=${() => location.reload()}>Load the page again</button>` : nothing}
      </div>
    </section>`
  }

  private async copy(): Promise<void> {
    await copyWords(this.unsaved())
  }
}

/** Says that this browser's copy of a story was spoilt, and hands out what was typed into it and never sent. */
export function sayAside(words: string): void {
  const what = 'This browser’s copy of the story was damaged and is set aside; you see the server’s.'
  if (words === '') showToast(what)
  else
    showToast(`${what} Some of your words were only there.`, {
      label: 'Copy my words',
      run: () => void copyWords(words),
    })
}

declare global {
  interface HTMLElementTagNameMap {
    'save-mark': SaveMark
    'save-callout': SaveCallout
  }
}
