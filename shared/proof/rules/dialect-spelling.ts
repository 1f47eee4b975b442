/** A word spelled as in the other English than the story's: colour in an American story, color in a British one. */
import { dressed } from '../frames.ts'
import type { LineRule } from '../rule.ts'
import type { Speller } from '../speller.ts'
import type { Dialect } from '../style-sheet.ts'
import type { Token } from '../tokens.ts'
import { keptByWord } from '../word-ids.ts'

export const dialectSpelling: LineRule = {
  name: 'dialect-spelling',
  level: 'default',
  kind: 'consistency',
  title: 'American or British spelling',
  explain:
    'The story is written in one English, and this word is spelled as in the other. The style sheet decides which one it is; without it, most of the story does.',
  example: { wrong: 'The colour of her gray eyes. (an American story)', right: 'The color of her gray eyes.' },
  source: 'Chicago Manual of Style 17th ed. 7.3; New Hart’s Rules 3.',
  *check(line, { speller, otherSpeller, facts, settings }) {
    if (speller === null || otherSpeller === null) return
    const counterpart = counterparts(speller, otherSpeller, facts.dialect)
    const isDecided = settings.sheet?.dialect !== undefined || settings.dialect !== 'guess'
    for (const token of line.tokens) {
      if (token.kind !== 'word' || (token.shape !== 'lower' && token.shape !== 'UPPER') || token.lower.length < 4)
        continue
      const right = counterpart(token)
      if (right === null || facts.isName(token.text)) continue
      // The story's own spelling: theatre again and again, and theater nowhere.
      if (!isDecided && facts.isFrequent(token.lower) && !facts.isUsed(right)) continue
      // Merriam-Webster has travelled and jewelled too, and many an American author: no sign of another English.
      if (
        !isDecided &&
        facts.dialect === 'en-US' &&
        DOUBLED.test(token.lower) &&
        right.length === token.lower.length - 1
      )
        continue
      if (!isDecided && facts.dialect === 'en-US' && EITHER_IN_AMERICA.test(token.lower)) continue
      const name = facts.dialect === 'en-US' ? 'American' : 'British'
      yield {
        offset: token.start,
        length: token.end - token.start,
        message: `The ${name} spelling is “${right}”.`,
        replacements: [dressed(right, token.text, null)],
        sure: isDecided,
      }
    }
  },
}

/** What Merriam-Webster lists as the equal of the American spelling, or its commoner one, and many an American writes. */
const EITHER_IN_AMERICA = /^(?:amphi)?theatres?$|^catalogu|^smoulder|^wilful|^(?:council|counsel)lors?$/

/** An l doubled before an ending, after a vowel that is not stressed: travelled, jeweller, signalling. */
const DOUBLED = /[aeiou]ll(?:ed|er|ers|ing|ings|ist|ists|ous|ously)$/

/** A word's spelling in the story's English, null where it is right: dictionaries never change, and words recur. */
const memory = new WeakMap<Speller, (token: Token) => string | null>()

function counterparts(speller: Speller, otherSpeller: Speller, dialect: Dialect): (token: Token) => string | null {
  let known = memory.get(speller)
  if (known === undefined) {
    known = keptByWord((lower) => counterpartOf(lower, speller, otherSpeller, dialect))
    memory.set(speller, known)
  }
  return known
}

function counterpartOf(word: string, speller: Speller, otherSpeller: Speller, dialect: Dialect): string | null {
  const verb = dialect === 'en-GB' ? BRITISH_VERBS.get(word) : undefined
  if (verb !== undefined) return verb
  if (speller.correct(word) || !otherSpeller.correct(word) || EITHER.has(word)) return null
  for (const [british, american] of CHANGES) {
    if (dialect === 'en-GB' && american.startsWith('iz')) continue
    const [from, to] = dialect === 'en-US' ? [british, american] : [american, british]
    for (let at = word.indexOf(from, 1); at > 0; at = word.indexOf(from, at + 1)) {
      const changed = word.slice(0, at) + to + word.slice(at + from.length)
      if (speller.correct(changed)) return changed
    }
  }
  return null
}

/** Variants that dictionaries of both dialects list (Merriam-Webster, Oxford), though the short lists have one. */
const EITHER = new Set(['tranquillity', 'woollen', 'woollens', 'teetotaler', 'teetotalers', 'rigor', 'tranquility'])

/** Forms that only the verb has, which is written with s; British dictionaries list them for the American noun and verb. */
const BRITISH_VERBS: ReadonlyMap<string, string> = new Map([
  ['practiced', 'practised'],
  ['practicing', 'practising'],
])

/** British → American, within a word. What comes of it has to be in the dictionary. Oxford writes -ize, so that is British too. */
const CHANGES: readonly (readonly [string, string])[] = [
  ['our', 'or'],
  ['ise', 'ize'],
  ['ising', 'izing'],
  ['isation', 'ization'],
  ['yse', 'yze'],
  ['ysing', 'yzing'],
  ['tre', 'ter'],
  ['bre', 'ber'],
  ['ogue', 'og'],
  ['ll', 'l'],
  ['l', 'll'],
  ['ence', 'ense'],
  ['ae', 'e'],
  ['oe', 'e'],
  ['grey', 'gray'],
  ['mould', 'mold'],
  ['plough', 'plow'],
  ['sceptic', 'skeptic'],
  ['pyjama', 'pajama'],
  ['moust', 'must'],
  ['tyre', 'tire'],
  ['manoeuvr', 'maneuver'],
  ['aluminium', 'aluminum'],
  ['aeroplane', 'airplane'],
]
