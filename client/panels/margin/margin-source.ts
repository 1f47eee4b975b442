/** What the margin must know of the text to set cards beside their words. The editor offers it; the page hands it over. */
import type { ReadonlySignal } from '@preact/signals-core'
import type { Anchor, AnchorState, Quote } from '../../../shared/review/anchor.ts'

/** Where one thread stands in the text as it is shown now. */
export interface Placed {
  /** Of the note or suggestion. */
  id: string
  state: AnchorState
  /** Line that the words begin on, from 1; 0 for an orphan. */
  line: number
  /** Index of the text, to order by; kept up in place while text before it comes and goes. */
  from: number
  /** Length in the text, for ties: the longer first. */
  length: number
  /** The words there now; "" for a point or an orphan. */
  words: string
}

/** A place that a note which lost its words may be put on. */
export interface Offer {
  /** From 1. */
  line: number
  /** The words there now. */
  words: string
  anchor: Anchor
  quote: Quote
}

export interface MarginSource {
  /** In the order of the text; orphans last. Changes at most once a frame, and not when they all only shift. */
  readonly placed: ReadonlySignal<readonly Placed[]>
  /** The thread whose words the caret or the pointer touches, or that was opened. */
  readonly active: ReadonlySignal<string | null>
  /** Grows whenever lines may have moved on the screen. */
  readonly layout: ReadonlySignal<number>
  /** Top of the line that a thread's words begin on, in pixels from the top of the sheet; null where it has none. */
  topOf(id: string): number | null
  setActive(id: string | null): void
  /** Scrolls to the words and lights them up; puts the caret there when `focus`. */
  reveal(id: string, options?: { focus?: boolean }): void
  /** Draws the words of a thread stronger while its card is pointed at. */
  light?(id: string | null): void
  /** Marks the words that a note is being written about, wherever they move; null = none. */
  markInHand?(anchor: Anchor | null): void
  /** What is selected, for a new note: null when the caret is nowhere. A caret alone gives the word that it is in. */
  selection(): { anchor: Anchor; quote: Quote } | null
  /** Where lost words may stand now, the likeliest first, at most five. Reads the whole text. */
  offers?(quote: Quote): readonly Offer[]
}
