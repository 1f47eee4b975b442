/** <aside-list>: words that were never saved, each piece with why, and Copy, Download and Discard; in a dialog or a page. */
import { html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { KeptWords } from '../../sync/kept-aside.ts'
import { icon } from '../../ui/icons.ts'
import { counted, exactTime, timeAgo } from '../../ui/times.ts'
import './aside-list.css'
import { copyWords, downloadWords } from './take-words.ts'

@customElement('aside-list')
export class AsideList extends LitElement {
  @property({ attribute: false }) kept: readonly KeptWords[] = []
  /** Asks first. */
  @property({ attribute: false }) discard: (words: KeptWords) => void = () => undefined

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  protected override render() {
    return html`<ul class="aside-list">
      ${this.kept.map(
        (words) => html`<li>
          <h3 class="serif">${words.title || 'Untitled'}</h3>
          <p class="hush small">
            ${counted(words.count, 'word')}${words.waiting ? '' : html`, set aside <time datetime=${words.at} title=${exactTime(words.at)}>${timeAgo(words.at, Date.now())}</time>`}.
            ${words.waiting ? 'They are sent when you sign in again and may write here.' : words.why}
          </p>
          <p class="serif words" tabindex="0" role="group" aria-label="The words">${words.words}</p>
          <div class="row">
            <button type="button" class="btn tiny" @click=${() => void copyWords(words.words)}>${icon('copy', { small: true })}Copy</button>
            <button type="button" class="btn tiny" @click=${() => downloadWords(words)}>${icon('download', { small: true })}Download</button>
            ${
              words.waiting
                ? nothing
                : html`<button type="button" class="btn tiny quiet bad" @click=${() => this.discard(words)}>Discard</button>`
            }
          </div>
        </li>`,
      )}
    </ul>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aside-list': AsideList
  }
}
