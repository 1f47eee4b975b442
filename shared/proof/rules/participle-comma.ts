/**
 * A comma missing before a participle phrase that ends a clause: "cried out banging him", "the girl causing her to
 * turn". Only where an -ing word cannot belong to what stands before it.
 */

import { tagAt } from '../dialogue-tag.ts'
import type { StoryFacts } from '../facts.ts'
import { isFiniteVerb } from '../finite-verbs.ts'
import { DETERMINERS, isFunctionWord } from '../function-words.ts'
import { withLearnt } from '../loose-phrase.ts'
import { MOTIONS, NO_PARTICIPLES, OPEN_TO_ING, RESULTS, RESULTS_FOR_SOMEBODY, VOICES } from '../participles.ts'
import type { LineRule } from '../rule.ts'
import type { Token } from '../tokens.ts'

export const participleComma: LineRule = {
  name: 'participle-comma',
  level: 'default',
  kind: 'punctuation',
  title: 'Comma before a participle',
  explain:
    'A phrase with an -ing word that tells what somebody does meanwhile, or what comes of it, is set off by a comma when it ends a sentence.',
  example: { wrong: 'She cried out banging him into the wall.', right: 'She cried out, banging him into the wall.' },
  source: 'Chicago Manual of Style 17th ed. 6.30.',
  check: (line, { facts }) =>
    withLearnt(
      line,
      facts,
      'participle',
      'This phrase wants a comma before it.',
      (tokens, from, at) =>
        isAfterTag(tokens, from, at, facts) ||
        isDenied(tokens, from, at) ||
        (isParticiple(tokens[at]!) && isLoose(tokens, from, at)),
    ),
}

function isParticiple({ lower, shape }: Token): boolean {
  return shape === 'lower' && lower.endsWith('ing') && !NO_PARTICIPLES.has(lower)
}

/** "No," says Mako ▮ rolling her eyes; she said ▮ not looking up. A tag's "the man holding the gun" says which man. */
function isAfterTag(tokens: readonly Token[], from: number, at: number, facts: StoryFacts): boolean {
  if (tokens[from - 1]?.kind !== 'close') return false
  const doing = tokens[at]!.lower === 'not' ? at + 1 : at
  const next = tokens[doing + 1]
  if (tokens[doing]?.kind !== 'word' || !isParticiple(tokens[doing]!) || next?.kind !== 'word') return false
  if (NO_OBJECT.has(next.lower) || (isFunctionWord(next.lower) && isFiniteVerb(next.lower))) return false
  const tag = tagAt(tokens, from, facts)
  if (tag === null || tag.is === 'beat' || (tag.subject === 'noun' && tag.inverted)) return false
  if (/^(?:continue|beg[ai]n)/.test(tokens[tag.verb]!.lower)) return false
  return tag.next === at || (tag.next === at - 1 && HEARERS.has(tokens[at - 1]!.lower))
}

/** "He left ▮ not wanting to wake her" */
function isDenied(tokens: readonly Token[], from: number, at: number): boolean {
  if (tokens[at]!.lower !== 'not' || !STATES.has(tokens[at + 1]?.lower ?? '')) return false
  const clause = tokens.slice(from, at)
  const before = tokens[at - 1]!.lower
  const verb = clause.findIndex(({ lower }, index) => index > 0 && isFiniteVerb(lower))
  if (verb < 0 || clause.some(({ lower }) => OPEN_TO_ING.has(lower))) return false
  return (verb === clause.length - 1 && !isFunctionWord(before)) || ENDS.has(before) || PARTICLES.has(before)
}

/** The -ing word at `at` ends no construction of the clause that begins at `from`. */
function isLoose(tokens: readonly Token[], from: number, at: number): boolean {
  const before = tokens[at - 1]!
  const next = tokens[at + 1]
  const { lower } = tokens[at]!
  if (next?.kind !== 'word' || NO_OBJECT.has(next.lower)) return false
  const clause = tokens.slice(from, at)
  const verb = clause.findIndex((token, index) => index > 0 && isFiniteVerb(token.lower))
  if (verb < 0 || clause.some((token) => OPEN_TO_ING.has(token.lower))) return false
  const subject = clause[verb - 1]!
  const isSubject = SUBJECTS.has(subject.lower) || subject.shape === 'Capital'
  if (verb === clause.length - 1)
    return isSubject && (VOICES.has(before.lower) || SAID.has(before.lower)) && hasObject(next)
  const isResult = RESULTS.has(lower) || (RESULTS_FOR_SOMEBODY.has(lower) && OBJECTS.has(next.lower))
  if (isResult) {
    if (/..ly$/.test(before.lower)) return false
    return !isFunctionWord(before.lower) || ENDS.has(before.lower) || PARTICLES.has(before.lower)
  }
  const isEnd = PARTICLES.has(before.lower) || (/..ly$/.test(before.lower) && isManner(clause))
  if (!isEnd || clause.some((token) => MOTIONS.has(token.lower))) return false
  // "He quietly began", "slowly moving": the adverb belongs to the -ing word if nothing but the verb is before it.
  return isSubject && (hasObject(next) || ONTO.has(next.lower))
}

/** The adverb at the end belongs to what is done before it: "smiled softly", "kissed him softly". */
function isManner(clause: readonly Token[]): boolean {
  const doing = clause[clause.length - 2]?.lower ?? ''
  return !DEGREES.has(clause[clause.length - 1]!.lower) && (VOICES.has(doing) || ENDS.has(doing))
}

function hasObject({ lower }: Token): boolean {
  return OBJECTS.has(lower) || (DETERMINERS.has(lower) && lower !== 'that')
}

/** After "not": what somebody knows or wants. */
const STATES = new Set(
  'knowing wanting wishing daring caring bothering trusting realizing realising understanding expecting noticing'.split(
    ' ',
  ),
)

const HEARERS = new Set('me him her us them'.split(' '))

const NO_OBJECT = new Set('of and or'.split(' '))

/** "Said rubbing": what was said stands before, in quotation marks. */
const SAID = new Set('said asked replied answered muttered murmured added called agreed explained'.split(' '))

const OBJECTS = new Set('him her them me us it you his'.split(' '))

const SUBJECTS = new Set('i he she it they we'.split(' '))

/** They end a clause, function words or not. */
const ENDS = new Set('him them me us it again away back himself herself themselves there here'.split(' '))

const PARTICLES = new Set(
  'out away again back up down over around forward forwards backwards aside together off'.split(' '),
)

const ONTO = new Set('onto into at against across through toward towards'.split(' '))

/** "barely breathing": it belongs to what follows. */
const DEGREES = new Set(
  'only barely hardly nearly simply merely really family early silly ugly lovely friendly lonely belly'.split(' '),
)
