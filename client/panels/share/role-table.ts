/** "What may each role do?": the one table of rights, as it is. */
import { html, type TemplateResult } from 'lit'
import { ACTS, ROLES } from '../../../shared/roles.ts'
import { icon } from '../../ui/icons.ts'
import { allowed, roleName } from './role-words.ts'

export function roleTable(): TemplateResult {
  return html`<details class="roles">
    <summary>What may each role do?</summary>
    <table>
      <thead>
        <tr>
          <td></td>
          ${ROLES.map((role) => html`<th scope="col"><span>${roleName(role)}</span></th>`)}
        </tr>
      </thead>
      <tbody>
        ${Object.values(ACTS).map(
          ({ does }) => html`<tr>
            <th scope="row">${does.charAt(0).toUpperCase()}${does.slice(1)}</th>
            ${ROLES.map((role) =>
              allowed(role).includes(does)
                ? html`<td>${icon('check', { small: true })}<span class="unseen">yes</span></td>`
                : html`<td><span class="unseen">no</span></td>`,
            )}
          </tr>`,
        )}
      </tbody>
    </table>
  </details>`
}
