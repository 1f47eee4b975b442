/** The places of a line where what was learnt speaks loudly against the mark that stands there, or against there being none. */
import { isNameToken } from '../dialogue-tag.ts'
import type { StoryFacts } from '../facts.ts'
import type { Spot } from '../finding.ts'
import type { ProseLine } from '../prose-line.ts'
import { surplus } from './odds.ts'
import {
  namePlacesOf,
  type Place,
  type PlacedWords,
  type PlaceKind,
  placedWords,
  placesOf,
  withNames,
} from './places.ts'

/** One for a line as long as its text stays, as nothing in it depends on names. */
const KEPT = new WeakMap<ProseLine, Kept>()

interface Kept {
  cut: PlacedWords
  places: readonly Place[]
  /** With the names of these facts, which are asked for whenever it is looked at: they come and go. */
  named: { facts: StoryFacts; placed: PlacedWords } | null
}

/**
 * Kinds whose learnt limit lets too much through in novels by others than those it was set on: how far the odds have to be
 * above it.
 */
const FURTHER: Partial<Record<PlaceKind, number>> = { opening: 14, participle: 10 }

export interface WrongPlace extends Place {
  /** By how much the odds are above the limit. */
  surplus: number
}

/** Places of one kind that have this mark and should not, or have none and should, with a surplus above `least`; in order. */
export function wrongPlaces(
  line: ProseLine,
  facts: StoryFacts,
  kind: PlaceKind,
  mark: Place['mark'] = '',
  least = 0,
): { placed: PlacedWords; wrong: readonly WrongPlace[] } {
  const found = kept(line)
  const placed = withNamesOf(found, facts)
  const places = kind === 'named' || kind === 'naming' ? namePlacesOf(placed) : found.places
  const wrong: WrongPlace[] = []
  if (line.heading) return { placed, wrong }
  for (const place of places) {
    if (place.kind !== kind || place.mark !== mark) continue
    const more = surplus(placed, place) - (FURTHER[kind] ?? 0)
    if (more > least) wrong.push({ ...place, surplus: more })
  }
  return { placed, wrong }
}

function kept(line: ProseLine): Kept {
  let found = KEPT.get(line)
  if (found === undefined) {
    const cut = placedWords(line, () => false)
    found = { cut, places: [...placesOf(cut)], named: null }
    KEPT.set(line, found)
  }
  return found
}

function withNamesOf(found: Kept, facts: StoryFacts): PlacedWords {
  if (found.named?.facts !== facts) {
    found.named = { facts, placed: withNames(found.cut, (token) => isNameToken(token, facts)) }
  }
  return found.named.placed
}

/** A finding of the two words at the place, with `mark` between them; marks of emphasis stay where they are. */
export function markMissing(
  { text }: ProseLine,
  { words }: PlacedWords,
  place: Pick<Place, 'left' | 'right'>,
  message: string,
  mark = ',',
): Spot {
  const { start, end } = words[place.left]!
  const after = words[place.right]!
  const gap = end + Math.max(0, text.slice(end, after.start).search(/\s/))
  return {
    offset: start,
    length: after.end - start,
    message,
    replacements: [`${text.slice(start, gap)}${mark}${text.slice(gap, after.end)}`],
  }
}
