/** <library-export>: all stories that one may read as one zip of files, with a report of what the files do not hold. */
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { sayError } from '../../sync/api.ts'
import { getLibrary } from '../../sync/file-api.ts'
import { icon } from '../../ui/icons.ts'
import { announce } from '../../ui/live-region.ts'
import { saveFile } from '../../ui/save-file.ts'
import { sized } from '../../ui/times.ts'
import { KINDS, type Kind } from './export-choices.ts'
import { FormatDialog } from './format-dialog.ts'

@customElement('library-export')
export class LibraryExport extends FormatDialog {
  @state() private busy = false
  @state() private said = ''
  @state() private problem = ''

  protected override heading() {
    return 'Download all stories'
  }

  protected override body(): TemplateResult {
    return html`${this.formats()}
      ${this.problem ? html`<div class="callout bad" role="alert">${icon('triangle-alert')}<div><b>Nothing was downloaded</b><p>${this.problem}</p></div></div>` : nothing}
      ${this.said ? html`<div class="callout good">${icon('check')}<p>${this.said}</p></div>` : nothing}`
  }

  protected override foot(): TemplateResult {
    return html`<span class="small hush name">One zip of all that you may read; report.json in it says what each file does not hold.</span>
      <span class="grow"></span>
      <button type="button" class="btn primary" ?disabled=${this.busy} aria-busy=${this.busy ? 'true' : 'false'} @click=${() => void this.download()}>
        ${icon(this.busy ? 'loader-circle' : 'download', { small: true })}${this.busy ? 'Packing…' : 'Download'}
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
    try {
      const { name, bytes } = await getLibrary(this.chosen)
      saveFile(name, bytes)
      this.said = `Downloaded ${name}, ${sized(bytes.size)}.`
      announce(this.said)
    } catch (error) {
      this.problem = sayError(error)
    } finally {
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
