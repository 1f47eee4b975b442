/** Notes and suggestions made out of thin air for tests of what is drawn and where it stands. */
import type * as Y from 'yjs'
import { type Place, quoteOf } from '../../shared/review/anchor.ts'
import type { Base, Change } from '../../shared/review/change.ts'
import { EMPTY_REVIEW, type Note, type ReviewState, type Suggestion } from '../../shared/review/state.ts'
import { anchorAt } from '../../shared/story/places.ts'

export function noteAt(text: Y.Text, id: string, place: Place, over: Partial<Note> = {}): Note {
  return {
    id,
    by: 'account-june',
    at: '2026-11-02T10:00:00.000Z',
    touched: 1,
    anchor: anchorAt(text, place),
    quote: quoteOf(text.toString(), place),
    moved: null,
    replies: [],
    reactions: {},
    kind: 'comment',
    label: null,
    body: 'Why?',
    editedAt: null,
    earlier: [],
    assigned: null,
    mustFix: false,
    private: false,
    resolved: null,
    deleted: false,
    ...over,
  }
}

/** A note on the first occurrence of these words. */
export function noteOn(text: Y.Text, id: string, words: string, over: Partial<Note> = {}): Note {
  const from = text.toString().indexOf(words)
  if (from < 0) throw new Error(`noteOn: "${words}" is nowhere`)
  return noteAt(text, id, { from, to: from + words.length }, over)
}

export function suggestionAt(
  text: Y.Text,
  id: string,
  place: Place,
  change: Change,
  over: Partial<Suggestion> = {},
): Suggestion {
  const words = text.toString().slice(place.from, place.to)
  const base: Base = words === '' ? [] : [{ insert: words }]
  return {
    id,
    by: 'account-tomas',
    at: '2026-11-02T10:00:00.000Z',
    touched: 1,
    anchor: anchorAt(text, place),
    quote: null,
    moved: null,
    replies: [],
    reactions: {},
    rev: 1,
    revisedAt: null,
    base,
    change,
    reason: '',
    label: null,
    rule: null,
    status: 'open',
    decided: null,
    ...over,
  }
}

export function reviewOf(...threads: (Note | Suggestion)[]): ReviewState {
  return {
    ...EMPTY_REVIEW,
    seq: threads.length,
    notes: new Map(threads.filter((thread) => 'kind' in thread).map((note) => [note.id, note])),
    suggestions: new Map(threads.filter((thread) => 'base' in thread).map((one) => [one.id, one])),
  }
}
