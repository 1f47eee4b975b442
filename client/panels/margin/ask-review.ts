/** Asks the review for something on behalf of a card, and tells the person when the server says no. */
import { Refusal } from '../../../shared/refusals.ts'
import type { Ask, ReviewHandle } from '../../sync/review.ts'
import { showToast } from '../../ui/toast.ts'

/** True when it was done or is on its way. */
export async function askReview(review: ReviewHandle, command: Ask): Promise<boolean> {
  try {
    await review.ask(command)
    return true
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    showToast(error.message)
    return false
  }
}
