/**
 * Asks a signed-in person to show that it is they, by whichever way back their account has: the server lets nobody change
 * the ways in who only sat down at an open browser. What waits for it is in confirmed.ts.
 */
import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { AccountAnswer } from '../../../shared/wire/account.ts'
import { confirmAtProvider, confirmByPassword } from '../../sync/account-api.ts'
import { sayError } from '../../sync/api.ts'
import { DialogElement } from '../../ui/dialog-element.ts'
import { icon } from '../../ui/icons.ts'
import { type ActAgain, keepAct } from './acts-again.ts'
import { confirmWithPasskey, endCeremony, passkeyBar, passkeyPlace, sayPasskey } from './passkey-ceremony.ts'
import './password-field.ts'
import { noneAtHandWords } from './way-back.ts'

/** Where the provider sends the browser back to; the page there takes the act up again. */
const CONFIRMED_PATH = '/you?confirmed'

/** How somebody showed it. */
export interface Confirmed {
  /** What was typed if it was the password, so that it need not be typed twice; "" for another way. */
  password: string
}

@customElement('confirm-dialog')
export class ConfirmDialog extends DialogElement {
  @property({ attribute: false }) account!: AccountAnswer
  /** What goes on afterwards. */
  @property() act: ActAgain = 'password-set'
  @state() private password = ''
  @state() private wrong = ''
  @state() private problem = ''
  @state() private busy: 'no' | 'password' | 'passkey' | 'provider' = 'no'
  private readonly bar = passkeyBar(passkeyPlace())
  /** Null until it was shown. */
  shown: Confirmed | null = null

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('pageshow', this.cameBack)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('pageshow', this.cameBack)
    if (this.busy === 'passkey') void endCeremony()
  }

  protected override heading() {
    return 'Show that it is you'
  }

  protected override body() {
    const { login, passkeys, provider, owner } = this.account
    const linked = provider?.linkedAt ? provider.label : null
    return html`
      <p>It is a while since you signed in. To change how you come back, show that it is you.</p>
      ${login === null ? nothing : this.passwordForm(login)}
      ${login !== null && (passkeys.length > 0 || linked !== null) ? html`<p class="or">or</p>` : nothing}
      ${passkeys.length === 0 ? nothing : this.passkeyWay(login === null)}
      ${linked === null ? nothing : this.providerWay(linked, login === null && passkeys.length === 0)}
      ${this.problem === '' ? nothing : html`<p class="wrong" role="alert">${this.problem}</p>`}
      <details class="small">
        <summary>${login !== null && passkeys.length === 0 && linked === null ? 'Forgotten?' : 'Nothing of this at hand?'}</summary>
        <p class="hush">${noneAtHandWords(owner)}</p>
      </details>
    `
  }

  private passwordForm(login: string) {
    return html`<form id="confirm-form" class="stack" @submit=${this.byPassword}>
      <!-- For password managers, which go by the name beside the password. -->
      <input class="unseen" name="confirm-login" readonly autocomplete="username" tabindex="-1" aria-hidden="true" .value=${login} />
      <password-field
        name="confirm-password"
        hint="You sign in as ${login}."
        .value=${this.password}
        .wrong=${this.wrong}
        @input=${(event: Event) => {
          this.password = (event.target as HTMLInputElement).value
          this.wrong = ''
        }}
      ></password-field>
    </form>`
  }

  private passkeyWay(first: boolean) {
    if (this.bar !== '') return html`<p class="small hush">${this.bar}</p>`
    return html`<button
      type="button"
      class="btn large ${first ? 'primary' : ''}"
      ?autofocus=${first}
      aria-busy=${this.busy === 'passkey' ? 'true' : 'false'}
      @click=${() => void this.byPasskey()}
    >
      ${icon(this.busy === 'passkey' ? 'loader-circle' : 'key-round')}With a passkey
    </button>`
  }

  private providerWay(label: string, first: boolean) {
    return html`<button
      type="button"
      class="btn large ${first ? 'primary' : ''}"
      ?autofocus=${first}
      aria-busy=${this.busy === 'provider' ? 'true' : 'false'}
      @click=${() => void this.atProvider()}
    >
      ${icon(this.busy === 'provider' ? 'loader-circle' : 'link')}With ${label}
    </button>`
  }

  protected override foot() {
    return html`<span class="grow"></span>
      <button type="button" class="btn quiet" @click=${() => this.close()}>Cancel</button>
      ${
        this.account.login === null
          ? nothing
          : html`<button class="btn primary" form="confirm-form" aria-busy=${this.busy === 'password' ? 'true' : 'false'}>
              ${this.busy === 'password' ? icon('loader-circle') : nothing}Go on
            </button>`
      }`
  }

  protected override firstUpdated(): void {
    super.firstUpdated()
    if (this.account.login !== null) void this.focusPassword()
  }

  private async focusPassword(): Promise<void> {
    const field = this.querySelector('password-field')
    await field?.updateComplete
    field?.querySelector('input')?.focus()
  }

  private async byPassword(event: Event): Promise<void> {
    event.preventDefault()
    if (this.busy !== 'no') return
    const { password } = this
    this.begin('password')
    try {
      await confirmByPassword(password)
      this.end({ password })
    } catch (error) {
      this.wrong = sayError(error)
      this.password = ''
      this.busy = 'no'
      await this.updateComplete
      await this.focusPassword()
    }
  }

  private async byPasskey(): Promise<void> {
    if (this.busy !== 'no') return
    this.begin('passkey')
    try {
      await confirmWithPasskey()
      this.end({ password: '' })
    } catch (error) {
      this.problem = sayPasskey(error)
      this.busy = 'no'
    }
  }

  private async atProvider(): Promise<void> {
    if (this.busy !== 'no') return
    this.begin('provider')
    try {
      const { url } = await confirmAtProvider(CONFIRMED_PATH)
      keepAct(this.act)
      location.assign(url)
    } catch (error) {
      this.problem = sayError(error)
      this.busy = 'no'
    }
  }

  private begin(way: 'password' | 'passkey' | 'provider'): void {
    this.busy = way
    this.problem = ''
    this.wrong = ''
  }

  private end(shown: Confirmed): void {
    // Closed in the meantime: whoever thought better of it gets nothing done.
    if (!this.isConnected) return
    this.busy = 'no'
    this.shown = shown
    this.close()
  }

  /** The browser may show the page again as it was left for the provider. */
  private readonly cameBack = (): void => {
    if (this.busy === 'provider') this.busy = 'no'
  }
}

/** Null when the person closed it without having shown it. */
export async function askConfirm(account: AccountAnswer, act: ActAgain): Promise<Confirmed | null> {
  const dialog = document.createElement('confirm-dialog')
  Object.assign(dialog, { account, act })
  await dialog.show()
  return dialog.shown
}

declare global {
  interface HTMLElementTagNameMap {
    'confirm-dialog': ConfirmDialog
  }
}
