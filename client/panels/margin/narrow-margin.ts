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
  /** Of the words that a note is being written about, pixels from the top of the page's sheet. */
  composerTop: number
  list: TemplateResult | null
  card: TemplateResult | null
}

export function narrowMargin({
  pips,
  opened,
  go,
  close,
  composer,
  composerTop,
  list,
  card,
}: NarrowOptions): TemplateResult {
  return html`<div class="pips" role="group" aria-label="Notes, closed">
      ${repeat(
        pips,
        ({ entries }) => entries[0]?.id,
        (pip) => drawPip(pip, opened, go),
      )}
    </div>
    ${composer ? written(composer, composerTop) : list ? sheet('All notes', list) : card && opened ? note(card, opened, topOf(pips, opened), close) : nothing}`
}

function written(composer: TemplateResult, top: number): TemplateResult {
  return sheet('New note', html`<div class="card composer active">${composer}</div>`, (section) => {
    standOff(section, null)
    keepInSight(section, 'new note', top)
  })
}

function note(card: TemplateResult, id: string, top: number | null, close: () => void): TemplateResult {
  const shut = html`<button class="btn icon-only quiet tiny close" aria-label="Close note" title="Close (Esc)" @click=${close}>${icon('x')}</button>`
  return sheet('Note', html`${shut}${card}`, (section) => {
    standOff(section, top)
    keepInSight(section, id, top)
  })
}

function sheet(
  name: string,
  inside: TemplateResult,
  place: (section: HTMLElement) => void = (section) => standOff(section, null),
): TemplateResult {
  const drawn = (section?: Element) => {
    if (section instanceof HTMLElement) place(section)
  }
  return html`<section class="margin-sheet" aria-label=${name} ${ref(drawn)}>${inside}</section>`
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

/** Where it stands at the foot, over the text; see margin.css. */
const PHONE = '(max-width: 45rem)'

/** On a phone: scrolls words that it covers above it, once for what it is about. */
function keepInSight(section: HTMLElement, about: string, top: number | null): void {
  if (top === null || section.dataset.about === about || !matchMedia(PHONE).matches) return
  section.dataset.about = about
  // It has its height once what stands in it is drawn.
  requestAnimationFrame(() => {
    const origin = section.closest('story-margin')?.getBoundingClientRect().top
    if (origin === undefined) return
    const covered = origin + top + TWO_LINES + APART - section.getBoundingClientRect().top
    if (covered > 0) window.scrollBy({ top: Math.min(covered, origin + top - TOP_BAR - APART), behavior: 'instant' })
  })
}

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
