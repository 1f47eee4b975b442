/**
 * What stands around a verb, as the signs that tell which of its forms belongs there: the words beside it, what governs it
 * (an auxiliary, "to", a verb that it is joined to by "and"), its subject, and the tense of the story around. Both the
 * learning and the rule read a place by this file only.
 */
import { type Clause, clauseAt, phraseAfter, type Subject, subjectAt, tenseBefore } from './clause.ts'
import { EDGE, type Sight, SUBJECTS } from './sight.ts'

/** The first signs of the place of the verb at `at`, always in this order. */
export function nearSigns({ words, kinds }: Sight, at: number, lemma: string): string[] {
  const before = words[at - 1] ?? EDGE
  const kindBefore = kinds[at - 1] ?? EDGE
  const kindBeforeThat = kindBefore === EDGE ? EDGE : (kinds[at - 2] ?? EDGE)
  const wordBeforeThat = kindBefore === EDGE ? EDGE : (words[at - 2] ?? EDGE)
  const kindBeforeIt = kindBeforeThat === EDGE ? EDGE : (kinds[at - 3] ?? EDGE)
  const after = words[at + 1] ?? EDGE
  const kindAfter = kinds[at + 1] ?? EDGE
  const kindAfterThat = kindAfter === EDGE ? EDGE : (kinds[at + 2] ?? EDGE)
  return [
    before,
    `${kindBeforeThat} ${before}`,
    after,
    `${lemma} ${kindBefore}`,
    kindBefore,
    `${kindBefore} ${kindAfter}`,
    lemma,
    `${wordBeforeThat} ${kindBefore}`,
    `${kindBeforeIt} ${kindBeforeThat} ${kindBefore}`,
    `${kindAfter} ${kindAfterThat}`,
    `${kindBeforeThat} ${kindBefore} ${kindAfter}`,
    `${lemma} ${kindAfter}`,
  ]
}

/** How many they are. */
export const NEAR_SIGNS = 12

/** Of those, the first few tell enough where nothing is wrong. */
export const FIRST_SIGNS = 4

/** Those alone. */
export function firstSigns({ words, kinds }: Sight, at: number, lemma: string): string[] {
  const before = words[at - 1] ?? EDGE
  const kindBefore = kinds[at - 1] ?? EDGE
  const kindBeforeThat = kindBefore === EDGE ? EDGE : (kinds[at - 2] ?? EDGE)
  return [before, `${kindBeforeThat} ${before}`, words[at + 1] ?? EDGE, `${lemma} ${kindBefore}`]
}

export interface Farther {
  /** Always in this order, after the first ones. */
  signs: string[]
  governor: string
  /** What its clause begins with. */
  border: string
  /** One letter for how the verb is governed, and one for what its subject is: limits differ by them. */
  hold: string
  subject: string
  /** The last finite verb before in the sentence is in the past. */
  isAfterPast: boolean
  /** The subject goes with the plain form: I, you, we, they, several. */
  isSeveral: boolean
}

/** The other signs. `told` says how the story around is told, or that it is speech. */
export function farSigns(sight: Sight, at: number, lemma: string, told: string): Farther {
  const kindAfter = sight.kinds[at + 1] ?? EDGE
  const near = clauseAt(sight, at - 1)
  const far = near.at < 0 ? near : clauseAt(sight, near.at - 1)
  const farther = far.at < 0 ? far : clauseAt(sight, far.at - 1)
  const subject = subjectAt(sight, at)
  const held = `${near.governor} ${near.pattern}`
  const sentence = tenseBefore(sight, at)
  const signs = [
    held,
    `${held} ${kindAfter}`,
    `${held} ${far.governor}`,
    `${held} ${far.governor} ${far.pattern} ${farther.governor}`,
    `${held} ${lemma}`,
    `${subject.number} ${near.governor}`,
    `${subject.border} ${subject.number} ${subject.near}`,
    `${subject.determiner} ${subject.number}`,
    subject.head,
    `${told} ${near.governor} ${near.pattern.slice(-1)}`,
    `${told} ${subject.number}`,
    `${told} ${sentence} ${near.governor}`,
    `${sentence} ${held}`,
    phraseAfter(sight, at),
  ]
  return {
    signs,
    governor: near.governor,
    border: subject.border,
    hold: holdLetter(near),
    subject: subjectLetter(subject),
    isAfterPast: sentence.endsWith('D'),
    isSeveral: SEVERAL.has(subject.number),
  }
}

/** Lower case where nothing but an adverb stands between. */
function holdLetter({ governor, pattern }: Clause): string {
  const letter = HOLD_LETTERS.get(governor) ?? (governor.length > 1 ? 'v' : 'z')
  return pattern === '' || pattern === 'a' ? letter : letter.toUpperCase()
}

const HOLD_LETTERS: ReadonlyMap<string, string> = new Map([
  ...['M', 'do', 'does', 'did'].map((word) => [word, 'm'] as const),
  ['to', 't'],
  ...['have', 'has', 'had', 'having', "'d"].map((word) => [word, 'h'] as const),
  ...['was', 'is', 'are', 'be', 'been', 'being', "'s"].map((word) => [word, 'b'] as const),
  ...['and', 'or', 'but', 'nor', ','].map((word) => [word, 'c'] as const),
  ...[EDGE, '?', ';', ':'].map((word) => [word, 's'] as const),
  ...[
    'that',
    'who',
    'which',
    'whom',
    'whose',
    'when',
    'while',
    'whenever',
    'because',
    'since',
    'if',
    'whether',
    'as',
    'than',
    'though',
    'although',
    'until',
    'till',
    'before',
    'after',
    'where',
    'what',
    'how',
    'why',
    'so',
    'lest',
    'unless',
    'once',
  ].map((word) => [word, 'w'] as const),
])

function subjectLetter({ border, near, number }: Subject): string {
  if (border === 'and' || border === 'or' || border === 'nor') return 'J'
  if (near !== '' && near !== number) return 'A'
  if (number === 's' || number === 'p') return 'N'
  return SUBJECTS.has(number) ? 'P' : 'O'
}

/** How many they are. */
export const FAR_SIGNS = 14

const SEVERAL = new Set('i you we they p'.split(' '))
