/** <signed-out-page>: this browser is not known here. It says how to get in. */
import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { icon } from '../../ui/icons.ts'
import { LightElement } from '../../ui/light-element.ts'
import { signInPath } from '../account/own-path.ts'
import { session } from '../session.ts'
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
    const provider = session.peek()?.provider
    return doorFrame(html`
      <form>
        <header>
          ${icon('galley', { mark: true })}
          <h1>${this.owned ? 'You need a link to come in' : 'This Galley has no owner yet'}</h1>
          <p class="hush">
            ${
              this.owned
                ? 'This browser is not signed in. People come in by links, and come back by signing in.'
                : 'It was just started. Whoever opens the link that the terminal printed owns it.'
            }
          </p>
        </header>
        ${
          this.owned
            ? html`<p>Been here before? <a href=${signInPath(location.pathname)}>Sign in</a> with a password${provider ? `, a passkey or ${provider}` : ' or a passkey'}.</p>`
            : nothing
        }
        <ul class="can">
          <li>${icon('link', { small: true })}<span><b>Were you invited?</b> Open the invite link again, or ask for a new one.</span></li>
          <li>
            ${icon('terminal', { small: true })}<span><b>Do you run this Galley?</b>
            Open the owner’s link, the line with <span class="mono">/owner/</span> in the terminal. ${
              this.owned
                ? html`Is it lost? <span class="mono">galley owner-link</span> prints a new one.`
                : 'It works once.'
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
