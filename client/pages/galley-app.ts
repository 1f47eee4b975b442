/** <galley-app>: the shell. It shows the page of the address and loads the story page only when a story is opened. */
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { go, route, storyPath } from '../router.ts'
import { sayError } from '../sync/api.ts'
import { lastStories } from '../sync/last-answers.ts'
import { LightElement } from '../ui/light-element.ts'
import { showToast } from '../ui/toast.ts'
import { Watch } from '../ui/watch.ts'
import './door/join-page.ts'
import './door/owner-page.ts'
import './door/signed-out-page.ts'
import './library/library-page.ts'
import { ownPath, signInPath } from './account/own-path.ts'
import './door/sign-in-page.ts'
import './door/visit-page.ts'
import { lostPage } from './lost-page.ts'
import { ended, loadSession, session } from './session.ts'

const AGAIN_MS = 4_000
const DESK = ['library', 'you', 'people', 'activity']

type Arrival = 'loading' | 'here' | 'lost'

/** Pages that are loaded when they are first wanted. */
const LATE = {
  story: { load: () => import('./story-page.ts'), lost: 'The story’s page could not be loaded' },
  own: { load: () => import('./account/account-page.ts'), lost: 'Your page could not be loaded' },
  house: { load: () => import('./people/house-page.ts'), lost: 'The page could not be loaded' },
} as const

type LatePage = keyof typeof LATE

@customElement('galley-app')
export class GalleyApp extends LightElement {
  @state() private problem = ''
  @state() private arrivals: Partial<Record<LatePage, Arrival>> = {}
  /** The story that somebody signed in was shown, while its address stays. */
  private inside = ''
  /** That the session was ended. */
  private told = false
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

  protected override updated(): void {
    const over = this.watch.read(ended)
    if (over && !this.told && route.peek().page === 'story') {
      const run = () => go(signInPath(location.pathname))
      showToast('You were signed out here.', { label: 'Sign in', run })
    }
    this.told = over
  }

  protected override render() {
    const now = this.watch.read(route)
    const who = this.watch.read(session)
    const onDesk = now.page === 'unknown' || (DESK.includes(now.page) && who?.person !== null)
    document.body.classList.toggle('desk', onDesk)
    if (now.page === 'story') return this.story(now.id, who && who.person !== null)
    this.inside = ''
    if (now.page === 'join') return html`<join-page .token=${now.token}></join-page>`
    if (now.page === 'owner') return html`<owner-page .token=${now.token}></owner-page>`
    if (now.page === 'back') return html`<owner-page .token=${now.token} .owns=${false}></owner-page>`
    if (now.page === 'sign-in') {
      const to = ownPath(new URLSearchParams(location.search).get('to'), location.origin)
      return html`<sign-in-page .to=${to}></sign-in-page>`
    }
    if (now.page === 'unknown') {
      return lostPage('Nothing is kept at this address', 'The link may be cut short. All stories are in the library.')
    }
    if (who?.person) {
      if (now.page === 'you') return this.late('own', () => html`<account-page></account-page>`)
      if (now.page === 'library') return html`<library-page></library-page>`
      const { page } = now
      return this.late('house', () => html`<house-page .shown=${page}></house-page>`)
    }
    if (who) {
      return now.page !== 'library' || this.watch.read(ended)
        ? html`<sign-in-page .to=${location.pathname}></sign-in-page>`
        : html`<signed-out-page .owned=${who.owned}></signed-out-page>`
    }
    return this.problem === '' ? nothing : this.trouble()
  }

  /** A story that was opened stays on the screen when the session ends: there may be words in it that are not saved. */
  private story(id: string, known: boolean | null) {
    if (known === false && this.inside !== id) {
      return html`<visit-page .storyId=${id} .owned=${session.peek()?.owned ?? false}></visit-page>`
    }
    if (known) this.inside = id
    return this.late('story', () => html`<story-page .storyId=${id}></story-page>`)
  }

  private late(page: LatePage, shown: () => TemplateResult) {
    const arrival = this.arrivals[page]
    if (arrival === undefined) void this.load(page)
    if (arrival === 'here') return shown()
    if (arrival !== 'lost') return nothing
    return lostPage(LATE[page].lost, 'Load it again once the server can be reached.', () => location.reload())
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

  private async load(page: LatePage): Promise<void> {
    this.arrivals = { ...this.arrivals, [page]: 'loading' }
    let arrival: Arrival = 'here'
    try {
      await LATE[page].load()
    } catch (error) {
      // Not reached, or of a version that the server no longer has: a reload mends both, once it can.
      arrival = 'lost'
      console.warn(error)
    }
    this.arrivals = { ...this.arrivals, [page]: arrival }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'galley-app': GalleyApp
  }
}
