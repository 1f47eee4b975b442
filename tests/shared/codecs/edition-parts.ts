/** Stories with reviews on them, for tests of editions and of what is written from them. */
import type * as Y from 'yjs'
import { anchorsOf, type EditionParts } from '../../../shared/codecs/edition-of.ts'
import type { Anchor, Quote } from '../../../shared/review/anchor.ts'
import { quoteOf } from '../../../shared/review/anchor.ts'
import type { Change } from '../../../shared/review/change.ts'
import { PresentWords } from '../../../shared/review/present-words.ts'
import { EMPTY_REVIEW, type Note, type ReviewState, type Suggestion } from '../../../shared/review/state.ts'
import type { DeltaRun } from '../../../shared/story/delta.ts'
import type { Draft } from '../../../shared/story/draft.ts'
import { anchorAt, standingsOf } from '../../../shared/story/places.ts'
import { createStoryDoc, textOf } from '../../../shared/story/story-doc.ts'

/** A story under review. Notes and suggestions are made on places of the text as it is when they are made. */
export class ReviewedStory {
  readonly doc: Y.Doc
  review: ReviewState = EMPTY_REVIEW
  #made = 0

  constructor(draft: Draft) {
    this.doc = createStoryDoc(draft, 1)
    this.doc.clientID = 2
  }

  get text(): Y.Text {
    return textOf(this.doc)
  }

  get runs(): DeltaRun[] {
    return this.text.toDelta() as DeltaRun[]
  }

  get words(): string {
    return this.text.toString()
  }

  /** Of the nth occurrence of the words. */
  placeOf(words: string, nth = 0): { from: number; to: number } {
    let from = -1
    for (let count = 0; count <= nth; count++) from = this.words.indexOf(words, from + 1)
    if (from < 0) throw new Error(`placeOf: no ${JSON.stringify(words)}`)
    return { from, to: from + words.length }
  }

  note(place: { from: number; to: number } | null, more: Partial<Note> = {}): Note {
    const { id, at } = this.#stamp()
    const about: { anchor: Anchor; quote: Quote } | { anchor: null; quote: null } = place
      ? { anchor: anchorAt(this.text, place), quote: quoteOf(this.words, place) }
      : { anchor: null, quote: null }
    const note: Note = {
      ...thread(id, at),
      kind: 'comment',
      label: null,
      body: `Body of ${id}`,
      editedAt: null,
      earlier: [],
      assigned: null,
      mustFix: false,
      private: false,
      resolved: null,
      deleted: false,
      ...about,
      ...more,
    }
    this.review = { ...this.review, notes: new Map(this.review.notes).set(note.id, note) }
    return note
  }

  suggest(place: { from: number; to: number }, change: Change, more: Partial<Suggestion> = {}): Suggestion {
    const { id, at } = this.#stamp()
    const suggestion: Suggestion = {
      ...thread(id, at),
      anchor: anchorAt(this.text, place),
      quote: null,
      rev: 1,
      revisedAt: null,
      base: new PresentWords(this.runs).at(place),
      change,
      reason: '',
      label: null,
      rule: null,
      status: 'open',
      decided: null,
      ...more,
    }
    this.review = { ...this.review, suggestions: new Map(this.review.suggestions).set(suggestion.id, suggestion) }
    return suggestion
  }

  replace(words: string, by: string, more: Partial<Suggestion> = {}): Suggestion {
    const insert = by === '' ? [] : [{ insert: by }]
    return this.suggest(this.placeOf(words), [{ delete: words.length }, ...insert], more)
  }

  parts(more: Partial<EditionParts> = {}): EditionParts {
    return {
      text: this.runs,
      review: this.review,
      standings: standingsOf(this.text, anchorsOf(this.review)),
      names: NAMES,
      title: 'A story',
      language: 'en',
      date: '2026-01-28T12:00:00.000Z',
      view: 'marked',
      ...more,
    }
  }

  /** Ids and times grow. */
  #stamp(): { id: string; at: string } {
    this.#made++
    const id = `thread-${String(this.#made).padStart(4, '0')}`
    return { id, at: new Date(Date.UTC(2026, 0, 1) + this.#made * 60_000).toISOString() }
  }
}

export const NAMES: ReadonlyMap<string, string> = new Map([
  ['ann-account', 'Ann Lee'],
  ['ben-account', 'Ben'],
  ['cleo-account', 'Cleo'],
])

/** One paragraph a string. */
export function draftOfLines(...lines: string[]): Draft {
  return { lines: lines.map((text) => ({ spans: text === '' ? [] : [{ text }] })) }
}

function thread(id: string, at: string) {
  return { id, by: 'ann-account', at, touched: 1, moved: null, replies: [], reactions: {} }
}
