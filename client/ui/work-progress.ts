/** How far long work is, in words and as a bar, with the way to give it up. */
import { html, nothing, type TemplateResult } from 'lit'
import './work-progress.css'

/** A bar without an end where `all` is 0. `cancel` is null of what can no longer be given up. */
export function workProgress(
  words: string,
  { done, all }: { done: number; all: number },
  cancel: (() => void) | null,
): TemplateResult {
  const bar =
    all > 0
      ? html`<progress class="bar" max=${all} value=${done} aria-label=${words}></progress>`
      : html`<progress class="bar" aria-label=${words}></progress>`
  return html`<div class="work">
    <span class="small num">${words}</span>${bar}
    ${cancel ? html`<button type="button" class="btn tiny quiet" @click=${cancel}>Cancel</button>` : nothing}
  </div>`
}
