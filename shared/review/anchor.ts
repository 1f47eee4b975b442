/**
 * Where a note or a suggestion stands: on characters, not at numbers. Every character of the text has an id for ever
 * (Yjs' client and clock), so words keep their notes while others type, split and join around them. Finding the place
 * of an anchor in a text needs Yjs: shared/story/places.ts.
 */

/** One character, for ever. */
export interface Spot {
  client: number
  clock: number
}

/** From the first to the last of some words. A point has no first: it stands behind its last. */
export interface Anchor {
  first: Spot | null
  last: Spot
}

/** The words when the note was made, and a little around them, to know them by later. "\n" stands between lines. */
export interface Quote {
  words: string
  before: string
  after: string
}

/** Longest `words`, and longest `before` or `after`, in UTF-16 code units. */
export const MOST_QUOTE = 2000
export const MOST_CONTEXT = 64

/** In indexes of the text: from the first character to behind the last; equal for a point, and for words that are gone. */
export interface Place {
  from: number
  to: number
}

/**
 * How an anchor fares. `exact`: the very words; `changed`: some of them, perhaps with others among them; `orphan`: not a
 * word is left, and where they stood is a guess that is never drawn.
 */
export type AnchorState = 'exact' | 'changed' | 'orphan'

/** `now`: the words at the place, null when every character of the anchor is gone. A point is exact while its neighbour lives. */
export function anchorState(anchor: Anchor, quote: Quote, now: string | null): AnchorState {
  if (now === null) return 'orphan'
  if (anchor.first === null) return 'exact'
  if (now === quote.words) return 'exact'
  // A cut quote is one short of the most where the cut would have parted a pair of surrogates.
  if (quote.words.length >= MOST_QUOTE - 1 && now.startsWith(quote.words)) return 'exact'
  return shareWord(quote.words, now) ? 'changed' : 'orphan'
}

/** Others may have written between the ends of words that are gone. Words are runs of letters and digits, else any character. */
function shareWord(one: string, other: string): boolean {
  const words = one.match(/[\p{L}\p{N}]+/gu) ?? [...one]
  const present = new Set(other.match(/[\p{L}\p{N}]+/gu) ?? [...other])
  return words.some((word) => present.has(word))
}

/** The quote of `text` (with "\n" between lines) from one index to another. Never cuts through a pair of surrogates. */
export function quoteOf(text: string, { from, to }: Place): Quote {
  const words = text.slice(from, Math.min(to, from + MOST_QUOTE))
  return {
    words: to - from > MOST_QUOTE ? words.replace(HALF_AT_END, '') : words,
    before: text.slice(Math.max(0, from - MOST_CONTEXT), from).replace(HALF_AT_START, ''),
    after: text.slice(to, to + MOST_CONTEXT).replace(HALF_AT_END, ''),
  }
}

const HALF_AT_START = /^[\udc00-\udfff]/
const HALF_AT_END = /[\ud800-\udbff]$/

export function sameSpot(one: Spot | null, other: Spot | null): boolean {
  return one === other || (one?.client === other?.client && one?.clock === other?.clock)
}
