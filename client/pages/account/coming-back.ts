/** "Coming back" on one's own page: password, passkeys, the provider's account; what is set, and setting and removing it. */
import { html, nothing, type TemplateResult } from 'lit'
import type { AccountAnswer, AccountPasskey } from '../../../shared/wire/account.ts'
import type { PaletteCommand } from '../../panels/palette/palette-commands.ts'
import { linkProvider, removePasskey, removePassword, unlinkProvider } from '../../sync/account-api.ts'
import { askFirst } from '../../ui/ask-first.ts'
import { askName } from '../../ui/ask-name.ts'
import { icon } from '../../ui/icons.ts'
import { exactTime, timeAgo } from '../../ui/times.ts'
import type { AccountActs } from './account-acts.ts'
import type { ActAgain } from './acts-again.ts'
import { confirmed } from './confirmed.ts'
import { makePasskey, passkeyBar, passkeyLabel, passkeyPlace } from './passkey-ceremony.ts'
import { askPassword } from './password-dialog.ts'
import { lossWords, noWayWords, waysBack } from './way-back.ts'

/** UTF-16 code units of a passkey's name. */
const MOST_LABEL = 60

export function comingBack(account: AccountAnswer, acts: AccountActs): TemplateResult {
  const bar = passkeyBar(passkeyPlace())
  return html`<section class="part" aria-labelledby="back">
    <header>
      <h2 id="back" tabindex="-1">Coming back</h2>
      <p>How you come in again on another device, or once this browser has forgotten you.</p>
    </header>
    ${
      waysBack(account).length === 0
        ? html`<div class="callout warn" role="note">${icon('triangle-alert')}<div><b>Nothing lets you come back yet.</b> ${noWayWords(account.owner)}</div></div>`
        : nothing
    }
    <ul class="things">
      ${password(account, acts)} ${account.passkeys.map((passkey) => one(account, passkey, acts))}
      <li>
        ${icon('key-round')}
        <div>
          ${account.passkeys.length === 0 ? html`<b>Passkey</b>` : 'Another passkey'}<br /><span class="small hush"
            >${bar || 'Fingerprint, face, the device’s lock or a security key; nothing to remember.'}</span
          >
        </div>
        ${bar === '' ? html`<button class="btn tiny" @click=${() => add(acts)}>Add a passkey…</button>` : nothing}
      </li>
      ${provider(account, acts)}
    </ul>
  </section>`
}

export function comingBackCommands(account: AccountAnswer, acts: AccountActs): PaletteCommand[] {
  const { login } = account
  const set: PaletteCommand = {
    id: 'password-set',
    group: 'Go',
    label: login === null ? 'Set a password…' : 'Change your password…',
    run: () => change(account, acts),
  }
  const addOne: PaletteCommand = { id: 'passkey-add', group: 'Go', label: 'Add a passkey…', run: () => add(acts) }
  return passkeyBar(passkeyPlace()) === '' ? [set, addOne] : [set]
}

/** Takes up again what was begun before the way to the provider; of a passkey that is gone by now, nothing. */
export function comingBackAgain(act: Exclude<ActAgain, 'token-make'>, account: AccountAnswer, acts: AccountActs): void {
  const [name, id] = act.split(' ')
  const passkey = account.passkeys.find((one) => one.id === id)
  if (name === 'password-set') change(account, acts)
  else if (name === 'password-remove') removeOwnPassword(account, acts)
  else if (name === 'passkey-add') add(acts)
  else if (name === 'provider-link') link(acts)
  else if (name === 'provider-unlink') unlink(account, account.provider?.label ?? '', acts)
  else if (passkey) removeOne(account, passkey, acts)
}

function password(account: AccountAnswer, acts: AccountActs): TemplateResult {
  const { login } = account
  return html`<li>
    ${icon('lock')}
    <div>
      <b>Password</b><br />
      <span class="small hush">${login === null ? 'None is set.' : html`You sign in as <span class="mono">${login}</span>.`}</span>
    </div>
    <div class="row">
      <button class="btn tiny" @click=${() => change(account, acts)}>
        ${login === null ? 'Set' : 'Change'}…<span class="unseen"> password</span>
      </button>
      ${
        login === null
          ? nothing
          : html`<button class="btn tiny quiet bad" @click=${() => removeOwnPassword(account, acts)}>
              Remove<span class="unseen"> password</span>
            </button>`
      }
    </div>
  </li>`
}

