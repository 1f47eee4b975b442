/** How far an export is, in words and as a bar, with the way to give it up. */
import { html, type TemplateResult } from 'lit'
import type { Progress } from '../../sync/long-work.ts'
import { counted, sized } from '../../ui/times.ts'

/** `what`: what is being made, as in "the Word file". */
export function workProgress(progress: Progress, what: string, cancel: () => void): TemplateResult {
  const { done, all } = progress
  const words = progressWords(progress, what)
  const bar =
    all > 0
      ? html`<progress class="bar" max=${all} value=${done} aria-label=${words}></progress>`
      : html`<progress class="bar" aria-label=${words}></progress>`
  return html`<div class="work">
    <span class="small num">${words}</span>${bar}
    <button type="button" class="btn tiny quiet" @click=${cancel}>Cancel</button>
  </div>`
}

/** "12 of 40 stories", "Writing the Word file", "1.2 MB of 3.4 MB received". */
export function progressWords({ stage, done, all }: Progress, what: string): string {
  switch (stage) {
    case 'waiting':
      return 'Waiting for other work to be done'
    case 'reading':
      return 'Reading the text'
    case 'arranging':
      return 'Putting in notes and changes'
    case 'cleaning':
      return 'Making it tidy'
    case 'writing':
      return all > 0 ? `${done.toLocaleString('en')} of ${counted(all, 'story', 'stories')}` : `Writing ${what}`
    case 'packing':
      return `Packing ${counted(all, 'story', 'stories')}`
    case 'receiving':
      return all > 0 ? `${sized(done)} of ${sized(all)} received` : `${sized(done)} received`
  }
}
