/** <sheet-import-dialog>: takes a style sheet over from a file or from pasted words, after showing what it would change. */
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { readSheet, type SheetEntry } from '../../../shared/proof/sheet-file.ts'
import { type StyleDecision, styleId } from '../../../shared/review/style.ts'
import { DialogElement } from '../../ui/dialog-element.ts'
import { icon } from '../../ui/icons.ts'
import { counted } from '../../ui/times.ts'
import { showToast } from '../../ui/toast.ts'
import { Watch } from '../../ui/watch.ts'
import { askChecks } from './ask-checks.ts'
import type { ChecksContext } from './checks-context.ts'
import { type SheetDifference, sheetDifference } from './sheet-difference.ts'
import { PART_NAMES, wholeWords } from './style-words.ts'
import './style.css'

/** A sheet is a page or two. Bytes. */
const MOST_BYTES = 1_000_000

@customElement('sheet-import-dialog')
export class SheetImportDialog extends DialogElement {
  protected override readonly look = 'wide'
  context!: ChecksContext
  @state() private words = ''
  @state() private dropped: ReadonlySet<string> = new Set()
  @state() private wrong = ''
  @state() private busy = false
  private readonly watch = new Watch(this)

  protected override heading() {
    return 'Import a style sheet'
  }

  protected override body() {
    const { unread, difference } = this.read()
    return html`<label class="field"><span>File</span>
        <input type="file" accept=".md,.markdown,.txt,.json,text/markdown,application/json" @change=${this.picked} />
        ${this.wrong ? html`<span class="wrong" role="alert">${this.wrong}</span>` : nothing}</label>
      <label class="field"><span>or its words, as Markdown or JSON</span>
        <textarea class="input" rows="5" spellcheck="false" .value=${this.words} @input=${({ target }: Event) => {
          this.words = (target as HTMLTextAreaElement).value
        }}></textarea></label>
      ${this.words.trim() === '' ? nothing : html`<div role="status">${this.preview(difference, unread)}</div>`}`
  }

  protected override foot() {
    const { length } = this.ticked(this.read().difference)
    return html`<span class="grow"></span>
      <button type="button" class="btn quiet" @click=${() => this.close()}>Cancel</button>
      <button type="button" class="btn primary" aria-disabled=${length === 0 ? 'true' : 'false'} aria-busy=${this.busy ? 'true' : 'false'} @click=${this.take}>
        ${this.busy ? icon('loader-circle', { small: true }) : nothing}Take over ${counted(length, 'decision')}</button>`
  }

  private read(): { unread: readonly string[]; difference: SheetDifference } {
    const { entries, unread } = readSheet(this.words)
    const { style } = this.watch.read(this.context.review.state)
    return { unread: this.words.trim() === '' ? [] : unread, difference: sheetDifference(entries, style) }
  }

  private preview({ added, changed, same, tooLong }: SheetDifference, unread: readonly string[]): TemplateResult {
    const notRead = [...unread, ...tooLong.map(({ decision }) => `too long: ${wholeWords(decision)}`)]
    const some = added.length + changed.length > 0
    return html`<p>${
      some
        ? html`${counted(added.length, 'decision')} would be new, ${changed.length.toLocaleString('en')} would change${same > 0 ? `, ${same.toLocaleString('en')} ${same === 1 ? 'is' : 'are'} the same already` : ''}. What the file does not name stays.`
        : same > 0
          ? `Nothing would change: ${same === 1 ? 'its one decision is' : `all ${counted(same, 'decision')} are`} the same already.`
          : 'There is no decision in it.'
    }</p>
    ${
      some
        ? html`<ul class="import-list" aria-label="What would change">
            ${changed.map(({ before, ...entry }) => this.row(entry, before))}${added.map((entry) => this.row(entry, null))}
          </ul>`
        : nothing
    }
    ${
      notRead.length > 0
        ? html`<section class="import-unread" aria-label="Not understood">
            <h3>${counted(notRead.length, 'line was', 'lines were')} not understood, and will not be taken over</h3>
            <pre tabindex="0">${notRead.join('\n')}</pre></section>`
        : nothing
    }`
  }

  private row({ decision, example }: SheetEntry, before: StyleDecision | null): TemplateResult {
    const id = styleId(decision)
    const was = before && wholeWords(before)
    const now = wholeWords(decision)
    return html`<li><label>
      <input type="checkbox" .checked=${!this.dropped.has(id)} @change=${() => this.tick(id)} />
      <span>${PART_NAMES[decision.part]}: ${was !== null && was !== now ? html`<del>${was}</del> <ins>${now}</ins>` : html`<b>${now}</b>`}
        <span class="small hush">${before ? 'changes' : 'new'}${example === '' ? '' : `, “${example}”`}</span></span>
    </label></li>`
  }

  private ticked({ added, changed }: SheetDifference): SheetEntry[] {
    return [...changed, ...added].filter(({ decision }) => !this.dropped.has(styleId(decision)))
  }

  private tick(id: string): void {
    const next = new Set(this.dropped)
    if (!next.delete(id)) next.add(id)
    this.dropped = next
  }

  private readonly picked = async ({ target }: Event): Promise<void> => {
    const file = (target as HTMLInputElement).files?.[0]
    if (!file) return
    this.wrong = ''
    if (file.size > MOST_BYTES) {
      this.wrong = 'This file is too long for a style sheet.'
      return
    }
    this.words = await file.text()
  }

  private readonly take = async (): Promise<void> => {
    const entries = this.ticked(this.read().difference)
    if (entries.length === 0 || this.busy) return
    this.busy = true
    const commands = entries.map(({ decision, example }) => ({ type: 'decide-style', decision, example }) as const)
    try {
      if (!(await askChecks(this.context.review, ...commands))) return
      showToast(`${counted(entries.length, 'decision')} taken over.`)
      this.close()
    } finally {
      this.busy = false
    }
  }
}

/** Resolves when it was closed. */
export function showImport(context: ChecksContext): Promise<void> {
  const dialog = document.createElement('sheet-import-dialog')
  dialog.context = context
  return dialog.show()
}

declare global {
  interface HTMLElementTagNameMap {
    'sheet-import-dialog': SheetImportDialog
  }
}
