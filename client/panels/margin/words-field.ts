/**
 * <words-field>: where a note or a reply is written. "@" offers the people of the story; Ctrl Enter sends; Esc leaves,
 * and what stood there is the owner's to keep.
 */
import { html, nothing, type PropertyValues } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { MOST_BODY } from '../../../shared/review/vocabulary.ts'
import { LightElement } from '../../ui/light-element.ts'
import { type Mention, mentionAt, peopleFor, withMention } from './mention-search.ts'
import type { Named } from './note-body.ts'

/** Marks that stand close to the word before them. */
const CLOSING = /^[.,;:!?…)\]’”]$/

let made = 0

@customElement('words-field')
export class WordsField extends LightElement {
  @property() label = ''
  @property() hint = ''
  /** What stands in it; set it to change that. */
  @property() value = ''
  @property({ type: Number }) rows = 1
  @property({ attribute: false }) people: readonly Named[] = []
  @property({ attribute: false }) changed: (words: string) => void = () => undefined
  @property({ attribute: false }) send: () => void = () => undefined
  @property({ attribute: false }) leave: () => void = () => undefined

  @query('textarea') private readonly area!: HTMLTextAreaElement
  @state() private offered: readonly Named[] = []
  @state() private chosen = 0
  private mention: Mention | null = null
  /** Where one stood behind the space after a name just put in. */
  private behindName = -1
  private readonly list = `people-offered-${++made}`

  /** Puts the keyboard behind the words. */
  focusEnd(): void {
    void this.updateComplete.then(() => {
      this.area.focus()
      this.area.setSelectionRange(this.value.length, this.value.length)
    })
  }

  protected override render() {
    const open = this.offered.length > 0
    return html`<textarea
        class="input"
        rows=${this.rows}
        maxlength=${MOST_BODY}
        aria-label=${this.label}
        placeholder=${this.hint || this.label}
        aria-autocomplete="list"
        aria-controls=${open ? this.list : nothing}
        aria-activedescendant=${open ? `${this.list}-${this.chosen}` : nothing}
        .value=${this.value}
        @input=${this.typed}
        @click=${this.look}
        @keydown=${this.press}
        @blur=${this.shut}
      ></textarea>
      ${
        open
          ? html`<ul class="offered" id=${this.list} role="listbox" aria-label="People">
            ${this.offered.map(
              (person, index) => html`<li
                id="${this.list}-${index}"
                role="option"
                aria-selected=${index === this.chosen ? 'true' : 'false'}
                @pointerdown=${(event: Event) => {
                  event.preventDefault()
                  this.take(person)
                }}
              >${person.name}</li>`,
            )}
          </ul>`
          : nothing
      }`
  }

  protected override updated(changed: PropertyValues<this>): void {
    // As high as its words: the browser's own field-sizing is not everywhere.
    if (changed.has('value')) {
      this.area.style.height = 'auto'
      if (this.value !== '') this.area.style.height = `${this.area.scrollHeight + 2}px`
    }
  }

  private readonly typed = ({ data }: InputEvent): void => {
    const { behindName, area } = this
    this.behindName = -1
    if (data && area.selectionStart === behindName + 1 && CLOSING.test(data)) {
      area.setRangeText(data, behindName - 1, behindName + 1, 'end')
    }
    this.value = area.value
    this.changed(this.value)
    this.look()
  }

  private readonly look = (): void => {
    const { selectionStart, selectionEnd, value } = this.area
    this.mention = selectionStart === selectionEnd ? mentionAt(value, selectionStart) : null
    this.offered = this.mention ? peopleFor(this.people, this.mention.query) : []
    this.chosen = 0
  }

  private readonly shut = (): void => {
    this.offered = []
  }

  private take(person: Named): void {
    if (!this.mention) return
    const [words, caret] = withMention(this.area.value, this.area.selectionStart, this.mention, person.name)
    this.value = words
    this.changed(words)
    this.shut()
    void this.updateComplete.then(() => {
      this.area.focus()
      this.area.setSelectionRange(caret, caret)
      this.behindName = caret
    })
  }

  private readonly press = (event: KeyboardEvent): void => {
    if (event.isComposing) return
    const done = this.offered.length > 0 && this.pressOffered(event.key)
    if (done) {
      event.preventDefault()
      event.stopPropagation()
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      this.send()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      this.leave()
    }
  }

  private pressOffered(key: string): boolean {
    const count = this.offered.length
    if (key === 'ArrowDown') this.chosen = (this.chosen + 1) % count
    else if (key === 'ArrowUp') this.chosen = (this.chosen + count - 1) % count
    else if (key === 'Escape') this.shut()
    else if (key === 'Enter' || key === 'Tab') {
      const person = this.offered[this.chosen]
      if (person) this.take(person)
    } else return false
    return true
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'words-field': WordsField
  }
}
