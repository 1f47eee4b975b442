/**
 * <share-dialog>: who may come into a story. Inviting by link, the people and their roles, the links that are there, and
 * what the address alone opens. Everything takes effect at once; what cannot be taken back is asked first.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { type LinkRole, lowerRole, may, type Role } from '../../../shared/roles.ts'
import type { Story } from '../../../shared/wire/api.ts'
import type { Invite, PeopleAnswer } from '../../../shared/wire/people.ts'
import { getPeople, openByAddress, removePerson, revokeInvite, setRole } from '../../sync/people-api.ts'
import type { PresentPerson } from '../../sync/presence.ts'
import { askFirst } from '../../ui/ask-first.ts'
import { copyText } from '../../ui/copy-text.ts'
import { icon } from '../../ui/icons.ts'
import { LightElement } from '../../ui/light-element.ts'
import { announce } from '../../ui/live-region.ts'
import { counted } from '../../ui/times.ts'
import { showToast } from '../../ui/toast.ts'
import { addressAccess } from './address-access.ts'
import { Attempts } from './attempts.ts'
import './invite-form.ts'
import { openLinks } from './open-links.ts'
import { type PersonIn, peopleIn } from './people-in.ts'
import { roleTable } from './role-table.ts'
import { aRole, listed, losses, roleName } from './role-words.ts'
import './share.css'

@customElement('share-dialog')
export class ShareDialog extends LightElement {
  @property({ attribute: false }) story: Story | null = null
  @property({ attribute: false }) here: readonly PresentPerson[] = []
  /** Id of who looks. */
  @property() me = ''

  @state() private access: PeopleAnswer | null = null
  @state() private copied = false
  /** By ids of people and links; "address" for the address. */
  private readonly attempts = new Attempts(this)
  @query('dialog') private readonly dialog!: HTMLDialogElement

  show(): void {
    this.attempts.forget()
    this.copied = false
    this.access = null
    this.querySelector('invite-form')?.clear()
    this.dialog.showModal()
    void this.attempt('', () => this.load())
  }

  /** Who came in by a link meanwhile belongs into the list. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('here') || !this.access || !this.dialog.open) return
    const known = new Set(this.access.people.map(({ id }) => id))
    if (this.here.some(({ id }) => !known.has(id))) void this.attempt('', () => this.load())
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
                <invite-form .place=${story.id} .made=${() => void this.attempt('', () => this.load())}></invite-form>
                ${this.attempts.wrong ? html`<div class="callout bad">${icon('triangle-alert')}<p>${this.attempts.wrong}</p></div>` : nothing}
                ${this.access ? this.content(story, this.access) : this.waiting()}
                ${roleTable()}
              </div>
              <footer><span class="grow"></span><button class="btn" @click=${() => this.dialog.close()}>Done</button></footer>`
          : nothing
      }
    </dialog>`
  }

  private waiting(): TemplateResult | typeof nothing {
    return this.attempts.wrong ? nothing : html`<p class="hush" aria-busy="true">Asking who has access…</p>`
  }

  private content(story: Story, { people, invites, linkRole }: PeopleAnswer): TemplateResult {
    return html`<section>
        <h3 tabindex="-1">People</h3>
        ${peopleIn({
          people,
          here: this.here,
          me: this.me,
          busy: this.attempts.busy,
          choose: (person, role) => void this.choose(story, person, role),
          remove: (person) => void this.removeAsking(story, person),
        })}
      </section>
      ${
        invites.length > 0
          ? html`<section>
              <h3>Links</h3>
              ${openLinks(invites, Date.now(), this.attempts.busy, (invite) => void this.revoke(story, invite))}
            </section>`
          : nothing
      }
      ${addressAccess({
        role: linkRole,
        copied: this.copied,
        busy: this.attempts.busy.has('address'),
        choose: (role) => void this.open(story, role),
        copy: () => void this.copyAddress(story),
      })}`
  }

  private async choose(story: Story, person: PersonIn, role: Role): Promise<void> {
    const own = person.id === this.me
    const lowers = lowerRole(person.role, role) === role
    if (own && lowers && !(await this.askToLower(person.role, role))) return
    const done = await this.attempt(person.id, async () => {
      await setRole(story.id, person.id, role)
      if (!own || may(role, 'invite')) await this.load()
    })
    if (!done) return
    if (own && !may(role, 'invite')) {
      this.dialog.close()
      showToast(`You are ${aRole(role)} of “${story.title}” now.`)
      return
    }
    const undo = () =>
      void this.attempt(person.id, async () => {
        // Somebody who came by the address had no role of their own before.
        if (person.way === 'address') await removePerson(story.id, person.id)
        else await setRole(story.id, person.id, person.role)
        await this.load()
        announce(`${person.name} is ${aRole(person.role)} again.`)
      })
    showToast(`${own ? 'You are' : `${person.name} is`} ${aRole(role)} now.`, { run: undo })
    this.focusIn(person.id, 'select')
  }

  private askToLower(was: Role, role: Role): Promise<boolean> {
    const lost = losses(was, role)
    const back = may(role, 'invite') ? '' : ' Only another maintainer or the owner can give that back to you.'
    const consequence = lost.length > 0 ? `You will no longer be able to ${listed(lost)}.${back}` : ''
    return askFirst(`Make yourself ${aRole(role)}?`, consequence, `Become ${aRole(role)}`)
  }

  private async removeAsking(story: Story, person: PersonIn): Promise<void> {
    const own = person.id === this.me
    const [who, they, their, them] = own ? ['You', 'you', 'your', 'you'] : [person.name, 'they', 'their', 'them']
    const { invites = [], linkRole = null } = this.access ?? {}
    const consequence = [
      `${who} can no longer open it, from this moment on.`,
      `What ${they} wrote stays in the story, under ${their} name.`,
      ...(invites.length > 0 ? [`An invite link that still works lets ${them} in again.`] : []),
      ...(linkRole ? [`The story’s address is open, so with it ${they} can still come in as ${linkRole}.`] : []),
    ].join(' ')
    const question = own ? `Leave “${story.title}”?` : `Remove ${person.name} from “${story.title}”?`
    if (!(await askFirst(question, consequence, own ? 'Leave the story' : 'Remove'))) return
    const at = this.access?.people.findIndex(({ id }) => id === person.id) ?? -1
    const done = await this.attempt(person.id, async () => {
      await removePerson(story.id, person.id)
      if (!own) await this.load()
    })
    if (!done) return
    if (own) {
      this.dialog.close()
      showToast(`You have left “${story.title}”.`)
      return
    }
    announce(`${person.name} is removed.`)
    await this.updateComplete
    const rows = this.querySelectorAll<HTMLElement>('.people li')
    const next = rows[Math.min(at, rows.length - 1)]?.querySelector<HTMLElement>('select, button')
    ;(next ?? this.querySelector<HTMLElement>('h3'))?.focus()
  }

  private async revoke(story: Story, invite: Invite): Promise<void> {
    const done = await this.attempt(invite.id, async () => {
      await revokeInvite(story.id, invite.id)
      this.querySelector('invite-form')?.forget(invite.id)
      await this.load()
    })
    if (!done) return
    announce(`The link for ${roleName(invite.role)} no longer works.`)
    await this.updateComplete
    ;(this.querySelector<HTMLElement>('.links button') ?? this.querySelector<HTMLElement>('h3'))?.focus()
  }

  private async open(story: Story, role: LinkRole | null): Promise<void> {
    const inside = this.access?.people.filter(({ way }) => way === 'address') ?? []
    if (role === null && inside.length > 0) {
      const consequence = `${counted(inside.length, 'person', 'people')} came in by nothing else: ${inside.map(({ name }) => name).join(', ')}. They are out at once; what they wrote stays.`
      if (!(await askFirst('Close the story’s address?', consequence, 'Close it'))) {
        this.requestUpdate()
        return
      }
    }
    this.copied = false
    const done = await this.attempt('address', async () => {
      await openByAddress(story.id, role)
      await this.load()
    })
    this.requestUpdate()
    if (!done) return
    announce(role === null ? 'The address alone opens nothing now.' : `Anybody with the address is ${aRole(role)} now.`)
    await this.updateComplete
    this.querySelector<HTMLElement>('.by-address :checked')?.focus()
  }

  private async copyAddress(story: Story): Promise<void> {
    this.copied = await copyText(this.address(story))
    announce(this.copied ? 'Address copied.' : 'The browser did not allow copying: copy it from the address bar.')
  }

  private address(story: Story): string {
    return new URL(`/stories/${encodeURIComponent(story.id)}`, location.href).href
  }

  private focusIn(id: string, what: string): void {
    void this.updateComplete.then(() =>
      this.querySelector<HTMLElement>(`li[data-id="${CSS.escape(id)}"] ${what}`)?.focus(),
    )
  }

  private async load(): Promise<void> {
    if (this.story) this.access = await getPeople(this.story.id)
  }

  /** True when it went through; else the reason is on the screen and said. `what` turns meanwhile. */
  private async attempt(what: string, act: () => Promise<void>): Promise<boolean> {
    const done = await this.attempts.run(what, act)
    if (done) return true
    const { wrong } = this.attempts
    if (this.dialog.open) announce(wrong)
    else showToast(wrong)
    void this.updateComplete.then(() => this.querySelector('.callout')?.scrollIntoView({ block: 'nearest' }))
    return false
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'share-dialog': ShareDialog
  }
}
