/**
 * Sentences that a clause opens before somebody does something: "When he came in, she left." With its comma or without,
 * as stories have their habits in this.
 */
import { isFiniteVerb } from './finite-verbs.ts'
import { DETERMINERS } from './function-words.ts'
import { isStop } from './sentences.ts'
import type { Token } from './tokens.ts'

export interface Opening {
  /** Index of the first token after it. */
  main: number
  comma: boolean
}

/** In order. Only clauses with one verb, in which nothing else can hang; without a comma only those of four words and more that a pronoun follows. */
export function* openingsOf(tokens: readonly Token[]): Generator<Opening> {
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!
    if (token.kind !== 'word' || !OPENERS.has(token.lower) || !isFirst(tokens[at - 1])) continue
    const found = openingAt(tokens, at)
    if (found) yield found
  }
}

function openingAt(tokens: readonly Token[], first: number): Opening | null {
  let verbs = 0
  for (let at = first + 1; at < tokens.length; at += 1) {
    const { kind, lower } = tokens[at]!
    if (lower === ',') {
      const next = tokens[at + 1]
      const isMain =
        next !== undefined && (SUBJECTS.has(next.lower) || DETERMINERS.has(next.lower) || next.shape === 'Capital')
      return at - first > 2 && verbs === 1 && isMain ? { main: at + 1, comma: true } : null
    }
    if (kind !== 'word' || HANGING.has(lower)) return null
    if (at - first > 3 && verbs === 1 && SUBJECTS.has(lower) && !isVerb(tokens[at - 1]!)) {
      const next = tokens[at + 1]
      // "When I wiped it off": what somebody does something to.
      if (OBJECTS.has(lower) && !(next?.kind === 'word' && isVerb(next))) continue
      return next?.kind === 'word' && isVerb(next) && isLast(tokens, at + 2) ? { main: at, comma: false } : null
    }
    if (isVerb(tokens[at]!)) verbs += 1
  }
  return null
}

/** No other clause follows at once, of which this one may be a part: "before I took the chair she gave me, he came". */
function isLast(tokens: readonly Token[], from: number): boolean {
  let at = from
  for (; tokens[at]?.kind === 'word'; at += 1) {
    const next = tokens[at + 1]
    if (SUBJECTS.has(tokens[at]!.lower) && next !== undefined && isVerb(next) && !RELATIVES.has(tokens[at - 1]!.lower))
      return false
  }
  const next = tokens[at + 1]
  if (tokens[at]?.text !== ',' || next === undefined) return true
  return next.shape === 'lower' && !SUBJECTS.has(next.lower) && !DETERMINERS.has(next.lower)
}

function isFirst(before: Token | undefined): boolean {
  return before === undefined || before.kind === 'open' || before.kind === 'close' || isStop(before)
}

function isVerb({ lower }: Token): boolean {
  return isFiniteVerb(lower) || /^(?:i|he|she|it|we|they|you|that|there)'/.test(lower)
}

const OPENERS = new Set('when while if as although though because since before after until once'.split(' '))
const SUBJECTS = new Set('i he she it we they there'.split(' '))

const OBJECTS = new Set(['it', 'there'])
const RELATIVES = new Set('that which who'.split(' '))

/** After one of them a clause may hang on it, so that no comma would stand. */
const HANGING = new Set(
  'that what who which where how why whom whose think thought said say says know knew felt like than when while if as because until before after moment time way sort kind one told tell and or but'.split(
    ' ',
  ),
)
