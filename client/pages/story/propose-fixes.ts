/**
 * Findings become suggestions, each on the grounds of its rule: in the order of the text, some at a time, so that it can be
 * told how far it has come and be stopped. What could not be proposed is counted by why.
 */
import { batch } from '@preact/signals-core'
import { Refusal } from '../../../shared/refusals.ts'
import { type Found, wordsFound } from '../../editor/found-words.ts'
import type { Fix, FixWatch } from '../../panels/checks/checks-context.ts'
import type { Grounds } from '../../panels/find/find-target.ts'
import { type Proposed, replacing, standingApart } from '../../panels/find/propose-found.ts'
import { newId } from '../../sync/new-id.ts'
import { counted } from '../../ui/times.ts'
import { type ProposingParts, takenBy } from './propose-all.ts'

/** So many are asked for together; all of them go in one request. */
const AT_ONCE = 50

export interface FixingParts extends Omit<ProposingParts, 'editor'> {
  /** Where the words are; what is not there any more is left out. Each match is of the fix in `fixOf`. */
  find(fixes: readonly Fix[]): { found: Found; fixOf: ReadonlyMap<object, Fix> } | null
  groundsOf(fix: Fix): Grounds
}

export interface FixesProposed {
  proposed: readonly Proposed[]
  /** Left out: a suggestion of one's own stands at the words. */
  touching: number
  /** Left out: the words are not there any more. */
  gone: number
  refused: number
  /** What the server said of the first that it refused. */
  why: string
  /** Not asked for, because it was stopped. */
  left: number
}

export async function proposeFixes(
  parts: FixingParts,
  fixes: readonly Fix[],
  watch?: FixWatch,
): Promise<FixesProposed> {
  const inOrder = fixes.toSorted(
    ({ finding: one }, { finding: other }) => one.line - other.line || one.offset - other.offset,
  )
  const proposed: Proposed[] = []
  const sum = { touching: 0, gone: 0, refused: 0, why: '', left: 0 }
  if (inOrder.length > AT_ONCE) watch?.told(0, inOrder.length)
  for (let start = 0; start < inOrder.length; start += AT_ONCE) {
    const some = inOrder.slice(start, start + AT_ONCE)
    const made = madeOf(parts, some)
    sum.touching += made.touching
    sum.gone += some.length - made.touching - made.proposals.length
    const refusals = await propose(parts, made.proposals)
    proposed.push(...made.proposals.filter(({ proposal }) => !refusals.has(proposal)).map(({ proposal }) => proposal))
    sum.refused += refusals.size
    sum.why ||= [...refusals.values()][0] ?? ''
    const done = start + some.length
    watch?.told(done, inOrder.length)
    // Whatever none of them was allowed for, the next ones are not allowed for either.
    const isOver = watch?.signal.aborted || (refusals.size > 0 && refusals.size === made.proposals.length)
    if (isOver) {
      sum.left = inOrder.length - done
      break
    }
  }
  return { proposed, ...sum }
}

/** "Proposed 41 replacements. Left out: 2 touch suggestions of yours." */
export function proposedFixesWords({ proposed, touching, gone, refused, why, left }: FixesProposed): string {
  const out = [
    touching > 0 ? counted(touching, 'touches a suggestion of yours', 'touch suggestions of yours') : '',
    gone > 0 ? `${counted(gone, 'is', 'are')} not there any more` : '',
    refused > 0 ? `${counted(refused, 'was', 'were')} refused (${why.replace(/\.$/, '')})` : '',
  ].filter((words) => words !== '')
  const done = proposed.length > 0 ? `Proposed ${counted(proposed.length, 'replacement')}.` : 'Nothing was proposed.'
  const stopped = left > 0 ? ` ${counted(left, 'was', 'were')} not asked for.` : ''
  return `${done}${out.length > 0 ? ` Left out: ${out.join(', ')}.` : ''}${stopped}`
}

interface Made {
  proposals: { proposal: Proposed; grounds: Grounds }[]
  touching: number
}

function madeOf(parts: FixingParts, fixes: readonly Fix[]): Made {
  const { handle, own } = parts
  // What was typed a moment ago is not in the review yet.
  own?.tell()
  const place = parts.find(fixes)
  const words = place && wordsFound(place.found, handle.text)
  if (!place || !words) return { proposals: [], touching: 0 }
  const apart = standingApart(words, takenBy(handle))
  const proposals = apart.flatMap(({ anchor, base, replacement, match }) => {
    const change = replacing({ base, replacement })
    const fix = place.fixOf.get(match)
    return change && fix ? [{ proposal: { id: newId(), anchor, base, change }, grounds: parts.groundsOf(fix) }] : []
  })
  return { proposals, touching: place.found.matches.length - apart.length }
}

/** Answers those that were refused, with why. */
async function propose(
  { handle: { review }, own }: FixingParts,
  proposals: Made['proposals'],
): Promise<Map<Proposed, string>> {
  const refusals = new Map<Proposed, string>()
  const asked = batch(() =>
    proposals.map(async ({ proposal, grounds }) => {
      const { id: suggestion, ...proposed } = proposal
      try {
        await review.ask({ type: 'propose', suggestion, ...proposed, ...grounds })
      } catch (error) {
        own?.drop(proposal)
        if (!(error instanceof Refusal)) throw error
        refusals.set(proposal, error.message)
      }
    }),
  )
  own?.show(proposals.map(({ proposal }) => proposal))
  await Promise.all(asked)
  return refusals
}
