/** <owner-page>: the one-use link that the terminal printed. Whoever opens it chooses a name and owns this Galley. */
import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { go } from '../../router.ts'
import { ApiError, openOwnerLink, sayError } from '../../sync/api.ts'
import { icon } from '../../ui/icons.ts'
import { LightElement } from '../../ui/light-element.ts'
import { session, setSession } from '../session.ts'
import { doorFrame, type ProfileDraft, profileFields } from './door-frame.ts'

@customElement('owner-page')
export class OwnerPage extends LightElement {
  @property() token = ''
  @state() private draft: ProfileDraft = { name: '', swatch: 1 }
  @state() private busy = false
  @state() private problem = ''
  @state() private spent = false

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
          <h1>This Galley is yours</h1>
          <p class="hush">You opened the owner’s link. It works once: this browser will know you from now on.</p>
        </header>
        ${profileFields(
          this.draft,
          'Stands beside your caret and your changes. Others see it.',
          (draft) => {
            this.draft = draft
            this.problem = ''
          },
          this.problem,
        )}
        <button class="btn primary large" aria-busy=${this.busy ? 'true' : 'false'}>
          ${this.busy ? icon('loader-circle') : nothing}Begin
        </button>
        <p class="small hush">Locked out one day? Whoever runs the machine restarts Galley and gets a new owner’s link.</p>
      </form>
    `
  }

  private sayWhy() {
    return html`
      <form>
        <header>
          ${icon('galley', { mark: true })}
          <h1>This link no longer opens</h1>
          <p class="hush">${this.problem}</p>
        </header>
        <a class="btn primary large" href="/">To the stories</a>
      </form>
    `
  }

  private async begin(event: Event): Promise<void> {
    event.preventDefault()
    if (this.busy) return
    this.busy = true
    try {
      setSession(await openOwnerLink(this.token, this.draft.name, this.draft.swatch))
      go('/', { replace: true })
    } catch (error) {
      this.problem = sayError(error)
      this.spent = error instanceof ApiError && error.code === 'gone'
    } finally {
      this.busy = false
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'owner-page': OwnerPage
  }
}
