/** The verbs of a line that stand in another form than their places ask for, and the forms that belong there. */
import type { ProseLine } from '../prose-line.ts'
import { closedForms, isCollective, isOfDoing, isWished, standingAt, toldBy } from './closed.ts'
import { numberPairOf } from './number-pairs.ts'
import { addSigns, limitName, numberLimitName, oddsOfForms, readWeighed, spellingsOf, type Weighed } from './odds.ts'
import { FORM_ODDS } from './odds-table.ts'
import { BASE, FORM_COUNT, type Inflected, inflectedOf, THIRD } from './paradigms.ts'
import { FAR_SIGNS, FIRST_SIGNS, farSigns, firstSigns, NEAR_SIGNS, nearSigns } from './place.ts'
import { EDGE, OWNERS, type Sight, sightOf } from './sight.ts'
import { tellingOf, tensesOf } from './telling.ts'

export interface FormSlip {
  /** Index of the token. */
  at: number
  /** In lower case, with a straight apostrophe. */
  right: string
  /** Bits of the form that belongs there; 0 for the number of a little verb. */
  form: number
}

/** Tenths on every limit of a form: they were set on novels much like those that were learnt from, and other people's let twice as much through. */
const CAUTION = 10

/** In the order of the tokens. `caution` is added to every limit in speech, in tenths. */
export function* formSlips(
  line: ProseLine,
  previous: ProseLine | null,
  next: ProseLine | null,
  caution: number,
): Generator<FormSlip> {
  const { tokens } = line
  let sight: Sight | null = null
  let telling: string | null = null
  for (let at = 1; at < tokens.length; at += 1) {
    const token = tokens[at]!
    if (token.kind !== 'word' || token.shape !== 'lower') continue
    if (tokens[at - 1]!.lower === token.lower) continue
    // "Would never of told": it is not the verb that is wrong.
    if (tokens[at - 1]!.lower === 'of' && [2, 3].some((back) => MODALS.test(tokens[at - back]?.lower ?? ''))) continue
    const pair = numberPairOf(token.lower)
    const verb = pair === undefined ? inflectedOf(token.lower) : undefined
    if (pair === undefined && verb === undefined) continue
    sight ??= sightOf(tokens)
    table ??= tableOfForms()
    const lemma = pair?.name ?? verb!.lemma
    const weighed = pair === undefined ? table.forms : table.numbers
    if (verb !== undefined && isPlainlyRight(weighed, sight, at, verb)) continue
    const scores = new Float64Array(pair === undefined ? FORM_COUNT : 2)
    scores.set(weighed.bias)
    addSigns(weighed, firstSigns(sight, at, lemma), 0, scores)
    if (verb !== undefined && isOwned(verb, sight, at)) continue
    if (verb !== undefined && marginOf(scores, verb) > PLAIN) continue
    if (pair !== undefined && (pair.isOne ? scores[0]! - scores[1]! : scores[1]! - scores[0]!) > PLAIN_NUMBER) continue
    addSigns(weighed, nearSigns(sight, at, lemma).slice(FIRST_SIGNS), FIRST_SIGNS, scores)
    if (verb !== undefined && marginOf(scores, verb) > PLAIN_NEAR) continue
    const isSpeech = line.isSpeech(token.start)
    telling ??= tellingOf([previous, line, next].flatMap((near) => (near === null ? [] : [tensesOf(near)])))
    const told = isSpeech ? 's' : telling
    const far = farSigns(sight, at, lemma, told)
    addSigns(weighed, far.signs, NEAR_SIGNS, scores)
    const more = isSpeech ? caution : 0
    const standing = standingAt(sight, at, far.governor, far.border)
    if (pair !== undefined) {
      if ((pair.isOne ? isOfDoing(sight, at) : isWished(standing, sight, at)) || isCollective(sight, at)) continue
      const odds = pair.isOne ? scores[1]! - scores[0]! : scores[0]! - scores[1]!
      const limit = table.numberLimits.get(numberLimitName(pair.name, pair.isOne, isSpeech, far.subject))
      if (limit !== undefined && odds > limit + more) yield { at, right: pair.other, form: 0 }
      continue
    }
    const closed = closedForms(
      standing,
      verb!,
      toldBy(told, far.isAfterPast),
      far.isSeveral,
      table.nouns.has(token.lower),
    )
    const circumstance = { isSpeech, isSeveral: far.isSeveral, isNoun: table.nouns.has(token.lower), hold: far.hold }
    const own = oddsOfForms(scores, verb!.forms)
    let slip: FormSlip | null = null
    let most = Number.NEGATIVE_INFINITY
    for (const [right, forms] of spellingsOf(verb!)) {
      const offered = forms & ~closed
      const limit =
        forms === verb!.forms || offered === 0
          ? undefined
          : table.limits.get(limitName(verb!.forms, forms, circumstance))
      if (limit === undefined) continue
      const odds = oddsOfForms(scores, offered) - own
      if (odds <= limit + more + CAUTION || odds <= most) continue
      most = odds
      slip = { at, right, form: likeliest(scores, offered) }
    }
    if (slip !== null) yield slip
  }
}

