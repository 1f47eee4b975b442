/** <password-field>: a labelled password with Show and Hide. Its inner field's `input` events reach the page as they are. */
import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { LightElement } from '../../ui/light-element.ts'
import './account-fields.css'

@customElement('password-field')
export class PasswordField extends LightElement {
  @property() label = 'Password'
  /** Of the field, for the browser and for labels: unique on the page. */
  @property() name = 'password'
  /** "current-password" or "new-password": password managers go by it. */
  @property() autofill: 'current-password' | 'new-password' = 'current-password'
  @property() value = ''
  /** Stands below the field. */
  @property() hint = ''
  /** Stands there instead, in red. */
  @property() wrong = ''
  @state() private shown = false

  protected override render() {
    const { name } = this
    const below = this.wrong || this.hint
    return html`<div class="field">
      <label for=${name}>${this.label}</label>
      <div class="secret">
        <input
          class="input"
          id=${name}
          name=${name}
          type=${this.shown ? 'text' : 'password'}
          required
          maxlength="200"
          autocomplete=${this.autofill}
          autocapitalize="none"
          spellcheck="false"
          aria-invalid=${this.wrong === '' ? 'false' : 'true'}
          aria-describedby=${below === '' ? nothing : `${name}-hint`}
          .value=${this.value}
        />
        <button
          type="button"
          class="btn tiny quiet"
          aria-pressed=${this.shown ? 'true' : 'false'}
          aria-label="Show ${this.label.toLowerCase()}"
          @click=${this.turn}
        >
          ${this.shown ? 'Hide' : 'Show'}
        </button>
      </div>
      ${below === '' ? nothing : html`<small id="${name}-hint" class=${this.wrong === '' ? '' : 'wrong'}>${below}</small>`}
    </div>`
  }

  private turn(): void {
    this.shown = !this.shown
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'password-field': PasswordField
  }
}
