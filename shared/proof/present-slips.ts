/** A verb in the past that is joined by "and" to one in the present, in a story that is told in the present: I open the door and stepped in. */
import { BASE, inflectedOf, PARTICIPLE, PAST, THIRD } from './form-odds/paradigms.ts'
import { sightOf } from './form-odds/sight.ts'
import { tellingOf, tensesOf } from './form-odds/telling.ts'
import { isFunctionWord } from './function-words.ts'
import type { ProseLine } from './prose-line.ts'

export interface PresentSlip {
  /** Index of the token. */
  at: number
  /** In lower case. */
  right: string
}

/** In the order of the tokens. */
export function* presentSlips(
  line: ProseLine,
  previous: ProseLine | null,
  next: ProseLine | null,
): Generator<PresentSlip> {
  const { tokens } = line
  let isPresent: boolean | null = null
  let words: readonly string[] | null = null
  for (let at = 3; at < tokens.length; at += 1) {
    const token = tokens[at]!
    if (token.kind !== 'word' || token.shape !== 'lower' || !isJoined(line, at)) continue
    const verb = inflectedOf(token.lower)
    if (verb === undefined || (verb.forms & PAST) === 0 || (verb.forms & BASE) !== 0 || line.isSpeech(token.start))
      continue
    const after = tokens[at + 1]
    // "He opens it and, surprised, steps back"; "she looks up, bored".
    if ((verb.forms & PARTICIPLE) !== 0 && (after?.kind !== 'word' || !isFunctionWord(after.lower))) continue
    isPresent ??=
      tellingOf([previous, line, next].flatMap((near) => (near === null ? [] : [tensesOf(near)]))) === 'present'
    if (!isPresent) return
    words ??= sightOf(tokens).words
    const form = formOfFirst(words, at)
    if (form !== 0) yield { at, right: verb.all[form === BASE ? 0 : 1]! }
  }
}

/** "And stepped", "and then turned". */
function isJoined({ tokens }: ProseLine, at: number): boolean {
  const before = tokens[at - 1]!.lower
  return before === 'and' || (before === 'then' && (tokens[at - 2]!.lower === 'and' || tokens[at - 2]!.text === ','))
}

/** The form of the present verb that the one at `at` is joined to; 0 where none is, or something between may govern the past. */
function formOfFirst(words: readonly string[], at: number): number {
  for (let look = at - 2; look > 0 && at - look < 14; look -= 1) {
    const word = words[look]!
    if (STOPS.has(word)) return 0
    const verb = inflectedOf(word)
    if (verb === undefined) continue
    if ((verb.forms & (PAST | PARTICIPLE)) !== 0 || LINKING.has(verb.lemma)) return 0
    const before = words[look - 1]!
    const isOne = before === '@' || before === 'he' || before === 'she' || before === 'it'
    if (verb.forms === THIRD && isOne) return THIRD
    if (verb.forms === BASE && (before === 'i' || before === 'we' || before === 'they')) return BASE
  }
  return 0
}

const STOPS = new Set(
  "$ ? ; : — – ( that who which what whom when while because if as where how after before since have has had having is are am was were be been being 's i'm he's she's it's they're we're to".split(
    ' ',
  ),
)

/** What follows these may say what something is like: looks tired and bored. */
const LINKING = new Set(
  'look seem feel get stay sound appear smell taste have be do remain keep become see hear watch find leave say think know tell'.split(
    ' ',
  ),
)
