/**
 * <account-page>: one's own page: name and colour, ways of coming back, devices, access tokens. What the parts show is in
 * files of their own; this one loads the account, does what they ask for and says how it went.
 */
import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { AccountAnswer } from '../../../shared/wire/account.ts'
import { providerProblem } from '../../../shared/wire/provider-problems.ts'
import '../../panels/palette/command-palette.ts'
import type { PaletteCommand } from '../../panels/palette/palette-commands.ts'
import { route } from '../../router.ts'
import { getAccount } from '../../sync/account-api.ts'
import { sayError } from '../../sync/api.ts'
import { type LibraryFeed, openLibraryFeed } from '../../sync/library-feed.ts'
import { avatar } from '../../ui/avatar.ts'
import { icon } from '../../ui/icons.ts'
import { LightElement } from '../../ui/light-element.ts'
import { announce } from '../../ui/live-region.ts'
import { showToast } from '../../ui/toast.ts'
import { Watch } from '../../ui/watch.ts'
import { PageKeys } from '../page-keys.ts'
import { openProfile, personCommands, personMenu } from '../person-menu.ts'
import { loadSession, session } from '../session.ts'
import type { AccountActs } from './account-acts.ts'
import { type ActAgain, takeAct } from './acts-again.ts'
import './account-page.css'
import { comingBack, comingBackAgain, comingBackCommands } from './coming-back.ts'
import type { Confirmed } from './confirm-dialog.ts'
import { confirmFirst } from './confirmed.ts'
import { deviceCommands, devices } from './devices.ts'
import { sayPasskey } from './passkey-ceremony.ts'
import { makeOne, tokenCommands, tokens } from './tokens.ts'

@customElement('account-page')
export class AccountPage extends LightElement {
  @state() private account: AccountAnswer | null = null
  @state() private problem = providerProblem(new URLSearchParams(location.search).get('problem')) ?? ''
  @state() private busy = false
  /** From a press of a button to the end of the dialogs that it opens: a second press opens no second ones. */
  private asking = false
  private readonly watch = new Watch(this)
  private readonly keys = new PageKeys(this)
  /** For the stories' names, and because its end tells that this session was ended. */
  private feed!: LibraryFeed
  private shownHash = ''

  override connectedCallback(): void {
    super.connectedCallback()
    document.title = 'You · Galley'
    this.feed = openLibraryFeed()
    void this.begin()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.feed.close()
  }

  protected override render() {
    const me = this.watch.read(session)
    this.watch.read(route)
    const { account } = this
    return html`
      <a class="skip" href="#you">Skip to your page</a>
      <header class="topbar">
        <div><a class="home" href="/" aria-label="All stories">${icon('galley', { mark: true })}<span class="title">Galley</span></a></div>
        <div></div>
        <div>
          <button class="btn icon-only quiet" aria-label="Commands (Ctrl K)" title="Commands (Ctrl K)" @click=${() => this.keys.commands()}>${icon('command')}</button>
          ${me?.person ? personMenu(me.person, this.keys.list) : nothing}
        </div>
      </header>
      <main class="account" id="you" tabindex="-1" aria-busy=${this.busy ? 'true' : 'false'}>
        <h1>You</h1>
        ${
          this.problem === ''
            ? nothing
            : html`<div class="callout bad" role="alert">${icon('triangle-alert')}<div>${this.problem}</div></div>`
        }
        ${
          me?.person
            ? html`<section class="part" aria-label="Name and colour">
                <ul class="things">
                  <li>
                    ${avatar(me.person)}
                    <div><b>${me.person.name}</b><br /><span class="small hush">${me.owner ? 'Owner of this Galley' : 'Your name and colour stand beside your caret'}</span></div>
                    <button class="btn tiny" @click=${openProfile}>Change…<span class="unseen"> name and colour</span></button>
                  </li>
                </ul>
              </section>`
            : nothing
        }
        ${account === null ? this.waiting() : html`${comingBack(account, this.acts)} ${devices(account, this.acts)} ${tokens(account, this.acts)}`}
      </main>
      <command-palette .commands=${() => this.commands()}></command-palette>
      <keys-dialog></keys-dialog>
    `
  }

  private waiting() {
    if (this.problem === '') return html`<p class="hush waits" aria-busy="true">Reading your account…</p>`
    return html`<p><button class="btn" @click=${() => void this.load()}>Try again</button></p>`
  }

  protected override updated(): void {
    const { hash } = location
    if (this.account === null || hash === this.shownHash) return
    this.shownHash = hash
    if (/^#[a-z]+$/.test(hash)) this.focusHeading(hash.slice(1))
  }

  private readonly acts: AccountActs = {
    attempt: (act, done, then) => void this.attempt(act, done, then),
    confirm: (act, goOn) => void this.confirm(act, goOn),
    stories: () => this.feed.stories.peek() ?? [],
  }

  private async confirm(act: ActAgain, goOn: (shown: Confirmed) => Promise<void>): Promise<void> {
    if (this.asking) return
    this.asking = true
    this.problem = ''
    try {
      const shown = await confirmFirst(act)
      if (shown) await goOn(shown)
    } catch (error) {
      await this.tell(error)
    } finally {
      this.asking = false
    }
  }

  private async attempt(act: () => Promise<unknown>, done: string, then?: string): Promise<void> {
    if (this.busy) return
    this.busy = true
    this.problem = ''
    try {
      if ((await act()) === false) return
      // First, so that signing out speaks of what this page shows.
      await loadSession()
      await this.load()
      if (done !== '') showToast(done)
      if (then !== undefined) this.focusHeading(then)
    } catch (error) {
      await this.tell(error)
    } finally {
      this.busy = false
    }
  }

  private async tell(error: unknown): Promise<void> {
    this.problem = sayPasskey(error)
    await this.updateComplete
    this.querySelector('main > .callout')?.scrollIntoView({ block: 'nearest' })
  }

  /** After the way to the provider and back: what was begun before goes on. */
  private async begin(): Promise<void> {
    const back = new URLSearchParams(location.search).has('confirmed')
    const act = takeAct()
    if (back) history.replaceState(null, '', location.pathname)
    await this.load()
    if (act === null || !back || this.problem !== '' || this.account === null) return
    if (act === 'token-make') makeOne(this.acts)
    else comingBackAgain(act, this.account, this.acts)
  }

  private async load(): Promise<void> {
    try {
      this.account = await getAccount()
    } catch (error) {
      this.problem = sayError(error)
      announce(this.problem)
    }
    await this.updateComplete
  }

  private focusHeading(id: string): void {
    const heading = this.querySelector<HTMLElement>(`h2[id="${id}"]`)
    heading?.focus()
    heading?.scrollIntoView({ block: 'start' })
  }

  private commands(): PaletteCommand[] {
    const { account, acts } = this
    const own = account
      ? [...comingBackCommands(account, acts), ...deviceCommands(account, acts), ...tokenCommands(acts)]
      : []
    return [...own, ...personCommands(this.keys.list)]
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'account-page': AccountPage
  }
}
