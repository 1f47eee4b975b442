/**
 * "Two" at the end of a sentence where "too" is meant: "and the radio two". Somebody may have bought one, and her sister
 * two; so a sentence that counts anything before is left alone.
 */
import { DETERMINERS, isFunctionWord } from '../function-words.ts'
import { isStop } from '../sentences.ts'
import type { Token } from '../tokens.ts'
import type { PossessiveSlip } from './possessive-or-verb.ts'

export function* alsoSlips(tokens: readonly Token[]): Generator<PossessiveSlip> {
  for (let at = 3; at < tokens.length; at += 1) {
    if (tokens[at]!.lower !== 'two' || !isEnd(tokens[at + 1]) || !isJoined(tokens, at) || isCounted(tokens, at))
      continue
    yield { at, right: 'too', why: 'Here “too” (as well) seems to be meant; “two” is a number.' }
  }
}

function isEnd(token: Token | undefined): boolean {
  return token === undefined || (token.kind === 'mark' && /^[.!?]/.test(token.text))
}

/** "and the radio ▮", "and my old hat ▮", "but Earl ▮" */
function isJoined(tokens: readonly Token[], at: number): boolean {
  const thing = tokens[at - 1]!
  if (thing.kind !== 'word' || isFunctionWord(thing.lower)) return false
  for (let back = at - 1; back >= at - 4 && back > 0; back -= 1) {
    const { lower, kind } = tokens[back]!
    if (kind !== 'word') return false
    if (lower === 'and') return DETERMINERS.has(tokens[back + 1]!.lower) || tokens[back + 1]!.shape === 'Capital'
    if (back < at - 1 && isFunctionWord(lower) && !DETERMINERS.has(lower)) return false
  }
  return false
}

/** A number or a measure comes before in the sentence. */
function isCounted(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= 0 && !isStop(tokens[back]!); back -= 1)
    if (tokens[back]!.kind === 'number' || (COUNTING.has(tokens[back]!.lower) && !isOneOfThem(tokens, back)))
      return true
  return false
}

/** "the one upstairs", "this one": no number. */
function isOneOfThem(tokens: readonly Token[], at: number): boolean {
  return tokens[at]!.lower === 'one' && DETERMINERS.has(tokens[at - 1]?.lower ?? '')
}

const COUNTING = new Set(
  'one two three four five six seven eight nine ten eleven twelve twenty thirty hundred dozen once twice half first many few several some none clock clocks another chapter book part volume act scene hour hours between day days year years'.split(
    ' ',
  ),
)
