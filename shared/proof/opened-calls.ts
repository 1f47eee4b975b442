/**
 * What may stand right before somebody spoken to, up to the last punctuation: a greeting, an order, an opening word. With
 * one of those, a common word for somebody is an address as well: "well son", "thanks boys".
 */
import type { Token } from './tokens.ts'
import { isPhrase, LONGEST_PHRASE } from './vocative-phrases.ts'

/** "Well son,", "thanks boys.": a word for somebody, with nothing but an opening word or greeting before it. */
export function isCalled(lower: string): boolean {
  return CALLED.has(lower)
}

/** Several: "no boys", "you girls" may be whom is spoken of. */
function isCalledSeveral(lower: string): boolean {
  return CALLED.has(lower) && lower.endsWith('s') && lower !== 'boss'
}

const CALLED = new Set(
  'son sonny boy boys girl girls kid kids kiddo lad lads lass laddie doc boss chief dear dears ladies gentlemen mister miss folks fellas mate pal bro bruh man cap coach princess sis cuz brother sister friend friends love idiot idiots moron jerk asshole bastard loser dumbass weirdo'.split(
    ' ',
  ),
)

/** "Well ▮," and "thanks ▮.": nothing else before in its part, and nothing after. */
export function isOpenedCall(tokens: readonly Token[], at: number, to: number): boolean {
  const before = tokens[at - 1]
  if (before?.kind !== 'word' || (at + 1 < to && tokens[at + 1]!.text !== ',')) return false
  const clause = clauseFrom(tokens, at, 0)
  const { lower } = tokens[at]!
  if (isCalledSeveral(lower) && /^(?:no|you)$/.test(before.lower) && at - clause < 2) return false
  // "Oh boy" and "oh dear" are cries; "no man" is nobody.
  if (before.lower === 'oh' && /^(?:dear|dears|boy|boys|man|brother|god)$/.test(lower)) return false
  if (before.lower === 'no' && /^(?:man|boy|girl|kid|friend|brother|sister|princess)$/.test(lower)) return false
  if (before.lower === 'me') return false
  if (at - clause === 1) return OPENING.has(before.lower)
  return isKnownPhrase(tokens, at, clause)
}

/** The index of the first word after the last mark before `at`. */
export function clauseFrom(tokens: readonly Token[], at: number, from: number): number {
  for (let start = at; start > from; start -= 1) if (tokens[start - 1]!.kind !== 'word') return start
  return from
}

/** A phrase that ends right before `at`, alone or after an opening word. */
export function isKnownPhrase(tokens: readonly Token[], at: number, clause: number): boolean {
  for (let length = 1; length <= LONGEST_PHRASE && at - length >= clause; length += 1) {
    const phrase = tokens
      .slice(at - length, at)
      .map(({ lower }) => lower)
      .join(' ')
    if (!isPhrase(phrase)) continue
    const lead = tokens[at - length - 1]
    if (at - length === clause || (lead !== undefined && LEADS.has(lead.lower))) return true
  }
  return false
}

export const LEADS = new Set('oh no yes well and but so hey please yeah okay just now look'.split(' '))

const OPENING = new Set(
  'well now yes no hey hi hello thanks sorry okay ok listen look oh please yeah yep nope sure right alright goodbye bye wait easy'.split(
    ' ',
  ),
)