const MODALS = /^(?:would|could|should|might|must|will|may)(?:n't)?$/

/** Tenths by which the first signs have to speak for what stands there for nobody to look further. */
const PLAIN = 5

/** The same once all near signs have spoken, of which no slip is left that the far ones, the dear ones, could find. */
const PLAIN_NEAR = 0

/** The same for was and were, whose subject may stand far away. */
const PLAIN_NUMBER = 40

/** Tenths by which the words right beside it have to speak for it for nobody to ask any other sign. */
const PLAIN_BESIDE = 18

/** The words right beside it speak loudly for what stands there: most verbs, at the cost of two looks. */
function isPlainlyRight({ bias, weights }: Weighed, { words }: Sight, at: number, { forms }: Inflected): boolean {
  const before = weights[0]!.get(words[at - 1] ?? EDGE)
  const after = weights[2]!.get(words[at + 1] ?? EDGE)
  let [own, other] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let form = 0; form < FORM_COUNT; form += 1) {
    const score = bias[form]! + (before?.[form] ?? 0) + (after?.[form] ?? 0)
    if ((forms >> form) & 1) own = Math.max(own, score)
    else other = Math.max(other, score)
  }
  return own - other > PLAIN_BESIDE
}

/** "The look", "her hands": a noun by the word before it. */
function isOwned({ forms }: Inflected, { words }: Sight, at: number): boolean {
  return (forms & ~(BASE | THIRD)) === 0 && OWNERS.has(words[at - 1]!)
}

/** Tenths by which the scores speak for what stands there, against all other forms; below 0 against it. */
function marginOf(scores: Float64Array, { forms }: Inflected): number {
  return oddsOfForms(scores, forms) - oddsOfForms(scores, ALL_FORMS & ~forms)
}

const ALL_FORMS = (1 << FORM_COUNT) - 1

function likeliest(scores: Float64Array, forms: number): number {
  let best = 0
  for (let form = 1; form < FORM_COUNT; form += 1) {
    if (!((forms >> best) & 1) || (((forms >> form) & 1) === 1 && scores[form]! > scores[best]!)) best = form
  }
  return 1 << best
}

interface FormTable {
  nouns: ReadonlySet<string>
  limits: ReadonlyMap<string, number>
  numberLimits: ReadonlyMap<string, number>
  forms: Weighed
  numbers: Weighed
}

/** Read when first asked for, as it takes some milliseconds. */
let table: FormTable | null = null

function tableOfForms(): FormTable {
  const [nouns = '', limits = '', numberLimits = '', ...rows] = FORM_ODDS
  const kinds = 1 + NEAR_SIGNS + FAR_SIGNS
  return {
    nouns: new Set(nouns.split(' ')),
    limits: readLimits(limits),
    numberLimits: readLimits(numberLimits),
    forms: readWeighed(rows.slice(0, kinds)),
    numbers: readWeighed(rows.slice(kinds)),
  }
}

function readLimits(row: string): ReadonlyMap<string, number> {
  return new Map(
    row.split('|').map((entry) => {
      const gap = entry.lastIndexOf(' ')
      return [entry.slice(0, gap), Number(entry.slice(gap + 1))] as const
    }),
  )
}