function one(account: AccountAnswer, passkey: AccountPasskey, acts: AccountActs): TemplateResult {
  const { label, createdAt, usedAt } = passkey
  const now = Date.now()
  return html`<li>
    ${icon('key-round')}
    <div>
      <b>${label}</b><br />
      <span class="small hush">
        Passkey, added <time datetime=${createdAt} title=${exactTime(createdAt)}>${timeAgo(createdAt, now)}</time>,
        ${usedAt === null ? 'not used yet' : html`last used <time datetime=${usedAt} title=${exactTime(usedAt)}>${timeAgo(usedAt, now)}</time>`}
      </span>
    </div>
    <button
      class="btn tiny quiet bad"
      aria-label="Remove the passkey ${label}"
      @click=${() => removeOne(account, passkey, acts)}
    >
      Remove
    </button>
  </li>`
}

function provider(account: AccountAnswer, acts: AccountActs): TemplateResult | typeof nothing {
  if (!account.provider) return nothing
  const { label, linkedAt } = account.provider
  return html`<li>
    ${icon('link')}
    <div>
      <b>${label}</b><br />
      <span class="small hush">${linkedAt === null ? 'Your account there is not linked.' : html`Linked <time datetime=${linkedAt} title=${exactTime(linkedAt)}>${timeAgo(linkedAt, Date.now())}</time>`}</span>
    </div>
    ${
      linkedAt === null
        ? html`<button class="btn tiny" @click=${() => link(acts)}>Link…<span class="unseen"> ${label}</span></button>`
        : html`<button class="btn tiny quiet bad" @click=${() => unlink(account, label, acts)}>
            Unlink<span class="unseen"> ${label}</span>
          </button>`
    }
  </li>`
}

function change(account: AccountAnswer, acts: AccountActs): void {
  acts.confirm('password-set', async ({ password }) => {
    if (!(await askPassword(account.login, password))) return
    const others = account.sessions.length > 1 ? ' Your other devices are signed out.' : ''
    acts.attempt(async () => undefined, `Your password is set.${others}`)
  })
}

function removeOwnPassword(account: AccountAnswer, acts: AccountActs): void {
  remove('password-remove', account, 'Remove your password?', removePassword, 'Your password is removed.', acts)
}

function add(acts: AccountActs): void {
  acts.confirm('passkey-add', async () => {
    const hint = 'So that you know it again in this list.'
    const label = await askName('Add a passkey', 'Name of the passkey', passkeyLabel(), { hint, verb: 'Go on' })
    if (label === null) return
    const make = () => makePasskey(label.slice(0, MOST_LABEL))
    acts.attempt(() => confirmed('passkey-add', make), 'The passkey is added. It lets you in wherever it is.')
  })
}

function removeOne(account: AccountAnswer, { id, label }: AccountPasskey, acts: AccountActs): void {
  const done = 'The passkey no longer works here. You may delete it from the device too.'
  remove(`passkey-remove ${id}`, account, `Remove the passkey “${label}”?`, () => removePasskey(id), done, acts)
}

function link(acts: AccountActs): void {
  const go = async () => {
    const { url } = await linkProvider('/you')
    location.assign(url)
  }
  acts.confirm('provider-link', async () => acts.attempt(() => confirmed('provider-link', go), ''))
}

function unlink(account: AccountAnswer, label: string, acts: AccountActs): void {
  const done = `${label} no longer lets you in here.`
  remove('provider-unlink', account, `Unlink ${label}?`, unlinkProvider, done, acts)
}

/** The last way back is removed only after asking. */
function remove(
  name: ActAgain,
  account: AccountAnswer,
  question: string,
  act: () => Promise<void>,
  done: string,
  acts: AccountActs,
): void {
  acts.confirm(name, async () => {
    const loss = lossWords(account)
    if (loss !== '' && !(await askFirst(question, loss, 'Remove'))) return
    acts.attempt(() => confirmed(name, act), done, 'back')
  })
}
