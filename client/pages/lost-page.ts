/** A page that says what is wrong and where to go. */
import { html, type TemplateResult } from 'lit'
import { icon } from '../ui/icons.ts'
import './door.css'

export function lostPage(title: string, message: string): TemplateResult {
  return html`<main class="door alone">
    <div class="door-body">
      ${icon('galley', { mark: true })}
      <h1>${title}</h1>
      <p class="hush">${message}</p>
      <p><a class="btn" href="/">All stories</a></p>
    </div>
  </main>`
}
