/** The sentences within speeches. The sentences of a line run across quotation marks; these never do. */
import type { ProseLine } from './prose-line.ts'
import { isStop } from './sentences.ts'
import type { Token } from './tokens.ts'

export interface SpokenSentence {
  /** Indexes of tokens: the first, and the one after the last word or mark before the end mark. */
  from: number
  to: number
  /** The mark that ends it: . ? ! … or the last comma or dash before the closing mark. Null when none does. */
  stop: Token | null
  /** The index of the closing mark right after `stop`; null when the speech goes on. */
  close: number | null
}

/** In order; what a nested quotation says belongs to the sentence around it. */
export function spokenSentences(line: ProseLine): SpokenSentence[] {
  const found: SpokenSentence[] = []
  if (line.quotations.length === 0) return found
  const { tokens } = line
  for (const { speech, depth, closed, start, end } of line.quotations) {
    if (!speech || depth > 0) continue
    const last = closed ? line.tokenAt(end - 1) : line.tokenAt(end - 1) + 1
    let from = line.tokenAt(start) + 1
    let depthNow = 0
    for (let at = from; at < last; at += 1) {
      const token = tokens[at]!
      if (token.kind === 'open') depthNow += 1
      else if (token.kind === 'close') depthNow -= 1
      const isLast = at === last - 1
      const isEnd = isStop(token) ? !isAbbreviation(tokens, at) && depthNow === 0 : isLast && token.kind === 'mark'
      if (!isEnd && !isLast) continue
      const next = tokens[at + 1]
      // "Wait... what" and "Eh?! No": one mark of several, or an ellipsis amid a sentence.
      if (isEnd && !isLast && next !== undefined && (isStop(next) || next.shape === 'lower')) continue
      const to = isEnd ? at : at + 1
      if (to > from) found.push({ from, to, stop: isEnd ? token : null, close: isLast && closed ? last : null })
      from = at + 1
    }
  }
  return found
}

function isAbbreviation(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  if (tokens[at]!.text !== '.' || before === undefined) return false
  // I.C.B.M. begins with no "I" that ends a sentence.
  if (before.lower === 'i') return tokens[at + 1]?.start === tokens[at]!.end && /^\p{Lu}$/u.test(tokens[at + 1]!.text)
  return /^(?:mr|mrs|ms|dr|st|prof|sgt|capt|[a-z])$/.test(before.lower)
}
