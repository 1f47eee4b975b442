/** The second opinion in the checks panel: its switch, what it costs, how far it has come, what went wrong. */
import { html, nothing, type TemplateResult } from 'lit'
import type { SecondProgress } from '../../sync/second-opinion.ts'
import { ENGINE_BYTES, TRAVEL_BYTES } from '../../sync/second-opinion-size.ts'
import { counted } from '../../ui/times.ts'

const MEGABYTE = 1_000_000

export interface SecondOpinionRow {
  on: boolean
  /** Null while it is off. */
  progress: SecondProgress | null
  turn: (on: boolean) => void
}

export function secondOpinionRow({ on, progress, turn }: SecondOpinionRow): TemplateResult {
  const size = Math.ceil(TRAVEL_BYTES / MEGABYTE)
  return html`<div class="second">
    <label>
      <span><b>Second opinion</b> <span class="small hush">Harper, a general grammar checker. ${on ? nothing : `Loads ${size} MB from this house, and reads in this browser.`}</span></span>
      <input type="checkbox" role="switch" class="switch" aria-label="Second opinion" .checked=${on} @change=${(event: Event) => turn((event.target as HTMLInputElement).checked)} />
    </label>
    ${progress ? far(progress) : nothing}
  </div>`
}

function far(progress: SecondProgress): TemplateResult {
  const words = progressWords(progress)
  const said = html`<span class="small hush">${words}</span>`
  if (progress.kind === 'loading') {
    return html`<progress class="bar" aria-label="Loading Harper" max=${ENGINE_BYTES} value=${progress.bytes}></progress>${said}`
  }
  if (progress.kind === 'reading') {
    return html`<progress class="bar" aria-label="Harper reads" max=${progress.of} value=${progress.of - progress.left}></progress>${said}`
  }
  return html`<span class="small hush" role="status">${words}</span>`
}

/** In whole hundredths while it loads, as the bytes that travel are not those that are counted. */
export function progressWords(progress: SecondProgress): string {
  switch (progress.kind) {
    case 'loading':
      return `Loading… ${Math.min(100, Math.floor((100 * progress.bytes) / ENGINE_BYTES))} %`
    case 'reading':
      return `${(progress.of - progress.left).toLocaleString('en')} of ${counted(progress.of, 'line')} read by Harper`
    case 'done':
      return 'Harper has read all lines.'
    case 'failed':
      return `Harper could not be loaded or had to stop (${progress.message}). Turn it off and on to try again.`
  }
}
