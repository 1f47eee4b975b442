/** <keys-dialog>: all keys of the story page, as they are called on this machine. */
import { html, LitElement } from 'lit'
import { customElement, query } from 'lit/decorators.js'
import { icon } from '../../ui/icons.ts'
import { keyWords } from './key-words.ts'
import './keys-dialog.css'

const KEYS: [string, [string, string][]][] = [
  [
    'Everywhere',
    [
      ['Mod-K', 'Commands'],
      ['Mod-F', 'Find; once more gives the browser’s'],
      ['Mod-H', 'Find and replace'],
      ['Mod-Alt-E', 'Edit'],
      ['Mod-Alt-S', 'Suggest'],
      ['Mod-Alt-R', 'Read'],
      ['Mod-Alt-O', 'Outline'],
      ['F2', 'Next note; F4 the next tag, F9 the next suggestion; with Shift the one before'],
      ['F8', 'Next finding of the checker; with Shift the one before'],
      ['F6', 'Next part of the page; with Shift the one before'],
      ['?', 'These keys, outside the text'],
    ],
  ],
  [
    'In the text',
    [
      ['Mod-B', 'Bold'],
      ['Mod-I', 'Italic'],
      ['Mod-Shift-X', 'Struck through'],
      ['Mod-Alt-1', 'Heading; 1 to 6, 0 for none'],
      ['Enter', 'New paragraph'],
      ['Shift-Enter', 'New line of verse'],
      ['Mod-Alt-Enter', 'Scene gap; again takes it away'],
      ['Mod-Z', 'Undo one’s own last change'],
      ['Mod-Shift-Z', 'Redo'],
      ['Mod-Alt-M', 'Note on the selected words, or on the word at the caret'],
      ['Tab', 'Leave the text'],
    ],
  ],
  [
    'On a card in the margin',
    [
      ['J', 'Next card; K or the arrows too'],
      ['Enter', 'Open it'],
      ['R', 'Reply'],
      ['E', 'Change one’s own note; accept a suggestion with other words'],
      ['X', 'Resolve a note, reject a suggestion, and go on'],
      ['A', 'Accept a suggestion and go on'],
      ['Z', 'Take the last one back'],
      ['Esc', 'Back to its words'],
      ['Mod-Enter', 'Send what is being written'],
    ],
  ],
  [
    'On the card of a finding',
    [
      ['A', 'Fix it in the text, or propose it as a proofreader or in Suggest mode; then go on'],
      ['P', 'Propose it: a suggestion for an editor to decide on'],
      ['1', 'Choose a correction; 1 to 9'],
      ['W', 'Add the word to this story’s words'],
      ['X', 'Dismiss it'],
      ['M', 'More about the rule'],
      ['Esc', 'Back to the words'],
    ],
  ],
]

@customElement('keys-dialog')
export class KeysDialog extends LitElement {
  @query('dialog') private readonly dialog!: HTMLDialogElement

  /** The dialog may have come to the page a moment ago. */
  show(): void {
    void this.updateComplete.then(() => this.dialog.showModal())
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  protected override render() {
    return html`<dialog class="dialog keys" closedby="any" aria-labelledby="keys-title">
      <header>
        <h2 id="keys-title">Keys</h2>
        <button class="btn icon-only quiet" aria-label="Close" title="Close" @click=${() => this.dialog.close()}>${icon('x')}</button>
      </header>
      <div class="body">
        ${KEYS.map(
          ([where, keys]) => html`<section>
            <h3>${where}</h3>
            <dl>
              ${keys.map(([key, does]) => html`<div><dt><kbd>${keyWords(key)}</kbd></dt><dd>${does}</dd></div>`)}
            </dl>
          </section>`,
        )}
      </div>
    </dialog>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'keys-dialog': KeysDialog
  }
}
