/** "Access tokens" on one's own page: what programs come in with, what each may do, and revoking it. */
import { html, nothing, type TemplateResult } from 'lit'
import type { AccountAnswer, AccountToken } from '../../../shared/wire/account.ts'
import type { PaletteCommand } from '../../panels/palette/palette-commands.ts'
import { roleName } from '../../panels/share/role-words.ts'
import { revokeToken } from '../../sync/account-api.ts'
import { icon } from '../../ui/icons.ts'
import { exactTime, timeAgo } from '../../ui/times.ts'
import type { AccountActs } from './account-acts.ts'
import { openTokenDialog } from './token-dialog.ts'

export function tokens({ tokens }: AccountAnswer, acts: AccountActs): TemplateResult {
  return html`<section class="part" aria-labelledby="tokens">
    <header>
      <h2 id="tokens" tabindex="-1">Access tokens</h2>
      <button class="btn tiny" @click=${() => makeOne(acts)}>Make a token…</button>
      <p>For programs and scripts that read or write stories as you. A token never does more than you may.</p>
    </header>
    ${
      tokens.length === 0
        ? nothing
        : html`<ul class="things">
            ${tokens.map((token) => row(token, acts))}
          </ul>`
    }
  </section>`
}

export function tokenCommands(acts: AccountActs): PaletteCommand[] {
  return [{ id: 'token-make', group: 'Go', label: 'Make an access token…', run: () => makeOne(acts) }]
}

function row(token: AccountToken, acts: AccountActs): TemplateResult {
  const { id, name, role, story, expiresAt, usedAt } = token
  const now = Date.now()
  const over = expiresAt !== null && Date.parse(expiresAt) <= now
  return html`<li>
    ${icon('terminal')}
    <div>
      <b>${name}</b>${over ? html` <span class="chip warn">Over</span>` : nothing}<br />
      <span class="small hush">
        ${role === null ? 'All that you may' : `${roleName(role)} at most`},
        ${story === null ? 'all stories' : html`only <i class="serif">${story.title}</i>`};
        ${expiresAt === null ? 'does not end' : html`${over ? 'ended' : 'ends'} <time datetime=${expiresAt} title=${exactTime(expiresAt)}>${dayOf(expiresAt)}</time>`};
        ${usedAt === null ? 'never used' : html`last used <time datetime=${usedAt} title=${exactTime(usedAt)}>${timeAgo(usedAt, now)}</time>`}
      </span>
    </div>
    <button
      class="btn tiny quiet bad"
      aria-label="Revoke the token ${name}"
      @click=${() => acts.attempt(() => revokeToken(id), `The token “${name}” no longer works.`, 'tokens')}
    >
      Revoke
    </button>
  </li>`
}

function dayOf(iso: string): string {
  return new Date(iso).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
}

/** Asks what it may do, and makes it. */
export function makeOne(acts: AccountActs): void {
  acts.confirm('token-make', async () => {
    if (await openTokenDialog(acts.stories())) acts.attempt(async () => undefined, '')
  })
}
