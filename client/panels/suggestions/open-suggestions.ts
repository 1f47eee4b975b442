/** Which suggestions are open, in the order of the text; which lie over each other; which one comes next. */
import { wordsOf } from '../../../shared/review/change.ts'
import type { ReviewState, Suggestion } from '../../../shared/review/state.ts'
import type { Placed } from '../margin/margin-source.ts'

export interface OpenSuggestion {
  suggestion: Suggestion
  /** Null where the text that is shown does not have its words. */
  place: Placed | null
}

/** Open ones in the order of `placed`; those without a place last, oldest first. */
export function openSuggestions(state: ReviewState, placed: readonly Placed[]): OpenSuggestion[] {
  const order = new Map(placed.map((place, index) => [place.id, { place, index }]))
  return [...state.suggestions.values()]
    .filter(({ status }) => status === 'open')
    .map((suggestion) => ({ suggestion, place: order.get(suggestion.id)?.place ?? null }))
    .sort((a, b) => rank(a) - rank(b) || a.suggestion.touched - b.suggestion.touched)

  function rank({ suggestion }: OpenSuggestion): number {
    return order.get(suggestion.id)?.index ?? Number.MAX_SAFE_INTEGER
  }
}

/** Id → ids of the open suggestions that share words with it. One that only inserts overlaps what it stands inside of. */
export function overlapsOf(open: readonly OpenSuggestion[]): Map<string, string[]> {
  const ranges = open.flatMap(({ suggestion, place }) =>
    place && place.state !== 'orphan' ? [{ id: suggestion.id, from: place.from, to: place.from + place.length }] : [],
  )
  ranges.sort((a, b) => a.from - b.from || a.to - b.to)
  const overlaps = new Map<string, string[]>()
  const note = (id: string, other: string) => overlaps.set(id, [...(overlaps.get(id) ?? []), other])
  let reaching: typeof ranges = []
  for (const range of ranges) {
    reaching = reaching.filter(({ to }) => to > range.from)
    for (const before of reaching) {
      if (before.from === range.from && before.from === before.to) continue
      if (range.from === range.to && range.from === before.from) continue
      note(range.id, before.id)
      note(before.id, range.id)
    }
    reaching.push(range)
  }
  return overlaps
}

/** True when the words are plainly not those that the suggestion was made for. Formatting is not known here. */
export function isStale({ base }: Suggestion, place: Placed | null): boolean {
  if (!place) return false
  if (place.state !== 'exact') return true
  const words = wordsOf(base)
  return words !== '' && place.words !== words
}

/** The `step`th from `id` on (1 next, -1 previous); from the ends when `id` is none of them. Null at the ends. */
export function stepFrom(open: readonly OpenSuggestion[], id: string | null, step: 1 | -1): OpenSuggestion | null {
  const at = open.findIndex(({ suggestion }) => suggestion.id === id)
  if (at === -1) return (step === 1 ? open[0] : open.at(-1)) ?? null
  return open[at + step] ?? null
}
