/** <activity-dialog>: who did what to one story. */
import { html } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { Story } from '../../../shared/wire/api.ts'
import { DialogElement } from '../../ui/dialog-element.ts'
import './activity-list.ts'

@customElement('activity-dialog')
export class ActivityDialog extends DialogElement {
  protected override readonly look = 'wide'
  story!: Pick<Story, 'id' | 'title'>

  protected override heading() {
    return html`Activity in ${this.story.title || 'Untitled'}`
  }

  protected override body() {
    return html`<activity-list .place=${this.story.id}></activity-list>`
  }

  protected override foot() {
    return html`<span class="small hush">Changes of the words themselves are not listed here.</span>
      <span class="grow"></span>
      <button type="button" class="btn" @click=${() => this.close()}>Done</button>`
  }

  protected override firstUpdated(): void {
    super.firstUpdated()
    void this.querySelector('activity-list')?.load()
  }
}

/** Resolves when it was closed. */
export function showActivity(story: Pick<Story, 'id' | 'title'>): Promise<void> {
  const dialog = document.createElement('activity-dialog')
  dialog.story = story
  return dialog.show()
}

declare global {
  interface HTMLElementTagNameMap {
    'activity-dialog': ActivityDialog
  }
}
