/** <aside-dialog>: "Words kept aside", all that this account typed at this browser and the server did not take. */
import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { KeptWords } from '../../sync/kept-aside.ts'
import { DialogElement } from '../../ui/dialog-element.ts'
import './aside-list.ts'
import { discardAfterAsking } from './take-words.ts'

@customElement('aside-dialog')
export class AsideDialog extends DialogElement {
  @property({ attribute: false }) kept: readonly KeptWords[] = []
  /** What was to be discarded when it closed. */
  chosen: KeptWords | null = null

  protected override heading() {
    return 'Words kept aside'
  }

  protected override body() {
    return html`<p>You typed these and they were not saved. They are in this browser only, until you discard them.</p>
      <aside-list
        .kept=${this.kept}
        .discard=${(words: KeptWords) => {
          this.chosen = words
          this.close()
        }}
      ></aside-list>`
  }
}

/** Resolves when it is closed for good; `changed` is called with what is left after each that was discarded. */
export async function openAside(
  all: readonly KeptWords[],
  changed: (kept: readonly KeptWords[]) => void,
): Promise<void> {
  for (let kept = all; kept.length > 0; ) {
    const dialog = document.createElement('aside-dialog')
    dialog.kept = kept
    await dialog.show()
    const { chosen } = dialog
    if (!chosen) return
    if (!(await discardAfterAsking(chosen))) continue
    kept = kept.filter((words) => words !== chosen)
    changed(kept)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aside-dialog': AsideDialog
  }
}
