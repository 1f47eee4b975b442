/** Starts the client: styles, theme, the page for the address. Pages are loaded when they are first needed. */
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/ground.css'
import './ui/controls.css'
import './ui/top-bar.css'
import './ui/dialog.css'
import { html, render, type TemplateResult } from 'lit'
import { type Route, watchRoute } from './router.ts'
import { registerWorker } from './sync/register-worker.ts'
import { beginTheme } from './ui/theme.ts'

/** Loads what the page needs, then says how it is drawn. */
const PAGES: { [Name in Route['page']]: (route: Extract<Route, { page: Name }>) => Promise<TemplateResult> } = {
  async library() {
    await import('./pages/library-page.ts')
    return html`<library-page></library-page>`
  },
  async story({ id }) {
    await import('./pages/story-page.ts')
    return html`<story-page .storyId=${id}></story-page>`
  },
  async join({ token }) {
    await import('./pages/join-page.ts')
    return html`<join-page .token=${token}></join-page>`
  },
  async owner({ token }) {
    await import('./pages/owner-page.ts')
    return html`<owner-page .token=${token}></owner-page>`
  },
  async nowhere() {
    const { lostPage } = await import('./pages/lost-page.ts')
    return lostPage('There is nothing at this address', 'The link may be cut short. All stories are in the library.')
  },
}

beginTheme()
const place = document.createElement('div')
place.id = 'page'
document.body.prepend(place)
let asked = 0
watchRoute((route) => void show(route))
addEventListener('load', () => void registerWorker(), { once: true })

async function show(route: Route): Promise<void> {
  asked += 1
  const mine = asked
  const page = await load(route)
  if (mine !== asked) return
  render(page, place)
  if (route.page !== 'story') scrollTo(0, 0)
}

async function load(route: Route): Promise<TemplateResult> {
  try {
    return await (PAGES[route.page] as (route: Route) => Promise<TemplateResult>)(route)
  } catch (error) {
    const { lostPage } = await import('./pages/lost-page.ts')
    const why = error instanceof Error ? error.message : String(error)
    return lostPage('This page could not be loaded', `The server may be restarting. Load the page again. (${why})`)
  }
}
