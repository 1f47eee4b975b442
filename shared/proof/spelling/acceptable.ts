/**
 * Whether a word may stand as it is, whatever the dictionary says: possessives, contractions, hyphenated parts, dropped
 * letters, stutters, drawn-out words, sounds, accents. What the story itself has taught is asked elsewhere.
 */
import { isFunctionWord } from '../function-words.ts'
import type { Speller } from '../speller.ts'
import { baseOf } from '../word-parts.ts'
import { withoutAccents } from './accents.ts'
import { commonness } from './commonness.ts'
import { stemOf } from './derived.ts'
import { FICTION_WORDS, HONORIFICS, SOUNDS } from './fiction-words.ts'
import { isGivenName } from './given-names.ts'
import { FOREIGN_WORDS, LOAN_WORDS } from './loan-words.ts'
import { MODERN_WORDS } from './modern-words.ts'
import { NEWER_WORDS } from './newer-words.ts'
import { OLDER_WORDS } from './older-words.ts'
import { isNearCommon } from './slips.ts'
import { isOfTongue } from './tongues.ts'

/** `word` as written, apostrophes straight; `isKnown` knows the story's own words, asked by part. */
export function isAcceptable(word: string, speller: Speller, isKnown: (part: string) => boolean): boolean {
  if (isRight(word, speller, isKnown)) return true
  const base = baseOf(word)
  if (base !== word && isRight(base, speller, isKnown)) return true
  if (!base.includes('-')) return false
  const parts = base.split('-')
  // re-peat-ed-ly, Na-ture: said slowly.
  if (parts.length > 1 && speller.correct(parts.join(''))) return true
  // cr-r-eature: a letter rolled.
  const rolled = base.replace(/(\p{L})-(?=\1)/gu, '').replaceAll('-', '')
  if (rolled.length + parts.length <= base.length && speller.correct(rolled)) return true
  // ber-rute, per-lease, ger-ruesome: the first letter made a syllable of its own.
  const [, first, said] = /^(\p{L})(?:er|uh)-(\p{L}+)$/u.exec(base) ?? []
  if (
    first !== undefined &&
    said !== undefined &&
    (speller.correct(first + said) || (speller.correct(said) && said.startsWith(first)))
  )
    return true
  return isCompound(parts, speller, isKnown) || isRhyme(parts)
}

function isRight(word: string, speller: Speller, isKnown: (part: string) => boolean): boolean {
  if (word.length < 2 || speller.correct(word) || isKnown(word)) return true
  const lower = word.toLowerCase()
  if (
    FICTION_WORDS.has(lower) ||
    LOAN_WORDS.has(lower) ||
    OLDER_WORDS.has(lower) ||
    FOREIGN_WORDS.has(lower) ||
    MODERN_WORDS.has(lower) ||
    NEWER_WORDS.has(lower) ||
    isOfTongue(lower) ||
    isSound(lower) ||
    isPluralOfFiction(lower) ||
    (word !== lower && isGivenName(word))
  )
    return true
  if (lower.includes("'") && (isContracted(lower, word, speller, isKnown) || isElided(lower))) return true
  return (
    isDrawnOut(lower, speller) || isDerived(lower, speller) || isPlainWithoutAccents(word, speller) || isNumeral(word)
  )
}

/** Every part may stand, is a letter or two of a stutter or prefix, or is an honorific. */
function isCompound(parts: readonly string[], speller: Speller, isKnown: (part: string) => boolean): boolean {
  return parts.every((part, at) => {
    if (part.length <= 2 || HONORIFICS.has(part.toLowerCase()) || PREFIXES.has(part.toLowerCase())) return true
    const next = parts[at + 1]
    if (next?.toLowerCase().startsWith(part.toLowerCase())) return true
    if (isRight(part, speller, isKnown) || isRight(baseOf(part), speller, isKnown)) return true
    // has-beens, forget-me-nots: the plural is the whole phrase's.
    if (at > 0 && next === undefined && part.endsWith('s') && isRight(part.slice(0, -1), speller, isKnown)) return true
    // ink-slingers: who does it.
    if (at > 0 && /(?:er|ers)$/.test(part) && stemOf(part, speller) !== null) return true
    // clean-limbed, dark-visaged: any noun may end such a compound.
    return (
      at > 0 &&
      [/ed(?:ly)?$/, /d(?:ly)?$/].some(
        (end) => end.test(part) && part.length > 5 && speller.correct(part.replace(end, '')),
      )
    )
  })
}

