/** Where words that were lost may stand now, for a person to choose from. */
import type { Place, Quote } from '../../../shared/review/anchor.ts'

/** No more than this many places are offered. */
const MOST = 5
/** Shorter context than this is found everywhere and says nothing. UTF-16 code units. */
const LEAST_CONTEXT = 8
/** How much of the context is looked for where the words themselves are nowhere. */
const CONTEXT = 24

/**
 * Places of the exact words, those that stand among the same words as before first. Where the words are nowhere: what
 * stands between what was before and after them. `text` with "\n" before every line, as indexes count.
 */
export function candidates(text: string, quote: Quote): Place[] {
  const { words } = quote
  const exact = words === '' ? [] : occurrences(text, words, 0, text.length)
  if (exact.length === 0) return between(text, quote)
  return exact
    .map((from) => ({ from, to: from + words.length }))
    .map((place) => ({ place, score: likeness(text, place, quote) }))
    .sort((one, other) => other.score - one.score || one.place.from - other.place.from)
    .slice(0, MOST)
    .map(({ place }) => place)
}

/** How many characters around the place are the quote's. */
export function likeness(text: string, { from, to }: Place, { before, after }: Quote): number {
  let [left, right] = [0, 0]
  while (left < before.length && from - left > 0 && text[from - left - 1] === before[before.length - left - 1])
    left += 1
  while (right < after.length && text[to + right] === after[right]) right += 1
  return left + right
}

/** Beginnings of `words` that lie from `from` to before `to`, ascending. They may overlap. */
export function occurrences(text: string, words: string, from: number, to: number): number[] {
  const found: number[] = []
  for (let at = text.indexOf(words, from); at >= 0 && at < to; at = text.indexOf(words, at + 1)) found.push(at)
  return found
}

function between(text: string, { words, before, after }: Quote): Place[] {
  const [head, tail] = [before.slice(-CONTEXT), after.slice(0, CONTEXT)]
  if (head.length < LEAST_CONTEXT || tail.length < LEAST_CONTEXT) return []
  return occurrences(text, head, 0, text.length)
    .map((at) => at + head.length)
    .map((from) => ({ from, to: text.indexOf(tail, from) }))
    .filter(({ from, to }) => to > from && to - from <= 2 * words.length + CONTEXT)
    .slice(0, MOST)
}
