/** What a file brought besides its words, put onto the characters of the story that it became. */
import type * as Y from 'yjs'
import type { ReadNote, ReadReview, ReadSuggestion } from '../codecs/codec.ts'
import { type Anchor, type Place, type Quote, quoteOf } from '../review/anchor.ts'
import type { Base } from '../review/change.ts'
import { PresentWords } from '../review/present-words.ts'
import type { DeltaRun } from './delta.ts'
import { anchorsAt } from './places.ts'

export type PlacedNote = Omit<ReadNote, 'place'> & ({ anchor: Anchor; quote: Quote } | { anchor: null; quote: null })
export type PlacedSuggestion = Omit<ReadSuggestion, 'place'> & { anchor: Anchor; base: Base }

export interface PlacedReview {
  notes: PlacedNote[]
  suggestions: PlacedSuggestion[]
}

/** Of words that the text does not have: the line end that every text begins with, whose words they can never be. */
const NOWHERE: Place = { from: 0, to: 1 }

/** In the order given. Places must lie in the text. A note whose words are lost is an orphan, to be put on words by hand. */
export function placeReview(
  text: Y.Text,
  { notes, suggestions }: Pick<ReadReview, 'notes' | 'suggestions'>,
): PlacedReview {
  const found = [...notes, ...suggestions].flatMap(({ place }) => place ?? [])
  const places = notes.some(({ lost }) => lost) ? [NOWHERE, ...found] : found
  const anchors = anchorsAt(text, places)
  const anchorOf = new Map(places.map((place, nth) => [place, anchors[nth]]))
  const words = text.toString()
  const runs = new PresentWords(text.toDelta() as DeltaRun[])
  return {
    notes: notes.map(({ place, ...note }) => {
      const anchor = anchorOf.get(place ?? NOWHERE)
      if (anchor && place) return { ...note, anchor, quote: quoteOf(words, place) }
      if (anchor && note.lost) return { ...note, anchor, quote: note.lost }
      return { ...note, anchor: null, quote: null }
    }),
    suggestions: suggestions.flatMap(({ place, ...suggestion }) => {
      const anchor = anchorOf.get(place)
      return anchor ? [{ ...suggestion, anchor, base: runs.at(place) }] : []
    }),
  }
}
