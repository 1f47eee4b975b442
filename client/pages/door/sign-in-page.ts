/**
 * <sign-in-page>: back in on another device, by a password, a passkey or the provider's account; afterwards to where one
 * was. It also stands in for a page whose session was ended from elsewhere.
 */
import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { SessionAnswer } from '../../../shared/wire/account.ts'
import { providerProblem } from '../../../shared/wire/provider-problems.ts'
import { go } from '../../router.ts'
import { providerAddress, signInByPassword } from '../../sync/account-api.ts'
import { ApiError, sayError } from '../../sync/api.ts'
import { icon } from '../../ui/icons.ts'
import { LightElement } from '../../ui/light-element.ts'
import { Watch } from '../../ui/watch.ts'
import {
  endCeremony,
  mayOfferPasskeys,
  passkeyBar,
  passkeyPlace,
  sayPasskey,
  signInWithPasskey,
} from '../account/passkey-ceremony.ts'
import '../account/password-field.ts'
import { ended, session, setSession } from '../session.ts'
import { doorFrame } from './door-frame.ts'

/** The server forgets a ceremony after five minutes; one that waits is begun anew before. */
const OFFER_MS = 4 * 60_000

@customElement('sign-in-page')
export class SignInPage extends LightElement {
  /** Where to afterwards: a path of our own. */
  @property() to = '/'
  @state() private login = ''
  @state() private password = ''
  @state() private busy: 'no' | 'password' | 'passkey' = 'no'
  @state() private problem = providerProblem(new URLSearchParams(location.search).get('problem')) ?? ''
  private readonly watch = new Watch(this)
  private readonly bar = passkeyBar(passkeyPlace())
  private offer: ReturnType<typeof setInterval> | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    document.title = 'Sign in · Galley'
    void this.beginOffer()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearInterval(this.offer)
    this.offer = undefined
    if (this.bar === '') void endCeremony()
  }

  protected override render() {
    const who = this.watch.read(session)
    const over = this.watch.read(ended)
    return doorFrame(html`
      <form @submit=${this.enter}>
        <header>
          ${icon('galley', { mark: true })}
          <h1>${over ? 'You were signed out here' : 'Sign in'}</h1>
          <p class="hush">${
            over
              ? 'The session was ended from another device or tab, or came to its end. Words that were not saved stay in this browser and are sent once you are back.'
              : `With what you set on your own page${who?.provider ? `, or by ${who.provider}` : ': a password or a passkey'}.`
          }</p>
        </header>
        ${
          who?.person
            ? html`<p>You are here as <b>${who.person.name}</b>. <a href=${this.to}>Go on as ${who.person.name}</a>, or sign in as somebody else.</p>`
            : nothing
        }
        ${this.problem === '' ? nothing : html`<div class="callout bad" role="alert">${icon('triangle-alert')}<div>${this.problem}</div></div>`}
        <label class="field">
          <span>Name to sign in with</span>
          <input
            class="input"
            name="login"
            required
            maxlength="100"
            autocomplete="username webauthn"
            autocapitalize="none"
            spellcheck="false"
            autofocus
            .value=${this.login}
            @input=${(event: Event) => {
              this.login = (event.target as HTMLInputElement).value
            }}
          />
        </label>
        <password-field
          .value=${this.password}
          @input=${(event: Event) => {
            this.password = (event.target as HTMLInputElement).value
          }}
        ></password-field>
        <button class="btn primary large" aria-busy=${this.busy === 'password' ? 'true' : 'false'}>
          ${this.busy === 'password' ? icon('loader-circle') : nothing}Sign in
        </button>
        ${this.others(who)}
        <details class="small">
          <summary>Neither password nor passkey?</summary>
          <p class="hush">Open your invite link again, or ask for a new one: you come in as a new person. Whoever runs the machine can print a link that lets you in as yourself.</p>
        </details>
      </form>
    `)
  }

  private others(who: SessionAnswer | null) {
    return html`<div class="others">
      <p class="or">or</p>
      ${
        this.bar === ''
          ? html`<button type="button" class="btn large" aria-busy=${this.busy === 'passkey' ? 'true' : 'false'} @click=${() => void this.byPasskey()}>
              ${icon(this.busy === 'passkey' ? 'loader-circle' : 'key-round')}With a passkey
            </button>`
          : html`<p class="small hush">${this.bar}</p>`
      }
      ${who?.provider ? html`<a class="btn large" href=${providerAddress(this.to)}>With ${who.provider}</a>` : nothing}
    </div>`
  }

  private async enter(event: Event): Promise<void> {
    event.preventDefault()
    if (this.busy !== 'no') return
    this.busy = 'password'
    this.problem = ''
    try {
      this.arrive(await signInByPassword(this.login.trim(), this.password))
    } catch (error) {
      this.problem = sayError(error)
      this.password = ''
      this.busy = 'no'
      await this.updateComplete
      this.querySelector<HTMLElement>('#password')?.focus()
    }
  }

  private async byPasskey(): Promise<void> {
    if (this.busy !== 'no') return
    this.busy = 'passkey'
    this.problem = ''
    try {
      this.arrive(await signInWithPasskey())
    } catch (error) {
      this.problem = sayPasskey(error)
      this.busy = 'no'
      // The question has put an end to the quiet offer.
      void this.beginOffer()
    }
  }

  /** Offers passkeys among the names, where the browser can, for as long as the page is there. */
  private async beginOffer(): Promise<void> {
    clearInterval(this.offer)
    if (!(await mayOfferPasskeys()) || !this.isConnected) return
    this.offer = setInterval(() => void this.offerOnce(), OFFER_MS)
    await this.offerOnce()
  }

  private async offerOnce(): Promise<void> {
    try {
      const answer = await signInWithPasskey({ waiting: true })
      if (this.isConnected) this.arrive(answer)
    } catch (error) {
      // Only what the server says of a passkey that was chosen is for the person; nobody asked for the offer itself.
      if (error instanceof ApiError && error.code === 'signed-out') this.problem = sayError(error)
    }
  }

  private arrive(answer: SessionAnswer): void {
    setSession(answer)
    go(this.to, { replace: true })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sign-in-page': SignInPage
  }
}
