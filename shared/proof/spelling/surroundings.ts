/**
 * What stands around an unknown word may say that it is no misspelling: speech broken off, dialect, another language. Two
 * misspellings seldom stand side by side; two foreign words do.
 */
import { speaksDialect } from '../dialect-speech.ts'
import type { StoryFacts } from '../facts.ts'
import type { ProseLine } from '../prose-line.ts'
import type { Speller } from '../speller.ts'
import type { Token } from '../tokens.ts'
import { FOREIGN_WORDS } from './loan-words.ts'
import { nearWords } from './near-words.ts'
import { isPlainSlip } from './slips.ts'

/** Unknown words of a line, by their place among its tokens. */
export type Strange = ReadonlySet<number>

/** Broken off by a dash (“consi—”), begun again (th—think), or drawn apart (simp—ly), or an apostrophe that reads as a quotation mark. */
export function isCutOff({ tokens }: ProseLine, at: number, speller: Speller): boolean {
  const token = tokens[at]!
  const next = tokens[at + 1]
  const before = tokens[at - 1]
  if (isPartLeftOut(before, token) || isPartLeftOut(token, next)) return true
  if (next !== undefined && next.start === token.end && DASHES.has(next.text)) {
    const after = tokens[at + 2]
    if (after === undefined || after.kind === 'close') return begins(token.lower, speller)
    if (after.start === next.end && (isHalf(token, after, speller) || isBegun(token.lower, speller))) return true
  }
  if (before !== undefined && before.end === token.start && DASHES.has(before.text)) {
    const first = tokens[at - 2]
    if (first?.kind === 'word' && first.end === before.start && speller.correct(first.lower + token.lower)) return true
  }
  return next?.kind === 'close' && next.start === token.end && isDropped(token.lower, speller)
}

/** ⸺ing, Lord Bl⸺: a long dash for what is not to be printed, joined to the rest. */
function isPartLeftOut(one: Token | undefined, other: Token | undefined): boolean {
  return one !== undefined && other !== undefined && one.end === other.start && (isLongDash(one) || isLongDash(other))
}

function isLongDash({ text }: Token): boolean {
  return text === '⸺' || text === '⸻' || text === '——'
}

/** Mr. Sellars, Lady Wenning: somebody's name, whatever word it is like. Of a name that the story has elsewhere `near-name` tells. */
export function isTitled({ tokens }: ProseLine, at: number): boolean {
  if (tokens[at]!.shape !== 'Capital') return false
  const before = tokens[at - 1]
  const title = before?.text === '.' && before.start === tokens[at - 2]?.end ? tokens[at - 2] : before
  return title?.shape === 'Capital' && TITLES.has(title.lower)
}

const TITLES = new Set(
  'mr mrs ms mx miss messrs dr prof professor doctor lord lady sir dame captain capt colonel col major sergeant sgt lieutenant lt inspector superintendent reverend rev monsieur madame mme mlle señor señora signor signora herr frau'.split(
    ' ',
  ),
)

const DASHES = new Set(['—', '–', '--', '…', '...'])

function isHalf(token: Token, after: Token, speller: Speller): boolean {
  return after.kind === 'word' && (after.lower.startsWith(token.lower) || speller.correct(token.lower + after.lower))
}

/** Too little of a word to be a slip for one: "the one fath—I mean the good one". */
function isBegun(lower: string, speller: Speller): boolean {
  return lower.length < 6 && begins(lower, speller)
}

/** goin’ at the end of a quotation that stands in single marks. */
function isDropped(lower: string, speller: Speller): boolean {
  return lower.endsWith('in') && speller.correct(`${lower}g`)
}

const beginnings = new WeakMap<Speller, Map<string, boolean>>()

function begins(lower: string, speller: Speller): boolean {
  const known = beginnings.get(speller) ?? new Map<string, boolean>()
  beginnings.set(speller, known)
  let answer = known.get(lower)
  if (answer === undefined) {
    answer = speller.words().some((word) => word.startsWith(lower))
    known.set(lower, answer)
  }
  return answer
}

/** Words of another language stand right beside it; or words that are as strange, and it lies near to no common one. */
export function isAmongForeign({ tokens }: ProseLine, at: number, strange: Strange, speller: Speller): boolean {
  const beside = [at - 1, at + 1].filter((near) => tokens[near]?.kind === 'word')
  const isForeign = ({ lower }: Token): boolean => FOREIGN_WORDS.has(lower) && !speller.correct(lower)
  if (beside.some((near) => isForeign(tokens[near]!)) || LEADING.has(tokens[at - 1]?.lower ?? '')) return true
  return beside.some((near) => strange.has(near)) && !isPlainSlip(tokens[at]!.lower, speller)
}

