/** Which forms of a verb are not offered in a place, as what stands there may well be meant: wishes and orders, dialect, nouns. */
import { BASE, GERUND, type Inflected, PARTICIPLE, PAST, THIRD } from './paradigms.ts'
import { EDGE, isAdverb, ODD, OWNERS, type Sight } from './sight.ts'

/** What of a place closes forms; bits. */
const IN_DIALECT = 1
const WISHED = 2
const AFTER_SUBJECT = 4
const UNGOVERNED = 8

/** Of the place of the verb at `at`; `governor` and `border` as `farSigns` tells them. */
export function standingAt(sight: Sight, at: number, governor: string, border: string): number {
  let standing = 0
  if (governor === ODD) standing |= IN_DIALECT
  if (governor === EDGE) standing |= UNGOVERNED
  if (IFS.has(border) || isDemanded(sight, at)) standing |= WISHED
  if (isAfterSubject(sight, at)) standing |= AFTER_SUBJECT
  return standing
}

/** How the story is told where the lines around tell too little: by the sentence. */
export function toldBy(told: string, isAfterPast: boolean): string {
  return isAfterPast && (told === 'none' || told === 'mixed') ? 'past' : told
}

/** Bits of forms not to be offered for what is written. `told` is how the story is told, or `s` for speech. */
export function closedForms(
  standing: number,
  { forms, lemma }: Pick<Inflected, 'forms' | 'lemma'>,
  told: string,
  isSeveral: boolean,
): number {
  if ((standing & IN_DIALECT) !== 0) return ALL
  let closed = 0
  // Present for past and the other way round is another tense, no other form.
  if ((forms & PAST) !== 0) closed |= THIRD
  // Nouns both, where they are mixed up.
  if (forms === GERUND) closed |= THIRD
  if (forms === THIRD) closed |= GERUND
  if (told === 'present' || (told !== 'past' && (forms === THIRD || (forms === BASE && isSeveral)))) closed |= PAST
  if (forms === BASE) {
    if ((standing & WISHED) !== 0 || BLESSINGS.has(lemma)) closed |= PAST | THIRD
    if ((standing & AFTER_SUBJECT) === 0) closed |= THIRD
  }
  if ((forms & PARTICIPLE) === 0 && (forms & PAST) !== 0 && (standing & UNGOVERNED) !== 0) closed |= PARTICIPLE
  return closed
}

const ALL = 31

/** Clauses in which the plain form is good after "he": though he come, lest she see. */
const IFS = new Set('if though lest whether unless although until till'.split(' '))

const BLESSINGS = new Set('bless help damn forbid save grant preserve curse please thank'.split(' '))

const DEMANDS = new Set(
  (
    'demand demands demanded demanding command commanded insist insists insisted insisting insistence suggest suggests suggested suggesting suggestion order orders ordered request requested ' +
    'propose proposed proposing proposal urge urged recommend recommended beg begged require required requires important necessary essential imperative wish wished ask asks asked asking ' +
    'prefer preferred decree decreed desire desired advise advised advice entreat entreated implored pray prayed prays forbid condition better'
  ).split(' '),
)

/** "She suggested that he go": somewhere before in the sentence something is asked for. */
function isDemanded({ words }: Sight, at: number): boolean {
  for (let look = at - 1; look >= 0 && at - look < 16; look -= 1) {
    if (words[look] === EDGE) return false
    if (DEMANDS.has(words[look]!)) return true
  }
  return false
}

const PRONOUNS = new Set(
  'i you he she it we they who which that there everyone everybody nobody somebody someone anyone anybody everything nothing something one this what'.split(
    ' ',
  ),
)

/** A name, a pronoun or a noun stands right before, adverbs aside: a form with an s may be a verb there. */
function isAfterSubject({ words, kinds }: Sight, at: number): boolean {
  let look = at - 1
  while (look >= 0 && isAdverb(words[look]!)) look -= 1
  const before = words[look] ?? EDGE
  if (before === '@' || PRONOUNS.has(before)) return true
  // A function word or a mark is its own kind.
  if (before.length < 2 || kinds[look] === before || OWNERS.has(before)) return before === 'and'
  return !before.endsWith("'s")
}
