/**
 * The places of a line where a comma is a question: before a clause, a participle, a name spoken to and so on, each with
 * the mark that stands there or with none. The learning and the rules find them by this file only.
 */
import { isFiniteVerb } from '../finite-verbs.ts'
import { DETERMINERS, isFunctionWord, PREPOSITIONS } from '../function-words.ts'
import type { ProseLine } from '../prose-line.ts'
import { isStop } from '../sentences.ts'
import type { Token } from '../tokens.ts'
import { keptByWord } from '../word-ids.ts'

/**
 * `run-on`, `splice`: a clause begins that may be a sentence of its own. `participle`, `absolute`, `relative`: a phrase or
 * clause that is added. `opening`: the end of what leads up to the main
 * clause. `named`, `naming`: before and after somebody spoken to.
 */
export const PLACE_KINDS = [
  'run-on',
  'splice',
  'participle',
  'absolute',
  'relative',
  'opening',
  'named',
  'naming',
] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

export interface Place {
  kind: PlaceKind
  /** Indexes in `words`: the last word before it, and the first one after. */
  left: number
  right: number
  /** What stands between: nothing, a comma, or the end of a sentence. */
  mark: '' | ',' | '.'
}

/** A line as these rules read it. */
export interface PlacedWords {
  /** The line's tokens without the marks of emphasis. */
  words: readonly Token[]
  /** For each word, the index of the first one after the last punctuation before it. */
  parts: readonly number[]
  /** For each word, the index of the first one of its sentence; quotation marks part sentences here. */
  sentences: readonly number[]
  isSpeech(at: number): boolean
  /** The word at this index is a name. */
  isName(at: number): boolean
}

export function placedWords(line: ProseLine, isName: (token: Token) => boolean): PlacedWords {
  const words = line.tokens.some(isEmphasis) ? line.tokens.filter((token) => !isEmphasis(token)) : line.tokens
  const parts: number[] = []
  const sentences: number[] = []
  let part = 0
  let sentence = 0
  for (const [at, token] of words.entries()) {
    parts.push(part)
    sentences.push(sentence)
    if (token.kind === 'word' || token.kind === 'number') continue
    part = at + 1
    const isTitle = token.text === '.' && TITLES.has(words[at - 1]?.lower ?? '')
    if (token.kind !== 'mark' || (isStop(token) && !isTitle) || token.text === ';' || token.text === ':')
      sentence = at + 1
  }
  return {
    words,
    parts,
    sentences,
    isSpeech(at) {
      return line.isSpeech(words[at]!.start)
    },
    isName(at) {
      return mayBeName(words[at]!) && isName(words[at]!)
    },
  }
}

/** The same line, with what its names are. */
export function withNames(cut: PlacedWords, isName: (token: Token) => boolean): PlacedWords {
  return {
    ...cut,
    isName(at) {
      return mayBeName(cut.words[at]!) && isName(cut.words[at]!)
    },
  }
}

function mayBeName({ shape, lower }: Token): boolean {
  return shape === 'Capital' && lower.length > 1 && !lower.includes("'") && !isFunctionWord(lower)
}

/** In order, but for those of `namePlacesOf`; a border may be a place of several kinds. With `stops` also ends of sentences, of which is learnt what a clause of its own is. */
export function* placesOf(line: PlacedWords, stops = false): Generator<Place> {
  const { words, parts, sentences } = line
  for (let right = 1; right < words.length; right += 1) {
    const word = words[right]!
    if (word.kind !== 'word') continue
    const before = words[right - 1]!
    let left = right - 1
    let mark: Place['mark'] = ''
    if (before.kind !== 'word' && before.kind !== 'number') {
      left -= 1
      if (before.text === ',') mark = ','
      else if (stops && (before.text === '.' || before.text === ';')) mark = '.'
      else continue
    }
    const last = words[left]
    if (last === undefined || (last.kind !== 'word' && last.kind !== 'number')) continue
    const { lower } = word
    if (isWhole(line, left)) {
      const isPronoun = CLAUSE_SUBJECTS.has(lower) || SHORT_CLAUSE.test(lower)
      if (isPronoun && mark !== ',') yield { kind: 'run-on', left, right, mark }
      if (
        mark !== '' &&
        !line.isSpeech(right) &&
        (isPronoun || ((SUBJECT_STARTS.has(lower) || word.shape === 'Capital') && isVerbNear(words, right)))
      )
        yield { kind: 'splice', left, right, mark }
    }
    if (mark === '.') continue
    if (ENDS_ING.test(lower) && hasVerb(words, parts[left]!, left)) yield { kind: 'participle', left, right, mark }
    else if (RELATIVES.has(lower) && isNamed(words, parts[left]!, left)) yield { kind: 'relative', left, right, mark }

    if (ABSOLUTE_STARTS.has(lower) && hasParticiple(words, right) && !isOpener(words, sentences[left]!))
      yield { kind: 'absolute', left, right, mark }
    if (sentences[left] === parts[left] && right - parts[left]! >= 3 && isClauseOpened(words, parts[left]!, right))
      yield { kind: 'opening', left, right, mark }
  }
}