/** highty-tighty, nighty-night, lovey-dovey: made up for the sound of it. */
function isRhyme(parts: readonly string[]): boolean {
  const [one = '', other = ''] = parts.map((part) => part.toLowerCase())
  if (parts.length !== 2 || Math.min(one.length, other.length) < 4) return false
  return one.slice(-4) === other.slice(-4) || one.slice(0, 4) === other.slice(0, 4)
}

const PREFIXES = new Set(
  'anti auto counter demi ever extra hyper inter intra mega meta micro mid mini mono multi neo non over poly post pre pro proto pseudo quasi semi sub super techno trans tri ultra uber under vice esque ish like ness less'.split(
    ' ',
  ),
)

const ENDINGS = ["n't've", "'d've", "'ll've", "n't", "'ll", "'ve", "'re", "'d", "'m", "'s"]

/** Right once an ending is off, or the letters that the apostrophe stands for are back. */
function isContracted(lower: string, word: string, speller: Speller, isKnown: (part: string) => boolean): boolean {
  for (const ending of ENDINGS) {
    if (!lower.endsWith(ending) || lower.length === ending.length) continue
    const rest = word.slice(0, word.length - ending.length)
    // n't goes with verbs that are listed: speller and story know those; anything else ("do'snt") is a slip.
    if (ending.startsWith('n')) return NEGATED.has(rest.toLowerCase())
    // feelin's: its g as well.
    if (rest.endsWith('in') && speller.correct(`${rest}g`)) return true
    return rest.length < 2 ? 'iyu'.includes(rest.toLowerCase()) : isRight(rest, speller, isKnown)
  }
  if (lower.endsWith("'")) {
    const rest = lower.slice(0, -1)
    if (FICTION_WORDS.has(rest) || isSound(rest)) return true
    if (['g', 'd', 'f', 't', 'l', 'v', 've', 'e', 'h', 'r', 'n'].some((lost) => speller.correct(rest + lost)))
      return true
  }
  if (lower.startsWith("'")) {
    const rest = lower.slice(1)
    if (['h', 'a', 'be', 'i', 'o', 'un', 'e', 'th', 'ex', 're', 'be'].some((lost) => speller.correct(lost + rest)))
      return true
    if (rest.endsWith("'") || rest.includes("'")) return isContracted(`h${rest}`, `h${rest}`, speller, isKnown)
  }
  return false
}

const NEGATED = new Set(
  'cai hai war is are was were do does did have has had ca could wo would sha should might must need ought may dare ai used use'.split(
    ' ',
  ),
)

/**
 * Letters left out as somebody speaks: reg'lar, lite'ature, gov'ment, 'tain't, Mist'. An apostrophe near the end of a
 * word in -nt, or before the ending of a contraction, is rather one in the wrong place: could'nt, do'snt.
 */
