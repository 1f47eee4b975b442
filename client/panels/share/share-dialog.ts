/** <share-dialog>: invite by link, who has access, and the links that are still open. */
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Role } from '../../../shared/roles.ts'
import type { Story } from '../../../shared/wire/api.ts'
import type { InviteMade, PeopleAnswer } from '../../../shared/wire/people.ts'
import { ApiError } from '../../sync/api.ts'
import { getPeople, makeInvite, revokeInvite } from '../../sync/people-api.ts'
import type { PresentPerson } from '../../sync/presence.ts'
import { avatar } from '../../ui/avatar.ts'
import { copyText } from '../../ui/copy-text.ts'
import { icon } from '../../ui/icons.ts'
import { announce } from '../../ui/live-region.ts'
import { exactTime, timeAgo } from '../../ui/times.ts'
import { INVITED, roleDoes, roleName } from './role-words.ts'
import './share-dialog.css'

@customElement('share-dialog')
export class ShareDialog extends LitElement {
  @property({ attribute: false }) story: Story | null = null
  @property({ attribute: false }) here: readonly PresentPerson[] = []
  @property() me = ''

  @state() private access: PeopleAnswer | null = null
  @state() private offered: Role = 'editor'
  @state() private made: InviteMade | null = null
  @state() private copied = false
  @state() private busy = false
  @state() private wrong = ''
  @query('dialog') private readonly dialog!: HTMLDialogElement

  show(): void {
    this.made = null
    this.wrong = ''
    this.copied = false
    this.dialog.showModal()
    void this.attempt(() => this.load())
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  protected override render() {
    const { story } = this
    return html`<dialog class="dialog share" closedby="any" aria-labelledby="share-title">
      ${
        story
          ? html`<header>
                <h2 id="share-title">Share ${story.title}</h2>
                <button class="btn icon-only quiet" aria-label="Close" title="Close" @click=${() => this.dialog.close()}>${icon('x')}</button>
              </header>
              <div class="body">
                ${this.wrong ? html`<div class="callout bad">${icon('triangle-alert')}<p>${this.wrong}</p></div>` : nothing}
                ${this.invite(story)} ${this.people()} ${this.links(story)}
              </div>
              <footer><span class="grow"></span><button class="btn" @click=${() => this.dialog.close()}>Done</button></footer>`
          : nothing
      }
    </dialog>`
  }

  private invite(story: Story): TemplateResult {
    const { made } = this
    return html`<section class="invite" aria-label="Invite by link">
      <div class="row">
        <label for="invite-role"><b>Invite by link</b></label>
        <span class="grow"></span>
        <select id="invite-role" class="choose" .value=${this.offered} @change=${this.chooseRole}>
          ${INVITED.map((role) => html`<option value=${role} ?selected=${role === this.offered}>${roleName(role)}</option>`)}
        </select>
      </div>
      <div class="link">
        ${
          made
            ? html`<input class="input" readonly aria-label="Invite link" .value=${made.url} @focus=${selectAll} />
                <button class="btn primary" @click=${() => void this.copy(made.url)}>
                  ${icon(this.copied ? 'check' : 'copy', { small: true })}${this.copied ? 'Copied' : 'Copy'}
                </button>`
            : html`<button class="btn primary wide" aria-busy=${this.busy ? 'true' : 'false'} @click=${() => void this.make(story)}>
                ${icon(this.busy ? 'loader-circle' : 'link', { small: true })}Make a link
              </button>`
        }
      </div>
      <p class="small hush">
        Whoever opens it chooses a name and ${roleDoes(this.offered)} The link is shown only once and works for 30 days, unless you revoke it before.
      </p>
    </section>`
  }

  private people(): TemplateResult | typeof nothing {
    const { access } = this
    if (!access) return this.wrong ? nothing : html`<p class="hush" aria-busy="true">Asking who has access…</p>`
    return html`<section>
      <h3>People</h3>
      <ul class="members">
        ${access.people.map((person) => {
          const there = this.here.find(({ id }) => id === person.id)
          const place = there ? `Here now${there.line === null ? '' : `, line ${there.line}`}` : 'Not here now'
          return html`<li>
            ${avatar(person, { away: !there })}
            <div>${person.name} ${person.id === this.me ? html`<span class="hush">(you)</span>` : nothing}<br /><span class="small hush">${place}</span></div>
            <span class="hush">${person.way === 'owner' ? 'Owner' : roleName(person.role)}</span>
          </li>`
        })}
      </ul>
    </section>`
  }

  private links(story: Story): TemplateResult | typeof nothing {
    const invites = this.access?.invites ?? []
    if (invites.length === 0) return nothing
    return html`<section>
      <h3>Open links</h3>
      <ul class="members">
        ${invites.map(
          (invite) => html`<li>
            ${icon('link')}
            <div>
              ${roleName(invite.role)}<br />
              <span class="small hush">Made by ${invite.by}, <time datetime=${invite.createdAt} title=${exactTime(invite.createdAt)}>${timeAgo(invite.createdAt, Date.now())}</time></span>
            </div>
            <button class="btn tiny quiet bad" aria-label="Revoke the link for ${roleName(invite.role)}" @click=${() => void this.revoke(story, invite.id)}>Revoke</button>
          </li>`,
        )}
      </ul>
    </section>`
  }

  private readonly chooseRole = (event: Event): void => {
    this.offered = (event.target as HTMLSelectElement).value as Role
    this.made = null
    this.copied = false
  }

  private async make(story: Story): Promise<void> {
    if (this.busy) return
    this.busy = true
    await this.attempt(async () => {
      this.made = await makeInvite(story.id, { role: this.offered })
      await this.load()
      await this.updateComplete
      this.querySelector<HTMLInputElement>('.invite .input')?.focus()
    })
    this.busy = false
  }

  private async copy(url: string): Promise<void> {
    this.copied = await copyText(url)
    announce(this.copied ? 'Link copied.' : 'The browser did not allow copying. The link is selected: copy it by hand.')
    if (!this.copied) this.querySelector<HTMLInputElement>('.invite .input')?.focus()
  }

  private async revoke(story: Story, invite: string): Promise<void> {
    await this.attempt(async () => {
      await revokeInvite(story.id, invite)
      if (this.made?.id === invite) this.made = null
      await this.load()
      announce('The link no longer works.')
    })
  }

  private async load(): Promise<void> {
    if (this.story) this.access = await getPeople(this.story.id)
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    try {
      await act()
      this.wrong = ''
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      this.wrong = error.message
      announce(error.message)
    }
  }
}

function selectAll(event: FocusEvent): void {
  ;(event.target as HTMLInputElement).select()
}

declare global {
  interface HTMLElementTagNameMap {
    'share-dialog': ShareDialog
  }
}
