/** Tells screen readers what others did to the notes since the margin looked last; nothing of what was there when it opened. */
import type { ReviewState } from '../../../shared/review/state.ts'
import type { ReviewHandle } from '../../sync/review.ts'
import { announce } from '../../ui/live-region.ts'
import { newsSince } from './margin-words.ts'

export class MarginNews {
  /** As it was told last; null until there is something to compare with. */
  #known: ReviewState | null = null

  constructor(review: ReviewHandle) {
    void review.ready.then(() => {
      this.#known = review.state.peek()
    })
  }

  tell(state: ReviewState, me: string, nameOf: (account: string) => string): void {
    if (this.#known === null || this.#known === state) return
    for (const news of newsSince(this.#known, state, me, nameOf)) announce(news)
    this.#known = state
  }
}
