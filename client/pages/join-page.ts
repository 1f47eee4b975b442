/** <join-page>: an invite link. Says who asks to what and what one may do there, takes a name, and goes in. */
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { may } from '../../shared/roles.ts'
import type { InviteAnswer } from '../../shared/wire/api.ts'
import { goTo } from '../router.ts'
import { refreshSession } from '../session.ts'
import { getInvite, join } from '../sync/api.ts'
import { icon } from '../ui/icons.ts'
import { anySwatch, type Who, whoFields } from '../ui/who-fields.ts'
import './door.css'
import { leaf } from './leaf.ts'
import { lostPage } from './lost-page.ts'

/** Words a minute of an ordinary reader. */
const PACE = 230

@customElement('join-page')
export class JoinPage extends LitElement {
  @property() token = ''
  @state() private invite: InviteAnswer | null = null
  @state() private who: Who = { name: '', swatch: anySwatch() }
  @state() private wrong = ''
  @state() private busy = false

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    document.title = 'Invitation · Galley'
    void this.ask()
  }

  protected override render() {
    if (!this.invite) return this.wrong ? lostPage('This invitation does not open', this.wrong) : nothing
    const { invite } = this
    return html`<main class="door">
      ${leaf()}
      <form class="door-body" @submit=${this.begin}>
        <header>
          ${icon('galley', { mark: true })}
          <h1>${invite.from} asks you to ${may(invite.role, 'write') ? 'edit' : 'read'} <i>${invite.title}</i></h1>
          <p class="hush">${invite.words.toLocaleString('en')} words, ${duration(invite.words)}. Stop and go on whenever you like.</p>
        </header>
        <ul class="can">
          ${can(true, 'Read the story, and see who is in it')} ${can(may(invite.role, 'write'), 'Change its words, together with the others')}
        </ul>
        ${
          invite.person
            ? html`<p>You are <b>${invite.person.name}</b> here.</p>`
            : whoFields(
                this.who,
                'What shall we call you?',
                'No mail address, no password. This browser will know you.',
                (who) => {
                  this.who = who
                },
              )
        }
        ${this.wrong ? html`<p class="callout bad" role="alert">${icon('triangle-alert')}<span>${this.wrong}</span></p>` : nothing}
        <button class="btn primary large" aria-busy=${this.busy}>
          ${may(invite.role, 'write') ? 'Start editing' : 'Start reading'}
        </button>
      </form>
    </main>`
  }

  private async ask(): Promise<void> {
    try {
      this.invite = await getInvite(this.token)
      await this.updateComplete
      this.querySelector<HTMLInputElement>('[name=name]')?.focus()
    } catch (error) {
      this.wrong = error instanceof Error ? error.message : String(error)
    }
  }

  private async begin(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (this.busy || !this.invite) return
    this.busy = true
    try {
      const { story } = await join(this.token, this.invite.person ? null : this.who)
      await refreshSession()
      goTo(`/stories/${story}`, { replace: true })
    } catch (error) {
      this.wrong = error instanceof Error ? error.message : String(error)
    } finally {
      this.busy = false
    }
  }
}

function can(yes: boolean, what: string): TemplateResult {
  return html`<li class=${yes ? '' : 'no'}>
    ${icon(yes ? 'check' : 'x', { small: true })}<span>${yes ? what : html`Not: ${what[0]?.toLowerCase()}${what.slice(1)}`}</span>
  </li>`
}

function duration(words: number): string {
  const minutes = Math.max(1, Math.round(words / PACE))
  return minutes < 60 ? `about ${minutes} min to read` : `about ${Math.round(minutes / 60)} h to read`
}
