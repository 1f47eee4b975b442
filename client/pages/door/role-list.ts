/** What somebody at the door will be able to do, and what not; from the one table of rights. */
import { html, nothing, type TemplateResult } from 'lit'
import type { Role } from '../../../shared/roles.ts'
import { allowed, listed, refused } from '../../panels/share/role-words.ts'
import { icon } from '../../ui/icons.ts'

/** What the next higher role may besides is said to be refused; nothing is, to the highest. */
export function roleList(role: Role): TemplateResult {
  const no = refused(role)
  return html`<ul class="can">
      ${allowed(role).map((act) => html`<li>${icon('check', { small: true })}<span>${act.charAt(0).toUpperCase()}${act.slice(1)}</span></li>`)}
      ${no.length > 0 ? html`<li class="no">${icon('x', { small: true })}<span>Not ${listed(no, 'or')}</span></li>` : nothing}
    </ul>`
}
