/** The margin where there is no room for one: pips, and over the text one card, the note being written, or the list of all. */
import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { icon } from '../../ui/icons.ts'
import { drawPip, type Pip } from './margin-pips.ts'

export interface NarrowOptions {
  pips: readonly Pip[]
  opened: string | null
  go: (id: string) => void
  close: () => void
  composer: TemplateResult | null
  list: TemplateResult | null
  card: TemplateResult | null
}

export function narrowMargin({ pips, opened, go, close, composer, list, card }: NarrowOptions): TemplateResult {
  return html`<div class="pips" role="group" aria-label="Notes, closed">
      ${repeat(
        pips,
        ({ entries }) => entries[0]?.id,
        (pip) => drawPip(pip, opened, go),
      )}
    </div>
    ${composer ? sheet('New note', html`<div class="card composer active">${composer}</div>`) : list ? sheet('All notes', list) : card ? sheet('Note', html`<button class="btn icon-only quiet tiny close" aria-label="Close note" title="Close (Esc)" @click=${close}>${icon('x')}</button>${card}`) : nothing}`
}

function sheet(name: string, inside: TemplateResult): TemplateResult {
  return html`<section class="margin-sheet" aria-label=${name}>${inside}</section>`
}
