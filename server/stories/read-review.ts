/** The events of a story's review for somebody who may read it, page by page; what is for another alone is not among them. */
import type { ReviewAnswer } from '../../shared/wire/review.ts'
import type { Actor } from '../auth/actor.ts'
import { authorise } from '../auth/authorise.ts'
import { eventOf } from '../rooms/ledger.ts'
import type { StoredEvent } from '../storage/storage.ts'
import type { Desk } from './desk.ts'

/** Events of one answer, and code units of their bodies after which no more are added. */
const MOST_EVENTS = 1_000
const MOST_LENGTH = 4 << 20

/** Events behind `after`, oldest first. Throws as `authorise`. */
export async function readReview(desk: Desk, actor: Actor, id: string, after: number): Promise<ReviewAnswer> {
  const { story } = await authorise(desk, actor, 'read', { story: id })
  const reader = actor.user?.id ?? ''
  const found: StoredEvent[] = []
  let [upto, length] = [after, 0]
  for (;;) {
    const page = await desk.storage.review.list(story.id, upto, MOST_EVENTS - found.length, reader)
    found.push(...page.events)
    length += page.events.reduce((sum, { body }) => sum + body.length, 0)
    upto = page.upto
    const more = upto < page.head
    if (!more || found.length >= MOST_EVENTS || length >= MOST_LENGTH) {
      return { events: found.map(eventOf), head: page.head, more }
    }
  }
}
