/** An apostrophe where nothing belongs to anybody: the 1920's, two dog's, the door's were locked, the Johnson's came. */
import { judgedOwner } from '../apostrophes/odds.ts'
import { type OwnerPlace, ownerPlaces } from '../apostrophes/places.ts'
import { COUNT_NOUNS, PLURALS } from '../count-nouns.ts'
import type { Spot } from '../finding.ts'
import { isFiniteVerb } from '../finite-verbs.ts'
import { dressed, findFrames, frames, frameTable } from '../frames.ts'
import { PREPOSITIONS } from '../function-words.ts'
import { OWNERS } from '../owners.ts'
import type { LineContext, LineRule } from '../rule.ts'
import type { Token } from '../tokens.ts'
import { VERB_OF_BASE } from '../verbs.ts'

export const pluralApostrophe: LineRule = {
  name: 'plural-apostrophe',
  level: 'default',
  kind: 'punctuation',
  title: 'Apostrophe in a plural',
  explain: 'Several of a thing have an s and no apostrophe (two dogs), and so have decades (the 1920s).',
  example: { wrong: 'Two dog’s barked.', right: 'Two dogs barked.' },
  source: 'Chicago Manual of Style 17th ed. 7.5–7.15 (plurals), 9.33 (decades).',
  *check(line, context) {
    const { facts } = context
    const seen = new Set<number>()
    for (const { frame, first } of findFrames(TABLE, line, facts)) {
      const { start: offset, end, text, shape } = line.tokens[first]!
      if (shape !== 'lower') continue
      seen.add(first)
      const right = dressed(frame.right, text, facts.forms.apostrophe)
      yield { offset, length: end - offset, message: frame.why, replacements: [right], sure: true }
    }
    for (const place of APOSTROPHE_S.test(line.text) ? ownerPlaces(line.tokens) : []) {
      if (place.form !== "'s" || seen.has(place.at) || !mayBeSeveral(line.tokens, place)) continue
      // “My friend’s at the door”: in speech it may be its verb.
      if (
        line.isSpeech(line.tokens[place.at]!.start) &&
        !isFiniteVerb(line.tokens[place.at + 1]!.lower) &&
        !isCounted(line.tokens, place.at)
      )
        continue
      const { start: offset, end, text, lower } = line.tokens[place.at]!
      if (!isCounted(line.tokens, place.at) && judgedOwner(line.tokens, place, line.isSpeech(offset)).surplus <= 0)
        continue
      seen.add(place.at)
      const right = SEVERAL.get(place.one) ?? lower.replace("'", '')
      const message = 'Several, and nothing is theirs: no apostrophe.'
      yield { offset, length: end - offset, message, replacements: [dressed(right, text, null)] }
    }
    for (const [at, { kind, lower, start: offset, end, text }] of line.tokens.entries()) {
      if (kind !== 'word' || !lower.endsWith("'s") || seen.has(at)) continue
      const right = pluralAt(line.tokens, at, context)
      if (right === null) continue
      const message = 'Several, and nothing is theirs: no apostrophe.'
      yield {
        offset,
        length: end - offset,
        message,
        replacements: [right.startsWith(lower[0]!) ? dressed(right, text, null) : right],
      }
    }
    yield* wrongVerbs(line.tokens, seen)
    if (!DECADE.test(line.text)) return
    for (const { index, 0: flagged } of line.text.matchAll(DECADES)) {
      const right = flagged.replace(/['’]s$/, 's')
      yield {
        offset: index,
        length: flagged.length,
        message: 'A decade has no apostrophe.',
        replacements: [right],
        sure: true,
      }
    }
  },
}

/** "He run's", "it look's like": right after such a subject the word can only be its verb. */
function* wrongVerbs(tokens: readonly Token[], seen: ReadonlySet<number>): Generator<Spot> {
  for (let at = 1; at < tokens.length; at += 1) {
    const { lower, shape, start: offset, end, text } = tokens[at]!
    if (shape !== 'lower' || !lower.endsWith("'s") || seen.has(at) || !DOERS.has(tokens[at - 1]!.lower)) continue
    const verb = VERB_OF_BASE.get(lower.slice(0, -2))
    if (verb === undefined || (lower === "let's" && tokens[at - 1]!.lower !== 'he' && tokens[at - 1]!.lower !== 'she'))
      continue
    const message = 'A verb has no apostrophe before its s.'
    yield { offset, length: end - offset, message, replacements: [dressed(verb.third, text, null)] }
  }
}

const DOERS = new Set(
  'he she it who everything everyone everybody nobody nothing somebody someone something'.split(' '),
)

/** "Three moon's over": a number before it and nothing after that could be theirs. */
function isCounted(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]!.lower
  return NUMBERS.has(tokens[at - 1]?.lower ?? '') && PREPOSITIONS.has(next)
}

const NUMBERS = new Set('two three four five six seven eight nine ten eleven twelve several many'.split(' '))

/** No verb ("what d'you think's up"), and no quality of what is owned follows ("their friend's usually cheery face"). */
function mayBeSeveral(tokens: readonly Token[], { at, one }: OwnerPlace): boolean {
  const next = tokens[at + 1]!.lower
  if (next.endsWith('ing') || (next.endsWith('ed') && tokens[at + 2]?.kind !== 'word')) return false
  if (OWNER_WORDS.has(one) && WERE.has(next) && !tokens[at + 2]?.lower.endsWith('ing'))
    return STATES.has(tokens[at + 2]?.lower ?? '')
  // "How deep's she go?"
  if (next.endsWith('ly') || /^(?:i|you|he|she|it|we|they|this|that|the|a)$/.test(next)) return false
  if (SEVERAL.has(one)) return true
  return !VERB_OF_BASE.has(one) && !/in(?:g)?$/.test(one) && tokens[at - 1]?.lower !== 'you'
}

const APOSTROPHE_S = /['’]s\b/

const DECADE = /\d0['’]s/

const DECADES = /(?<=\bthe (?:early |mid-?|late )?)(?:1[5-9]|20)\d0['’]s(?=[\s.,;:!?—)]|$)/g

/** The plural that is meant at `at`, a word in 's; null where the apostrophe may be right. */
function pluralAt(tokens: readonly Token[], at: number, { facts }: LineContext): string | null {
  const { lower, shape, text } = tokens[at]!
  const next = tokens[at + 1]
  const before = tokens[at - 1]?.lower ?? ''
  const one = lower.slice(0, -2)
  if (shape === 'Capital') {
    const isFamily = before === 'the' && FAMILY_VERBS.has(next?.lower ?? '') && facts.isName(text.slice(0, -2))
    return isFamily ? text.replace(/['’]s$/u, /(?:s|x|z|ch|sh)['’]s$/u.test(text) ? 'es' : 's') : null
  }
  const greeting = GREETINGS.get(one)
  if (greeting !== undefined) return SAID.has(before) && (next?.kind !== 'word' || isEnd(next)) ? greeting : null
  const plural = SEVERAL.get(one)
  if (plural === undefined) return null
  const prior = tokens[at - 2]?.lower ?? ''
  if (before === 'both' || (AMOUNTS.has(prior) && before === 'of') || (prior === 'all' && THE.has(before)))
    return isEnd(next) || isFiniteVerb(next?.lower ?? '') ? plural : null
  if ((before === 'were' || before === 'are') && prior === 'there')
    return isEnd(next) || next?.lower === 'everywhere' ? plural : null
  if (!OF_SOMEBODY.has(before) && !THE.has(before)) return null
  if (WERE.has(next?.lower ?? '')) {
    const after = tokens[at + 2]?.lower ?? ''
    return !OWNER_WORDS.has(one) || after.endsWith('ing') || STATES.has(after) ? plural : null
  }
  return !OWNER_WORDS.has(one) && INTO.has(prior) && isEnd(next) ? plural : null
}

/** No thing follows that could be somebody's. */
function isEnd(next: Token | undefined): boolean {
  return next === undefined || (next.kind !== 'word' && next.kind !== 'number') || END_WORDS.has(next.lower)
}

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Of these the plural is asked for, beside the counted nouns. */
const SEVERAL: ReadonlyMap<string, string> = new Map([
  ...PLURALS,
  ...'photo video taco pizza selfie zombie burger banana phone hand eye finger star key lip knee leg arm tree light window wall tooth ear shoulder eyebrow parent guard teacher kid student sister brother friend neighbour sister memory tear thought'
    .split(' ')
    .map((one) => [one, one === 'tooth' ? 'teeth' : one === 'memory' ? 'memories' : `${one}s`] as const),
])

/** People and animals: "the boy's were blue" may speak of his eyes. */
const OWNER_WORDS: ReadonlySet<string> = new Set([
  ...OWNERS.values(),
  ...'zombie guest giant companion visitor painter physician poet miller policeman detective neighbour neighbor'.split(
    ' ',
  ),
])

const GREETINGS: ReadonlyMap<string, string> = new Map([
  ['hello', 'hellos'],
  ['goodbye', 'goodbyes'],
  ['yes', 'yeses'],
  ['thank-you', 'thank-yous'],
])

const SAID = set(
  'said say saying says their our many few those all the exchanged quick hurried last final awkward tearful more',
)

const AMOUNTS = set(
  'lots dozens hundreds thousands couple bunch pair plenty loads tons row rows pile piles stack stacks group',
)

const THE = set('the these those')

const OF_SOMEBODY = set('my your his her our their')

const WERE = set("were are weren't aren't")

const STATES = set('asleep awake gone back here there coming late all both already always still too never')

const INTO = set(
  'through into onto at from with under over behind between among against across around toward towards near',
)

const FAMILY_VERBS = set(
  "came were are have went lived live moved invited arrived left don't didn't weren't aren't haven't",
)

const END_WORDS = set('and or but with in on at from to of for by that which who where when as while were are have had')

const ENDS =
  '.|and|or|but|with|in|on|at|from|to|of|for|by|behind|beside|near|under|over|through|across|around|into|who|that|which|where|when|as|while|was|were|had|have|are|is|came|went|stood|sat|barked|looked|ran|could|would|did'

const TABLE = frameTable([
  ...frames(
    'Several are spoken to: no apostrophe.',
    `
    ^|hey|you|okay|thanks|sorry [guy's] . => guys
    you [guy's] => guys
  `,
  ),
  ...frames(
    'Several, and nothing is theirs: no apostrophe.',
    [...COUNT_NOUNS]
      .map(
        (noun) =>
          `!of|from|to|than|like|as two|three|four|five|six|seven|eight|nine|ten|twelve|several|many|these|those|some|few [${noun}'s] ${ENDS} => ${PLURALS.get(noun)}`,
      )
      .join('\n'),
  ),
])
