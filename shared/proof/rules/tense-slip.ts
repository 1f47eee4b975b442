/** One verb in another tense than the narration around it: she finds the door, Tavo stand still, she has seen; in the present, I open it and stepped in. */
import { isFiniteVerb } from '../finite-verbs.ts'
import { dressed } from '../frames.ts'
import { IRREGULAR_VERBS } from '../irregular-verbs.ts'
import { narrationOf } from '../narration.ts'
import { presentSlips } from '../present-slips.ts'
import type { ProseLine } from '../prose-line.ts'
import type { LineRule } from '../rule.ts'
import { isStop } from '../sentences.ts'
import type { Token } from '../tokens.ts'
import { baseOf } from '../word-parts.ts'

export const tenseSlip: LineRule = {
  name: 'tense-slip',
  level: 'default',
  kind: 'grammar',
  title: 'Another tense',
  explain:
    'The story around this verb is told in one tense, past or present, and this one verb is not. Speech, thoughts and what is true at all times are left alone.',
  example: { wrong: 'She found the cooler. She finds the door.', right: 'She found the cooler. She found the door.' },
  source: 'Chicago Manual of Style 17th ed. 5.118–5.123 (tenses); Quirk et al., Comprehensive Grammar 4.2–4.27.',
  *check(line, { previous, next, facts }) {
    if (line.heading) return
    const { tokens } = line
    let context: ReturnType<typeof contextOf> | null = null
    for (let at = 0; at + 2 < tokens.length; at += 1) {
      const subject = tokens[at]!
      if (subject.kind !== 'word') continue
      const isPronoun = PRONOUNS.has(subject.lower) || (subject.lower === 'it' && tokens[at + 1]!.lower === 'has')
      if (!isPronoun && (subject.shape !== 'Capital' || /['’]s?$/.test(subject.text))) continue
      const isAmid = isPronoun && LINKS.has(tokens[at - 1]?.lower ?? '')
      if (!isAmid && !isFirst(tokens, at)) continue
      const verb = tokens[at + 1]!
      if (verb.shape !== 'lower' || verb.start !== subject.end + 1) continue
      const past = isAmid && verb.lower === 'has' ? null : pastOf(verb.lower, tokens[at + 2]!)
      if (past === null || line.isSpeech(subject.start)) continue
      if (!isPronoun && (BLESSED.has(subject.lower) || !facts.isName(baseOf(subject.text)))) continue
      if (isAmid && isUnder(tokens, at)) continue
      // Not after Mrs. and the like.
      if (!isAmid && !line.sentences.some(({ from }) => from === at)) continue
      context ??= contextOf(line, previous, next)
      if (context.first || context.pasts < 3 || context.own < 1 || context.presents > 1) continue
      yield {
        offset: verb.start,
        length: verb.end - verb.start,
        message: 'The story around it is told in the past.',
        replacements: [dressed(past, verb.text, facts.forms.apostrophe)],
      }
    }
    for (const { at, right } of presentSlips(line, previous, next)) {
      const { start: offset, end, text } = tokens[at]!
      yield {
        offset,
        length: end - offset,
        message: 'The story around it is told in the present.',
        replacements: [dressed(right, text, facts.forms.apostrophe)],
      }
    }
  },
}

/** Null for what is no slip. `next` is the token after the verb. */
function pastOf(lower: string, next: Token): string | null {
  if (lower === 'has') return next.kind === 'word' && PARTICIPLES.test(next.lower) ? 'had' : null
  return THIRD.get(lower) ?? BARE.get(lower) ?? null
}

/** "Did he come and she go", "let him fall and she rise": a helping verb earlier in the sentence asks for the bare form. */
function isUnder(tokens: readonly Token[], at: number): boolean {
  for (let before = at - 1; before >= 0 && !isStop(tokens[before]!); before -= 1) {
    if (UNDER.has(tokens[before]!.lower)) return true
  }
  return false
}

/** A sentence begins in the narration, and it is no thought between asterisks. */
function isFirst(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  return before === undefined || isStop(before) || (before.kind === 'close' && isStop(tokens[at - 2]!))
}

/** Verbs in the past and in the present in the narration of a line and its neighbours, `own` in the line; `first`: a narrator who says I. */
function contextOf(line: ProseLine, previous: ProseLine | null, next: ProseLine | null) {
  let pasts = 0
  let own = 0
  let presents = 0
  let first = false
  for (const near of [previous, line, next]) {
    if (near === null) continue
    for (const at of narrationOf(near)) {
      const { lower } = near.tokens[at]!
      if (PRESENTS.has(lower) || (THIRD.has(lower) && isSubject(near.tokens[at - 1]))) presents += 1
      else if (isFiniteVerb(lower)) {
        pasts += 1
        if (near === line) own += 1
      }
      if (I.has(lower)) first = true
    }
  }
  return { pasts, own, presents, first }
}

function isSubject(token: Token | undefined): boolean {
  return token !== undefined && (PRONOUNS.has(token.lower) || token.shape === 'Capital' || token.lower === 'who')
}

/** After these a clause begins that is told, not wished or ordered. */
const LINKS = new Set('and but then so when as finally suddenly while until before after because'.split(' '))

const UNDER = new Set(
  "did didn't do does would could should might must may will can shall let make made see saw hear heard to that lest wish wished".split(
    ' ',
  ),
)

const PRONOUNS = new Set(['he', 'she'])

const PRESENTS = new Set("is are am isn't aren't has don't doesn't do does can't can will won't".split(' '))

const I = new Set("i i'd i'm i've i'll me my we our us you your".split(' '))

/** Heaven help, God give: wishes. */
const BLESSED = new Set('god heaven lord heavens fate fortune'.split(' '))

const PARTICIPLES =
  /^(?:been|seen|gone|come|had|done|taken|given|known|made|said|told|heard|found|left|lost|never|already|always|just|\p{L}{3,}ed)$/u

const REGULAR =
  'walk open look turn ask whisper reach grab pull push step nod smile want move stop start climb jump follow notice realize close wait watch stare laugh shout answer point kiss touch press lean crawl arrive enter'.split(
    ' ',
  )

/** Without those whose bare form or form with an s is a noun that stands after a name. */
const STRONG: readonly (readonly [base: string, past: string])[] = [
  ...IRREGULAR_VERBS.filter(({ base, past }) => base !== past).map(({ base, past }) => [base, past] as const),
  ...'find found|stand stood|sit sat|hear heard|feel felt|think thought|get got|make made|keep kept|leave left|hold held|tell told|bring brought|catch caught|lose lost|sleep slept|mean meant|lead led'
    .split('|')
    .map((row) => row.split(' ') as [string, string]),
]

const regularPast = (base: string): string =>
  base.endsWith('e')
    ? `${base}d`
    : base === 'stop' || base === 'nod' || base === 'grab' || base === 'step'
      ? `${base}${base.at(-1)}ed`
      : `${base}ed`

const third = (base: string): string =>
  /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : `${base}s`

const THIRD: ReadonlyMap<string, string> = new Map([
  ...STRONG.map(([base, past]) => [third(base), past] as const),
  ...REGULAR.map((base) => [third(base), regularPast(base)] as const),
])

const BARE: ReadonlyMap<string, string> = new Map([
  ...STRONG,
  ...REGULAR.map((base) => [base, regularPast(base)] as const),
])
