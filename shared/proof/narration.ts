/** What the style rules ask of a line's narration: its words outside speech, and who tells what after a speech. */
import type { ProseLine } from './prose-line.ts'
import type { Token } from './tokens.ts'

/** Indexes of the word tokens outside speech, in order. Headings have none. */
export function narrationOf(line: ProseLine): number[] {
  const found: number[] = []
  if (line.heading) return found
  for (const [at, token] of line.tokens.entries()) {
    if (token.kind === 'word' && !line.isSpeech(token.start)) found.push(at)
  }
  return found
}

/** The words right after each closed speech, up to the first punctuation: "she said softly". */
export function tagsOf({ tokens }: ProseLine): (readonly Token[])[] {
  const tags: (readonly Token[])[] = []
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'close') continue
    let to = at + 1
    while (tokens[to]?.kind === 'word') to += 1
    if (to > at + 1) tags.push(tokens.slice(at + 1, to))
  }
  return tags
}
