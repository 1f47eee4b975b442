/** Find and replace as suggestions: one proposal for each place that was found. */
import { batch } from '@preact/signals-core'
import { letterChanges } from '../../../shared/proof/letter-changes.ts'
import type { Anchor, Place } from '../../../shared/review/anchor.ts'
import { type Base, type Change, compact, isEmpty, wordsOf } from '../../../shared/review/change.ts'
import { newId } from '../../sync/new-id.ts'
import type { ReviewHandle } from '../../sync/review.ts'
import type { Grounds } from './find-target.ts'

/** One match as the editor knows it. */
export interface FoundWords {
  anchor: Anchor
  /** The words with their formatting. */
  base: Base
  replacement: string
}

/** A suggestion that was made of a match. */
export interface Proposed {
  id: string
  anchor: Anchor
  base: Base
  change: Change
}

export interface ProposingWatch {
  /** These are asked for, and in the review's state. */
  asked(proposals: readonly Proposed[]): void
  /** The server would not have it: it is in the state no longer. */
  refused(proposal: Proposed): void
}

/** So many are asked for at once: what one request takes. A refusal ends it there. */
const AT_ONCE = 200

/**
 * What takes the words away and puts others there, looking like the first of those in whose place they stand; where only the
 * marks around the words change, those alone (`letterChanges`). Null when nothing would change.
 */
export function replacing({ base, replacement }: Omit<FoundWords, 'anchor'>): Change | null {
  const change: Change = []
  let at = 0
  for (const { from, to, insert } of letterChanges(wordsOf(base), replacement)) {
    change.push({ retain: from - at }, { delete: to - from })
    change.push({ insert, attributes: looksAt(base, from) })
    at = to
  }
  const all = compact(change)
  return all.length === 0 || isEmpty(base, all) ? null : all
}

function looksAt(base: Base, at: number): Record<string, true> {
  let end = 0
  const run = base.find(({ insert }) => {
    end += insert.length
    return at < end
  })
  return (run?.attributes ?? {}) as Record<string, true>
}

/**
 * Those that stand apart, in the order of the text, from all `taken` places and from each other: of one person two
 * suggestions that touch would become one.
 */
export function standingApart<Words extends { place: Place }>(
  found: readonly Words[],
  taken: readonly Place[],
): Words[] {
  const inOrder = taken.toSorted((a, b) => a.from - b.from)
  let [next, end] = [0, -1]
  return found.filter(({ place: { from, to } }) => {
    for (; next < inOrder.length && inOrder[next]!.from <= to; next += 1) end = Math.max(end, inOrder[next]!.to)
    if (end >= from) return false
    end = to
    return true
  })
}

/** Answers what was proposed. Rejects with the first refusal; what was proposed before it stays. */
export async function proposeFound(
  review: ReviewHandle,
  found: readonly FoundWords[],
  grounds: Grounds,
  watch?: ProposingWatch,
): Promise<Proposed[]> {
  const proposals = found.flatMap(({ anchor, base, replacement }): Proposed[] => {
    const change = replacing({ base, replacement })
    return change ? [{ id: newId(), anchor, base, change }] : []
  })
  for (let start = 0; start < proposals.length; start += AT_ONCE) {
    const some = proposals.slice(start, start + AT_ONCE)
    const asked = batch(() => some.map((proposal) => ask(review, proposal, grounds, watch)))
    watch?.asked(some)
    await Promise.all(asked)
  }
  return proposals
}

async function ask(
  review: ReviewHandle,
  { id: suggestion, ...proposal }: Proposed,
  grounds: Grounds,
  watch?: ProposingWatch,
): Promise<void> {
  try {
    await review.ask({ type: 'propose', suggestion, ...proposal, ...grounds })
  } catch (error) {
    watch?.refused({ id: suggestion, ...proposal })
    throw error
  }
}
