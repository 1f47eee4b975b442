/** The note being written: from the selected words to the sent note, with the draft in between. */
import { html, type TemplateResult } from 'lit'
import type { Anchor, Quote } from '../../../shared/review/anchor.ts'
import type { MarginContext } from './margin-context.ts'
import './note-composer.ts'
import type { MarginSource } from './margin-source.ts'
import type { NoteDraft, NoteDrafts } from './note-drafts.ts'

const EMPTY: NoteDraft = {
  kind: 'comment',
  label: null,
  anchor: null,
  quote: null,
  body: '',
  assigned: null,
  mustFix: false,
  private: false,
}

/** What writing needs of the margin. */
export interface WritingMargin {
  readonly updateComplete: Promise<boolean>
  readonly source: Pick<MarginSource, 'markInHand'>
  requestUpdate(): void
  querySelector(selector: 'note-composer'): HTMLElementTagNameMap['note-composer'] | null
  /** A note was sent. */
  sent(note: string): void
}

export class NoteWriting {
  readonly #margin: WritingMargin
  #drafts: NoteDrafts
  #draft: NoteDraft | null = null
  #before: HTMLElement | null = null
  /** Height of its words, pixels from the top of the sheet. */
  top = 0

  constructor(margin: WritingMargin, drafts: NoteDrafts) {
    this.#margin = margin
    this.#drafts = drafts
  }

  get open(): boolean {
    return this.#draft !== null
  }

  /** Words that were left for later. */
  get kept(): boolean {
    return this.#draft === null && this.#drafts.note !== null
  }

  /** On these words, on the whole story when null. Words that were left for later are taken along. */
  begin(selected: { anchor: Anchor; quote: Quote } | null, top: number): void {
    const kept = this.#draft ?? this.#drafts.note ?? EMPTY
    this.#show({ ...kept, anchor: selected?.anchor ?? null, quote: selected?.quote ?? null }, top)
  }

  /** Goes on with what was left, on the words that it was begun on. */
  resume(top: number): void {
    const { note } = this.#drafts
    if (note) this.#show(note, top)
  }

  card(context: MarginContext, editLabels: (() => void) | null): TemplateResult {
    return html`<note-composer
      .draft=${this.#draft ?? EMPTY}
      .context=${context}
      .editLabels=${editLabels}
      .changed=${(draft: NoteDraft) => this.#change(draft)}
      .closed=${(note: string | null, keep: boolean) => this.#close(note, keep)}
    ></note-composer>`
  }

  #show(draft: NoteDraft, top: number): void {
    if (!this.open) this.#before = document.activeElement instanceof HTMLElement ? document.activeElement : null
    this.#draft = draft
    this.top = top
    // The selection goes with the keyboard.
    this.#margin.source.markInHand?.(draft.anchor)
    this.#margin.requestUpdate()
    void this.#margin.updateComplete.then(() => this.#margin.querySelector('note-composer')?.focusField())
  }

  /** The words are not marked any more. */
  unmark(): void {
    if (this.open) this.#margin.source.markInHand?.(null)
  }

  #change(draft: NoteDraft): void {
    this.#draft = draft
    this.#drafts.keepNote(draft)
    this.#margin.requestUpdate()
  }

  #close(note: string | null, keep: boolean): void {
    if (!keep || this.#draft?.body.trim() === '') this.#drafts.keepNote(null)
    this.unmark()
    this.#draft = null
    this.#margin.requestUpdate()
    // Before the composer goes, for the keyboard would fall to the body with it.
    this.#before?.focus({ preventScroll: true })
    if (note !== null) this.#margin.sent(note)
  }
}
