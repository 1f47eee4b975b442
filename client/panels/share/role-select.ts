/** A role that changes at once when another is chosen. The choice that did not go through falls back to what holds. */
import { html, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { ROLES, type Role } from '../../../shared/roles.ts'
import { icon } from '../../ui/icons.ts'
import { roleName } from './role-words.ts'

export interface RoleSelectOptions {
  /** Accessible name. */
  label: string
  role: Role | null
  /** Offered besides the roles, for having none; absent where somebody must have one. */
  none?: string
  busy: boolean
  choose: (role: Role | null) => void
}

export function roleSelect({ label, role, none, busy, choose }: RoleSelectOptions): TemplateResult {
  const chosen = (event: Event) => {
    const select = event.target as HTMLSelectElement
    const next = ROLES.find((one) => one === select.value) ?? null
    // What is shown is what holds, until the server has said yes.
    select.value = role ?? ''
    if (!busy && next !== role) choose(next)
  }
  return html`<span class="role-select">
    ${busy ? html`<span class="turning">${icon('loader-circle', { small: true })}</span>` : ''}
    <select class="choose bare" aria-label=${label} aria-busy=${busy ? 'true' : 'false'} .value=${live(role ?? '')} @change=${chosen}>
      ${none === undefined ? '' : html`<option value="" ?selected=${role === null}>${none}</option>`}
      ${ROLES.map((one) => html`<option value=${one} ?selected=${one === role}>${roleName(one)}</option>`)}
    </select>
  </span>`
}
