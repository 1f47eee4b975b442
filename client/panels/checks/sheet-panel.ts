/**
 * <sheet-panel>: the style sheet and the words of a story for who reads it and has no checker, in the margin's place: what was
 * decided, by whom, with an example. Nothing is counted in the text and no worker runs.
 */
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { StyleEntry } from '../../../shared/review/state.ts'
import { icon } from '../../ui/icons.ts'
import { LightElement } from '../../ui/light-element.ts'
import '../../ui/pull-down.ts'
import { Watch } from '../../ui/watch.ts'
import type { ChecksContext } from './checks-context.ts'
import { decidedRow, ofShelf, otherDecisions, SHELVES, type Shelf } from './decided-row.ts'
import { sheetDownloads } from './sheet-files.ts'
import { SINGLE_PARTS } from './style-words.ts'
import { showWordList } from './word-list.ts'
import './checks.css'
import './style.css'

/** As much of the page as reading takes. */
export type SheetContext = Pick<ChecksContext, 'review' | 'role' | 'named' | 'person' | 'story' | 'focusText'>

@customElement('sheet-panel')
export class SheetPanel extends LightElement {
  @property({ attribute: false }) context!: SheetContext
  @property({ attribute: false }) closed: () => void = () => undefined

  @state() private shelf: Shelf = 'decisions'
  private readonly watch = new Watch(this)

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>('.checks')?.focus({ preventScroll: true })
  }

  protected override render(): TemplateResult {
    const { review, named } = this.context
    this.watch.read(named)
    const { style, words } = this.watch.read(review.state)
    const all = [...style.values()]
    const listed = [...words.values()].filter(({ allowed }) => allowed !== null).length
    const shelves = SHELVES.filter(([shelf]) => shelf === 'decisions' || ofShelf(all, shelf).length > 0)
    const shown = shelves.some(([shelf]) => shelf === this.shelf) ? this.shelf : 'decisions'
    return html`<section class="checks" aria-label="Style sheet" tabindex="-1" @keydown=${this.press}>
      <div class="checks-head">
        <h2>Style sheet</h2>
        <span class="grow"></span>
        ${
          all.length > 0
            ? html`<pull-down label="The style sheet as a file" .look=${'btn icon-only tiny quiet'} .face=${icon('file-text')} .items=${sheetDownloads(this.context)}></pull-down>`
            : nothing
        }
        <button class="btn icon-only quiet tiny" aria-label="Close the style sheet" title="Close (Esc)" @click=${this.closed}>${icon('x')}</button>
      </div>
      <div class="panel-body style-sheet">
        <div class="filterline" role="group" aria-label="What is shown">
          ${shelves.map(([shelf, name]) => this.chip(shelf, name, shown, ofShelf(all, shelf).length))}
          <button class="chip" @click=${() => void showWordList(this.context)}>Words <span class="num">${listed.toLocaleString('en')}</span></button>
        </div>
        ${this.rows(all, shown)}
      </div>
    </section>`
  }

  private chip(shelf: Shelf, name: string, shown: Shelf, count: number): TemplateResult {
    return html`<button class="chip" aria-pressed=${shelf === shown ? 'true' : 'false'} @click=${() => {
      this.shelf = shelf
    }}>${name}${count > 0 ? html` <span class="num">${count}</span>` : nothing}</button>`
  }

  private rows(all: readonly StyleEntry[], shown: Shelf): TemplateResult {
    const entries =
      shown === 'decisions'
        ? [...SINGLE_PARTS.flatMap((part) => all.find(({ id }) => id === part) ?? []), ...otherDecisions(all)]
        : ofShelf(all, shown)
    return entries.length === 0
      ? html`<p class="hush small">Nothing has been decided yet: how speech is quoted, how dashes look, which spelling counts. Editors decide it.</p>`
      : html`<dl class="sheet-rows">${entries.map((entry) => decidedRow(entry, (account) => this.context.person(account)))}</dl>`
  }

  private readonly press = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return
    event.preventDefault()
    event.stopPropagation()
    this.closed()
    this.context.focusText()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sheet-panel': SheetPanel
  }
}
