/** A count in a row that has little room on a phone: there its numbers are seen, its words only heard. */
import { html, type TemplateResult } from 'lit'

/** "0 notes" as its number and, where there is room (see `.long` in story-page.css), the words around it. */
export function shortCount(words: string): TemplateResult {
  const pieces = words.split(/(\d[\d,]*)/).filter((piece) => piece !== '')
  return html`${pieces.map((piece) => (/^\d/.test(piece) ? piece : html`<span class="long">${piece}</span>`))}`
}
