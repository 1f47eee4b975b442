/** What the dialogs that write files have in common: which kind of file, which text, what goes in. */
import { html, nothing, type TemplateResult } from 'lit'
import { state } from 'lit/decorators.js'
import type { View } from '../../../shared/codecs/edition.ts'
import type { ExportChoice } from '../../sync/file-api.ts'
import { DialogElement } from '../../ui/dialog-element.ts'
import { formatOf, KINDS, type Kind, VIEW_NAMES, viewsOf } from './export-choices.ts'
import './export-dialog.css'

interface Chosen {
  kind: Kind
  view: View
  varied: boolean
  names: boolean
  notes: boolean
}

export abstract class FormatDialog extends DialogElement {
  @state() protected kind: Kind = KINDS[0]!
  @state() protected view: View = 'now'
  @state() private varied = false
  @state() private names = true
  @state() private notes = true
  protected override readonly look: string = 'export'

  /** Those that are offered. */
  protected abstract kinds(): readonly Kind[]

  /** What is said of a kind below its name. */
  protected about(kind: Kind): string {
    return kind.about
  }

  /** Something else was chosen. */
  protected abstract changed(): void

  /** As the address of the file says it. */
  protected get chosen(): ExportChoice {
    const { kind, view, names, notes } = this
    return { format: this.format, view, names: names || !kind.names, notes: notes || !kind.notes }
  }

  /** The tiles and what belongs to the chosen one. */
  protected formats(): TemplateResult {
    const { kind } = this
    const views = viewsOf(kind, this.varied)
    const isPlain = this.format === 'archive' || this.format === 'md'
    const ticks = [
      kind.notes && !isPlain ? tick('Notes', this.notes, (notes) => this.choose({ notes })) : null,
      kind.names && !isPlain ? tick('Names of people', this.names, (names) => this.choose({ names })) : null,
      kind.variant ? tick(kind.variant.label, this.varied, (varied) => this.choose({ varied })) : null,
    ].filter((one) => one !== null)
    return html`<fieldset class="plain">
        <legend class="unseen">Format</legend>
        <div class="formats">
          ${this.kinds().map(
            (one) => html`<label>
              <input type="radio" name="export-format" .checked=${kind === one} @change=${() => this.choose({ kind: one })} />
              <b>${one.name}</b><small>${this.about(one)}</small>
            </label>`,
          )}
        </div>
      </fieldset>
      ${views.length > 1 ? this.viewChoice(views) : nothing}
      ${ticks.length > 0 ? html`<div class="ticks">${ticks}</div>` : nothing}`
  }

  private get format(): ExportChoice['format'] {
    const format = formatOf(this.kind, this.view, this.varied)
    if (!format) throw new Error(`export: no ${this.kind.id} in the view ${this.view}`)
    return format
  }

  private viewChoice(views: readonly View[]): TemplateResult {
    return html`<div class="options">
      <b id="export-view">Which text</b>
      <div class="seg" role="radiogroup" aria-labelledby="export-view">
        ${views.map(
          (view) =>
            html`<button type="button" role="radio" aria-checked=${view === this.view ? 'true' : 'false'} @click=${() => this.choose({ view })}>${VIEW_NAMES[view]}</button>`,
        )}
      </div>
    </div>`
  }

  private choose(chosen: Partial<Chosen>): void {
    Object.assign(this, chosen)
    if (!this.kind.variant) this.varied = false
    const views = viewsOf(this.kind, this.varied)
    if ('kind' in chosen || !views.includes(this.view)) this.view = views[0] ?? 'now'
    this.changed()
  }
}

/** A box to tick. */
export function tick(label: string, on: boolean, changed: (on: boolean) => void): TemplateResult {
  return html`<label><input type="checkbox" .checked=${on} @change=${(event: Event) => changed((event.target as HTMLInputElement).checked)} /> ${label}</label>`
}