/** What follows the place can be the subject of a sentence: any other word with a capital has to be a name. */
export function beginsClause(line: PlacedWords, { right }: Place): boolean {
  const { shape, lower } = line.words[right]!
  return shape !== 'Capital' || isSubject(lower) || line.isName(right)
}

/** A name amid a clause, as far as the letters tell; not what "it was" brings forward. */
function isNamed(words: readonly Token[], part: number, at: number): boolean {
  if (words[at]!.shape !== 'Capital' || isFunctionWord(words[at]!.lower)) return false
  let found = false
  for (let back = part; back < at; back += 1) {
    const { lower } = words[back]!
    if (/^(?:it|it's|'twas|was|is|not)$/.test(lower)) return false
    if (isVerbToken(words[back]!) || PREPOSITIONS.has(lower)) found = true
  }
  return found
}

/** In order, in speech only: the places before and after somebody spoken to. */
export function* namePlacesOf(line: PlacedWords): Generator<Place> {
  const { words } = line
  for (let right = 1; right < words.length; right += 1) {
    const before = words[right - 1]!
    const isComma = before.text === ','
    const left = isComma ? right - 2 : right - 1
    if (words[right]!.kind !== 'word' || words[left]?.kind !== 'word' || !(isComma || before.kind === 'word')) continue
    if (!line.isSpeech(right)) continue
    const mark = isComma ? ',' : ''
    // "Oh Kell", "yes sir": as one likes, or another rule's.
    const isCall = line.sentences[left] === left && INTERJECTIONS.has(words[left]!.lower)
    if (!isCall && isAddress(line, right)) yield { kind: 'named', left, right, mark }
    if (isOpened(line, left)) yield { kind: 'naming', left, right, mark }
  }
}

/** The part that ends at `left` has a verb and leads up to nothing. */
function isWhole({ words, parts, sentences }: PlacedWords, left: number): boolean {
  const part = parts[left]!
  if (left - part >= LONGEST_WHOLE || isOpener(words, part) || isOpener(words, sentences[left]!)) return false
  const first = words[JOINING.has(words[part]!.lower) ? part + 1 : part]
  if (first === undefined || !mayBeSubject(first)) return false
  let found = false
  for (let at = part; at <= left; at += 1) {
    const { lower } = words[at]!
    if (isVerbToken(words[at]!)) found = true
    if (at === part) continue
    if (DEPENDING.has(lower)) return false
    // "and after breakfast he": a new beginning that leads up to what follows.
    if (JOINING.has(words[at - 1]!.lower) && PREPOSITIONS.has(lower)) return false
  }
  return found
}

/** The word can begin the subject of a clause. */
export function mayBeSubject({ lower, shape }: Token): boolean {
  return shape === 'Capital' ? !isFunctionWord(lower) || isSubject(lower) : isSubject(lower)
}

function isSubject(lower: string): boolean {
  return CLAUSE_SUBJECTS.has(lower) || SHORT_CLAUSE.test(lower) || SUBJECT_STARTS.has(lower)
}

function isVerbNear(words: readonly Token[], at: number): boolean {
  for (let next = at + 1; next < at + 5 && words[next]?.kind === 'word'; next += 1)
    if (isVerbToken(words[next]!)) return true
  return false
}

/** A finite verb, by itself or in one word with its subject. */
function isVerb(lower: string): boolean {
  return isFiniteVerb(lower) || /^(?:i|he|she|it|we|they|you|that|there)'/.test(lower)
}

/** The same, asked oftener than anything else. */
export const isVerbToken: (token: Token) => boolean = keptByWord(isVerb)

function hasVerb(words: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at <= to; at += 1) if (isVerbToken(words[at]!)) return true
  return false
}

function isEmphasis({ kind, text }: Token): boolean {
  return kind === 'mark' && (text === '*' || text === '_')
}

/** Its own -ing or -ed word follows, before any punctuation. */
function hasParticiple(words: readonly Token[], at: number): boolean {
  for (let next = at + 1; next < at + 6; next += 1) {
    const word = words[next]
    if (word?.kind !== 'word') return false
    if (next > at + 1 && /(?:ing|ed)$/.test(word.lower)) return true
  }
  return false
}

function isOpener(words: readonly Token[], first: number): boolean {
  const start = JOINING.has(words[first]!.lower) ? first + 1 : first
  const { lower } = words[start]!
  if (OPENERS.has(lower)) return true
  const next = words[start + 1]?.lower ?? ''
  return (lower === 'every' || lower === 'by' || lower === 'the' || lower === 'even') && OPENED_BY.has(next)
}

