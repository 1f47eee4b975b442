/** <library-export>: all stories that one may read as one zip of files, with a report of what the files do not hold. */
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { sayError } from '../../sync/api.ts'
import { getLibrary } from '../../sync/file-api.ts'
import type { Progress } from '../../sync/long-work.ts'
import { icon } from '../../ui/icons.ts'
import { announce } from '../../ui/live-region.ts'
import { saveFile } from '../../ui/save-file.ts'
import { sized } from '../../ui/times.ts'
import { showToast } from '../../ui/toast.ts'
import { workProgress } from '../../ui/work-progress.ts'
import { KINDS, type Kind } from './export-choices.ts'
import { FormatDialog } from './format-dialog.ts'
import { progressWords } from './progress-words.ts'

@customElement('library-export')
export class LibraryExport extends FormatDialog {
  @state() private busy = false
  @state() private said = ''
  @state() private problem = ''
  @state() private progress: Progress | null = null
  private loading = new AbortController()
  protected override readonly look = 'export short'

  protected override heading() {
    return 'Download all stories'
  }

  protected override body(): TemplateResult {
    return html`${this.formats()}
      ${this.problem ? html`<div class="callout bad" role="alert">${icon('triangle-alert')}<div><b>Nothing was downloaded</b><p>${this.problem}</p></div></div>` : nothing}
      ${this.said ? html`<div class="callout good">${icon('check')}<p>${this.said}</p></div>` : nothing}`
  }

  protected override foot(): TemplateResult {
    if (this.progress)
      return html`${workProgress(progressWords(this.progress, 'the files'), this.progress, () => this.loading.abort())}<span class="grow"></span>${this.button()}`
    return html`<span class="small hush name">One zip of all that you may read; report.json in it says what each file does not hold.</span>
      <span class="grow"></span>
      ${this.button()}`
  }

  private button(): TemplateResult {
    return html`<button type="button" class="btn primary" ?disabled=${this.busy} aria-busy=${this.busy ? 'true' : 'false'} @click=${() => void this.download()}>
      ${icon(this.busy ? 'loader-circle' : 'download', { small: true })}Download
    </button>`
  }

  protected override kinds(): readonly Kind[] {
    return KINDS
  }

  protected override changed(): void {
    this.said = ''
    this.problem = ''
  }

  private async download(): Promise<void> {
    this.changed()
    this.busy = true
    this.loading = new AbortController()
    try {
      const { signal } = this.loading
      const told = (progress: Progress): void => {
        this.progress = progress
      }
      const { name, bytes } = await getLibrary(this.chosen, { signal, told })
      saveFile(name, bytes)
      this.said = `Downloaded ${name}, ${sized(bytes.size)}.`
      if (this.isConnected) announce(this.said)
      else showToast(this.said)
    } catch (error) {
      if (this.loading.signal.aborted) this.said = 'Cancelled. Nothing was downloaded.'
      else this.problem = sayError(error)
    } finally {
      this.progress = null
      this.busy = false
    }
  }
}

/** Resolves when it was closed. */
export function showLibraryExport(): Promise<void> {
  return document.createElement('library-export').show()
}

declare global {
  interface HTMLElementTagNameMap {
    'library-export': LibraryExport
  }
}
