/** Stands for a text that is not there yet. */
import { html, type TemplateResult } from 'lit'

/** Seen only when the text takes long to come; the stylesheet holds it back. */
export function skeleton(): TemplateResult {
  return html`<div class="story-skeleton" aria-hidden="true">${[1, 2, 3, 4, 5].map(() => html`<span class="skeleton"></span>`)}</div>`
}
