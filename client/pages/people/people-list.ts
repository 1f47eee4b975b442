/** <people-list>: everybody in this Galley and the links to the whole library, for the owner. */
import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Role } from '../../../shared/roles.ts'
import type { Invite, LibraryPeopleAnswer } from '../../../shared/wire/people.ts'
import { Attempts } from '../../panels/share/attempts.ts'
import '../../panels/share/invite-form.ts'
import { openLinks } from '../../panels/share/open-links.ts'
import { aRole, roleName } from '../../panels/share/role-words.ts'
import { getLibraryPeople, removeFromLibrary, revokeInvite, setLibraryRole } from '../../sync/people-api.ts'
import { askFirst } from '../../ui/ask-first.ts'
import { icon } from '../../ui/icons.ts'
import { LightElement } from '../../ui/light-element.ts'
import { announce } from '../../ui/live-region.ts'
import { counted } from '../../ui/times.ts'
import { showToast } from '../../ui/toast.ts'
import { session } from '../session.ts'
import { type LibraryPerson, personInLibrary } from './person-in-library.ts'

@customElement('people-list')
export class PeopleList extends LightElement {
  @state() private answer: LibraryPeopleAnswer | null = null
  /** By ids of people and links. */
  private readonly attempts = new Attempts(this)

  override connectedCallback(): void {
    super.connectedCallback()
    void this.attempts.run('', () => this.load())
  }

  protected override render() {
    const { answer } = this
    return html`
      ${this.attempts.wrong ? html`<div class="callout bad" role="alert">${icon('triangle-alert')}<p>${this.attempts.wrong} ${answer ? nothing : html`<button class="link" @click=${() => void this.attempts.run('', () => this.load())}>Ask again</button>`}</p></div>` : nothing}
      ${answer ? this.content(answer) : this.attempts.wrong ? nothing : html`<p class="hush" aria-busy="true">Asking who is here…</p>`}
    `
  }

  private content({ people, invites }: LibraryPeopleAnswer) {
    const now = Date.now()
    const me = session.peek()?.person?.id ?? ''
    return html`
      <section aria-labelledby="everybody">
        <h2 id="everybody" tabindex="-1">Everybody <span class="count">${people.length}</span></h2>
        <ul class="members everybody">
          ${people.map((person) =>
            personInLibrary(person, me, now, {
              busy: this.attempts.busy.has(person.id),
              choose: (role) => void this.choose(person, role),
              remove: () => void this.removeAsking(person),
            }),
          )}
        </ul>
      </section>
      <section aria-labelledby="whole">
        <h2 id="whole">Into the whole library</h2>
        <p class="small hush">A link here opens every story, those that will come too. To ask people into one story only, use Share in that story.</p>
        <invite-form .place=${null} .made=${() => void this.attempts.run('', () => this.load())}></invite-form>
        ${invites.length > 0 ? openLinks(invites, now, this.attempts.busy, (invite) => void this.revoke(invite)) : nothing}
      </section>
    `
  }

  private async choose(person: LibraryPerson, role: Role | null): Promise<void> {
    const done = await this.attempts.run(person.id, async () => {
      await setLibraryRole(person.id, role)
      await this.load()
    })
    if (!done) return
    const undo = () =>
      void this.attempts.run(person.id, async () => {
        await setLibraryRole(person.id, person.role)
        await this.load()
        announce('Undone.')
      })
    showToast(
      role === null
        ? `${person.name} is in single stories only now.`
        : `${person.name} is ${aRole(role)} in the whole library now.`,
      { run: undo },
    )
  }

  private async removeAsking(person: LibraryPerson): Promise<void> {
    const { name, stories } = person
    const titles = stories.map(({ title }) => `“${title || 'Untitled'}”`)
    const ends = [
      ...(person.role ? [`the role of ${person.role} in the whole library`] : []),
      ...(titles.length > 0
        ? [titles.length > 3 ? `the roles in ${counted(titles.length, 'story', 'stories')}` : titles.join(', ')]
        : []),
      'every sign-in, password, passkey and access token',
      'the invite links they made',
    ]
    const consequence = `This ends at once and for good: ${ends.join('; ')}. What ${name} wrote stays, under their name. With a new invite link they come in as somebody new.`
    if (!(await askFirst(`Remove ${name} from the library?`, consequence, 'Remove for good'))) return
    const at = this.answer?.people.findIndex(({ id }) => id === person.id) ?? 0
    const done = await this.attempts.run(person.id, async () => {
      await removeFromLibrary(person.id)
      await this.load()
    })
    if (!done) return
    announce(`${name} is removed.`)
    await this.updateComplete
    const rows = this.querySelectorAll<HTMLElement>('.everybody > li')
    const next = rows[Math.min(at, rows.length - 1)]?.querySelector<HTMLElement>('select')
    ;(next ?? this.querySelector<HTMLElement>('#everybody'))?.focus()
  }

  private async revoke(invite: Invite): Promise<void> {
    const done = await this.attempts.run(invite.id, async () => {
      await revokeInvite(null, invite.id)
      this.querySelector('invite-form')?.forget(invite.id)
      await this.load()
    })
    if (!done) return
    announce(`The link for ${roleName(invite.role)} no longer works.`)
    await this.updateComplete
    ;(this.querySelector<HTMLElement>('.links button') ?? this.querySelector<HTMLElement>('.invite button'))?.focus()
  }

  private async load(): Promise<void> {
    this.answer = await getLibraryPeople()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'people-list': PeopleList
  }
}
