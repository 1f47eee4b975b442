/**
 * Taking back what one has just proposed at once: by the message that tells of it, or by Ctrl Z for as long as nothing else was
 * done. Loaded with what proposes.
 */
import { Refusal } from '../../../shared/refusals.ts'
import type { Proposed } from '../../panels/find/propose-found.ts'
import { counted } from '../../ui/times.ts'
import { showToast } from '../../ui/toast.ts'
import { lastAct } from './last-act.ts'
import { type WithdrawingParts, withdrawAll } from './withdraw-all.ts'

/**
 * Makes it what Ctrl Z takes back, and answers what a message's own button is to do. `parts` is asked when it comes to that: by
 * then another mode may be on.
 */
export function mayTakeBack(parts: () => WithdrawingParts, proposals: readonly Proposed[]): () => void {
  const undo = () => void takeBack(parts(), proposals)
  lastAct.set(undo)
  return () => {
    lastAct.forget()
    undo()
  }
}

async function takeBack(parts: WithdrawingParts, proposals: readonly Proposed[]): Promise<void> {
  try {
    const withdrawn = await withdrawAll(parts, proposals)
    const decided = proposals.length - withdrawn
    const rest = decided > 0 ? ` ${counted(decided, 'was', 'were')} decided already.` : ''
    showToast(`Withdrawn: ${counted(withdrawn, 'suggestion')}.${rest}`)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    showToast(error.message)
  }
}