function isElided(lower: string): boolean {
  if (/^'\p{L}{2,}/u.test(lower)) return true
  if (/\p{L}{2,}[^s\W]'$/u.test(lower)) return true
  // cap'n, f'r, quicker'n.
  if (/^\p{L}+'[nr]$/u.test(lower)) return true
  return /^\p{L}+'\p{L}{2,}$/u.test(lower) && !/'(?:\p{L}?n?t|s|m|d|ll|ve|re|s?nt|snt)$/u.test(lower)
}

/** Three of a letter in a row: said so, not misspelt, unless a finger stayed on a key: suddden, bedrooom, stilll. */
function isDrawnOut(lower: string, speller: Speller): boolean {
  const run = /(\p{L})\1{2,}/u.exec(lower)
  if (run === null) return false
  const doubled = lower.replace(/(\p{L})\1{2,}/gu, '$1$1')
  const isEnd = run.index + run[0].length === lower.length
  const isHeld = isEnd && 'aeiou'.includes(run[1]!)
  if (run[0].length === 3 && lower.length > 5 && !isHeld && speller.correct(doubled)) return false
  return [doubled, lower.replace(/(\p{L})\1{2,}/gu, '$1')].some((said) => speller.correct(said) || isSound(said))
}

/** hmmm, pfft, ahahaha, hehe, tsk. */
export function isSound(lower: string): boolean {
  if (SOUNDS.has(lower) || SOUNDS.has(lower.replace(/(.)\1+/g, '$1'))) return true
  return /^(?:b?w?m?[au]?(?:h+[aeiou]+){2,}h*|(?:la|na|da|ba|doo|tra|blah|nom|tut|tsk|ho|choo|ch[ou]o|tick|tock|z|ya|wah){2,}|[hm]+|[sh]+|[uh]+|[ugr]+h*|a+r+g*h*|[zs]+|[brgp]r+|y[ae]+[hsyp]*|n[oa]+[ho]*|wh?e+|w[ao]+h*|[ao]+[hw]+|e+[kpw]+|o+[fhw]+)$/.test(
    lower,
  )
}

/**
 * Made of right words by rules that slips do not follow: unshed, overbright, catlike, amusedly, knowest, torchlit. Left
 * out are the endings that people misspell (-ness after y, -ly after a vowel), and pairs of short or common words, as
 * those are two words run together (infront, eachother).
 */
function isDerived(lower: string, speller: Speller): boolean {
  // No verb (goeth) but a number (twelfth).
  if (/^(?:fiv|nin|twelv|eigh)eth$/.test(lower)) return false
  const stem = /^(?:un|over|under|out|non|super|semi|fore|mid)(\p{L}{5,})$/u.exec(lower)?.[1]
  if (stem !== undefined && !/^[ns]/.test(lower.startsWith('un') ? stem : '') && speller.correct(stem)) return true
  if (isOfScience(lower, speller)) return true
  const made = /^(\p{L}{3,}[aeiou]y)(?:like|wise)$|^(\p{L}{4,})wide$/u.exec(lower)
  const whole = made?.[1] ?? made?.[2]
  if (whole !== undefined && speller.correct(whole) && !isNearCommon(lower, whole, speller)) return true
  const base = /^(\p{L}{3,}?)(?:like|less|wards?|wise|hood|ship|eth|est|edst|some)$/u.exec(lower)?.[1]
  if (
    base !== undefined &&
    !/[yi]$/.test(base) &&
    (speller.correct(base) || (/e(?:th|st)$/.test(lower) && speller.correct(`${base}e`)))
  )
    return !isNearCommon(lower, base, speller)
  const adverb = /^(\p{L}{3,}(?:ed|ing))ly$/u.exec(lower)?.[1]
  if (adverb !== undefined && speller.correct(adverb)) return true
  if (isInflected(lower, speller)) return true
  const head = COMPOUND.exec(lower)?.[1]
  // threshhold: a letter too many, not two words.
  return (
    head !== undefined &&
    head.at(-1) !== lower[head.length] &&
    commonness(head) < 3 &&
    !isFunctionWord(head) &&
    speller.correct(head) &&
    !isNearCommon(lower, head, speller)
  )
}

/** micrometeor, hyperspatial, bioengineer: what science puts before a word. */
function isOfScience(lower: string, speller: Speller): boolean {
  const stem = SCIENCE.exec(lower)?.[1]
  return stem !== undefined && speller.correct(stem) && !isNearCommon(lower, stem, speller)
}

const SCIENCE =
  /^(?:aero|anti|astro|bio|counter|cyber|electro|geo|helio|hydro|hyper|hypno|inter|macro|mega|meta|micro|mono|multi|nano|neuro|photo|physio|poly|post|pre|proto|pseudo|psycho|radio|robo|servo|spectro|sub|techno|tele|thermo|trans|ultra)(\p{L}{5,})$/u

/** Forms that dictionaries leave to the reader: tintings, solicitudes, relocked, spiritlessly, ruddily, matronliness. */
function isInflected(lower: string, speller: Speller): boolean {
  const noun = /^(\p{L}{3,}(?:ing|ness|tude|ence|ance|tion|ment|ism|ery|age|ure|ship|hood|er|or|et|al))s$/u.exec(
    lower,
  )?.[1]
  if (noun !== undefined && speller.correct(noun)) return true
  const again = /^re(\p{L}{4,}(?:ed|ing))$/u.exec(lower)?.[1]
  if (again !== undefined && again[0] !== 'e' && speller.correct(again) && commonness(again) > 0) return true
  const adjective = /^(\p{L}{3,}(?:less|some|ish))ly$/u.exec(lower)?.[1]
  if (adjective !== undefined && speller.correct(adjective)) return true
  const quality = /^(\p{L}{3,}[^\Wyi])ness$/u.exec(lower)?.[1]
  if (quality !== undefined && speller.correct(quality)) return true
  const short = /^(\p{L}{3,})i(?:ly|ness)$/u.exec(lower)?.[1]
  return short !== undefined && speller.correct(`${short}y`)
}

/** What closed compounds end in, where the two words would never stand side by side by accident. */
const COMPOUND =
  /^(\p{L}{3,})(?:lit|light|lights|window|windows|box|boxes|string|strings|coat|coats|pull|pulls|tree|trees|flower|flowers|way|ways|shine|haired|eyed|handed|hearted|faced|lined|baked|beaten|worn|beats|stone|stones|wood|side|sides|work|works|frame|frames|top|tops|sheet|sheets|man|men|woman|women|maid|maids|boy|girl|master|keeper|keepers|maker|makers|smith|smiths|wright|rider|riders|bearer|bearers|walker|walkers|slayer|slayers|hunter|hunters|born|bound|proof|worthy|fold|sword|swords|blade|blades|bow|craft|storm|fall|song|songs|bird|birds|fish|berry|berries|leaf|leaves|root|roots|grass|cloth|cloths|skin|skins|bone|bones|shell|shells|swept|kissed|soaked|streaked|stained|strewn|borne|bane|bridge|gate|gates|tower|towers|keep|hall|halls|house|houses|yard|yards|field|fields|land|lands|holm|path|paths|ward|hold|holds|fire|fires|smoke|glass|room|rooms|chair|chairs|cup|cups|pot|pots|pit|pits|hole|holes|bed|beds|post|posts|board|boards|cart|carts|ship|ships|boat|boats|pod|pods|port|ports|suit|suits|gun|guns|bot|bots)$/u

function isPluralOfFiction(lower: string): boolean {
  if (lower.length < 5 || !lower.endsWith('s')) return false
  const one = lower.slice(0, -1)
  return FICTION_WORDS.has(one) || MODERN_WORDS.has(one) || NEWER_WORDS.has(one)
}

/** café, naïve, rôle: the dictionary has them without. */
function isPlainWithoutAccents(word: string, speller: Speller): boolean {
  const plain = withoutAccents(word)
  return (
    plain !== word &&
    (speller.correct(plain) || FICTION_WORDS.has(plain.toLowerCase()) || speller.correct(word.normalize('NFC')))
  )
}

function isNumeral(word: string): boolean {
  return /^[IVXLC]{2,}$/.test(word) || /^[A-Z](?:\.[A-Z])+$/.test(word)
}