/** Little words of other languages that dictionaries of English have for the sake of names: crème de menthe, en garde. */
const LEADING = new Set('de du des la le les il ils das el los las von zum zur ab ad en'.split(' '))

/** Tock, tock: a sound, or called out. A slip of the keys is not made twice in a row. */
export function isRepeated({ tokens }: ProseLine, at: number): boolean {
  const { lower } = tokens[at]!
  for (const step of [-1, 1]) {
    const between = tokens[at + step]
    if (between === undefined) continue
    const near = between.kind === 'mark' || between.lower === 'and' ? tokens[at + 2 * step] : between
    if (near?.lower === lower) return true
  }
  return false
}

/**
 * “Kess, come on”: a capital and a comma at the start of a speech, so a name that is called, unless it lies near a word
 * that speeches begin with.
 */
export function isCalled(line: ProseLine, at: number, speller: Speller): boolean {
  const token = line.tokens[at]!
  if (token.shape !== 'Capital' || line.tokens[at - 1]?.kind !== 'open') return false
  if (!/^[,!?]/.test(line.tokens[at + 1]?.text ?? '')) return false
  return !nearWords(token.lower, speller).some(({ word }) => OPENERS.has(word))
}

/** What people begin with and put a comma after. */
const OPENERS: ReadonlySet<string> = new Set(
  (
    'hello well okay yes yeah yep nope sorry please listen look wait stop thanks thank sure right really actually anyway perhaps maybe now then there here ' +
    'fine great good god lord heavens honestly seriously exactly obviously clearly finally first second what why how who where when oh ah hey quick ' +
    'mother father mom mum dad mommy daddy uncle aunt auntie sister brother captain doctor professor sergeant sheriff general major colonel miss sir ' +
    'madam lady ladies gentlemen boys girls guys dude babe baby honey darling sweetheart dear love friend friends everyone everybody child kid boss chief ' +
    'help come quiet silence enough damn hurry never always sometimes later tomorrow tonight today yesterday still indeed besides however whatever'
  ).split(' '),
)

/** Marks of dialect that a speech has to show besides the word, and how far off at most; one where people of the story talk it. */
const MARKS = 2
const AWAY = 14

/** Somebody speaks as people do there: dropped letters, broad vowels. */
export function isInDialect(line: ProseLine, at: number, strange: Strange, facts: Pick<StoryFacts, 'isUsed'>): boolean {
  const { tokens } = line
  const own = tokens[at]!
  if (!line.isSpeech(own.start)) return false
  let marks = 0
  for (let near = Math.max(0, at - AWAY); near < tokens.length && near <= at + AWAY; near += 1) {
    const token = tokens[near]!
    if (token.kind !== 'word' || token.lower === own.lower || !line.isSpeech(token.start)) continue
    if (strange.has(near) || BROAD.has(token.lower) || DROPPED.test(token.lower)) marks += 1
  }
  return marks >= MARKS || (marks > 0 && speaksDialect(facts))
}

/** Unknown words that a speech has to have besides this one to be in an accent throughout: “Tey are te debelopment of my teories.” */
const THICK = 2

/** Nearly nothing there is spelt as in the dictionary, so nothing can be said of one word. Three slips in one speech are rarer. */
export function isInThickDialect(line: ProseLine, at: number, strange: Strange): boolean {
  if (!line.isSpeech(line.tokens[at]!.start)) return false
  let others = 0
  for (const near of strange) {
    const token = line.tokens[near]!
    if (
      near !== at &&
      token.lower !== line.tokens[at]!.lower &&
      Math.abs(near - at) <= AWAY &&
      line.isSpeech(token.start)
    )
      others += 1
  }
  return others >= THICK
}

/** 'em, an', goin', o', but no possessive of a plural. */
const DROPPED = /^'\p{L}|[^s]'$/u

/** Forms that are heard, not learnt. Words that have another sense as well (done, set, them) are not here. */
const BROAD: ReadonlySet<string> = new Set(
  (
    "ain't jest jes jus jist git gits gittin fer yer yeh ye thee thou thy thine tha nowt owt summat naught hev hez thet wot wuz wus sez ses " +
    'allus agin afore mebbe gwine dat dis dem dere de den wid ole yo youse yuh ya nuthin nothin suthin sumpin kin ter tuh sich reckon feller fellers ' +
    'missus missis guv guvnor bairn dinna canna ken aye nobbut divil begorra bedad ' +
    "gal gals hoss hosses critter critters varmint shorely cain't hain't warn't wa'n't dassn't durn durned"
  ).split(' '),
)
