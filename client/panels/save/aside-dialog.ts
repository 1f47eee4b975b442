/** <aside-dialog>: "Words kept aside", all that this account typed at this browser and the server did not take. */
import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { KeptWords } from '../../sync/kept-aside.ts'
import { DialogElement } from '../../ui/dialog-element.ts'
import './aside-list.ts'

@customElement('aside-dialog')
export class AsideDialog extends DialogElement {
  @property({ attribute: false }) kept: readonly KeptWords[] = []
  @property({ attribute: false }) changed: (kept: readonly KeptWords[]) => void = () => undefined

  protected override heading() {
    return 'Words kept aside'
  }

  protected override body() {
    return html`<p>You typed these and they were not saved. They are in this browser only, until you discard them.</p>
      <aside-list
        .kept=${this.kept}
        .changed=${(kept: readonly KeptWords[]) => {
          this.kept = kept
          this.changed(kept)
          if (kept.length === 0) this.close()
        }}
      ></aside-list>`
  }
}

/** `changed` is called with what is left after each that was discarded. */
export function openAside(kept: readonly KeptWords[], changed: (kept: readonly KeptWords[]) => void): void {
  const dialog = document.createElement('aside-dialog')
  Object.assign(dialog, { kept, changed })
  void dialog.show()
}

declare global {
  interface HTMLElementTagNameMap {
    'aside-dialog': AsideDialog
  }
}
