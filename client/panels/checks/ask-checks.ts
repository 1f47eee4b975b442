/** Asks the review for something on behalf of the checker's panel, and tells the person when the server says no. */
import { Refusal } from '../../../shared/refusals.ts'
import type { Ask, ReviewHandle } from '../../sync/review.ts'
import { showToast } from '../../ui/toast.ts'

/** So many commands go out at once: what one request takes. */
const AT_ONCE = 200

/** True when all were done or are on their way; after a refusal no more are asked for. */
export async function askChecks(review: ReviewHandle, ...commands: readonly Ask[]): Promise<boolean> {
  try {
    for (let start = 0; start < commands.length; start += AT_ONCE) {
      await Promise.all(commands.slice(start, start + AT_ONCE).map((command) => review.ask(command)))
    }
    return true
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    showToast(error.message)
    return false
  }
}
