/**
 * Decisions of a story's style sheet as the review keeps them: one of each part, but a spelling or a name for each word.
 * What they mean to the checker is shared/proof's.
 */
import type { DASHES, DIALECTS, ELLIPSES } from './vocabulary.ts'

export type StyleDecision =
  | { part: 'dialect'; value: (typeof DIALECTS)[number] }
  | { part: 'quotes'; value: 'double' | 'single' }
  | { part: 'quoteForm'; value: 'straight' | 'curly' }
  | { part: 'dash'; value: (typeof DASHES)[number] }
  | { part: 'ellipsis'; value: (typeof ELLIPSES)[number] }
  /** Whole numbers below it are spelled out; 0 = none. */
  | { part: 'spellNumbersBelow'; value: number }
  /** The line between two scenes; "" = a wider gap alone. */
  | { part: 'sceneBreak'; value: string }
  /** What is not looked for in speech. */
  | { part: 'muteDialogue'; value: { grammar: boolean; spelling: boolean } }
  /** `preferred` takes the place of `variants`. */
  | { part: 'spelling'; preferred: string; variants: string[] }
  /** `aliases` are right as well. */
  | { part: 'name'; name: string; aliases: string[]; kind: 'person' | 'place' | 'term' }

/** Two decisions with the same id are about the same thing, and the later one counts. */
export function styleId(decision: StyleDecision): string {
  if (decision.part === 'spelling') return `spelling ${decision.preferred}`
  if (decision.part === 'name') return `name ${decision.name}`
  return decision.part
}
