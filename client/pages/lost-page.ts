/** A page that says what is wrong and where to go. */
import { html, type TemplateResult } from 'lit'
import { icon } from '../ui/icons.ts'

/** `again` adds a button that tries once more. */
export function lostPage(title: string, message: string, again?: () => void): TemplateResult {
  return html`
    <header class="topbar">
      <div><a class="home" href="/">${icon('galley', { mark: true })}<span class="title">Galley</span></a></div>
    </header>
    <main class="message">
      <h1>${title}</h1>
      <p>${message}</p>
      <p class="row">
        ${again ? html`<button class="btn primary" @click=${again}>Try now</button>` : html`<a class="btn primary" href="/">All stories</a>`}
      </p>
    </main>
  `
}
