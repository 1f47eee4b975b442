/** <note-composer>: a new note on some words or on the whole story. Whatever stands in it is kept as a draft at once. */
import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import type { NoteKind } from '../../../shared/review/vocabulary.ts'
import { newId } from '../../sync/new-id.ts'
import { LightElement } from '../../ui/light-element.ts'
import { kindChips, saysEnough } from './kind-chips.ts'
import type { MarginContext } from './margin-context.ts'
import { shortened } from './margin-words.ts'
import type { NoteDraft } from './note-drafts.ts'
import './words-field.ts'
import type { WordsField } from './words-field.ts'

@customElement('note-composer')
export class NoteComposer extends LightElement {
  @property({ attribute: false }) draft!: NoteDraft
  @property({ attribute: false }) context!: MarginContext
  @property({ attribute: false }) changed: (draft: NoteDraft) => void = () => undefined
  /** Called with the new note's id, or with null when it was left or thrown away. */
  @property({ attribute: false }) closed: (note: string | null, keep: boolean) => void = () => undefined
  @property({ attribute: false }) editLabels: (() => void) | null = null
  @query('words-field') private readonly field!: WordsField

  focusField(): void {
    void this.updateComplete.then(() => this.field.focusEnd())
  }

  protected override render() {
    const { draft, context } = this
    return html`<form aria-label="New note" @submit=${(event: Event) => {
      event.preventDefault()
      void this.send()
    }} @keydown=${this.press}>
      ${draft.quote ? html`<p class="quote">“${shortened(draft.quote.words, 160)}”</p>` : html`<p class="small hush">On the whole story</p>`}
      ${kindChips({
        kind: draft.kind,
        label: draft.label,
        labels: context.state.labels,
        editLabels: this.editLabels,
        change: (chosen) => {
          if (chosen.kind) this.setKind(chosen.kind)
          else this.put(chosen)
          this.focusField()
        },
      })}
      <words-field
        label="Your note"
        .hint=${draft.kind === 'tag' || draft.kind === 'praise' ? 'Say more, if you like' : 'Your note, or @ to name someone'}
        .rows=${3}
        .people=${context.people}
        .value=${draft.body}
        .changed=${(body: string) => this.put({ body })}
        .send=${() => void this.send()}
        .leave=${() => this.closed(null, true)}
      ></words-field>
      <div class="row options">
        <label><input type="checkbox" .checked=${draft.mustFix} @change=${(event: Event) => this.put({ mustFix: isChecked(event) })} />Must fix</label>
        <label title="Only you will ever see it"><input type="checkbox" .checked=${draft.private} @change=${(
          event: Event,
        ) =>
          this.put({
            private: isChecked(event),
            assigned: null,
          })} />Only for me</label>
        ${draft.private ? nothing : this.assign()}
      </div>
      <div class="row">
        <button class="btn tiny quiet" type="button" @click=${() => this.closed(null, false)}>Discard</button>
        <span class="grow"></span>
        <button class="btn tiny quiet" type="button" title="Keeps what you wrote (Esc)" @click=${() => this.closed(null, true)}>Later</button>
        <button class="btn tiny primary" aria-disabled=${this.complete ? 'false' : 'true'} title=${this.complete ? 'Leave the note (Ctrl Enter)' : this.missing}>Leave note</button>
      </div>
    </form>`
  }

  private assign(): TemplateResult {
    const { draft, context } = this
    return html`<select class="select small" aria-label="Assign to" @change=${(event: Event) => {
      const { value } = event.target as HTMLSelectElement
      this.put({ assigned: value === '' ? null : value })
    }}>
      <option value="" ?selected=${draft.assigned === null}>For nobody</option>
      ${context.people.map(({ id, name }) => html`<option value=${id} ?selected=${draft.assigned === id}>For ${id === context.me ? 'me' : name}</option>`)}
    </select>`
  }

  private get complete(): boolean {
    return saysEnough(this.draft)
  }

  private get missing(): string {
    return this.draft.kind === 'tag' ? 'Choose a tag first' : 'Write something first'
  }

  private setKind(kind: NoteKind): void {
    this.put({ kind, label: kind === 'tag' ? this.draft.label : null })
  }

  private put(part: Partial<NoteDraft>): void {
    this.changed({ ...this.draft, ...part })
  }

  private async send(): Promise<void> {
    if (!this.complete) return
    const { draft, context } = this
    const note = newId()
    // It is shown at once; a refused one comes back with its words among "Not sent".
    const asked = context.ask({ type: 'open-note', note, ...draft, body: draft.body.trim() })
    this.closed(note, false)
    await asked
  }

  private readonly press = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    this.closed(null, true)
  }
}

function isChecked(event: Event): boolean {
  return (event.target as HTMLInputElement).checked
}

declare global {
  interface HTMLElementTagNameMap {
    'note-composer': NoteComposer
  }
}
