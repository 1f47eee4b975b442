/** Whose something is, without the apostrophe: Kessas turn, my mothers voice, the sheriffs dogs, thirty years experience. */
import { judgedOwner } from '../apostrophes/odds.ts'
import { ownerPlaces } from '../apostrophes/places.ts'
import { COUNT_NOUNS, PLURALS } from '../count-nouns.ts'
import { isFiniteVerb } from '../finite-verbs.ts'
import { dressed } from '../frames.ts'
import { DETERMINERS, isFunctionWord, PREPOSITIONS } from '../function-words.ts'
import { BELONGINGS, BELONGINGS_OR_VERBS, NO_PLURALS, OWNERS, SHARED, SOMEBODIES } from '../owners.ts'
import type { ProseLine } from '../prose-line.ts'
import type { StoryRule, StorySpot, StoryView } from '../rule.ts'
import type { Speller } from '../speller.ts'
import type { Token } from '../tokens.ts'
import { VERB_OF_BASE } from '../verbs.ts'

export const missingApostrophe: StoryRule = {
  name: 'missing-apostrophe',
  level: 'default',
  kind: 'punctuation',
  title: 'Whose? The apostrophe is missing',
  explain:
    'Whose something is has an apostrophe: before the s where the owner is one (my mother’s voice, Kessa’s turn), after it where ' +
    'they are several (the girls’ room, thirty years’ experience).',
  example: { wrong: 'It was Kessas turn.', right: 'It was Kessa’s turn.' },
  source: 'Chicago Manual of Style 17th ed. 7.16–7.24 (possessives; genitive with time).',
  *checkStory(story) {
    const names = slippedNames(story)
    const { speller } = story
    const isNoWord = (word: string): boolean => speller !== null && !speller.correct(word)
    for (const [at, line] of story.lines.entries()) {
      const { capitals, firsts } = story.summaries[at]!
      const hasName =
        names.size > 0 && (capitals.some((word) => names.has(word)) || firsts.some((word) => names.has(word)))
      const { plain, wholeNames } = placesOf(line)
      if (!hasName && plain.length === 0 && wholeNames.length === 0) continue
      for (const { place, rights } of [
        ...plain,
        ...(hasName ? namePlaces(line, names, isNoWord) : []),
        ...wholeNames.filter(({ place }) => isWholeName(line.tokens[place]!, story)),
      ]) {
        const { start: offset, end, text } = line.tokens[place]!
        const replacements = rights.map((right) => dressed(right, text, story.facts.forms.apostrophe))
        const message = 'An apostrophe says whose it is.'
        yield { line: at, offset, length: end - offset, message, replacements } satisfies StorySpot
      }
    }
  },
}

interface Place {
  /** The index of a token. */
  place: number
  rights: readonly string[]
}

