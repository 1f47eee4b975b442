/**
 * <access-callout>: says at once, and assertively, that one may no longer write or be here, who decided it, and how many
 * of one's words are not saved; hands them out, and stays until it is put away.
 */
import { html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { LeftWords } from '../../sync/left-words.ts'
import type { AccessChange } from '../../sync/story-access.ts'
import { icon } from '../../ui/icons.ts'
import { counted } from '../../ui/times.ts'
import './save-mark.css'
import { copyWords, discardAfterAsking, downloadWords } from './take-words.ts'

@customElement('access-callout')
export class AccessCallout extends LitElement {
  @property({ attribute: false }) change: AccessChange | null = null
  @property({ attribute: false }) left: LeftWords | null = null
  /** True while the server has not said of everything that was typed whether it took it. */
  @property({ type: Boolean }) open = false
  /** Puts it away; what is kept aside stays, unless `discarded`. */
  @property({ attribute: false }) done: (discarded: boolean) => void = () => undefined

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  protected override render() {
    const { change, left } = this
    if (!left && change?.kind !== 'lost' && change?.kind !== 'ended') return nothing
    const words = left !== null && left.words !== ''
    return html`<section class="callout ${left ? 'bad' : 'warn'} save-callout" role="alert" aria-label="What you may do here">
      ${icon('triangle-alert')}
      <div class="why">
        <b>${change?.sentence ?? left?.why}</b>
        <p>${this.consequence()}</p>
      </div>
      <div class="row">
        ${
          words
            ? html`<button class="btn" @click=${() => downloadWords(left)}>${icon('download', { small: true })}Download my words</button>
                <button class="btn" @click=${() => void copyWords(left.words)}>${icon('copy', { small: true })}Copy my words</button>`
            : nothing
        }
        ${words && left.kept !== null ? html`<button class="btn quiet bad" @click=${() => void this.discard(left)}>Discard</button>` : nothing}
        ${this.mayClose ? html`<button class="btn icon-only quiet" aria-label="Put this away" title="Put this away" @click=${() => this.done(false)}>${icon('x')}</button>` : nothing}
      </div>
    </section>`
  }

  /** What nobody keeps is not put away by a slip, and a story that has ended does not stop having ended. */
  private get mayClose(): boolean {
    return this.change?.kind !== 'ended' && (!this.left || this.left.words === '' || this.left.kept !== null)
  }

  private consequence(): string {
    const { left, change } = this
    const here = change?.kind === 'ended' ? 'You can go on reading what is here, until you leave this page.' : ''
    if (!left && this.open) return `What you typed last may not be saved; a moment. ${here}`
    if (!left) return here || 'You can go on reading. All that you wrote is saved.'
    if (left.words === '') return `Some of your last deletions or formats may not be saved: look at the text. ${here}`
    const [are, they] = left.count === 1 ? ['is', 'It is'] : ['are', 'They are']
    const kept = left.waiting
      ? `${they} kept in this browser and sent when you sign in again and may write here.`
      : `${they} ${left.kept === null ? 'in this page only' : 'kept in this browser until you discard them'}.`
    const shown = change?.kind === 'ended' ? here : 'The text is as the server has it.'
    return `${counted(left.count, 'word')} of yours ${are} not saved. ${kept} ${shown}`
  }

  private async discard(left: LeftWords): Promise<void> {
    if (await discardAfterAsking(left)) this.done(true)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'access-callout': AccessCallout
  }
}
