/** Sets or changes the pair to sign in with. */
import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { setPassword } from '../../sync/account-api.ts'
import { sayError } from '../../sync/api.ts'
import { DialogElement } from '../../ui/dialog-element.ts'
import { icon } from '../../ui/icons.ts'
import { confirmed } from './confirmed.ts'
import { type Pair, pairFields } from './pair-fields.ts'
import './password-field.ts'
import { pairProblem } from './way-back.ts'

@customElement('password-dialog')
export class PasswordDialog extends DialogElement {
  /** The present name to sign in with; null = no password is set. */
  @property() login: string | null = null
  /** The present password, where it was just typed to show who one is; "" = it is asked for. */
  @property({ attribute: false }) present = ''
  @state() private pair: Pair = { login: '', password: '' }
  @state() private current = ''
  @state() private problem = ''
  @state() private busy = false
  /** True once it was set. */
  set = false

  override connectedCallback(): void {
    super.connectedCallback()
    this.pair = { login: this.login ?? '', password: '' }
    this.current = this.present
  }

  private get asksPresent(): boolean {
    return this.login !== null && this.present === ''
  }

  protected override heading() {
    return this.login === null ? 'Set a password' : 'Change your password'
  }

  protected override body() {
    return html`<form id="password-form" class="stack" @submit=${this.keep}>
      ${
        !this.asksPresent
          ? nothing
          : html`<password-field
              label="Present password"
              name="current-password"
              hint="Forgotten? Remove the password instead, then set a new one."
              .value=${this.current}
              @input=${(event: Event) => {
                this.current = (event.target as HTMLInputElement).value
                this.problem = ''
              }}
            ></password-field>`
      }
      ${pairFields(
        this.pair,
        (pair) => {
          this.pair = pair
          this.problem = ''
        },
        !this.asksPresent,
      )}
      <p class="small hush">It works on every device. Wherever else you are signed in now, you are signed out.</p>
      ${this.problem === '' ? nothing : html`<p class="wrong" role="alert">${this.problem}</p>`}
    </form>`
  }

  protected override foot() {
    return html`<span class="grow"></span>
      <button type="button" class="btn quiet" @click=${() => this.close()}>Cancel</button>
      <button class="btn primary" form="password-form" aria-busy=${this.busy ? 'true' : 'false'}>
        ${this.busy ? icon('loader-circle') : nothing}${this.login === null ? 'Set password' : 'Change password'}
      </button>`
  }

  protected override firstUpdated(): void {
    super.firstUpdated()
    if (this.asksPresent) {
      const field = this.querySelector('password-field')
      void field?.updateComplete.then(() => field.querySelector('input')?.focus())
    }
  }

  private async keep(event: Event): Promise<void> {
    event.preventDefault()
    if (this.busy) return
    const { login, password } = this.pair
    this.problem = pairProblem(login, password)
    if (this.problem !== '') return
    this.busy = true
    try {
      const request = { login: login.trim(), password, ...(this.login !== null && { current: this.current }) }
      if (!(await confirmed('password-set', () => setPassword(request)))) return
      this.set = true
      this.close()
    } catch (error) {
      this.problem = sayError(error)
    } finally {
      this.busy = false
    }
  }
}

/** `present` as in the dialog. Resolves to true when a password was set, to false when the dialog was closed in any other way. */
export async function askPassword(login: string | null, present = ''): Promise<boolean> {
  const dialog = document.createElement('password-dialog')
  Object.assign(dialog, { login, present })
  await dialog.show()
  return dialog.set
}

declare global {
  interface HTMLElementTagNameMap {
    'password-dialog': PasswordDialog
  }
}
