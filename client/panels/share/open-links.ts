/** The invite links that are there, of a story or of the whole library: what they give, how often used, until when. */
import { html, type TemplateResult } from 'lit'
import type { Invite } from '../../../shared/wire/people.ts'
import { icon } from '../../ui/icons.ts'
import { exactTime, timeAgo } from '../../ui/times.ts'
import { untilWords, usedWords } from './link-words.ts'
import { roleName } from './role-words.ts'

/** `now` in milliseconds since 1970; `busy` holds the ids that are being revoked. */
export function openLinks(
  invites: readonly Invite[],
  now: number,
  busy: ReadonlySet<string>,
  revoke: (invite: Invite) => void,
): TemplateResult {
  return html`<ul class="members links">
    ${invites.map((invite) => {
      const { id, role, by, createdAt, expiresAt } = invite
      return html`<li data-id=${id}>
        ${icon('link')}
        <div>
          ${roleName(role)}<br />
          <span class="small hush">Made by ${by || 'the terminal'}, <time datetime=${createdAt} title=${exactTime(createdAt)}>${timeAgo(createdAt, now).replace(/^now$/, 'just now')}</time>;
            ${usedWords(invite)}, <span title=${expiresAt ? exactTime(expiresAt) : ''}>${untilWords(expiresAt, now)}</span></span>
        </div>
        <button
          class="btn tiny quiet bad"
          aria-label="Revoke the link for ${roleName(role)}"
          aria-busy=${busy.has(id) ? 'true' : 'false'}
          @click=${() => revoke(invite)}
        >${busy.has(id) ? icon('loader-circle', { small: true }) : ''}Revoke</button>
      </li>`
    })}
  </ul>`
}
