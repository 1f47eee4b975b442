/** Steps from one line of prose to the next, over blank ones, for the story rules. */
import type { LineSummary } from './summary.ts'

/** The index of the nearest line that is not blank before (`step` -1) or after (1) `at`; null when there is none. */
export function nearLine(summaries: readonly LineSummary[], at: number, step: -1 | 1): number | null {
  for (let near = at + step; near >= 0 && near < summaries.length; near += step) {
    if (!summaries[near]!.blank) return near
  }
  return null
}

/** Line ends between a line and the last one that is not blank. */
export function gapBefore(summaries: readonly LineSummary[], at: number): number {
  let gap = summaries[at]!.gap
  for (let near = at - 1; near >= 0 && summaries[near]!.blank; near -= 1) gap += summaries[near]!.gap
  return gap
}

/** The gap that most lines have before them; 2 when there are none. */
export function usualGap(summaries: readonly LineSummary[]): number {
  const counts = new Map<number, number>()
  let usual = 2
  for (let at = 1; at < summaries.length; at += 1) {
    if (summaries[at]!.blank) continue
    const gap = gapBefore(summaries, at)
    const count = (counts.get(gap) ?? 0) + 1
    counts.set(gap, count)
    if (count > (counts.get(usual) ?? 0)) usual = gap
  }
  return usual
}
