/** The margin's head: how many, a note on the whole story, the filter; and what stands there when there is no card. */
import { html, nothing, type TemplateResult } from 'lit'
import { icon } from '../../ui/icons.ts'
import { type FilterBarOptions, filterBar } from './filter-bar.ts'
import { ALL_OPEN, isNarrow } from './margin-filter.ts'

export interface HeadOptions extends FilterBarOptions {
  count: number
  /** There is no card at all. */
  empty: boolean
  /** The filter's controls are open. */
  filtering: boolean
  toggleFilter: () => void
  /** What an active filter shows. */
  filterSaid: string
  mayWrite: boolean
  /** A note on the whole story. */
  compose: () => void
  /** Null = nothing was left for later. */
  resume: (() => void) | null
  /** Null where it cannot be closed. */
  close: (() => void) | null
}

export function marginHead(options: HeadOptions): TemplateResult {
  const { filter, filtering, close, resume } = options
  const narrow = isNarrow(filter)
  return html`<header class="margin-head">
      <h2>Notes <span class="count">${options.count}</span></h2>
      <span class="grow"></span>
      ${resume ? html`<button class="btn tiny" title="You began a note and left it" @click=${resume}>Go on with your note</button>` : nothing}
      ${
        options.mayWrite
          ? html`<button class="btn icon-only quiet tiny" aria-label="Note on the whole story" title="Note on the whole story" @click=${options.compose}>${icon('plus')}</button>`
          : nothing
      }
      <button
        class="btn icon-only quiet tiny"
        aria-label="Filter and search"
        title="Filter and search"
        aria-expanded=${filtering ? 'true' : 'false'}
        @click=${options.toggleFilter}
      >${icon('list-filter')}</button>
      ${close ? html`<button class="btn icon-only quiet tiny" aria-label="Close notes" title="Close" @click=${close}>${icon('x')}</button>` : nothing}
    </header>
    ${filtering ? filterBar(options) : nothing}
    ${
      narrow && !filtering
        ? html`<p class="small hush filter-said">Shown: ${options.filterSaid}. <button class="link" @click=${() => options.change(ALL_OPEN)}>Show all</button></p>`
        : nothing
    }
    ${options.empty ? html`<p class="margin-empty hush">${emptyWords(narrow, options.mayWrite)}</p>` : nothing}`
}

/** Stands beside a selection. */
export function noteButton(compose: () => void): TemplateResult {
  const name = 'Note on the selected words (Ctrl Alt M)'
  // A press would take the selection away before the click.
  return html`<button
    class="btn icon-only note-here"
    aria-label=${name}
    title=${name}
    @pointerdown=${(event: Event) => event.preventDefault()}
    @click=${compose}
  >${icon('message-square')}</button>`
}

function emptyWords(narrow: boolean, mayWrite: boolean): string {
  if (narrow) return 'Nothing here is like that.'
  return mayWrite ? 'Select words and press Ctrl Alt M to leave a note.' : 'No notes yet.'
}
