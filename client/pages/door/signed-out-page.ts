/** <signed-out-page>: this browser is not known here. It says how to get in. */
import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { icon } from '../../ui/icons.ts'
import { LightElement } from '../../ui/light-element.ts'
import { doorFrame } from './door-frame.ts'

@customElement('signed-out-page')
export class SignedOutPage extends LightElement {
  /** False while nobody has opened the owner's link. */
  @property({ type: Boolean }) owned = false

  override connectedCallback(): void {
    super.connectedCallback()
    document.title = 'Galley'
  }

  protected override render() {
    return doorFrame(html`
      <form>
        <header>
          ${icon('galley', { mark: true })}
          <h1>${this.owned ? 'You need a link to come in' : 'This Galley has no owner yet'}</h1>
          <p class="hush">
            ${
              this.owned
                ? 'This browser is not signed in. There are no passwords here: people come in by links.'
                : 'It was just started. Whoever opens the link that the terminal printed owns it.'
            }
          </p>
        </header>
        <ul class="can">
          <li>${icon('link', { small: true })}<span><b>Were you invited?</b> Open the invite link again, or ask for a new one.</span></li>
          <li>
            ${icon('terminal', { small: true })}<span><b>Do you run this Galley?</b>
            Open the owner’s link, the line with <span class="mono">/owner/</span> in the terminal. ${
              this.owned ? 'A restart prints a new one when no browser of the owner is signed in.' : 'It works once.'
            }</span>
          </li>
        </ul>
      </form>
    `)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'signed-out-page': SignedOutPage
  }
}
