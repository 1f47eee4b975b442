/** <join-page>: an invite link. It says who asks whom to what, takes a name and a colour, and opens the story. */
import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { may } from '../../../shared/roles.ts'
import type { InviteAnswer } from '../../../shared/wire/people.ts'
import { go, storyPath } from '../../router.ts'
import { ApiError, sayError } from '../../sync/api.ts'
import { getInvite, join } from '../../sync/people-api.ts'
import { icon } from '../../ui/icons.ts'
import { LightElement } from '../../ui/light-element.ts'
import { counted } from '../../ui/times.ts'
import { loadSession } from '../session.ts'
import { doorFrame, type ProfileDraft, profileFields } from './door-frame.ts'

/** Words a minute, for "about 40 minutes". */
const READING_PACE = 220

@customElement('join-page')
export class JoinPage extends LightElement {
  @property() token = ''
  @state() private invite: InviteAnswer | null = null
  @state() private draft: ProfileDraft = { name: '', swatch: 1 }
  @state() private busy = false
  @state() private problem = ''
  @state() private closed = ''

  override connectedCallback(): void {
    super.connectedCallback()
    document.title = 'Welcome · Galley'
    void this.load()
  }

  protected override render() {
    if (this.closed !== '') return doorFrame(this.sayWhy())
    return this.invite ? doorFrame(this.form(this.invite)) : doorFrame(html`<form></form>`)
  }

  private form({ story, from, role, person }: InviteAnswer) {
    const writes = may(role, 'write')
    const asks = from === '' ? 'You are asked' : `${from} asks you`
    const minutes = Math.max(1, Math.round((story?.words ?? 0) / READING_PACE))
    const yes = (text: string) => html`<li>${icon('check', { small: true })}${text}</li>`
    return html`
      <form @submit=${this.enter}>
        <header>
          ${icon('galley', { mark: true })}
          <h1>${asks} to ${writes ? 'edit' : 'read'} ${story ? html`<i>${story.title}</i>` : 'all stories here'}</h1>
          ${story ? html`<p class="hush">${counted(story.words, 'word')}, about ${counted(minutes, 'minute')} to read.</p>` : nothing}
        </header>
        <ul class="can">
          ${yes('Read the story, and see who is in it')}
          ${
            writes
              ? html`${yes('Change the text together with the others, live')}${yes('Take the corrected text with you as a file')}`
              : html`${yes('Take a copy with you as a file')}
                <li class="no">${icon('x', { small: true })}Not change the words</li>`
          }
        </ul>
        ${
          person
            ? html`<p>You are here as <b>${person.name}</b>.</p>`
            : profileFields(
                this.draft,
                'No mail address, no password. This browser will know you.',
                (draft) => {
                  this.draft = draft
                  this.problem = ''
                },
                this.problem,
              )
        }
        ${person && this.problem !== '' ? html`<p class="wrong" role="alert">${this.problem}</p>` : nothing}
        <button class="btn primary large" aria-busy=${this.busy ? 'true' : 'false'}>
          ${this.busy ? icon('loader-circle') : nothing}${person ? 'Open' : writes ? 'Begin' : 'Start reading'}
        </button>
      </form>
    `
  }

  private sayWhy() {
    return html`
      <form>
        <header>
          ${icon('galley', { mark: true })}
          <h1>This link no longer opens</h1>
          <p class="hush">${this.closed}</p>
        </header>
        <a class="btn primary large" href="/">To the stories</a>
      </form>
    `
  }

  private async load(): Promise<void> {
    try {
      this.invite = await getInvite(this.token)
      this.draft = { ...this.draft, swatch: this.invite.swatch }
      document.title = `${this.invite.story?.title ?? 'Welcome'} · Galley`
    } catch (error) {
      this.closed = sayError(error)
    }
  }

  private async enter(event: Event): Promise<void> {
    event.preventDefault()
    if (this.busy || !this.invite) return
    this.busy = true
    try {
      const { story } = await join(this.token, this.invite.person ? null : this.draft)
      await loadSession()
      go(story === null ? '/' : storyPath(story), { replace: true })
    } catch (error) {
      if (error instanceof ApiError && (error.code === 'gone' || error.code === 'not-found'))
        this.closed = error.message
      else this.problem = sayError(error)
    } finally {
      this.busy = false
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'join-page': JoinPage
  }
}
