/**
 * Which open suggestions an edition can carry: those whose words are still what they were, and of those on the same words
 * the one that was made first. The others are counted, never merged by guess.
 */
import type { Place } from '../review/anchor.ts'
import type { Change } from '../review/change.ts'
import { fits, type PresentWords } from '../review/present-words.ts'
import type { Suggestion } from '../review/state.ts'
import type { Standing } from '../story/places.ts'
import type { Loss } from './loss.ts'

export interface Proposal {
  suggestion: string
  /** In the text as it stands; two may touch, none reaches into another. */
  place: Place
  change: Change
}

/** Proposals in order of place, at one place the earlier one first. Suggestions that are not open are passed over. */
export function proposalsOf(
  suggestions: Iterable<Suggestion>,
  standings: ReadonlyMap<string, Standing>,
  words: PresentWords,
): { proposals: Proposal[]; losses: Loss[] } {
  let [stale, overlapping] = [0, 0]
  const proposals: Proposal[] = []
  for (const { id, base, change } of byAge(suggestions)) {
    const place = standings.get(id)
    if (!place || place.gone || !fits(words, place, words.at(place), { base, change })) stale++
    else if (!put(proposals, { suggestion: id, place: { from: place.from, to: place.to }, change })) overlapping++
  }
  return { proposals, losses: [...lossOf('stale', stale), ...lossOf('overlapping', overlapping)] }
}

function byAge(suggestions: Iterable<Suggestion>): Suggestion[] {
  return [...suggestions]
    .filter(({ status }) => status === 'open')
    .sort((one, other) => compare(one.at, other.at) || compare(one.id, other.id))
}

/** Puts it behind all that stand before it or at its very place, unless one of them reaches into it or it into one. */
function put(proposals: Proposal[], proposal: Proposal): boolean {
  const { from, to } = proposal.place
  let [low, high] = [0, proposals.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const { place } = proposals[middle]!
    if (place.from < from || (place.from === from && place.to <= to)) low = middle + 1
    else high = middle
  }
  const [before, after] = [proposals[low - 1]?.place, proposals[low]?.place]
  if ((before && reachesInto(before, proposal.place)) || (after && reachesInto(proposal.place, after))) return false
  proposals.splice(low, 0, proposal)
  return true
}

/** Points touch whatever they stand beside; within words they are in their way. */
function reachesInto(one: Place, other: Place): boolean {
  return one.from < other.to && other.from < one.to
}

function lossOf(kind: 'stale' | 'overlapping', count: number): Loss[] {
  if (count === 0) return []
  const many = count === 1 ? '1 open suggestion is' : `${count.toLocaleString('en')} open suggestions are`
  const why =
    kind === 'stale'
      ? 'left out: the words it was made for are others now.'
      : 'left out: an earlier suggestion changes the same words.'
  return [{ kind, count, message: `${many} ${count === 1 ? why : why.replace('it was', 'they were')}` }]
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
