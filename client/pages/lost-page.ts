/** A page that says what is wrong and where to go. */
import { html, nothing, type TemplateResult } from 'lit'
import { icon } from '../ui/icons.ts'

/** `again` adds a button that tries once more; `more` stands below. */
export function lostPage(
  title: string,
  message: string,
  again?: () => void,
  more: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  return html`
    <header class="topbar">
      <div><a class="home" href="/">${icon('galley', { mark: true })}<span class="title">Galley</span></a></div>
      <div></div>
      <div></div>
    </header>
    <main class="message">
      <h1>${title}</h1>
      <p>${message}</p>
      <p class="row">
        ${again ? html`<button class="btn primary" @click=${again}>Try now</button>` : html`<a class="btn primary" href="/">All stories</a>`}
      </p>
      ${more}
    </main>
  `
}
