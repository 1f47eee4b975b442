/**
 * Reads lines with Harper, a general grammar checker: sets it up for a story, and turns its lints into remarks. Loading it
 * is left to whoever has it: a worker of the browser, the command line.
 */
import type { Dialect as HarperDialect, Lint, Linter, Suggestion } from 'harper.js'
import { HARPER_OFF, harperRule } from './harper-rules.ts'
import type { Remark } from './second-opinion.ts'
import type { Dialect } from './style-sheet.ts'

/** What of its linter is used. */
export type HarperLinter = Pick<
  Linter,
  'getDefaultLintConfig' | 'setLintConfig' | 'setDialect' | 'clearWords' | 'importWords' | 'organizedLints'
>

/** Its numbers for the two Englishes, and for what a suggestion does; it has them as enums, which would load it. */
const DIALECTS: Readonly<Record<Dialect, HarperDialect>> = { 'en-US': 0, 'en-GB': 1 }
const REMOVE = 1
const INSERT_AFTER = 2

/** Sets it up for a story; costs about a second where the dialect is another than before. `words` are right as they stand. */
export async function prepareHarper(
  linter: HarperLinter,
  dialect: Dialect,
  words: readonly string[],
  off: readonly string[] = HARPER_OFF,
): Promise<void> {
  await linter.setDialect(DIALECTS[dialect])
  const config = await linter.getDefaultLintConfig()
  await linter.setLintConfig({ ...config, ...Object.fromEntries(off.map((rule) => [rule, false])) })
  await linter.clearWords()
  if (words.length > 0) await linter.importWords([...words])
}

/** Twenty to a hundred and fifty milliseconds for a paragraph, in one piece. */
export async function readWithHarper(linter: HarperLinter, text: string): Promise<Remark[]> {
  const lints = await linter.organizedLints(text, { language: 'plaintext' })
  return Object.entries(lints).flatMap(([name, some]) => some.map((lint) => remarkOf(harperRule(name), text, lint)))
}

/** Frees the lint: what it holds lies outside the reach of the collector. */
function remarkOf(rule: string, text: string, lint: Lint): Remark {
  const span = lint.span()
  const [offset, end] = [span.start, span.end]
  span.free()
  const flagged = text.slice(offset, end)
  const replacements = lint.suggestions().map((suggestion) => replacementOf(suggestion, flagged))
  const message = plainWords(lint.message())
  lint.free()
  return { rule, offset, length: end - offset, message, replacements }
}

function replacementOf(suggestion: Suggestion, flagged: string): string {
  const kind: number = suggestion.kind()
  const words = suggestion.get_replacement_text()
  suggestion.free()
  if (kind === REMOVE) return ''
  return kind === INSERT_AFTER ? flagged + words : words
}

/** It writes Markdown: `words` between backticks, *stress*. */
function plainWords(message: string): string {
  return message.replace(/`([^`]*)`/g, '“$1”').replace(/(\*{1,2})(\S(?:[^*]*\S)?)\1/g, '$2')
}
