/** <owner-page>: whoever opened the one-use owner's link says what to be called, and Galley is theirs. */
import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { goTo } from '../router.ts'
import { setSession } from '../session.ts'
import { openOwnerLink } from '../sync/api.ts'
import { icon } from '../ui/icons.ts'
import { type Who, whoFields } from '../ui/who-fields.ts'
import './door.css'
import { leaf } from './leaf.ts'

@customElement('owner-page')
export class OwnerPage extends LitElement {
  @property() token = ''
  @state() private who: Who = { name: '', swatch: 1 }
  @state() private wrong = ''
  @state() private busy = false

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  protected override firstUpdated(): void {
    document.title = 'Welcome · Galley'
    this.querySelector<HTMLInputElement>('[name=name]')?.focus()
  }

  protected override render() {
    return html`<main class="door">
      ${leaf()}
      <form class="door-body" @submit=${this.begin}>
        <header>
          ${icon('galley', { mark: true })}
          <h1>This Galley is yours</h1>
          <p class="hush">You opened the owner’s link. It works once, and makes this browser the owner’s.</p>
        </header>
        ${whoFields(this.who, 'Your name', 'Stands beside your caret, where the others see it.', (who) => {
          this.who = who
        })}
        ${this.wrong ? html`<p class="callout bad" role="alert">${icon('triangle-alert')}<span>${this.wrong}</span></p>` : nothing}
        <button class="btn primary large" aria-busy=${this.busy}>Begin</button>
        <p class="small hush">
          Locked out one day? Sign out or lose this browser, and the next start of the server prints a new owner’s link.
        </p>
      </form>
    </main>`
  }

  private async begin(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (this.busy) return
    this.busy = true
    try {
      setSession(await openOwnerLink(this.token, this.who.name, this.who.swatch))
      goTo('/', { replace: true })
    } catch (error) {
      this.wrong = error instanceof Error ? error.message : String(error)
    } finally {
      this.busy = false
    }
  }
}
