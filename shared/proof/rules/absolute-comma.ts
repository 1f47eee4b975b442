/**
 * A comma missing before an absolute phrase, which has a subject of its own and no whole verb: "she shook her head her
 * hair whipping around". Only after a word that cannot take that subject for its object.
 */

import { isFiniteVerb } from '../finite-verbs.ts'
import { isFunctionWord } from '../function-words.ts'
import { withLearnt } from '../loose-phrase.ts'
import { BODY, NO_PARTICIPLES, OPEN_TO_ING, VOICES } from '../participles.ts'
import type { LineRule } from '../rule.ts'
import type { Token } from '../tokens.ts'

export const absoluteComma: LineRule = {
  name: 'absolute-comma',
  level: 'default',
  kind: 'punctuation',
  title: 'Comma before “her hair whipping”',
  explain:
    'A phrase such as “her hair whipping around” has its own subject, so a comma sets it off from the clause before it.',
  example: { wrong: 'He coughed again his body rocking.', right: 'He coughed again, his body rocking.' },
  source: 'Chicago Manual of Style 17th ed. 5.83, 6.30 (absolute phrases).',
  check: (line, { facts }) =>
    withLearnt(
      line,
      facts,
      'absolute',
      'The phrase that begins here has its own subject and wants a comma before it.',
      (tokens, from, at) => (isPhrase(tokens, at) && isAfterClause(tokens, from, at)) || isPartOfThem(tokens, at),
    ),
}

/** his body rocking; her jagged and short locks whipping; tears dripping; her voice filled with */
function isPhrase(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at]!.lower
  let noun = at
  if (POSSESSIVES.has(first)) {
    noun += 1
    while (noun < at + 5 && !isBodyAt(tokens, noun)) {
      const token = tokens[noun]
      if (token?.kind !== 'word' || (isFunctionWord(token.lower) && token.lower !== 'and')) return false
      noun += 1
    }
  } else if (!FLOWING.has(first)) return false
  if (!isBodyAt(tokens, noun)) return false
  const verb = tokens[noun + 1]?.kind === 'word' && tokens[noun + 1]!.lower.endsWith('ly') ? noun + 2 : noun + 1
  const participle = tokens[verb]
  if (participle?.kind !== 'word') return false
  if (participle.lower.endsWith('ing')) return !NO_PARTICIPLES.has(participle.lower) || participle.lower === 'being'
  return PAST_PARTICIPLES.has(participle.lower) && first !== 'it'
}

/** "brokers ▮ all of them muttering", after a thing or an adverb that it cannot belong to. */
function isPartOfThem(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]!
  if (
    !PARTS_OF.has(tokens[at]!.lower) ||
    tokens[at + 1]?.lower !== 'of' ||
    !/^(?:them|us)$/.test(tokens[at + 2]?.lower ?? '')
  )
    return false
  if (!tokens[at + 3]?.lower.endsWith('ing') || isFunctionWord(before.lower)) return false
  return (
    before.kind === 'word' &&
    !isFiniteVerb(before.lower) &&
    /(?:[^s]s|ly)$/.test(before.lower) &&
    !/[^aeiou]ees$/.test(before.lower)
  )
}

/** A clause with a verb stands before, and its last word takes no object. */
function isAfterClause(tokens: readonly Token[], from: number, at: number): boolean {
  const clause = tokens.slice(from, at)
  const last = clause[clause.length - 1]!
  const verb = clause.findIndex((token, index) => index > 0 && isFiniteVerb(token.lower))
  if (verb < 0 || clause.some(({ lower }) => TAKING.has(lower))) return false
  if (clause.some(({ lower }) => OPEN_TO_ING.has(lower) && !BE_OR_HAVE.has(lower))) return false
  if (verb === clause.length - 1) return FLOWING.has(tokens[at]!.lower) && VOICES.has(last.lower)
  if (last.lower === 'again' || last.lower === 'himself' || last.lower === 'herself' || last.lower === 'him')
    return true
  if (/..ly$/.test(last.lower)) return true
  // "shook her head her hair whipping": a noun with its own determiner, so it is the object.
  if (isFunctionWord(last.lower) || isFiniteVerb(last.lower) || last.lower.endsWith('ing')) return false
  return BODY.has(last.lower) || PLACES.has(last.lower)
}

function isBodyAt(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  return token?.kind === 'word' && BODY.has(token.lower)
}

const PARTS_OF = new Set('all both each most some none one half'.split(' '))

const POSSESSIVES = new Set('his her their its my'.split(' '))

/** They need no "her": tears dripping, blood running down. */
const FLOWING = new Set('tears blood sweat sobs'.split(' '))

const PAST_PARTICIPLES = new Set(
  'filled clenched crossed folded bowed laced tinged trembling furrowed wrapped'.split(' '),
)

/** Two objects, or an object that does something: "gave him her hand smiling", "made softly her eyes water". */
const TAKING = new Set(
  'give gave gives given giving hand handed show showed told offer offered send sent throw threw pass passed teach taught bring brought lend lent make made makes let help helped with without of'.split(
    ' ',
  ),
)

const BE_OR_HAVE = new Set('is are was were be been being am had has have having there left get got'.split(' '))

const PLACES = new Set(
  'wall floor ground door chair bed table room water air grass street tree window couch sofa'.split(' '),
)
