/**
 * Notes and suggestions whose words a decision had taken away and whose words come back when it is taken back: the
 * characters are others then, so each is given a new anchor. Only onto exactly the words that it was about, and only where
 * there is one such place among those that came back.
 */
import type * as Y from 'yjs'
import { type Anchor, type Place, type Quote, quoteOf } from '../../shared/review/anchor.ts'
import { type Base, sameBase, wordsOf } from '../../shared/review/change.ts'
import { PresentWords } from '../../shared/review/present-words.ts'
import type { ReviewState } from '../../shared/review/state.ts'
import { type DeltaRun, legalRuns } from '../../shared/story/delta.ts'
import { anchorsAt, standingsOf } from '../../shared/story/places.ts'

/** A thread that may have lost its words, and what they were. */
export interface LostThread {
  thread: string
  anchor: Anchor
  words: string
  /** With their formatting, which a suggestion needs; null for a note. */
  base: Base | null
}

/** Its new place. */
export interface Returned {
  thread: string
  anchor: Anchor
  quote: Quote
}

/** All that may wait for its words but for those that are decided on: open suggestions, and notes that everybody sees. */
export function lostThreads({ notes, suggestions }: ReviewState, decided: ReadonlySet<string>): LostThread[] {
  const waiting: LostThread[] = []
  for (const { id, anchor, base, status } of suggestions.values()) {
    const words = wordsOf(base)
    if (status === 'open' && words !== '' && !decided.has(id)) waiting.push({ thread: id, anchor, words, base })
  }
  for (const { id, anchor, quote, private: own } of notes.values()) {
    if (anchor && quote && quote.words.trim() !== '' && !own)
      waiting.push({ thread: id, anchor, words: quote.words, base: null })
  }
  return waiting
}

/** `arrived`: what stands in the text again. */
export function returnedWords(text: Y.Text, waiting: readonly LostThread[], arrived: readonly Anchor[]): Returned[] {
  if (waiting.length === 0 || arrived.length === 0) return []
  const places = [...standingsOf(text, new Map(arrived.map((anchor) => [anchor, anchor]))).values()]
  const standings = standingsOf(text, new Map(waiting.map((one) => [one, one.anchor])))
  const [all, present] = [text.toString(), new PresentWords(text.toDelta() as DeltaRun[])]
  const found: { thread: string; place: Place }[] = []
  for (const one of waiting) {
    const standing = standings.get(one)
    if (!standing || standsAt(standing, all, one.words)) continue
    const beside = places.filter(({ from, to }) => standing.from <= to && standing.to >= from)
    const [place, another] = placesOf(one, all, present, beside)
    if (place && !another) found.push({ thread: one.thread, place })
  }
  const anchors = anchorsAt(
    text,
    found.map(({ place }) => place),
  )
  return found.map(({ thread, place }, index) => ({
    thread,
    anchor: anchors[index] as Anchor,
    quote: quoteOf(all, place),
  }))
}

function standsAt({ from, to, gone }: Place & { gone: boolean }, text: string, words: string): boolean {
  return !gone && text.slice(from, to) === words
}

/** Where the words stand with something in them of what arrived. */
function placesOf(
  { words, base }: LostThread,
  text: string,
  present: PresentWords,
  arrived: readonly Place[],
): Place[] {
  const begins = new Set<number>()
  for (const { from, to } of arrived) {
    let at = text.indexOf(words, Math.max(0, from - words.length + 1))
    for (; at >= 0 && at < to; at = text.indexOf(words, at + 1)) begins.add(at)
  }
  return [...begins]
    .map((from) => ({ from, to: from + words.length }))
    .filter((place) => base === null || sameBase(present.at(place), legalRuns(base)))
}