/** "When he came in ▮ the dog barked": a clause with its verb stands before `right`, and the beginning of another after it. */
function isClauseOpened(words: readonly Token[], first: number, right: number): boolean {
  if (!CLAUSE_OPENERS.has(words[first]!.lower) || !mayBeSubject(words[right]!) || !isVerbNear(words, right - 1))
    return false
  return hasVerb(words, first + 1, right - 1)
}

/** By a name, or by a word that one calls somebody. */
export function isAddress(line: PlacedWords, at: number): boolean {
  const word = line.words[at]!
  if (line.isName(at) || PEOPLE_SPOKEN_TO.has(word.lower)) return true
  return (
    (word.lower === 'my' || word.lower === 'old' || word.lower === 'you') &&
    PEOPLE_SPOKEN_TO.has(line.words[at + 1]?.lower ?? '')
  )
}

/** At `left` ends an address that begins a spoken sentence, with at most an "oh" before it, or follows a comma. */
function isOpened(line: PlacedWords, left: number): boolean {
  if (!isAddress(line, left) || /^(?:lord|everybody|everyone|love)$/.test(line.words[left]!.lower)) return false
  const from = line.sentences[left]!
  const at = addressStart(line, left)
  return (
    at === from || line.words[at - 1]!.text === ',' || (at === from + 1 && INTERJECTIONS.has(line.words[from]!.lower))
  )
}

/** The index of the first word of the name that ends at `left`. */
export function addressStart({ words, parts, isName }: PlacedWords, left: number): number {
  let at = left
  while (at > parts[left]! && (isName(at - 1) || TITLES.has(words[at - 1]!.lower) || words[at - 1]!.lower === 'my'))
    at -= 1
  return at
}

const CLAUSE_SUBJECTS = new Set('i he she it we they you there'.split(' '))
const SHORT_CLAUSE =
  /^(?:i'm|(?:he|she|it|that|there|what)'s|(?:we|they|you)'re|(?:i|he|she|it|we|they|you)'(?:d|ll)|(?:i|we|they|you)'ve)$/
const SUBJECT_STARTS: ReadonlySet<string> = new Set([
  ...DETERMINERS,
  ...'nobody nothing everybody everyone everything somebody someone something people'.split(' '),
])
/** Amid a part: a clause that hangs on another, and whose other half may follow. */
const DEPENDING = new Set(
  'when while if as once although though unless because since before after until than who which what how where whether why whose whatever'.split(
    ' ',
  ),
)
const ENDS_ING = /^[a-z-]{2,}ing$/
const RELATIVES = new Set('who which whose whom where'.split(' '))
const JOINING = new Set('and but so or yet'.split(' '))
const ABSOLUTE_STARTS = new Set('his her their its my one both all each some most none'.split(' '))
const OPENERS = new Set(
  (
    'when while as if although though because since before after once until unless whenever wherever in at on with from during ' +
    'without despite behind beside under above for to instead'
  ).split(' '),
)
const CLAUSE_OPENERS = new Set(
  'when while if as although though because since before after until unless whenever'.split(' '),
)
/** Words: a longer part has more in it than one clause. */
const LONGEST_WHOLE = 14
const OPENED_BY = new Set('time moment day night now if though when as second minute instant'.split(' '))
const TITLES = new Set(
  'mr mrs ms miss dr st prof sgt capt uncle aunt auntie professor captain colonel doctor inspector sergeant major general commander lord lady master'.split(
    ' ',
  ),
)
const INTERJECTIONS = new Set(
  'oh no yes well and but so hey please yeah okay ok just now look hi hello ah thanks sorry why come yep nope besides say'.split(
    ' ',
  ),
)
const PEOPLE_SPOKEN_TO = new Set(
  (
    "sir ma'am madam mum mom mummy mommy mama ma dad daddy papa pa grandma grandpa gran granny uncle aunt auntie sister brother son " +
    'sonny boy boys girl girls lad lads lass lassie child children kid kids kiddo man dude bro guys folks people everyone everybody friend friends ' +
    'pal mate buddy chum chap fellow love darling dearie honey sweetheart sweetie baby babe angel sugar pet beloved ' +
    'captain sergeant doctor doc professor teacher coach boss chief sheriff officer inspector detective constable colonel major general ' +
    'commander lieutenant admiral corporal private soldier father mother reverend rabbi nurse master mistress mister miss missus lady ladies gentlemen ' +
    'lord highness majesty king queen princess prince sire milord milady gentlemen stranger traveler traveller neighbor neighbour partner cousin ' +
    'idiot fool stupid moron dummy loser coward liar traitor bastard bitch jerk genius sunshine brat'
  ).split(' '),
)
