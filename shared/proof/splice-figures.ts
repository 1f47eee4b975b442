/**
 * Two clauses with only a comma between that careful authors leave so: a figure of speech, a pair in a description, a reason
 * with "so", and what is no clause at all but says more of the noun before it. Whether they are clauses is the rule's.
 */
import { isAuxiliary, isFiniteVerb } from './finite-verbs.ts'
import type { Token } from './tokens.ts'

/** The comma between these two parts is meant; neither is empty. */
export function isFigure(left: readonly Token[], right: readonly Token[]): boolean {
  const first = right[0]!.lower
  if (first === 'then' || isExplained(right)) return true
  if (isApposition(right)) return true
  if (left[0]!.lower !== first) return false
  if (PAIRED.has(first)) return hasAuxiliary(left) && hasAuxiliary(right)
  return isAnaphora(left, right) || (left.length <= SHORT && right.length <= SHORT)
}

/** "He could stay, he could go", "they had come, they had settled": the same beginning, said again on purpose. */
function isAnaphora(left: readonly Token[], right: readonly Token[]): boolean {
  const verb = right[1]?.lower ?? ''
  if (verb !== left[1]?.lower) return false
  if (verb === 'had') return left.slice(2, 4).some(isParticiple) && right.slice(2, 4).some(isParticiple)
  return !/^(?:(?:was|were|is|are|has|have)(?:n't)?|i'm|it's)$/.test(verb)
}

function isParticiple({ lower }: Token): boolean {
  return /(?:..ed|^(?:been|gone|come|seen|done|taken|given|known|lost|left|become))$/.test(lower)
}

/** "He was glad, she seemed so pleased": the second tells why; "so" and "such" lean on the first. */
function isExplained(right: readonly Token[]): boolean {
  return right
    .slice(2, 5)
    .some(
      ({ lower }, at) =>
        (lower === 'so' || lower === 'such') && /^(?:was|were|is|are|been|seemed)$/.test(right[at + 1]!.lower),
    )
}

/** "The man who had come", "a thing that was", "the people she had met": a noun with its clause, and no verb before that. */
function isApposition(right: readonly Token[]): boolean {
  if (!ARTICLES.has(right[0]!.lower)) return false
  for (let at = 2; at < Math.min(right.length - 1, 7); at += 1) {
    const { lower } = right[at]!
    if (RELATIVES.has(lower)) return true
    if (SUBJECTS.has(lower)) return isFiniteVerb(right[at + 1]!.lower)
    if (isAuxiliary(lower)) return false
  }
  return false
}

function hasAuxiliary(words: readonly Token[]): boolean {
  return words.slice(1, 5).some(({ lower }) => isAuxiliary(lower))
}

/** "His hair was brown, his eyes were blue" */
const PAIRED = new Set('his her its their my'.split(' '))

const ARTICLES = new Set('a an the'.split(' '))
const RELATIVES = new Set('who which that whose whom'.split(' '))
const SUBJECTS = new Set('i he she it they we you'.split(' '))

/** Words in a clause that is one of a pair by its shortness. */
const SHORT = 5
