/** <house-page>: the owner's pages of the whole library, people and activity, under one bar. */
import { html, nothing, type PropertyValues } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import '../../panels/activity/activity-list.ts'
import '../../panels/palette/command-palette.ts'
import type { PaletteCommand } from '../../panels/palette/palette-commands.ts'
import { go } from '../../router.ts'
import { icon } from '../../ui/icons.ts'
import { LightElement } from '../../ui/light-element.ts'
import { Watch } from '../../ui/watch.ts'
import { lostPage } from '../lost-page.ts'
import { personCommands, personMenu } from '../person-menu.ts'
import { session } from '../session.ts'
import { ACTIVITY_PATH, mayAdmit, PEOPLE_PATH } from './owner-commands.ts'
import './people-list.ts'
import './people.css'
import { showKeys } from '../show-keys.ts'

@customElement('house-page')
export class HousePage extends LightElement {
  @property() shown: 'people' | 'activity' = 'people'
  private readonly watch = new Watch(this)

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('keydown', this.pressed)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('keydown', this.pressed)
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('shown')) return
    document.title = `${this.shown === 'people' ? 'People' : 'Activity'} · Galley`
    void this.querySelector('activity-list')?.load()
  }

  protected override render() {
    const me = this.watch.read(session)?.person
    if (!mayAdmit()) return lostPage('This page is the owner’s', 'Who may come in is looked after by the owner here.')
    const { shown } = this
    return html`
      <a class="skip" href="#house">Skip to the list</a>
      <header class="topbar">
        <div><a class="home" href="/">${icon('galley', { mark: true })}<span class="title">Galley</span></a></div>
        <div></div>
        <div>
          <button class="btn icon-only quiet" aria-label="Commands (Ctrl K)" title="Commands (Ctrl K)" @click=${() => this.palette()}>${icon('command')}</button>
          ${me ? personMenu(me, () => this.keys()) : nothing}
        </div>
      </header>
      <main class="library house" id="house" tabindex="-1">
        <header>
          <h1>${shown === 'people' ? 'People' : 'Activity'}</h1>
          <nav class="seg" aria-label="The whole library">
            <a href=${PEOPLE_PATH} aria-current=${shown === 'people' ? 'page' : nothing}>People</a>
            <a href=${ACTIVITY_PATH} aria-current=${shown === 'activity' ? 'page' : nothing}>Activity</a>
          </nav>
        </header>
        <div class="house-sheet">
          ${shown === 'people' ? html`<people-list></people-list>` : html`<activity-list .place=${null}></activity-list>`}
        </div>
      </main>
      <command-palette .commands=${() => this.commands()}></command-palette>
      <keys-dialog></keys-dialog>
    `
  }

  private commands(): PaletteCommand[] {
    return [
      { id: 'library', group: 'Stories', label: 'All stories', run: () => go('/') },
      ...personCommands(() => this.keys()),
    ]
  }

  private palette(): void {
    this.querySelector('command-palette')?.show()
  }

  private keys(): void {
    showKeys(this)
  }

  private readonly pressed = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || event.altKey || document.querySelector('dialog:modal')) return
    const mod = event.ctrlKey || event.metaKey
    const writing = event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)
    if ((mod && event.key.toLowerCase() === 'k') || event.key === 'F1') this.palette()
    else if (event.key === '?' && !mod && !writing) this.keys()
    else return
    event.preventDefault()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'house-page': HousePage
  }
}
