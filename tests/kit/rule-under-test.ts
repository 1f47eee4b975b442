/** One rule on one story: its flags as marked text, and the text with its first corrections made. */
import { check, NO_TOOLS, type Tools } from '../../shared/proof/checker.ts'
import type { Finding } from '../../shared/proof/finding.ts'
import type { Rule } from '../../shared/proof/rule.ts'
import { type Settings, USUAL } from '../../shared/proof/settings.ts'

/** Lines parted by `\n`; the number of `\n` is the gap. Only this rule runs, at its own level. */
export function findWith(
  rule: Rule,
  story: string,
  settings: Partial<Settings> = {},
  tools: Tools = NO_TOOLS,
): Finding[] {
  const parts = story.split(/(\n+)/)
  const lines = parts
    .filter((_, at) => at % 2 === 0)
    .map((text, at) => ({ text, gap: at === 0 ? 0 : parts[at * 2 - 1]!.length }))
  return check(lines, { ...USUAL, level: rule.level, ...settings }, tools, [rule])
}

/** The story with the first replacement of every finding made; what has none stands in ⟦⟧. */
export function fixWith(rule: Rule, story: string, settings: Partial<Settings> = {}, tools: Tools = NO_TOOLS): string {
  const parts = story.split(/(\n+)/)
  for (const { line, offset, length, replacements } of findWith(rule, story, settings, tools).reverse()) {
    const text = parts[line * 2]!
    const flagged = text.slice(offset, offset + length)
    parts[line * 2] = text.slice(0, offset) + (replacements[0] ?? `⟦${flagged}⟧`) + text.slice(offset + length)
  }
  return parts.join('')
}
