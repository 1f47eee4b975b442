/** Makes an access token: asks what it may do, then shows it, this once, with a line to try it with. */
import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { ROLES, type Role } from '../../../shared/roles.ts'
import type { TokenMade } from '../../../shared/wire/account.ts'
import { roleName } from '../../panels/share/role-words.ts'
import { makeToken } from '../../sync/account-api.ts'
import { sayError } from '../../sync/api.ts'
import { copyText } from '../../ui/copy-text.ts'
import { DialogElement } from '../../ui/dialog-element.ts'
import { icon } from '../../ui/icons.ts'
import { announce } from '../../ui/live-region.ts'
import { counted } from '../../ui/times.ts'
import { confirmed } from './confirmed.ts'
import { exampleLine } from './token-example.ts'

const DAYS = [7, 30, 90, 365] as const

@customElement('token-dialog')
export class TokenDialog extends DialogElement {
  @property({ attribute: false }) stories: readonly { id: string; title: string }[] = []
  @state() private name = ''
  @state() private most: Role | '' = 'reader'
  @state() private story = ''
  @state() private days: number | null = 90
  @state() private made: TokenMade | null = null
  @state() private copied: 'no' | 'token' | 'line' = 'no'
  @state() private problem = ''
  @state() private busy = false

  /** True once one was made. */
  get hasMade(): boolean {
    return this.made !== null
  }

  protected override heading() {
    return this.made ? `The token “${this.made.name}”` : 'Make an access token'
  }

  protected override body() {
    return this.made ? this.shown(this.made) : this.form()
  }

  private form() {
    const chosen = (event: Event) => (event.target as HTMLSelectElement).value
    return html`<form id="token-form" class="stack" @submit=${this.make}>
      <label class="field">
        <span>Name</span>
        <input
          class="input"
          name="token-name"
          required
          maxlength="100"
          autocomplete="off"
          autofocus
          aria-describedby="token-hint"
          .value=${this.name}
          @input=${(event: Event) => {
            this.name = (event.target as HTMLInputElement).value
            this.problem = ''
          }}
        />
        <small id="token-hint">What it is for, such as “nightly copy”.</small>
      </label>
      <div class="choices">
        <label class="field">
          <span>It may do at most</span>
          <select class="choose" @change=${(event: Event) => {
            this.most = chosen(event) as Role | ''
          }}>
            ${ROLES.map((role) => html`<option value=${role} ?selected=${role === this.most}>what a ${roleName(role).toLowerCase()} may</option>`)}
            <option value="" ?selected=${this.most === ''}>all that I may</option>
          </select>
        </label>
        <label class="field">
          <span>In</span>
          <select class="choose" @change=${(event: Event) => {
            this.story = chosen(event)
          }}>
            <option value="">all my stories</option>
            ${this.stories.map(({ id, title }) => html`<option value=${id} ?selected=${id === this.story}>${title || 'Untitled'}</option>`)}
          </select>
        </label>
        <label class="field">
          <span>It works for</span>
          <select class="choose" @change=${(event: Event) => {
            this.days = chosen(event) === '' ? null : Number(chosen(event))
          }}>
            ${DAYS.map((days) => html`<option value=${days} ?selected=${days === this.days}>${counted(days, 'day')}</option>`)}
            <option value="" ?selected=${this.days === null}>until I revoke it</option>
          </select>
        </label>
      </div>
      ${this.problem === '' ? nothing : html`<p class="wrong" role="alert">${this.problem}</p>`}
    </form>`
  }

  private shown({ token, story }: TokenMade) {
    const line = exampleLine(location.origin, token, story?.id ?? null)
    return html`<div class="token-made">
      <div class="callout warn">${icon('triangle-alert')}<div><b>It is shown this once.</b> Whoever has it acts as you. Keep it where you keep passwords.</div></div>
      <div class="line">
        <input class="input" readonly aria-label="The token" .value=${token} @focus=${selectAll} />
        <button type="button" class="btn primary" @click=${() => void this.copy('token', token)}>
          ${icon(this.copied === 'token' ? 'check' : 'copy', { small: true })}${this.copied === 'token' ? 'Copied' : 'Copy'}
        </button>
      </div>
      <div class="stack tight">
        <h3>To try it</h3>
        <pre tabindex="0" aria-label="Example">${line}</pre>
        <p>
          <button type="button" class="btn tiny" @click=${() => void this.copy('line', line)}>
            ${icon(this.copied === 'line' ? 'check' : 'copy', { small: true })}${this.copied === 'line' ? 'Copied' : 'Copy the line'}
          </button>
        </p>
      </div>
    </div>`
  }

  protected override foot() {
    if (this.made) {
      return html`<span class="grow"></span><button type="button" class="btn" @click=${() => this.close()}>Done</button>`
    }
    return html`<span class="grow"></span>
      <button type="button" class="btn quiet" @click=${() => this.close()}>Cancel</button>
      <button class="btn primary" form="token-form" aria-busy=${this.busy ? 'true' : 'false'}>
        ${this.busy ? icon('loader-circle') : nothing}Make the token
      </button>`
  }

  private async make(event: Event): Promise<void> {
    event.preventDefault()
    if (this.busy) return
    this.busy = true
    try {
      const { name, most, story, days } = this
      const request = { name, role: most === '' ? null : most, story: story === '' ? null : story, days }
      const make = async () => {
        this.made = await makeToken(request)
      }
      if (!(await confirmed('token-make', make))) return
      await this.updateComplete
      this.querySelector<HTMLElement>('.token-made .input')?.focus()
    } catch (error) {
      this.problem = sayError(error)
    } finally {
      this.busy = false
    }
  }

  private async copy(what: 'token' | 'line', text: string): Promise<void> {
    const copied = await copyText(text)
    this.copied = copied ? what : 'no'
    announce(copied ? 'Copied.' : 'The browser did not allow copying. Select it and copy it by hand.')
    if (!copied) this.querySelector<HTMLElement>('.token-made .input')?.focus()
  }
}

function selectAll(event: FocusEvent): void {
  ;(event.target as HTMLInputElement).select()
}

/** Resolves when the dialog was closed: true when a token was made. */
export async function openTokenDialog(stories: readonly { id: string; title: string }[]): Promise<boolean> {
  const dialog = document.createElement('token-dialog')
  dialog.stories = stories
  await dialog.show()
  return dialog.hasMade
}

declare global {
  interface HTMLElementTagNameMap {
    'token-dialog': TokenDialog
  }
}
