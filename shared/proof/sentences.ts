/** Where the sentences of a line begin and end. Careful with Mr., initials, ellipses and closing quotation marks. */
import type { Token } from './tokens.ts'

export interface Sentence {
  /** UTF-16 code units in the line; closing quotation marks belong to the sentence they close. */
  start: number
  end: number
  /** Indexes of tokens: the first one, and the one after the last. */
  from: number
  to: number
}

/**
 * A sentence ends at . ! ? or an ellipsis (and what closes after it) when a capital or a number follows, opening marks
 * aside. So `"Go!" she said.` is one, `"Go." She left.` two, and so is `"Go!" Sakura said.`, as a name cannot be told
 * from a beginning here.
 */
export function sentencesOf(tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  let at = 0
  while (at < tokens.length) {
    if (!isStop(tokens[at]!)) {
      at += 1
      continue
    }
    let next = at + 1
    while (next < tokens.length && (isStop(tokens[next]!) || isClosing(tokens[next]!))) next += 1
    if (next < tokens.length && begins(tokens, next) && !isAbbreviated(tokens, at, next)) {
      sentences.push(sentence(tokens, from, next))
      from = next
    }
    at = next
  }
  if (from < tokens.length) sentences.push(sentence(tokens, from, tokens.length))
  return sentences
}

/** The token is a mark that can end a sentence. */
export function isStop(token: Token): boolean {
  if (token.kind !== 'mark') return false
  const first = token.text[0]
  return first === '.' || first === '!' || first === '?' || first === '…'
}

function sentence(tokens: readonly Token[], from: number, to: number): Sentence {
  return { start: tokens[from]!.start, end: tokens[to - 1]!.end, from, to }
}

function isClosing(token: Token): boolean {
  return token.kind === 'close' || token.text === ')' || token.text === ']'
}

function begins(tokens: readonly Token[], next: number): boolean {
  if (tokens[next]!.start === tokens[next - 1]!.end && tokens[next]!.kind !== 'open' && !isClosing(tokens[next - 1]!))
    return false
  let at = next
  while (at < tokens.length && (tokens[at]!.kind === 'open' || '(['.includes(tokens[at]!.text))) at += 1
  const token = tokens[at]
  if (token === undefined) return false
  if (token.kind === 'word') return token.shape !== 'lower'
  return token.kind === 'number' || token.kind === 'mark'
}

function isAbbreviated(tokens: readonly Token[], stop: number, next: number): boolean {
  if (tokens[stop]!.text !== '.' || next !== stop + 1) return false
  const word = tokens[stop - 1]
  if (word === undefined || word.kind !== 'word' || word.end !== tokens[stop]!.start) return false
  if (word.text.length === 1 && word.shape === 'Capital') return word.text !== 'I'
  return ABBREVIATED.has(word.lower)
}

const ABBREVIATED = new Set(
  'mr mrs ms mx dr st prof sgt capt cpt lt col gen maj cmdr adm rev hon fr sr jr messrs mme mlle mt vs cf e.g i.e viz'.split(
    ' ',
  ),
)
