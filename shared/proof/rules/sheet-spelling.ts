/** A spelling that the story's style sheet has decided against. */
import { dressed } from '../frames.ts'
import type { LineRule } from '../rule.ts'
import type { StyleSheet } from '../style-sheet.ts'
import type { Token } from '../tokens.ts'

interface Variant {
  /** Words as written in the sheet, apostrophes straight. */
  words: readonly string[]
  /** The sheet's variant has a capital, so only that is meant. */
  exact: boolean
  preferred: string
}

export const sheetSpelling: LineRule = {
  name: 'sheet-spelling',
  level: 'default',
  kind: 'consistency',
  title: 'Spelling of the style sheet',
  explain: 'The people of this story have agreed on one spelling, and here stands another.',
  example: { wrong: 'He wore a grey jumper. (the sheet says gray)', right: 'He wore a gray jumper.' },
  source: 'The story’s own style sheet.',
  *check(line, { settings, facts }) {
    if (settings.sheet?.spellings === undefined) return
    const variants = variantsOf(settings.sheet)
    const { tokens, text } = line
    for (const [at, token] of tokens.entries()) {
      if (token.kind !== 'word') continue
      const fitting = variants.get(token.lower)?.find((variant) => fits(variant, tokens, at))
      if (fitting === undefined) continue
      const end = tokens[at + fitting.words.length - 1]!.end
      const flagged = text.slice(token.start, end)
      const right = fitting.exact ? fitting.preferred : dressed(fitting.preferred, flagged, facts.forms.apostrophe)
      if (right === flagged) continue
      const message = `The style sheet has “${fitting.preferred}”.`
      yield { offset: token.start, length: end - token.start, message, replacements: [right], sure: true }
    }
  },
}

/** Made once for a sheet: sheets are values and never change. */
const known = new WeakMap<StyleSheet, ReadonlyMap<string, readonly Variant[]>>()

/** By the first word, in lower case; more words first. Names' aliases are right whatever the spellings say. */
function variantsOf(sheet: StyleSheet): ReadonlyMap<string, readonly Variant[]> {
  const made = known.get(sheet)
  if (made) return made
  const aliases = new Set((sheet.names ?? []).flatMap(({ aliases }) => aliases))
  const variants = new Map<string, Variant[]>()
  for (const [preferred, forms] of Object.entries(sheet.spellings ?? {})) {
    for (const form of forms) {
      if (aliases.has(form) || form === preferred) continue
      const words = form.replaceAll('’', "'").split(/\s+/)
      const first = words[0]!.toLowerCase()
      if (first === '') continue
      const list = variants.get(first) ?? []
      list.push({ words, exact: form !== form.toLowerCase(), preferred })
      list.sort((one, other) => other.words.length - one.words.length)
      variants.set(first, list)
    }
  }
  known.set(sheet, variants)
  return variants
}

function fits({ words, exact }: Variant, tokens: readonly Token[], at: number): boolean {
  return words.every((word, index) => {
    const token = tokens[at + index]
    if (token === undefined || token.kind !== 'word') return false
    if (index > 0 && token.start !== tokens[at + index - 1]!.end + 1) return false
    return exact ? token.text.replaceAll('’', "'") === word : token.lower === word
  })
}
