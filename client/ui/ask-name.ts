/** Asks for one line of words in a dialog: a title, a file name. */
import { html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { DialogElement } from './dialog-element.ts'

export interface AskNameOptions {
  /** What becomes of it, under the field. */
  hint?: string
  /** The button; a verb that names the result. "Rename" if not given. */
  verb?: string
  /** An empty answer is one too. */
  mayBeEmpty?: boolean
  /** How much of the present words is selected, from their start; all of them if not given. UTF-16 code units. */
  selected?: number
}

@customElement('name-dialog')
export class NameDialog extends DialogElement {
  @property() question = ''
  @property() label = ''
  @property() value = ''
  @property({ attribute: false }) options: AskNameOptions = {}
  /** Null when the dialog was closed without an answer. */
  answer: string | null = null

  protected override heading() {
    return this.question
  }

  protected override body() {
    const { hint = '', mayBeEmpty = false } = this.options
    return html`<form id="name-form" @submit=${this.take}>
      <label class="field">
        <span>${this.label}</span>
        <input class="input" maxlength="200" autofocus autocomplete="off" ?required=${!mayBeEmpty} .value=${this.value} />
        <small>${hint}</small>
      </label>
    </form>`
  }

  protected override foot() {
    return html`<span class="grow"></span>
      <button type="button" class="btn quiet" @click=${() => this.close()}>Cancel</button>
      <button class="btn primary" form="name-form">${this.options.verb ?? 'Rename'}</button>`
  }

  protected override firstUpdated(): void {
    super.firstUpdated()
    const input = this.querySelector('input')
    input?.setSelectionRange(0, this.options.selected ?? input.value.length)
  }

  private take(event: Event): void {
    event.preventDefault()
    this.answer = this.querySelector('input')?.value.trim() ?? ''
    this.close()
  }
}

/** Resolves to the trimmed words, or to null when the person thought better of it. */
export async function askName(
  title: string,
  label: string,
  value: string,
  options: AskNameOptions = {},
): Promise<string | null> {
  const dialog = document.createElement('name-dialog')
  Object.assign(dialog, { question: title, label, value, options })
  await dialog.show()
  return dialog.answer
}

declare global {
  interface HTMLElementTagNameMap {
    'name-dialog': NameDialog
  }
}
