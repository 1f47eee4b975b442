/** <record-dialog>: the correction record of the open story, over its page. */
import { html } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { ReviewHandle } from '../../sync/review.ts'
import type { Face } from '../../ui/avatar.ts'
import { DialogElement } from '../../ui/dialog-element.ts'
import type { MarginSource } from '../margin/margin-source.ts'
import './correction-record.ts'

export interface RecordOptions {
  review: ReviewHandle
  source: MarginSource | null
  storyId: string
  person: (account: string) => Face
  /** Shows a line of the text, from 1. */
  go: (line: number) => void
}

@customElement('record-dialog')
export class RecordDialog extends DialogElement {
  protected override readonly look = 'record-wide'
  options!: RecordOptions

  protected override heading() {
    return html`Correction record`
  }

  protected override body() {
    const { review, source, storyId, person, go } = this.options
    return html`<p class="hush">Everything that changed a word, who asked for it, who decided, and why.</p>
      <correction-record .review=${review} .source=${source} .storyId=${storyId} .person=${person} .go=${go} .leave=${() => this.close()}></correction-record>`
  }
}

/** Resolves when it was closed. */
export function showRecord(options: RecordOptions): Promise<void> {
  const dialog = document.createElement('record-dialog')
  dialog.options = options
  return dialog.show()
}

declare global {
  interface HTMLElementTagNameMap {
    'record-dialog': RecordDialog
  }
}
