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
import { PageKeys } from '../page-keys.ts'
import { personCommands, personMenu } from '../person-menu.ts'
import { session } from '../session.ts'
import { ACTIVITY_PATH, mayAdmit, PEOPLE_PATH } from './owner-commands.ts'
import './people-list.ts'
import './people.css'

@customElement('house-page')
export class HousePage extends LightElement {
  @property() shown: 'people' | 'activity' = 'people'
  private readonly watch = new Watch(this)
  private readonly keys = new PageKeys(this)

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
          <button class="btn icon-only quiet" aria-label="Commands (Ctrl K)" title="Commands (Ctrl K)" @click=${() => this.keys.commands()}>${icon('command')}</button>
          ${me ? personMenu(me, this.keys.list) : nothing}
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
      ...personCommands(this.keys.list),
    ]
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'house-page': HousePage
  }
}
