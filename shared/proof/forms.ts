/** How a line writes what can be written in more ways than one: counted here, weighed against the whole story in `facts.ts`. */
import { passesForSpeaking } from './action-verbs.ts'
import { openingsOf } from './openings.ts'
import type { ProseLine } from './prose-line.ts'
import type { Token } from './tokens.ts'

/** Every form that is counted, by what it is a form of. */
export const FORMS = {
  ellipsis: ['…', '...', '. . .'],
  dash: ['em', 'spaced-em', 'spaced-en', 'double-hyphen', 'spaced-double-hyphen'],
  quotes: ['double', 'single'],
  quoteForm: ['straight', 'curly'],
  apostrophe: ['straight', 'curly'],
  /** Spaces between two sentences. */
  sentenceSpace: ['one', 'two'],
  /** Whether a comma closes a clause that opens a sentence. */
  openingComma: ['with', 'without'],
  /** What ends a speech before somebody laughs, smiles or nods: a comma in stories that take it for speaking. */
  laughing: ['comma', 'stop'],
} as const

export type FormName = keyof typeof FORMS

export type Form<Name extends FormName> = (typeof FORMS)[Name][number]

/** Form name → form → how often; what does not occur is missing. */
export type FormCounts = { readonly [Name in FormName]?: Partial<Record<Form<Name>, number>> }

/** What the token is a form of an ellipsis of; null when it is none, or is the second dot of `. . .`. */
export function ellipsisAt(tokens: readonly Token[], at: number): Form<'ellipsis'> | null {
  const token = tokens[at]!
  if (token.kind !== 'mark') return null
  if (token.text === '…') return '…'
  if (token.text[0] !== '.') return null
  if (token.text.length >= 3) return '...'
  if (token.text.length > 1 || isSpacedDot(tokens, at - 1, at)) return null
  return isSpacedDot(tokens, at, at + 1) && isSpacedDot(tokens, at + 1, at + 2) ? '. . .' : null
}

/** The form of the dash between words or at the edge of speech; null for hyphens, minus signs, bullets and ranges. */
export function dashAt(text: string, token: Token): Form<'dash'> | null {
  if (token.kind !== 'mark') return null
  const spaced = isSpace(text[token.start - 1]) && isSpace(text[token.end])
  if (token.text === '—') return spaced ? 'spaced-em' : 'em'
  if (token.text === '–') return spaced ? 'spaced-en' : null
  if (token.text === '--') return spaced ? 'spaced-double-hyphen' : 'double-hyphen'
  return null
}

export function countForms(line: ProseLine): FormCounts {
  const counts: Record<string, Record<string, number>> = {}
  const count = (name: FormName, form: string): void => {
    counts[name] ??= {}
    counts[name][form] = (counts[name][form] ?? 0) + 1
  }
  const { text, tokens } = line
  for (const { comma } of openingsOf(tokens)) count('openingComma', comma ? 'with' : 'without')
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!
    if (token.kind === 'mark') {
      const ellipsis = ellipsisAt(tokens, at)
      if (ellipsis) count('ellipsis', ellipsis)
      const dash = dashAt(text, token)
      if (dash && at > 0) count('dash', dash)
    } else if (token.kind === 'word') {
      if (token.text.includes("'")) count('apostrophe', 'straight')
      else if (token.text.includes('’')) count('apostrophe', 'curly')
    } else if (token.kind !== 'number') {
      count('quoteForm', token.text === '"' || token.text === "'" ? 'straight' : 'curly')
      if (token.kind === 'close' && isLaughing(tokens, at + 1)) {
        const mark = tokens[at - 1]?.text
        if (mark === ',' || mark === '.') count('laughing', mark === ',' ? 'comma' : 'stop')
      }
    }
  }
  for (const { speech, double, depth } of line.quotations)
    if (speech && depth === 0) count('quotes', double ? 'double' : 'single')
  for (let at = 1; at < line.sentences.length; at += 1) {
    const space = line.sentences[at]!.start - line.sentences[at - 1]!.end
    if (space === 1 || space === 2) count('sentenceSpace', space === 1 ? 'one' : 'two')
  }
  return counts as FormCounts
}

/** "she laughed", "Bob Eden smiled" */
function isLaughing(tokens: readonly Token[], from: number): boolean {
  if (tokens[from]?.kind !== 'word') return false
  return [from + 1, from + 2].some((at) => tokens[at]?.shape === 'lower' && passesForSpeaking(tokens[at]!.lower))
}

function isSpacedDot(tokens: readonly Token[], one: number, other: number): boolean {
  const first = tokens[one]
  const second = tokens[other]
  return first?.text === '.' && second?.text === '.' && second.start === first.end + 1
}

function isSpace(letter: string | undefined): boolean {
  return letter === ' ' || letter === '\u00a0'
}
