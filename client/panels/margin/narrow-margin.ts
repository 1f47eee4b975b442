/** The margin where there is no room for one: pips, and over the text one card, the note being written, or the list of all. */
import { html, nothing, type TemplateResult } from 'lit'
import { ref } from 'lit/directives/ref.js'
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
    ${composer ? sheet('New note', html`<div class="card composer active">${composer}</div>`) : list ? sheet('All notes', list) : card ? sheet('Note', html`<button class="btn icon-only quiet tiny close" aria-label="Close note" title="Close (Esc)" @click=${close}>${icon('x')}</button>${card}`, topOf(pips, opened)) : nothing}`
}

/** Of the words, which a sheet with a `top` leaves free: pixels from the top of the page's sheet. */
function sheet(name: string, inside: TemplateResult, top: number | null = null): TemplateResult {
  const place = (section?: Element) => {
    if (section instanceof HTMLElement) standOff(section, top)
  }
  return html`<section class="margin-sheet" aria-label=${name} ${ref(place)}>${inside}</section>`
}

function topOf(pips: readonly Pip[], opened: string | null): number | null {
  return pips.find(({ entries }) => entries.some(({ id }) => id === opened))?.top ?? null
}

/** Words that begin on a line may end on the next one; pixels. */
const TWO_LINES = 68
/** Between words and sheet, and between sheet and bars; pixels. */
const APART = 8
const TOP_BAR = 52
const STRIP = 32

/** Below the words, or above them where there is more room. On a phone it stands at the foot, whatever is set here. */
function standOff(section: HTMLElement, top: number | null): void {
  const { style } = section
  for (const name of ['--from-top', '--from-foot', '--room']) style.removeProperty(name)
  const origin = section.closest('story-margin')?.getBoundingClientRect().top
  if (top === null || origin === undefined) return
  const above = origin + top - APART
  const below = origin + top + TWO_LINES
  if (above < 0 || below > innerHeight) return
  const isBelow = below < innerHeight / 2
  if (isBelow) style.setProperty('--from-top', `${below}px`)
  else style.setProperty('--from-foot', `${innerHeight - above}px`)
  style.setProperty('--room', `${(isBelow ? innerHeight - below - STRIP : above - TOP_BAR) - APART}px`)
}
