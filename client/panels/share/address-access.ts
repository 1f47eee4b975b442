/** What the story's address alone opens: nothing, reading, or commenting. The dialog asks and sends. */
import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { LINK_ROLES, type LinkRole } from '../../../shared/roles.ts'
import { icon } from '../../ui/icons.ts'
import { roleSentence } from './role-words.ts'

const VERBS: Record<LinkRole, string> = { reader: 'read', commenter: 'comment' }

export interface AddressOptions {
  role: LinkRole | null
  copied: boolean
  busy: boolean
  choose: (role: LinkRole | null) => void
  copy: () => void
}

export function addressAccess(options: AddressOptions): TemplateResult {
  const { role, copied, busy, copy } = options
  return html`<section class="by-address" aria-busy=${busy ? 'true' : 'false'}>
    <fieldset>
      <legend>Anybody with the story’s address may</legend>
      <div class="seg">${choice(options, null)} ${LINK_ROLES.map((one) => choice(options, one))}</div>
    </fieldset>
    <p class="small hush">
      ${addressMeaning(role)}
      ${role === null ? nothing : html`<button class="link" @click=${copy}>${copied ? 'Copied' : 'Copy the address'}</button>`}
    </p>
  </section>`
}

/** What it means that the address opens this much. */
function addressMeaning(role: LinkRole | null): string {
  if (role === null) return 'The address alone opens nothing: only the people above come in.'
  return `Whoever has it, also by passing it on, chooses a name and ${roleSentence(role)}, without an invitation, until you close it.`
}

function choice({ role, busy, choose }: AddressOptions, one: LinkRole | null): TemplateResult {
  const chosen = (event: Event) => {
    // What is shown is what holds, until the server has said yes.
    ;(event.target as HTMLInputElement).checked = false
    if (!busy) choose(one)
  }
  return html`<label>
    <input class="unseen" type="radio" name="by-address" .checked=${live(role === one)} @change=${chosen} />
    ${role === one && busy ? icon('loader-circle', { small: true }) : nothing}${one === null ? 'not come in' : VERBS[one]}
  </label>`
}
