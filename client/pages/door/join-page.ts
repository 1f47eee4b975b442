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
import { loadSession, session } from '../session.ts'
import { closedDoor, lengthWords, signInInstead, tryAgain } from './at-the-door.ts'
import { doorFrame, type ProfileDraft, profileFields } from './door-frame.ts'
import { roleList } from './role-list.ts'

@customElement('join-page')
export class JoinPage extends LightElement {
  @property() token = ''
  @state() private invite: InviteAnswer | null = null
  @state() private draft: ProfileDraft = { name: '', swatch: 1 }
  @state() private busy = false
  @state() private problem = ''
  /** Why the link does not open; null while it may. */
  @state() private closed: ApiError | null = null

  override connectedCallback(): void {
    super.connectedCallback()
    document.title = 'Welcome · Galley'
    void this.load()
  }

  protected override render() {
    if (this.closed) return doorFrame(this.sayWhy(this.closed))
    return this.invite ? doorFrame(this.form(this.invite)) : doorFrame(html`<form></form>`)
  }

  private form({ story, from, role, person }: InviteAnswer) {
    const writes = may(role, 'write')
    const asks = from === '' ? 'You are asked' : `${from} asks you`
    return html`
      <form @submit=${this.enter}>
        <header>
          ${icon('galley', { mark: true })}
          <h1>${asks} to ${writes ? 'edit' : 'read'} ${story ? html`<i>${story.title}</i>` : 'all stories here'}</h1>
          <p class="hush">
            ${story ? lengthWords(story.words) : 'The link is to the whole library: every story in it, and those that will come.'}
            You come in as ${role}.
          </p>
        </header>
        ${roleList(role)}
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
        ${person ? nothing : signInInstead(`/join/${encodeURIComponent(this.token)}`)}
      </form>
    `
  }

  private sayWhy({ code, message }: ApiError) {
    if (code === 'forbidden')
      return closedDoor(
        'This link does not open to you',
        message,
        html`<a class="btn primary large" href="/">To the stories</a>`,
      )
    const over = code === 'gone' || code === 'not-found'
    if (!over)
      return closedDoor(
        'The link cannot be opened now',
        message,
        tryAgain(() => void this.load()),
      )
    const me = session.peek()?.person
    return closedDoor(
      'This link no longer opens',
      html`${message} A link ends with its last day, after its number of uses, or when it is revoked.`,
      me
        ? html`<p>You are here as <b>${me.name}</b>. What was open to you still is.</p>
            <a class="btn primary large" href="/">To the stories</a>`
        : signInInstead('/'),
    )
  }

  private async load(): Promise<void> {
    this.closed = null
    try {
      this.invite = await getInvite(this.token)
      this.draft = { ...this.draft, swatch: this.invite.swatch }
      document.title = `${this.invite.story?.title ?? 'Welcome'} · Galley`
    } catch (error) {
      this.closed = refusal(error)
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
      const no = refusal(error)
      if (no.code === 'gone' || no.code === 'not-found' || no.code === 'forbidden') this.closed = no
      else this.problem = sayError(error)
    } finally {
      this.busy = false
    }
  }
}

/** What is no refusal is a fault of the program, and thrown on. */
function refusal(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  throw error
}

declare global {
  interface HTMLElementTagNameMap {
    'join-page': JoinPage
  }
}
