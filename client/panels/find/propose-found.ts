/** Find and replace as suggestions where the text is not in suggesting mode: one proposal for each place that was found. */
import type { Anchor } from '../../../shared/review/anchor.ts'
import { type Base, type Change, isEmpty, lengthOf } from '../../../shared/review/change.ts'
import { newId } from '../../sync/new-id.ts'
import type { ReviewHandle } from '../../sync/review.ts'

/** One match as the editor knows it. */
export interface FoundWords {
  anchor: Anchor
  /** The words with their formatting. */
  base: Base
  replacement: string
}

/** What takes the words away and puts others there, looking like the first of them. Null when nothing would change. */
export function replacing({ base, replacement }: Omit<FoundWords, 'anchor'>): Change | null {
  const looks = base[0]?.attributes ?? {}
  const change: Change = [{ delete: lengthOf(base) }]
  if (replacement !== '') change.push({ insert: replacement, attributes: looks as Record<string, true> })
  return lengthOf(base) === 0 || isEmpty(base, change) ? null : change
}

/** Answers how many were proposed. Rejects with the first refusal; what was proposed before it stays. */
export async function proposeFound(
  review: ReviewHandle,
  found: readonly FoundWords[],
  reason: string,
): Promise<number> {
  const asked = found.flatMap(({ anchor, base, replacement }) => {
    const change = replacing({ base, replacement })
    return change ? [review.ask({ type: 'propose', suggestion: newId(), anchor, base, change, reason })] : []
  })
  await Promise.all(asked)
  return asked.length
}
