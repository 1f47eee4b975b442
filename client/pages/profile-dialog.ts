/** Name and colour, changed from the avatar's menu. */
import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { changeProfile, sayError } from '../sync/api.ts'
import { DialogElement } from '../ui/dialog-element.ts'
import { icon } from '../ui/icons.ts'
import { showToast } from '../ui/toast.ts'
import { type ProfileDraft, profileFields } from './door/door-frame.ts'
import { session, setSession } from './session.ts'

@customElement('profile-dialog')
export class ProfileDialog extends DialogElement {
  @state() private draft: ProfileDraft = {
    name: session.value?.person?.name ?? '',
    swatch: session.value?.person?.swatch ?? 1,
  }
  @state() private problem = ''
  @state() private busy = false

  protected override heading() {
    return 'Your name and colour'
  }

  protected override body() {
    return html`<form id="profile" class="stack" @submit=${this.keep}>
      ${profileFields(
        this.draft,
        'Others see it beside your caret, from now on.',
        (draft) => {
          this.draft = draft
          this.problem = ''
        },
        this.problem,
      )}
    </form>`
  }

  protected override foot() {
    return html`<span class="grow"></span>
      <button type="button" class="btn quiet" @click=${() => this.close()}>Cancel</button>
      <button class="btn primary" form="profile" aria-busy=${this.busy ? 'true' : 'false'}>
        ${this.busy ? icon('loader-circle') : nothing}Keep
      </button>`
  }

  private async keep(event: Event): Promise<void> {
    event.preventDefault()
    if (this.busy) return
    this.busy = true
    try {
      setSession(await changeProfile(this.draft.name, this.draft.swatch))
      this.close()
      showToast('Your name and colour are kept.')
    } catch (error) {
      this.problem = sayError(error)
    } finally {
      this.busy = false
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'profile-dialog': ProfileDialog
  }
}
