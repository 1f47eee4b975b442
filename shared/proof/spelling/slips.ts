/**
 * Whether a word that no dictionary has is a slip, or somebody's own word. People misspell the words they use, which are
 * common ones and those of the story; who coins a word, writes dialect or quotes a language comes near to one by accident.
 */
import type { Speller } from '../speller.ts'
import { commonness } from './commonness.ts'
import { isRunTogether, isTold, respelt } from './corrections.ts'
import { stemOf } from './derived.ts'
import { hasWordList, type NearWord, nearWords } from './near-words.ts'
import { soundOf } from './nearness.ts'

/** How far a slip in a common word, a word of the story, and any word lies off; further where there is room for two. */
function reachOf(length: number): { common: number; used: number; any: number } {
  if (length < 7) return { common: 1, used: 0.95, any: 0.7 }
  return length < 9 ? { common: 1, used: 0.95, any: 0.85 } : { common: 1.3, used: 1.15, any: 0.95 }
}

/** One plain slip, not in the first letter. */
const PLAIN = 0.95

/** Some word of the dictionary is one plain slip away: what looks like a coinage may be a misspelling. */
export function hasNearWord(word: string, speller: Speller): boolean {
  return nearWords(word.toLowerCase(), speller).some(({ cost }) => cost <= 1.15)
}

/**
 * The word lies close to what may have been meant: to a right word, or to two or three run together, by part. `isUsed`
 * knows the words of the story.
 */
export function isLikelySlip(word: string, speller: Speller, isUsed: (word: string) => boolean): boolean {
  return word
    .toLowerCase()
    .split('-')
    .some((part) => isSlip(part, speller, isUsed))
}

function isSlip(lower: string, speller: Speller, isUsed: (word: string) => boolean): boolean {
  if (isTold(lower) || isRunTogether(lower, speller) || respelt(lower, speller) !== null) return true
  if (!hasWordList(speller)) return true
  // english; a short one may be anything (benny).
  if (lower.length > 5 && speller.correct(lower.slice(0, 1).toUpperCase() + lower.slice(1))) return true
  const stem = stemOf(lower, speller)
  if (stem !== null) {
    // rayed, rubbled: of a word that the story has, as it needs it.
    if (isUsed(stem) && MADE_OF_NOUN.test(lower) && !isTypedSlip(lower, speller, isUsed)) return false
    return isNearCommon(lower, stem, speller)
  }
  const reach = reachOf(lower.length)
  const sound = soundOf(lower)
  const isLikely = ({ word, cost }: NearWord): boolean =>
    cost <= reach.any ||
    (cost <= reach.used && isUsed(word)) ||
    (commonness(word) > 0 && (cost <= reach.common || (lower.length > 6 && soundOf(word) === sound)))
  const bare = /^(\p{L}{4,})(?:ing|ed|ly|like|less|s|r)$/u.exec(lower)?.[1]
  return nearWords(lower, speller).some(isLikely) || (bare !== undefined && nearWords(bare, speller).some(isLikely))
}

/** Endings that writers put to any noun. */
const MADE_OF_NOUN = /(?:ed|ing|less|s)$/

/**
 * A word written three times and more in lower case. Spelt alike each time, it is meant so: a coinage, or dialect. Not if
 * letters are turned, nor, in narration, if it lies near a common word that the story never has, as its author may not
 * know that one, or very near one that it has.
 */
export function isSlipByHabit(
  word: string,
  speller: Speller,
  isUsed: (word: string) => boolean,
  inSpeech: boolean,
): boolean {
  const lower = word.toLowerCase()
  if (isTold(lower)) return true
  const near = nearWords(lower, speller).filter(({ word, cost }) => cost <= PLAIN && commonness(word) > 0)
  if (near.some(({ word }) => isTurned(word, lower))) return true
  if (inSpeech || near.length === 0) return false
  return !near.some(({ word }) => isUsed(word)) || isTypedSlip(lower, speller, isUsed)
}

/**
 * The same of a word that the story has only twice, or with its plural: people misspell a rarer word twice as well, if by
 * very little, or as it sounds.
 */
export function isSlipTwice(word: string, speller: Speller, isUsed: (word: string) => boolean): boolean {
  const lower = word.toLowerCase()
  if (isTold(lower) || isRunTogether(lower, speller) || respelt(lower, speller) !== null) return true
  const sound = soundOf(lower)
  return nearWords(lower, speller).some(
    ({ word: right, cost }) =>
      cost <= TYPED ||
      (cost <= PLAIN && (commonness(right) > 0 || isUsed(right))) ||
      (lower.length > 6 && right[0] === lower[0] && soundOf(right) === sound),
  )
}

/** Letters turned, doubled or no longer doubled: nobody speaks so, in whatever dialect. `isUsed` as in `isLikelySlip`. */
export function isTypedSlip(word: string, speller: Speller, isUsed: (word: string) => boolean): boolean {
  const lower = word.toLowerCase()
  if (isTold(lower)) return true
  return nearWords(lower, speller).some(
    ({ word: right, cost }) =>
      (cost <= TYPED || (cost <= PLAIN && isTurned(right, lower))) &&
      !right.includes("'") &&
      (commonness(right) > 0 || isUsed(right)),
  )
}

const TYPED = 0.5

/** A common word lies one plain slip away. */
export function isPlainSlip(word: string, speller: Speller): boolean {
  return nearWords(word.toLowerCase(), speller).some(({ word, cost }) => cost <= PLAIN && commonness(word) > 0)
}

/** Spelt as it is said by somebody: it sounds like a common word that it lies near to, or lies near to none. */
export function isSaidSo(word: string, speller: Speller): boolean {
  const lower = word.toLowerCase()
  const near = nearWords(lower, speller).filter(({ word, cost }) => cost <= PLAIN && commonness(word) > 0)
  const sound = soundOf(lower)
  return (
    near.length === 0 ||
    near.some(({ word }) => word.length === lower.length && soundOf(word) === sound && !isTurned(word, lower))
  )
}

function isTurned(one: string, other: string): boolean {
  return [...one].sort().join('') === [...other].sort().join('')
}

/**
 * The same for a word that begins a sentence: it may be a name that the story has nowhere else, so only what lies close
 * to a common word is taken for a slip.
 */
export function isLikelyFirstSlip(word: string, speller: Speller): boolean {
  const lower = word.toLowerCase()
  if (isTold(lower) || lower.includes("'") || lower.includes('-')) return true
  if (!hasWordList(speller)) return true
  return nearWords(lower, speller).some(({ word: right, cost }) => cost <= PLAIN && commonness(right) > 0)
}

/** What is made of `stem` may be a slip all the same: a common word of another stem lies one plain slip away. */
export function isNearCommon(lower: string, stem: string, speller: Speller): boolean {
  return nearWords(lower, speller).some(({ word, cost }) => {
    if (cost > PLAIN) return false
    const isForm = word.startsWith(stem.length > 4 ? stem.slice(0, -1) : stem)
    // thrill and thrilled are other forms than thrilly, but doubtfully is what doubtfuly was to be.
    return isForm ? word.slice(-2) === lower.slice(-2) : commonness(word) > 0
  })
}
