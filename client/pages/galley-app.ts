/** <galley-app>: the shell. It shows the page of the address and loads the story page only when a story is opened. */
import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { route, storyPath } from '../router.ts'
import { sayError } from '../sync/api.ts'
import { lastStories } from '../sync/last-answers.ts'
import { LightElement } from '../ui/light-element.ts'
import { Watch } from '../ui/watch.ts'
import './door/join-page.ts'
import './door/owner-page.ts'
import './door/signed-out-page.ts'
import './library/library-page.ts'
import { ownPath } from './account/own-path.ts'
import './door/sign-in-page.ts'
import { lostPage } from './lost-page.ts'
import { ended, loadSession, session } from './session.ts'

const AGAIN_MS = 4_000

/** Of a page that is loaded when it is first wanted. */
type Arrival = 'no' | 'loading' | 'here' | 'lost'

@customElement('galley-app')
export class GalleyApp extends LightElement {
  @state() private problem = ''
  @state() private storyPage: Arrival = 'no'
  @state() private ownPage: Arrival = 'no'
  private readonly watch = new Watch(this)
  private timer: ReturnType<typeof setTimeout> | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    void this.begin()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.timer)
  }

  protected override render() {
    const now = this.watch.read(route)
    const who = this.watch.read(session)
    const onDesk = now.page === 'unknown' || (['library', 'you'].includes(now.page) && who?.person !== null)
    document.body.classList.toggle('desk', onDesk)
    if (now.page === 'story') return this.story(now.id)
    if (now.page === 'join') return html`<join-page .token=${now.token}></join-page>`
    if (now.page === 'owner') return html`<owner-page .token=${now.token}></owner-page>`
    if (now.page === 'sign-in') {
      const to = ownPath(new URLSearchParams(location.search).get('to'), location.origin)
      return html`<sign-in-page .to=${to}></sign-in-page>`
    }
    if (now.page === 'unknown') {
      return lostPage('Nothing is kept at this address', 'The link may be cut short. All stories are in the library.')
    }
    if (who?.person) return now.page === 'you' ? this.own() : html`<library-page></library-page>`
    if (who) {
      return now.page === 'you' || this.watch.read(ended)
        ? html`<sign-in-page .to=${location.pathname}></sign-in-page>`
        : html`<signed-out-page .owned=${who.owned}></signed-out-page>`
    }
    return this.problem === '' ? nothing : this.trouble()
  }

  private story(id: string) {
    if (this.storyPage === 'no') void this.loadStoryPage()
    if (this.storyPage === 'here') return html`<story-page .storyId=${id}></story-page>`
    if (this.storyPage === 'loading') return nothing
    return lostPage('The story’s page could not be loaded', 'Load it again once the server can be reached.', () =>
      location.reload(),
    )
  }

  private own() {
    if (this.ownPage === 'no') void this.loadOwnPage()
    if (this.ownPage === 'here') return html`<account-page></account-page>`
    if (this.ownPage === 'loading') return nothing
    return lostPage('Your page could not be loaded', 'Load it again once the server can be reached.', () =>
      location.reload(),
    )
  }

  /** Stories that this browser keeps open from here even so. */
  private trouble() {
    const stories = lastStories()
    const kept = html`<h2>Kept in this browser</h2>
      <ul class="kept">
        ${stories.map(({ id, title }) => html`<li><a href=${storyPath(id)}>${title || 'Untitled'}</a></li>`)}
      </ul>`
    const text = `${this.problem} This page asks again by itself.`
    return lostPage('Galley does not answer', text, () => location.reload(), stories.length > 0 ? kept : nothing)
  }

  private async begin(): Promise<void> {
    clearTimeout(this.timer)
    try {
      await loadSession()
      this.problem = ''
    } catch (error) {
      this.problem = sayError(error)
      this.timer = setTimeout(() => void this.begin(), AGAIN_MS)
    }
  }

  private async loadStoryPage(): Promise<void> {
    this.storyPage = 'loading'
    try {
      await import('./story-page.ts')
      this.storyPage = 'here'
    } catch (error) {
      // Not reached, or of a version that the server no longer has: a reload mends both, once it can.
      this.storyPage = 'lost'
      console.warn(error)
    }
  }

  private async loadOwnPage(): Promise<void> {
    this.ownPage = 'loading'
    try {
      await import('./account/account-page.ts')
      this.ownPage = 'here'
    } catch (error) {
      this.ownPage = 'lost'
      console.warn(error)
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'galley-app': GalleyApp
  }
}
