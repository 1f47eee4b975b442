/** The past where only the form with -ing can stand: started screamed, kept stared, without looked back. */
import { inflectedOf, PARTICIPLE, PAST } from './form-odds/paradigms.ts'
import { isFunctionWord } from './function-words.ts'
import type { Token } from './tokens.ts'

export interface GerundSlip {
  /** Index of the token. */
  at: number
  /** In lower case. */
  right: string
}

/** In the order of the tokens. */
export function* gerundSlips(tokens: readonly Token[]): Generator<GerundSlip> {
  for (let at = 1; at < tokens.length; at += 1) {
    const token = tokens[at]!
    if (token.kind !== 'word' || token.shape !== 'lower') continue
    const before = tokens[at - 1]!.lower
    const isTaken =
      STARTERS.has(before) || BARE_PREPOSITIONS.has(before) || (before === 'of' && tokens[at - 2]?.lower === 'instead')
    const isKept = before === 'kept' || before === 'keep' || before === 'keeps'
    if (!isTaken && !isKept) continue
    const verb = inflectedOf(token.lower)
    if (verb === undefined || (verb.forms & (PAST | PARTICIPLE)) === 0 || (verb.forms & ~(PAST | PARTICIPLE)) !== 0)
      continue
    if (NO_SLIPS.has(token.lower) || (isKept && !GOING_ON.has(verb.lemma))) continue
    // "Without armed guards", "instead of baked beans": what something is like.
    const after = tokens[at + 1]
    if (!STARTERS.has(before) && after?.kind === 'word' && !isFunctionWord(after.lower) && !after.lower.endsWith('ly'))
      continue
    yield { at, right: verb.all[4]! }
  }
}

const STARTERS = new Set(
  'started starts start began begin begins remembered finished enjoyed enjoys avoided quit'.split(' '),
)

const BARE_PREPOSITIONS = new Set(['without'])

/** Nouns and qualities as well: without thought, began armed. */
const NO_SLIPS = new Set(
  'thought found left felt meant lost spent cut hurt armed exhausted tired married wounded naked excited frightened determined surprised worried delighted disappointed blessed loved learned aged drunk'.split(
    ' ',
  ),
)

/** What one keeps doing, and what nothing is kept in: kept closed, kept locked in. */
const GOING_ON = new Set(
  (
    'stare walk look talk smile laugh cry shout scream whisper wait listen watch glance nod ask try happen say tell go come move work jump climb wish wonder hope dream return appear run ' +
    'swim sing think eat drink drive write ride fly fall speak smoke snore sob sigh stumble stagger tremble shiver shake dance bark growl knock call yell mutter murmur mumble repeat glare grin gaze peer'
  ).split(' '),
)
