/** The review of a story as everybody who may read it sees it: without what is for one person alone. */
import { outsiderName } from '../../shared/review/outsiders.ts'
import { reduce } from '../../shared/review/reduce.ts'
import { EMPTY_REVIEW, type ReviewState } from '../../shared/review/state.ts'
import { eventOf } from '../rooms/ledger.ts'
import type { Desk } from './desk.ts'

export interface EverybodysReview {
  review: ReviewState
  /** When something happened in it last, milliseconds since 1970; 0 = never. */
  changedAt: number
}

export async function everybodysReview({ storage }: Pick<Desk, 'storage'>, story: string): Promise<EverybodysReview> {
  let review = EMPTY_REVIEW
  let changedAt = 0
  let upto = 0
  for (let more = true; more; ) {
    const page = await storage.review.list(story, upto, PAGE, NOBODY)
    review = reduce(review, page.events.map(eventOf))
    for (const { at } of page.events) changedAt = Math.max(changedAt, at)
    upto = page.upto
    more = upto < page.head
  }
  return { review, changedAt }
}

/** What everybody is called, by account or by what only a file names; whom nobody knows is "Somebody". */
export function namesIn(names: ReadonlyMap<string, string>): (account: string) => string {
  return (account) => outsiderName(account) ?? names.get(account) ?? 'Somebody'
}

/** Account → name. */
export async function accountNames({ storage }: Pick<Desk, 'storage'>): Promise<Map<string, string>> {
  return new Map((await storage.people.users()).map(({ id, name }) => [id, name]))
}

const PAGE = 1_000
const NOBODY = ''
