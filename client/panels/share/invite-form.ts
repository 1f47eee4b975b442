/**
 * <invite-form>: makes an invite link to a story or to the whole library, shows it once and copies it. The links that
 * are there are listed elsewhere.
 */
import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { ROLES, type Role } from '../../../shared/roles.ts'
import type { InviteMade } from '../../../shared/wire/people.ts'
import { sayError } from '../../sync/api.ts'
import { makeInvite } from '../../sync/people-api.ts'
import { copyText } from '../../ui/copy-text.ts'
import { icon } from '../../ui/icons.ts'
import { LightElement } from '../../ui/light-element.ts'
import { announce } from '../../ui/live-region.ts'
import { untilWords, worksFor } from './link-words.ts'
import { roleName, roleSentence } from './role-words.ts'
import './share.css'

const USUAL_DAYS = 30
const MOST_DAYS = 365
const MOST_USES = 1000

@customElement('invite-form')
export class InviteForm extends LightElement {
  /** Id of the story; null = the whole library. */
  @property({ attribute: false }) place: string | null = null
  /** Called when a link has been made. */
  @property({ attribute: false }) made: () => void = () => undefined

  @state() private offered: Role = 'editor'
  @state() private days = USUAL_DAYS
  @state() private mostUses: number | null = null
  @state() private changing = false
  @state() private link: InviteMade | null = null
  @state() private copied = false
  @state() private busy = false
  @state() private wrong = ''

  /** As when it is first shown; to be called when a dialog opens anew. */
  clear(): void {
    this.link = null
    this.copied = false
    this.changing = false
    this.wrong = ''
  }

  /** Forgets the link when it is the one that was revoked. */
  forget(invite: string): void {
    if (this.link?.id === invite) this.link = null
  }

  protected override render() {
    const { link, offered } = this
    return html`<section class="invite" aria-label="Invite by link">
      <div class="row">
        <label for="invite-role"><b>Invite by link</b></label>
        <span class="grow"></span>
        <select id="invite-role" class="choose" @change=${this.chooseRole}>
          ${ROLES.map((one) => html`<option value=${one} ?selected=${one === offered}>${roleName(one)}</option>`)}
        </select>
      </div>
      <div class="link-row">${link ? this.ready(link) : this.maker()}</div>
      ${this.wrong ? html`<p class="small wrong" role="alert">${this.wrong}</p>` : nothing}
      <p class="small hush">
        ${this.place === null ? 'Whoever opens it chooses a name, and in every story they' : 'Whoever opens it chooses a name and'} ${roleSentence(offered)}.
      </p>
      ${link ? this.howLong(link) : this.terms()}
    </section>`
  }

  private maker() {
    return html`<button class="btn primary wide" aria-busy=${this.busy ? 'true' : 'false'} @click=${() => void this.make()}>
      ${icon(this.busy ? 'loader-circle' : 'link', { small: true })}Make a link
    </button>`
  }

  private ready({ url }: InviteMade) {
    return html`<input class="input" readonly aria-label="Invite link" .value=${url} @focus=${selectAll} />
      <button class="btn primary" @click=${() => void this.copy(url)}>
        ${icon(this.copied ? 'check' : 'copy', { small: true })}${this.copied ? 'Copied' : 'Copy'}
      </button>`
  }

  private howLong({ expiresAt, mostUses }: InviteMade) {
    const people = mostUses === null ? 'any number of people' : mostUses === 1 ? 'one person' : `${mostUses} people`
    return html`<p class="small hush">
      This link ${untilWords(expiresAt, Date.now())}, for ${people}. It is shown only now.
      <button class="link" @click=${this.another}>Make another</button>
    </p>`
  }

  private terms() {
    if (!this.changing) {
      return html`<p class="small hush">
        Works ${worksFor(this.days, this.mostUses)}.
        <button class="link" aria-label="Change how long and for how many it works" @click=${this.change}>Change</button>
      </p>`
    }
    return html`<p class="terms">
      <label>Works for <input class="input" id="invite-days" type="number" min="1" max=${MOST_DAYS} required .value=${String(this.days)} @input=${this.daysChanged} /> days,</label>
      <label>for <input class="input" type="number" min="1" max=${MOST_USES} placeholder="any number" .value=${this.mostUses === null ? '' : String(this.mostUses)} @input=${this.usesChanged} /> people</label>
    </p>`
  }

  private readonly chooseRole = (event: Event): void => {
    this.offered = (event.target as HTMLSelectElement).value as Role
    this.link = null
    this.copied = false
    announce(`Whoever opens it ${roleSentence(this.offered)}.`)
  }

  private readonly change = (): void => {
    this.changing = true
    void this.updateComplete.then(() => this.querySelector<HTMLInputElement>('#invite-days')?.select())
  }

  private readonly daysChanged = (event: Event): void => {
    this.days = (event.target as HTMLInputElement).valueAsNumber
    this.wrong = ''
  }

  private readonly usesChanged = (event: Event): void => {
    const { value, valueAsNumber, validity } = event.target as HTMLInputElement
    this.mostUses = value === '' && !validity.badInput ? null : valueAsNumber
    this.wrong = ''
  }

  private readonly another = (): void => {
    this.link = null
    this.copied = false
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('.link-row button')?.focus())
  }

  /** What is wrong with the terms, in a sentence; "" when nothing is. */
  private outOfBounds(): string {
    if (!within(this.days, MOST_DAYS)) return `A link works for 1 to ${MOST_DAYS} whole days.`
    if (this.mostUses !== null && !within(this.mostUses, MOST_USES))
      return `A link is for 1 to ${MOST_USES.toLocaleString('en')} people; leave the number out for any number.`
    return ''
  }

  private async make(): Promise<void> {
    if (this.busy) return
    this.wrong = this.outOfBounds()
    if (this.wrong !== '') return
    this.busy = true
    try {
      const { offered, days, mostUses } = this
      this.link = await makeInvite(this.place, { role: offered, days, mostUses })
      this.changing = false
      this.made()
      await this.updateComplete
      this.querySelector<HTMLInputElement>('.link-row .input')?.focus()
      announce('The link is made and selected.')
    } catch (error) {
      this.wrong = sayError(error)
    }
    this.busy = false
  }

  private async copy(url: string): Promise<void> {
    this.copied = await copyText(url)
    announce(this.copied ? 'Link copied.' : 'The browser did not allow copying. The link is selected: copy it by hand.')
    if (!this.copied) this.querySelector<HTMLInputElement>('.link-row .input')?.focus()
  }
}

function within(number: number, most: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= most
}

function selectAll(event: FocusEvent): void {
  ;(event.target as HTMLInputElement).select()
}

declare global {
  interface HTMLElementTagNameMap {
    'invite-form': InviteForm
  }
}
