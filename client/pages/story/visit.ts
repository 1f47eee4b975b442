/**
 * Tells the review that somebody has been here, so that next time they hear of what came since. Not after a short look: who
 * only opens the page and goes has not seen what was new.
 */
import { effect } from '@preact/signals-core'
import type { ReviewHandle } from '../../sync/review.ts'

/** Whoever stays that long has looked; so often is it said again. Milliseconds. */
const STAYED_MS = 60_000

/** Begins a visit. What it answers ends it, before the review is closed. */
export function beginVisit(review: ReviewHandle): () => void {
  let looked = false
  let ended = false
  let stopFirst = () => {}
  const seen = () => {
    if (looked) review.seen()
  }
  const hidden = () => {
    if (document.visibilityState === 'hidden') seen()
  }
  const timer = setInterval(() => {
    if (document.visibilityState === 'hidden') return
    looked = true
    seen()
  }, STAYED_MS)
  document.addEventListener('visibilitychange', hidden)
  void review.ready.then(() => {
    if (ended || review.seenBefore.peek() > 0) return
    // To a newcomer nothing is news; said with the first event there is, for a page that is closed may not get to say it.
    looked = true
    stopFirst = effect(() => {
      const { seq, seen: people } = review.state.value
      if (seq > 0 && !people.has(review.me)) seen()
    })
  })
  return () => {
    ended = true
    stopFirst()
    clearInterval(timer)
    document.removeEventListener('visibilitychange', hidden)
    seen()
  }
}
