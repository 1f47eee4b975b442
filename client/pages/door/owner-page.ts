/**
 * <owner-page>: the one-use link that the terminal printed. Whoever opens it chooses a name, how to come back from another
 * device, and owns this Galley. Likewise the link that lets somebody back in who was locked out, and has a name.
 */
import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { go } from '../../router.ts'
import { getAccount, removePassword, setPassword } from '../../sync/account-api.ts'
import { ApiError, openOwnerLink } from '../../sync/api.ts'
import { icon } from '../../ui/icons.ts'
import { LightElement } from '../../ui/light-element.ts'
import { type Pair, pairFields } from '../account/pair-fields.ts'
import { makePasskey, passkeyBar, passkeyLabel, passkeyPlace, sayPasskey } from '../account/passkey-ceremony.ts'
import { pairProblem } from '../account/way-back.ts'
import { loadSession, session, setSession } from '../session.ts'
import { doorFrame, type ProfileDraft, profileFields } from './door-frame.ts'

type Back = 'passkey' | 'password' | 'none'

@customElement('owner-page')
export class OwnerPage extends LightElement {
  @property() token = ''
  /** False: the link is for somebody who is known, and lets them back in. */
  @property({ attribute: false }) owns = true
  @state() private draft: ProfileDraft = { name: '', swatch: 1 }
  @state() private pair: Pair = { login: '', password: '' }
  private readonly bar = passkeyBar(passkeyPlace())
  @state() private back: Back = this.bar === '' ? 'passkey' : 'none'
  @state() private busy = false
  @state() private problem = ''
  @state() private spent = false
  /** The link is used up and one is in; only the way back is still to be set. */
  @state() private inside = false

  override connectedCallback(): void {
    super.connectedCallback()
    document.title = 'Welcome · Galley'
    const person = session.value?.person
    if (person) this.draft = { name: person.name, swatch: person.swatch }
  }

  protected override render() {
    return doorFrame(this.spent ? this.sayWhy() : this.form())
  }

  private form() {
    return html`
      <form @submit=${this.begin}>
        <header>
          ${icon('galley', { mark: true })}
          <h1>${this.inside ? 'You are in' : this.owns ? 'This Galley is yours' : 'Come back in'}</h1>
          <p class="hush">${
            this.inside
              ? 'The link has worked and will not work again. How you come back is still to be set, now or on your own page.'
              : `You opened ${this.owns ? 'the owner’s link' : 'a link that was made for you'}. It works once, so choose how you come back.`
          }</p>
        </header>
        ${
          this.inside || !this.owns
            ? nothing
            : profileFields(this.draft, 'Stands beside your caret and your changes. Others see it.', (draft) => {
                this.draft = draft
                this.problem = ''
              })
        }
        <fieldset class="ways">
          <legend>Coming back from another device</legend>
          ${this.way('passkey', 'Passkey', 'fingerprint, face or security key')} ${this.way('password', 'Password', '')}
          ${this.way('none', 'Only this browser, for now', '')}
        </fieldset>
        ${this.bar === '' ? nothing : html`<p class="small hush">${this.bar}</p>`}
        ${
          this.back === 'password'
            ? pairFields(this.pair, (pair) => {
                this.pair = pair
                this.problem = ''
              })
            : nothing
        }
        ${this.problem === '' ? nothing : html`<div class="callout bad" role="alert">${icon('triangle-alert')}<div>${this.problem}</div></div>`}
        <button class="btn primary large" aria-busy=${this.busy ? 'true' : 'false'}>
          ${this.busy ? icon('loader-circle') : nothing}${this.inside ? 'Go on' : 'Begin'}
        </button>
        <p class="small hush">Locked out one day? Whoever runs the machine can print a new ${this.owns ? 'owner’s ' : ''}link.</p>
      </form>
    `
  }

  private way(back: Back, name: string, note: string) {
    const off = back === 'passkey' && this.bar !== ''
    return html`<label class=${off ? 'row off' : 'row'}>
      <input
        type="radio"
        name="back"
        ?disabled=${off}
        .checked=${this.back === back}
        @change=${() => {
          this.back = back
          this.problem = ''
        }}
      />
      ${name}${note === '' ? nothing : html`<span class="small hush">${note}</span>`}
    </label>`
  }

  private sayWhy() {
    return html`
      <form>
        <header>
          ${icon('galley', { mark: true })}
          <h1>This link no longer opens</h1>
          <p class="hush">${this.problem}</p>
        </header>
        <p>Been here before? <a href="/sign-in">Sign in</a> with your password or passkey.</p>
        <a class="btn primary large" href="/">To the stories</a>
      </form>
    `
  }

  private async begin(event: Event): Promise<void> {
    event.preventDefault()
    if (this.busy) return
    this.problem = this.back === 'password' ? pairProblem(this.pair.login, this.pair.password) : ''
    if (this.problem !== '') return
    this.busy = true
    try {
      if (!this.inside) {
        setSession(await openOwnerLink(this.token, this.owns ? this.draft : null))
        this.inside = true
      }
      await this.setWayBack()
      go('/', { replace: true })
    } catch (error) {
      this.problem = sayPasskey(error)
      this.spent = !this.inside && error instanceof ApiError && error.code === 'gone'
    } finally {
      this.busy = false
    }
  }

  private async setWayBack(): Promise<void> {
    if (this.back === 'none') return
    if (this.back === 'passkey') await makePasskey(passkeyLabel())
    else {
      // Whoever comes by a new link has forgotten the old password as a rule, so it is not asked for.
      if ((await getAccount()).login !== null) await removePassword()
      await setPassword({ login: this.pair.login.trim(), password: this.pair.password })
    }
    await loadSession()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'owner-page': OwnerPage
  }
}
