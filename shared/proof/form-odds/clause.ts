/** What the words before a verb say of it: what governs it, who does it, and the tense of its sentence so far. */
import { isFunctionWord } from '../function-words.ts'
import { BASE, GERUND, inflectedOf, PARTICIPLE, PAST, THIRD } from './paradigms.ts'
import { EDGE, isAdverb, OWNERS, type Sight, SUBJECTS } from './sight.ts'

/** What the clause before a verb says of it. */
export interface Clause {
  /** The nearest holder and the words between, by sort. */
  governor: string
  pattern: string
  /** Where the governor stands; -1 for nowhere. */
  at: number
}

export function clauseAt({ words, holds }: Sight, from: number): Clause {
  let pattern = ''
  let last = ''
  let at = from
  for (; at >= 0; at -= 1) {
    const held = holds[at] ?? null
    if (held !== null) return { governor: held, pattern, at }
    const sort = sortOf(words[at]!)
    if (sort !== last && pattern.length < 4) pattern = sort + pattern
    last = sort
    if (from - at > 9) break
  }
  return { governor: at < 0 ? EDGE : '~', pattern, at: -1 }
}

function sortOf(word: string): string {
  if (SUBJECTS.has(word)) return word === 'it' || word === 'you' ? 'q' : 's'
  if (word === 'him' || word === 'me' || word === 'them' || word === 'us' || word === 'her') return 'o'
  if (word === '@') return '@'
  if (isAdverb(word)) return 'a'
  if (OWNERS.has(word)) return 'd'
  return isFunctionWord(word) ? 'p' : 'n'
}

/** Who does it, as far as the words before tell: the head of the phrase, the noun right before, and what the clause begins with. */
export interface Subject {
  head: string
  /** `s` one, `p` several, or the word itself. */
  number: string
  near: string
  determiner: string
  border: string
}

const BORDERS = new Set([EDGE, '?', ',', ';', ':', '—', '–', '-', '(', ')'])

export function subjectAt({ words, holds }: Sight, at: number): Subject {
  let end = at - 1
  while (end >= 0 && (isAdverb(words[end]!) || AUXILIARY.has(holds[end] ?? ''))) end -= 1
  const near = words[end] ?? EDGE
  if (end >= 0 && SUBJECTS.has(near)) {
    return { head: near, number: near, near, determiner: '', border: words[end - 1] ?? EDGE }
  }
  let head = end
  let from = end
  let joined = ''
  let determiner = ''
  let step = end
  for (; step >= 0 && end - step < 12; step -= 1) {
    const word = words[step]!
    const held = holds[step] ?? null
    if (held === 'and' || held === 'or' || held === 'nor') {
      // "Before these lads and men": whether it is the subject that is joined, or what a preposition before it governs.
      if (joined !== '' || !isNominal(words[step - 1] ?? EDGE, holds[step - 1] ?? null)) break
      joined = held
      continue
    }
    if (BORDERS.has(word) || (held !== null && word !== 'to')) break
    if (PREPOSITIONS.has(word) || word === 'to') {
      if (!isNominal(words[step - 1] ?? EDGE, holds[step - 1] ?? null)) break
      head = step - 1
      joined = ''
    }
    from = step
  }
  for (let look = head; look >= from; look -= 1) {
    const word = words[look]!
    if (DETERMINER.has(word)) {
      determiner = word
      break
    }
  }
  const border = words[step] ?? EDGE
  return {
    head: words[head] ?? EDGE,
    number: head < 0 || head < from ? EDGE : numberOf(words[head]!),
    near: head === end ? '' : numberOf(near),
    determiner,
    border:
      joined !== '' ? joined : BORDERS.has(border) || (holds[step] ?? null) !== null ? (holds[step] ?? border) : '~',
  }
}

/** Something that can be joined by "and", or stand before a preposition. */
function isNominal(word: string, held: string | null): boolean {
  return held === null && !BORDERS.has(word) && !isAdverb(word)
}

const AUXILIARY = new Set('M do does did have has had was is are be been being'.split(' '))

const PREPOSITIONS = new Set(
  'of in on at for with from by about into onto over under through across around behind beside between against without within near toward towards along among beneath below above beyond during inside outside'.split(
    ' ',
  ),
)

const DETERMINER = new Set(
  'a an the my your his her its our their this that these those every each no some any all both two three four five six many several few most one other such what which whose #'.split(
    ' ',
  ),
)

/** One or several, by form: `s`, `p`; function words, names and numbers as they are. */
function numberOf(word: string): string {
  if (word.length === 1 || isFunctionWord(word)) return word
  if (MANY.has(word)) return 'p'
  return /[^sui]s$/.test(word) && !ONE_WITH_S.has(word) ? 'p' : word.endsWith('ing') ? 'g' : 's'
}

const MANY = new Set(
  'men women children people feet teeth mice geese police folk others policemen gentlemen wolves'.split(' '),
)

const ONE_WITH_S = new Set('always perhaps news yes indeed sometimes upstairs downstairs afterwards besides'.split(' '))

/** One or several, of what comes after the verb at `at`: "there were two men". */
export function phraseAfter({ words, kinds }: Sight, at: number): string {
  let determiner = ''
  let number = ''
  for (let look = at + 1; look < at + 6; look += 1) {
    const word = words[look] ?? EDGE
    if (word === 'not' || isAdverb(word)) continue
    if (DETERMINER.has(word)) determiner ||= word
    else if (isFunctionWord(word) || (word.length === 1 && word !== '@')) {
      if (number === '') number = word
      break
    } else number = numberOf(word)
  }
  return `${words[at - 1] ?? EDGE} ${determiner} ${number || (kinds[at + 1] ?? EDGE)}`
}

/** The tense of the last finite verb before in the sentence, and whether a conjunction stands between. */
export function tenseBefore({ words, holds }: Sight, at: number): string {
  let link = ''
  for (let look = at - 1; look >= 0 && at - look < 25; look -= 1) {
    const held = holds[look] ?? null
    if (held === null) continue
    if (held === EDGE || held === '?') return link
    if (held === 'was' || held === 'had' || held === 'did') return `${link}D`
    if (held === 'is' || held === 'are' || held === 'has' || held === 'does' || held === 'do') return `${link}P`
    if (held === 'M') return `${link}M`
    const forms = inflectedOf(words[look]!)?.forms ?? 0
    if (forms !== 0 && (forms & PAST) !== 0 && (forms & (BASE | THIRD)) === 0) return `${link}D`
    if ((forms & THIRD) !== 0) return `${link}P`
    if (link === '' && (forms & (GERUND | PARTICIPLE)) === 0 && held.length > 1)
      link = held === 'and' || held === 'but' ? '&' : '+'
  }
  return link
}
