/** Asks before something that cannot be taken back. */
import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { DialogElement } from './dialog-element.ts'

@customElement('ask-first-dialog')
export class AskFirstDialog extends DialogElement {
  @property() question = ''
  /** What will be, and what will not. */
  @property() consequence = ''
  /** The button: a verb that names the result. */
  @property() verb = ''
  /** False until the person said yes. */
  agreed = false

  protected override heading() {
    return this.question
  }

  protected override body() {
    return html`<p>${this.consequence}</p>`
  }

  protected override foot() {
    return html`<span class="grow"></span>
      <button type="button" class="btn quiet" autofocus @click=${() => this.close()}>Cancel</button>
      <button type="button" class="btn primary" @click=${this.agree}>${this.verb}</button>`
  }

  private agree(): void {
    this.agreed = true
    this.close()
  }
}

/** Resolves to true when the person agreed, to false when the dialog was closed in any other way. */
export async function askFirst(question: string, consequence: string, verb: string): Promise<boolean> {
  const dialog = document.createElement('ask-first-dialog')
  Object.assign(dialog, { question, consequence, verb })
  await dialog.show()
  return dialog.agreed
}

declare global {
  interface HTMLElementTagNameMap {
    'ask-first-dialog': AskFirstDialog
  }
}
