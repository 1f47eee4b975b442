/** "Devices" on one's own page: where one is signed in, and ending it from here. */
import { html, nothing, type TemplateResult } from 'lit'
import type { AccountAnswer, AccountSession } from '../../../shared/wire/account.ts'
import type { PaletteCommand } from '../../panels/palette/palette-commands.ts'
import { endOtherSessions, endSession } from '../../sync/account-api.ts'
import { icon } from '../../ui/icons.ts'
import { counted, exactTime, timeAgo } from '../../ui/times.ts'
import { signOutHere } from '../person-menu.ts'
import type { AccountActs } from './account-acts.ts'
import { deviceName } from './device-name.ts'

export function devices({ sessions }: AccountAnswer, acts: AccountActs): TemplateResult {
  const others = sessions.filter(({ current }) => !current).length
  return html`<section class="part" aria-labelledby="devices">
    <header>
      <h2 id="devices" tabindex="-1">Devices</h2>
      ${
        others > 0
          ? html`<button class="btn tiny quiet bad" @click=${() => endOthers(others, acts)}>End all others</button>`
          : nothing
      }
      <p>Browsers that are signed in as you. One that you end is out at once; words that it had not saved stay in it.</p>
    </header>
    <ul class="things">
      ${[...sessions].sort(latestFirst).map((session) => device(session, acts))}
    </ul>
  </section>`
}

export function deviceCommands({ sessions }: AccountAnswer, acts: AccountActs): PaletteCommand[] {
  const others = sessions.filter(({ current }) => !current).length
  if (others === 0) return []
  return [{ id: 'devices-end', group: 'Go', label: 'End all other devices', run: () => endOthers(others, acts) }]
}

function device(session: AccountSession, acts: AccountActs): TemplateResult {
  const { id, browser, createdAt, seenAt, expiresAt, current } = session
  const { name, kind } = deviceName(browser)
  const now = Date.now()
  const time = (iso: string) => html`<time datetime=${iso} title=${exactTime(iso)}>${timeAgo(iso, now)}</time>`
  return html`<li>
    ${icon(kind === 'phone' ? 'smartphone' : 'monitor')}
    <div>
      <b title=${browser}>${name}</b>${current ? html` <span class="chip accent">This browser</span>` : nothing}<br />
      <span class="small hush" title=${expiresAt === null ? '' : `Signed in until ${exactTime(expiresAt)} at most`}>
        First seen ${time(createdAt)}, last seen ${seenAt === null ? time(createdAt) : time(seenAt)}
      </span>
    </div>
    ${
      current
        ? html`<button class="btn tiny" @click=${() => void signOutHere()}>Sign out…</button>`
        : html`<button
            class="btn tiny quiet bad"
            aria-label="End ${name}"
            @click=${() => acts.attempt(() => endSession(id), `${name} is signed out.`, 'devices')}
          >
            End
          </button>`
    }
  </li>`
}

function endOthers(count: number, acts: AccountActs): void {
  acts.attempt(endOtherSessions, `${counted(count, 'other device is', 'other devices are')} signed out.`, 'devices')
}

/** One's own first, then the latest seen. */
function latestFirst(a: AccountSession, b: AccountSession): number {
  if (a.current !== b.current) return a.current ? -1 : 1
  return (b.seenAt ?? b.createdAt).localeCompare(a.seenAt ?? a.createdAt)
}
