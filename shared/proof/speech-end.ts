/** Where speeches of a line end, and the words beside them: the one walk that all rules about tags share. */
import type { ProseLine } from './prose-line.ts'
import type { Quotation } from './speech.ts'
import type { Token } from './tokens.ts'

export interface SpeechEnd {
  quotation: Quotation
  /** Indexes of tokens: the mark that opens it, and the mark that closes it. */
  open: number
  close: number
  /** The last token within, and its text. */
  last: Token
  /** Something in the sentence leads up to it: it may be a title or a word quoted, and no speech. */
  amid: boolean
}

/**
 * Closed speeches that are in no other, in order; empty ones left out. In a story that speaks in single marks, words in
 * them count even without an end mark, unless they stand amid a sentence.
 */
export function speechEnds(line: ProseLine, speaksInSingles = false): readonly SpeechEnd[] {
  if (line.quotations.length === 0) return []
  const { tokens } = line
  const found: SpeechEnd[] = []
  for (const quotation of line.quotations) {
    if (quotation.depth > 0 || !quotation.closed) continue
    if (!quotation.speech && !speaksInSingles) continue
    const open = line.tokenAt(quotation.start)
    const close = line.tokenAt(quotation.end - 1)
    const last = tokens[close - 1]
    if (last === undefined || close - open < 2) continue
    const before = tokens[open - 1]
    const amid = before !== undefined && (before.kind === 'word' || before.kind === 'number')
    if (!quotation.speech && (amid || tokens[open + 1]!.shape === 'lower')) continue
    found.push({ quotation, open, close, last, amid })
  }
  return found
}

/** What a speech goes on with has a capital: a sentence of its own. */
export function startsAnew(next: Token | null): boolean {
  return next !== null && next.shape !== 'lower'
}

/** The word begins with a small letter where it is no name: "He" → "he", "I" as it is. */
export function lowered(token: Token): string {
  return token.lower === 'i' || /^i'/.test(token.lower)
    ? token.text
    : token.text[0]!.toLowerCase() + token.text.slice(1)
}

export function raised(token: Token): string {
  return token.text[0]!.toUpperCase() + token.text.slice(1)
}

/** The speech goes on after the tag: a comma and an opening mark before the sentence is over. `after` is a token's index. */
export function goesOn(tokens: readonly Token[], after: number): Token | null {
  for (let at = after; at < tokens.length; at += 1) {
    const token = tokens[at]!
    if (token.kind === 'open')
      return tokens[at - 1]?.text === ',' || tokens[at - 1]?.kind === 'word' ? (tokens[at + 1] ?? null) : null
    if (token.kind === 'mark' && /^[.!?…;]/.test(token.text)) return null
  }
  return null
}
