/** Taking back many suggestions of one's own, those that are still open. */
import { batch } from '@preact/signals-core'
import type { Proposed } from '../../panels/find/propose-found.ts'
import type { ProposingParts } from './propose-all.ts'

export type WithdrawingParts = Pick<ProposingParts, 'handle' | 'own'>

/** Answers how many were withdrawn; what was decided meanwhile stays. Rejects with the first refusal. */
export async function withdrawAll(
  { handle: { review }, own }: WithdrawingParts,
  proposals: readonly Proposed[],
): Promise<number> {
  const open = proposals.flatMap(({ id }) => {
    const known = review.state.peek().suggestions.get(id)
    return known?.status === 'open' && known.by === review.me ? [known] : []
  })
  const asked = batch(() => open.map(({ id, rev }) => review.ask({ type: 'withdraw', suggestion: id, rev })))
  own?.drop(...open)
  await Promise.all(asked)
  return open.length
}