/** A name that the story has far more often without the s, or that the dictionary has only without it: as written → the name. */
function slippedNames({ words, facts, speller }: StoryView): ReadonlyMap<string, string> {
  const slipped = new Map<string, string>()
  for (const [word, { capital, first, lower }] of words) {
    if (lower > 0 || word.length < 4 || !word.endsWith('s') || /(?:ss|us|is|'s)$/.test(word)) continue
    const name = word.slice(0, -1)
    const written = word.slice(0, 1).toUpperCase() + word.slice(1)
    const count = words.get(name)
    if (count !== undefined && count.lower > 0) continue
    const often = count === undefined ? 0 : count.capital + count.first
    const isTheStorys = often >= 2 && often >= 2 * (capital + first) && facts.isName(name)
    if (isTheStorys || (capital + first <= 2 && speller !== null && isKnownName(written, speller)))
      slipped.set(written, name)
  }
  return slipped
}

/** The dictionary has the word without its s, with a capital only, and not with the s. */
function isKnownName(written: string, speller: Speller): boolean {
  const name = written.slice(0, -1)
  return name.length > 2 && speller.correct(name) && !speller.correct(name.toLowerCase()) && !speller.correct(written)
}

/** Names that end in s themselves, if names they are, before what only a name can own: Marcus shadow. */
function* wholeNamePlaces({ tokens }: ProseLine): Generator<Place> {
  for (const [at, { text, shape, lower }] of tokens.entries()) {
    if (shape !== 'Capital' || !lower.endsWith('s') || lower.length < 4 || tokens[at + 1]?.shape !== 'lower') continue
    const { lower: thing } = tokens[at + 1]!
    if (!BELONGINGS.has(thing) && !(BELONGINGS_OR_VERBS.has(thing) && isTaken(tokens, at))) continue
    if (PLACES.has(lower) || isFollowed(tokens, at + 1)) continue
    if (
      tokens[at - 1]?.kind === 'word' &&
      (tokens[at - 1]!.shape === 'Capital' ||
        ARTICLES.has(tokens[at - 1]!.lower) ||
        ARTICLES.has(tokens[at - 2]?.lower ?? ''))
    )
      continue
    yield { place: at, rights: [`${text}'s`, `${text}'`] }
  }
}

/** Somebody's name, and not two of whom the story calls one by the name without the s. */
function isWholeName({ text, lower }: Token, { facts, words }: StoryView): boolean {
  return facts.isName(text) && !words.has(lower.slice(0, -1))
}

/** After a preposition or such a verb a name is no subject: "at Marcus face". */
function isTaken(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.lower ?? ''
  return (PREPOSITIONS.has(before) && !CLAUSE_BEFORE.has(before)) || TAKING.has(before)
}

function namePlaces(
  { tokens }: ProseLine,
  names: ReadonlyMap<string, string>,
  isNoWord: (word: string) => boolean,
): Place[] {
  const places: Place[] = []
  for (const [at, { text }] of tokens.entries()) {
    const name = names.get(text)
    const before = tokens[at - 1]
    const next = tokens[at + 1]
    if (name === undefined || next?.shape !== 'lower') continue
    // "Kaels not coming", "Kaels old horse": of a name that is no word with its s, nothing else can be meant.
    const isPlain = before?.kind !== 'word' || !(DETERMINERS.has(before.lower) || NUMBERS.has(before.lower))
    if (!isOwned(tokens, at + 1) && !(isPlain && isNoWord(text) && !isFiniteVerb(next.lower) && !NEXT.test(next.lower)))
      continue
    const isFamily = before?.lower === 'the' && PREPOSITIONS.has(tokens[at - 2]?.lower ?? '')
    if (isFamily && BELONGINGS.has(next.lower)) places.push({ place: at, rights: [`${text}'`] })
    // "The Kessas house" may be called so, and "Ann Kessas" is somebody.
    if (before?.kind === 'word' && (before.shape === 'Capital' || SEVERAL.has(before.lower))) continue
    places.push({ place: at, rights: [`${name}'s`] })
  }
  return places
}

/** What a line tells without the story. */
interface LinePlaces {
  plain: readonly Place[]
  /** Of these the story tells whether they are names. */
  wholeNames: readonly Place[]
}

const known = new WeakMap<ProseLine, LinePlaces>()

function placesOf(line: ProseLine): LinePlaces {
  let places = known.get(line)
  if (places === undefined) {
    places = { plain: placesIn(line), wholeNames: [...wholeNamePlaces(line)] }
    known.set(line, places)
  }
  return places
}

function placesIn(line: ProseLine): Place[] {
  const { tokens } = line
  const places: Place[] = []
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    const token = tokens[at]!
    if (!token.lower.endsWith('s') || (token.shape !== 'lower' && token.shape !== 'Capital')) continue
    if (tokens[at + 1]!.shape !== 'lower') continue
    const rights = rightsAt(tokens, at)
    if (rights !== null) places.push({ place: at, rights })
  }
  if (!line.heading) places.push(...learntPlaces(line, new Set(places.map(({ place }) => place))))
  return places
}

/** Where what was learnt from novels speaks loudly for an apostrophe. */
function* learntPlaces(line: ProseLine, seen: ReadonlySet<number>): Generator<Place> {
  const { tokens } = line
  for (const owner of ownerPlaces(tokens)) {
    if (owner.form !== 's' || seen.has(owner.at) || isFunctionWord(tokens[owner.at + 1]!.lower)) continue
    const { start, lower } = tokens[owner.at]!
    const before = tokens.slice(Math.max(0, owner.at - 4), owner.at).map((token) => token.lower)
    // "gave the boys money", "a sports coat"
    if (ATTRIBUTIVE.has(lower) || before.some((word) => GIVING.has(word))) continue
    if (isFollowed(tokens, owner.at + 1) || mayAct(tokens, owner.at)) continue
    const { surplus, isMany } = judgedOwner(tokens, owner, line.isSpeech(start))
    if (surplus <= 0) continue
    const rights = [`${owner.one}'s`, `${lower}'`]
    const areSeveral =
      isMany ||
      (TOGETHER.has(lower) && before.at(-1) !== 'each') ||
      before.slice(-2).some((word) => BOTH.has(word) || NUMBERS.has(word))
    yield { place: owner.at, rights: areSeveral ? rights.reverse() : rights }
  }
}

/** What the word should be, the likelier first; null where it may be right. */
function rightsAt(tokens: readonly Token[], at: number): readonly string[] | null {
  const { lower, shape } = tokens[at]!
  const next = tokens[at + 1]!.lower
  const somebody = SOMEBODIES.get(lower)
  if (somebody !== undefined) {
    return [`${somebody}'s`]
  }
  if (DAYS.has(lower)) {
    return ALL_DAYS.has(tokens[at - 1]?.lower ?? '') || isFunctionWord(next) || isFiniteVerb(next)
      ? null
      : [`${lower.slice(0, -1)}'s`]
  }
  if (shape !== 'lower') return null
  const before = tokens[at - 1]?.lower ?? ''
  if (TIMES.has(lower)) {
    return NUMBERS.has(before) && LASTING.has(next) && !isFollowed(tokens, at + 1) ? [`${lower}'`] : null
  }
  const one = NO_PLURALS.get(lower)
  if (one !== undefined && DETERMINED.has(before) && !isFunctionWord(next)) return [`${one}'s`]
  const owner = OWNERS.get(lower)
  if (owner === undefined) return null
  const start = QUALITIES.has(before) ? at - 2 : at - 1
  const thing = THING_QUALITIES.has(next) && tokens[at + 2]?.shape === 'lower' ? at + 2 : at + 1
  if (!isOwner(tokens, start, thing)) return null
  const rights = [`${owner}'s`, `${lower}'`]
  const isShared = SHARED.has(next) || TOGETHER.has(lower) || BOTH.has(tokens[start - 1]?.lower ?? '')
  return isShared ? rights.reverse() : rights
}

/** An article or possessive at `start`, with a thing at `thing` that it cannot be the subject of. */
function isOwner(tokens: readonly Token[], start: number, thing: number): boolean {
  const determiner = tokens[start]?.lower ?? ''
  if (!DETERMINED.has(determiner)) return false
  const { lower } = tokens[thing]!
  const isVerb = BELONGINGS_OR_VERBS.has(lower)
  if (!isVerb && !BELONGINGS.has(lower) && !(SHARED.has(lower) && tokens[thing + 1]?.lower === 'room')) return false
  if (isFollowed(tokens, thing)) return false
  if (determiner === 'a' || determiner === 'another' || determiner === 'every') return true
  const prior = tokens[start - 1]
  const before = prior?.kind === 'word' ? prior.lower : ''
  if (GIVING.has(before)) return false
  if (!isVerb) return true
  const after = tokens[thing + 1]
  if (PREPOSITIONS.has(before) && !CLAUSE_BEFORE.has(before)) return true
  if (before === '' || OPENING.has(before)) return after !== undefined && isFiniteVerb(after.lower)
  const isOver = after === undefined || after.kind !== 'word' || PREPOSITIONS.has(after.lower) || after.lower === 'and'
  return isOver && (TAKING.has(before) || (before.endsWith('ed') && !CLAUSE_AFTER.has(before)))
}

function isOwned(tokens: readonly Token[], at: number): boolean {
  const { lower } = tokens[at]!
  const isNoun = BELONGINGS.has(lower) || BELONGINGS_OR_VERBS.has(lower) || COUNT_NOUNS.has(lower) || THINGS.has(lower)
  return isNoun && !isFollowed(tokens, at)
}

/** After the name of a family: "the Simons we met". */
const NEXT = /^(?:and|or|i|we|you|he|she|they|who|that|whom)$/

/** An object comes: "the boys book a room" has a verb. */
function isFollowed(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  return next !== undefined && (next.kind === 'number' || OBJECTS.has(next.lower) || NUMBERS.has(next.lower))
}

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const THINGS: ReadonlySet<string> = new Set(PLURALS.values())

const OBJECTS = set('a an the my your his her its our their him them me us it this that these those each')

/** The next word may be what they do: "the girls dress well", "saw the guards turn"; not with its verb after it, or after "at the". */
function mayAct(tokens: readonly Token[], at: number): boolean {
  const { lower } = tokens[at + 1]!
  if (!BELONGINGS_OR_VERBS.has(lower) && !VERB_OF_BASE.has(lower)) return false
  const after = tokens[at + 2]
  if (after?.kind === 'word' && isFiniteVerb(after.lower)) return false
  const start = DETERMINED.has(tokens[at - 1]?.lower ?? '') ? at - 2 : at - 3
  return !isTaken(tokens, start + 1)
}

/** "Paris clothes": where they are from. */
const PLACES = set('paris texas kansas illinois arkansas massachusetts memphis athens brussels naples wales versailles')

const ARTICLES = set('the a an this that')

const BOTH = set('both all these those few')

/** In -s before a noun by custom, or never owners. */
const ATTRIBUTIVE = set(
  'pants sports arms clothes goods sales customs savings games drinks woods stairs trousers glasses headquarters barracks works works politics physics mathematics economics athletics spirits thousands hundreds dozens sorts kinds bits pieces bones skis bowls cards chess darts',
)

/** Mostly spoken of together. */
const TOGETHER = set('parents twins villagers others townspeople neighbours neighbors grandparents')

const SEVERAL = set('the two three four both those these other all few')

const DETERMINED = set('my your his her our their the a this that another every')

/** They may stand between the article and the owner. */
const QUALITIES = set(
  'best old older oldest little young younger youngest big elder eldest dead late poor new other own first last dear great',
)

/** They may stand between the owner and what is owned. */
const THING_QUALITIES = set(
  'old new soft cold warm low deep bare left right dark long little small big favorite favourite pale white black bright blue green brown thin heavy gentle',
)

/** Verbs with two objects: "gave the boys hats". */
const GIVING = set(
  'give gives gave given giving buy buys bought buying bring brings brought bringing show shows showed shown showing send sends sent sending tell tells told telling teach taught teaching pay paid paying hand handed handing ' +
    'offer offered promise promised read sing sang write wrote make makes made making cook cooked feed fed feeding serve served get gets got getting find found leave left save saved owe owed lend lent ' +
    'pass passed throw threw pour poured ask asked asking call calls called calling name named wish wished cost allow allowed deny denied grant granted let lets letting',
)

/** Prepositions after which a clause may begin, or that part of a group may stand before. */
const CLAUSE_BEFORE = set('of before after since until till than as like for up out off')

/** A clause may begin after them. */
const OPENING = set('and but so when as while if because that then though where')

const TAKING = set(
  "was is were be been isn't wasn't it's that's not take took taking held holding hold grabbed grab caught catch touch shook shake kiss kissed felt met meet hit cut broke bit wore stole drew left entered",
)

/** Verbs in -ed after which the plural may be the subject of another verb. */
const CLAUSE_AFTER = set(
  'watched noticed helped observed allowed realized realised believed hoped wished decided feared supposed claimed guessed showed learned discovered explained needed wanted asked figured ' +
    'imagined announced suggested insisted demanded prayed assumed remembered promised sensed used called named offered handed dared',
)

const TIMES = set('years months weeks days hours minutes seconds')

const NUMBERS = set(
  'two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy hundred several few many',
)

const LASTING = set(
  'experience notice leave pay wages holiday vacation imprisonment silence journey sleep hesitation conversation growth worth absence acquaintance practice training walk ride drive march work',
)

const DAYS = set('todays tomorrows yesterdays tonights')

const ALL_DAYS = set('the of all our my many these those no')
