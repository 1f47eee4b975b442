/** <note-history>: "edited", and on a press what the note said before. */
import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Note } from '../../../shared/review/state.ts'
import { DialogElement } from '../../ui/dialog-element.ts'
import { LightElement } from '../../ui/light-element.ts'
import { exactTime, timeAgo } from '../../ui/times.ts'
import { drawBody } from './draw-body.ts'

@customElement('note-history')
export class NoteHistory extends LightElement {
  @property({ attribute: false }) note!: Note
  @property({ type: Number }) now = 0

  protected override render() {
    return html`<button class="link edited small" title="What it said before" @click=${this.open}>edited</button>`
  }

  private open(): void {
    const dialog = document.createElement('note-history-dialog')
    dialog.note = this.note
    dialog.now = this.now
    void dialog.show()
  }
}

@customElement('note-history-dialog')
export class NoteHistoryDialog extends DialogElement {
  note!: Note
  now = 0

  protected override heading() {
    return 'Earlier wordings'
  }

  protected override body() {
    const { earlier, body, editedAt, at } = this.note
    return html`<ol class="wordings">
      ${[...earlier, { body, at: editedAt ?? at }]
        .reverse()
        .map(
          (wording) =>
            html`<li><time datetime=${wording.at} title=${exactTime(wording.at)}>${timeAgo(wording.at, this.now)}</time>${drawBody(wording.body, [])}</li>`,
        )}
    </ol>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'note-history': NoteHistory
    'note-history-dialog': NoteHistoryDialog
  }
}
