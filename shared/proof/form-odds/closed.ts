/** Which forms of a verb are not offered in a place, as what stands there may well be meant: wishes and orders, dialect, nouns. */
import { BASE, GERUND, type Inflected, PARTICIPLE, PAST, THIRD } from './paradigms.ts'
import { EDGE, isAdverb, ODD, OWNERS, type Sight, SUBJECTS } from './sight.ts'

/** What of a place closes forms; bits. */
const IN_DIALECT = 1
const WISHED = 2
const AFTER_SUBJECT = 4
const UNGOVERNED = 8
const IN_RELATIVE = 16
const AFTER_DOING = 32
const AFTER_VERB = 64
const BESIDE_SUBJECT = 128
const AFTER_HAVE = 256
const AFTER_BREAK = 512

/** Of the place of the verb at `at`; `governor` and `border` as `farSigns` tells them. */
export function standingAt(sight: Sight, at: number, governor: string, border: string): number {
  let standing = 0
  if (governor === ODD) standing |= IN_DIALECT
  if (governor === EDGE) standing |= UNGOVERNED
  if (IFS.has(border) || isDemanded(sight, at)) standing |= WISHED
  if (isAfterSubject(sight, at)) standing |= AFTER_SUBJECT
  if (TAKERS.has(governor) || /\d$/.test(governor)) standing |= AFTER_VERB
  if (isBesideSubject(sight, at)) standing |= BESIDE_SUBJECT
  if (HAVING.test(governor)) standing |= AFTER_HAVE
  if (BREAKS.has(sight.words[at - 1] ?? EDGE)) standing |= AFTER_BREAK
  const auxiliary = auxiliaryBefore(sight, at)
  if (auxiliary > 0) {
    if (DOING.has(sight.words[auxiliary - 1]!)) standing |= AFTER_DOING
    if (isRelative(sight, auxiliary)) standing |= IN_RELATIVE
  }
  return standing
}

/** After these one has or gets a thing, which may end in -ing: had writing on it, got going. */
const HAVING = /^(?:have|has|had|having|'d|get\d+)$/

/** After these something begins anew, or a word is only quoted. */
const BREAKS = new Set([EDGE, '?', '—', '–', '-', '…', '(', '*'])

/** What asks for a plain form, besides verbs. */
const TAKERS = new Set(['M', 'do', 'does', 'did', 'to'])

/** "All he could do was wait". */
const DOING = new Set('do did does done doing'.split(' '))

const AUXILIARIES = new Set('have has had was is are be been being'.split(' '))

/** The index of "had", "was" and the like right before, adverbs aside; -1 where none is. */
function auxiliaryBefore({ words, holds }: Sight, at: number): number {
  let look = at - 1
  while (look > 0 && isAdverb(words[look]!)) look -= 1
  return AUXILIARIES.has(holds[look] ?? '') ? look : -1
}

/** A clause within a subject, whose verb comes only here: "all she had fell", "what he was took years". */
function isRelative({ words, holds }: Sight, auxiliary: number): boolean {
  if (!SUBJECTS.has(words[auxiliary - 1] ?? '')) return false
  let look = auxiliary - 2
  if (words[look] === 'that') look -= 1
  const before = words[look]
  if (before === undefined || before === EDGE || before === ',' || (before !== 'all' && isAdverb(before))) return false
  return before === 'what' || holds[look] === null
}

/** "Were" may be meant where one is spoken of: a wish, or what is not so. */
export function isWished(standing: number, sight: Sight, at: number): boolean {
  if ((standing & WISHED) !== 0) return true
  const before = sight.words[at - 1] ?? EDGE
  if (before === EDGE || before === ',' || before === 'be') return true
  // "There weren't enough of them."
  if (before === 'there' && MANY.has(sight.words[at + 1] ?? EDGE)) return true
  return isSupposed(sight, at)
}

const MANY = new Set('more enough many any others several'.split(' '))

/** "As if, he thought, she were", "suppose now that he were": what supposes it stands further before in the sentence. */
function isSupposed({ words }: Sight, at: number): boolean {
  if (!/^(?:i|he|she|it)$/.test(words[at - 1]!)) return false
  for (let look = at - 2; look >= 0 && at - look < FAR_SUPPOSED && words[look] !== EDGE; look -= 1) {
    if (/^(?:if|though|suppose|supposed|supposing|wish|wished|wishes|wishing)$/.test(words[look]!)) return true
  }
  return false
}

/** Words from "if" to its verb at most. */
const FAR_SUPPOSED = 10

/** "Giving these people tools was fine": the doing is the subject, whatever number its object is of. */
export function isOfDoing({ words }: Sight, at: number): boolean {
  for (let look = at - 1; look >= 0 && at - look < FAR_DOING; look -= 1) {
    const word = words[look]!
    if (word === ',') return false
    const before = words[look - 1] ?? EDGE
    if (/..ing$/.test(word) && (before === EDGE || before === 'that' || before === 'and' || before === 'but'))
      return true
    if (word === EDGE) return false
  }
  return false
}

/** Words from the start of such a subject to its verb at most. */
const FAR_DOING = 8

/** One that is many, or as many as what is spoken of: both numbers are right. */
export function isCollective({ words }: Sight, at: number): boolean {
  for (let look = at - 1; look >= 0 && at - look < 7 && words[look] !== EDGE; look -= 1) {
    if (COLLECTIVES.has(words[look]!)) return true
  }
  return false
}

const COLLECTIVES = new Set(
  'crowd team family police staff couple pair majority number group band gang crew public audience committee government rest lot half part none any all most more enemy company household party'.split(
    ' ',
  ),
)

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
  isNoun: boolean,
): number {
  if ((standing & (IN_DIALECT | AFTER_BREAK)) !== 0) return ALL
  let closed = 0
  // Present for past and the other way round is another tense, no other form.
  if ((forms & PAST) !== 0) closed |= THIRD
  // Nouns both, where they are mixed up.
  if (forms === GERUND) closed |= THIRD
  if (forms === THIRD) closed |= GERUND
  if (forms === PARTICIPLE) closed |= THIRD
  if (told === 'present' || (told !== 'past' && (forms === THIRD || (forms === BASE && isSeveral)))) closed |= PAST
  if ((forms & PAST) !== 0 && (standing & IN_RELATIVE) !== 0) closed |= PARTICIPLE | GERUND
  if (forms === THIRD && (standing & (AFTER_SUBJECT | AFTER_VERB)) === 0) closed |= BASE
  if (isNoun && (standing & BESIDE_SUBJECT) === 0) closed |= forms === THIRD ? BASE : forms === BASE ? THIRD : 0
  if (forms === GERUND && lemma !== 'be' && (standing & AFTER_HAVE) !== 0) closed |= PAST | PARTICIPLE
  if ((forms & BASE) !== 0 && (forms & PAST) === 0 && (standing & WISHED) !== 0) closed |= PAST | THIRD
  if (forms === BASE) {
    if ((standing & AFTER_DOING) !== 0) closed |= ALL
    if (BLESSINGS.has(lemma)) closed |= PAST | THIRD
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

/** The same for a word that may be a noun as well: only after a pronoun, a name or a noun in the plural, or as said of an auxiliary. */
function isBesideSubject({ words, holds, kinds }: Sight, at: number): boolean {
  const before = words[at - 1] ?? EDGE
  if (before === '@' || PRONOUNS.has(before) || ['M', 'do', 'does', 'did'].includes(holds[at - 1] ?? '')) return true
  return before.length > 3 && /[^s]s$/.test(before) && kinds[at - 1] !== before
}

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
