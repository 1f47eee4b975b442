/** Which findings say that a place differs from a decision of the style sheet. */
import type { Finding } from '../../../shared/proof/finding.ts'
import type { StyleDecision } from '../../../shared/review/style.ts'
import type { StylePart } from './style-words.ts'

/** Rules that hold the story to each part; none = nobody looks for it. */
export const RULES_OF: Readonly<Record<StylePart, readonly string[]>> = {
  dialect: ['dialect-spelling'],
  quotes: ['quote-kind'],
  quoteForm: ['quote-form', 'apostrophe-form'],
  dash: ['dash-form'],
  ellipsis: ['ellipsis-form'],
  spellNumbersBelow: ['number-form'],
  sceneBreak: ['scene-break'],
  muteDialogue: [],
  spelling: ['sheet-spelling'],
  name: ['near-name'],
}

export type ByRule = ReadonlyMap<string, readonly Finding[]>

/** `words`: what a finding is about. */
export function deviationsFrom(
  decision: StyleDecision,
  findings: ByRule,
  words: (finding: Finding) => string,
): readonly Finding[] {
  const all = RULES_OF[decision.part].flatMap((rule) => findings.get(rule) ?? [])
  if (decision.part === 'spelling') {
    const variants = new Set(decision.variants.map(plain))
    return all.filter((finding) => variants.has(plain(words(finding))))
  }
  if (decision.part === 'name') {
    const parts = new Set([decision.name, ...decision.aliases].flatMap((name) => plain(name).split(/[\s-]+/)))
    return all.filter(({ replacements }) => replacements.some((one) => parts.has(plain(one))))
  }
  return all
}

function plain(words: string): string {
  return words.toLowerCase().replaceAll('’', "'")
}
