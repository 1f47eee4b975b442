/** Whose something is, without the apostrophe: Kessas turn, my mothers voice, the sheriffs dogs, thirty years experience. */
import { COUNT_NOUNS, PLURALS } from '../count-nouns.ts'
import { isFiniteVerb } from '../finite-verbs.ts'
import { dressed } from '../frames.ts'
import { isFunctionWord } from '../function-words.ts'
import type { ProseLine } from '../prose-line.ts'
import type { StoryRule, StorySpot, StoryView } from '../rule.ts'
import type { Token } from '../tokens.ts'

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
    for (const [at, line] of story.lines.entries()) {
      const { capitals, firsts } = story.summaries[at]!
      const hasName =
        names.size > 0 && (capitals.some((word) => names.has(word)) || firsts.some((word) => names.has(word)))
      for (const { place, rights } of [...placesOf(line), ...(hasName ? namePlaces(line, names) : [])]) {
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

/** A name used three times or more with an s that it has nowhere else: as written → the name. */
function slippedNames({ words, facts }: StoryView): ReadonlyMap<string, string> {
  const slipped = new Map<string, string>()
  for (const [word, { capital, first, lower }] of words) {
    if (lower > 0 || capital + first > 2 || word.length < 4 || !word.endsWith('s') || /(?:ss|us|is|'s)$/.test(word))
      continue
    const name = word.slice(0, -1)
    const count = words.get(name)
    if (count === undefined || count.lower > 0 || count.capital + count.first < 3 || !facts.isName(name)) continue
    slipped.set(word.slice(0, 1).toUpperCase() + word.slice(1), name)
  }
  return slipped
}

function namePlaces({ tokens }: ProseLine, names: ReadonlyMap<string, string>): Place[] {
  const places: Place[] = []
  for (const [at, { text }] of tokens.entries()) {
    const name = names.get(text)
    const before = tokens[at - 1]
    const next = tokens[at + 1]
    if (name === undefined || !isThing(tokens, at + 1) || next === undefined) continue
    // "The Kessas house" is a family's, and "Ann Kessas" is somebody.
    if (before?.kind === 'word' && (before.shape === 'Capital' || SEVERAL.has(before.lower))) continue
    places.push({ place: at, rights: [`${name}'s`] })
  }
  return places
}

/** By line: nothing here asks about the story. */
const known = new WeakMap<ProseLine, readonly Place[]>()

function placesOf(line: ProseLine): readonly Place[] {
  let places = known.get(line)
  if (places === undefined) {
    places = placesIn(line)
    known.set(line, places)
  }
  return places
}

function placesIn({ tokens }: ProseLine): Place[] {
  const places: Place[] = []
  for (let at = 1; at + 1 < tokens.length; at += 1) {
    const token = tokens[at]!
    if (token.shape !== 'lower' || !token.lower.endsWith('s')) continue
    const before = tokens[at - 1]!
    const next = tokens[at + 1]!
    if (next.shape !== 'lower') continue
    const owner = OWNERS.get(token.lower)
    if (owner !== undefined) {
      if (!OWNED_BY.has(before.lower) || !isOwned(tokens, at + 1)) continue
      places.push({ place: at, rights: [`${owner}'s`, `${token.lower}'`] })
    } else if (
      TIMES.has(token.lower) &&
      NUMBERS.has(before.lower) &&
      LASTING.has(next.lower) &&
      !isFollowed(tokens, at + 1)
    ) {
      places.push({ place: at, rights: [`${token.lower}'`] })
    } else if (DAYS.has(token.lower) && PAPERS.has(next.lower)) {
      places.push({ place: at, rights: [`${token.lower.slice(0, -1)}'s`] })
    }
  }
  return places
}

/** What stands after a name's s is no verb: nouns of which this is sure, or that the sentence ends with. */
function isThing(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (token === undefined || token.shape !== 'lower' || token.lower.endsWith('ly') || token.lower.endsWith('ing'))
    return false
  if (isFunctionWord(token.lower) || isFiniteVerb(token.lower)) return false
  return isOwned(tokens, at) || tokens[at + 1]?.kind === 'mark' || tokens[at + 1] === undefined
}

function isOwned(tokens: readonly Token[], at: number): boolean {
  const { lower } = tokens[at]!
  return (OWNED.has(lower) || COUNT_NOUNS.has(lower) || THINGS.has(lower)) && !isFollowed(tokens, at)
}

/** An object comes: "the boys book a room" has a verb. */
function isFollowed(tokens: readonly Token[], at: number): boolean {
  return OBJECTS.has(tokens[at + 1]?.lower ?? '')
}

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const THINGS: ReadonlySet<string> = new Set(PLURALS.values())

const OBJECTS = set('a an the my your his her its our their him them me us it this that these those each')

const SEVERAL = set('the two three four both those these other all few')

const OWNED_BY = set('my your his her our their the a this that')

/** People as they would stand for several → the one. */
const OWNERS: ReadonlyMap<string, string> = new Map(
  (
    'mother father brother sister husband uncle aunt cousin grandmother grandfather grandma grandpa daughter son friend sheriff captain doctor teacher professor queen king prince princess ' +
    'boss landlord neighbor neighbour girl boy soldier driver master lady baby wizard witch dog cat horse'
  )
    .split(' ')
    .map(
      (one) =>
        [
          one === 'lady'
            ? 'ladies'
            : one === 'baby'
              ? 'babies'
              : one.endsWith('s') || one.endsWith('ch')
                ? `${one}es`
                : `${one}s`,
          one,
        ] as const,
    ),
)

const OWNED = set(
  'verse voice name room house bag hair eyes face coat car heart death birthday funeral grave wedding shoulder shoulders arm arms lap desk smile money office kitchen bedroom house mind head hand hands ' +
    'fault advice permission opinion side life story sister brother mother father wife husband son daughter friend friends child children horse sword gun ship',
)

const TIMES = set('years months weeks days hours minutes seconds')

const NUMBERS = set(
  'two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy hundred several few many',
)

const LASTING = set(
  'experience notice leave pay wages holiday vacation imprisonment silence journey sleep hesitation conversation growth worth absence acquaintance practice training walk ride drive march work',
)

const DAYS = set('todays tomorrows yesterdays tonights')

const PAPERS = set('paper papers news newspaper dinner meeting lesson lessons date work weather special mail post work')
