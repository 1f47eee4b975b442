/** How a story is told in a place, by the finite verbs of its narration. */
import type { ProseLine } from '../prose-line.ts'
import { BASE, inflectedOf, PAST, THIRD } from './paradigms.ts'

/** The tenses that a line and its neighbours are told in; of speech nothing is told. */
export type Telling = 'past' | 'present' | 'mixed' | 'none'

/** Finite verbs in the past and in the present outside speech. */
export function tensesOf(line: ProseLine): { past: number; present: number } {
  let past = 0
  let present = 0
  const { tokens } = line
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'word' || line.isSpeech(token.start)) continue
    const { lower } = token
    if (PASTS.has(lower)) past += 1
    else if (PRESENTS.has(lower)) present += 1
    else {
      const before = tokens[at - 1]
      if (before === undefined || before.kind !== 'word') continue
      if (!TELLERS.has(before.lower) && (before.shape !== 'Capital' || token.shape !== 'lower')) continue
      const forms = inflectedOf(lower)?.forms ?? 0
      if ((forms & (PAST | BASE)) === PAST) past += 1
      else if (forms === THIRD || (forms === BASE && before.lower !== 'you' && TELLERS.has(before.lower))) present += 1
    }
  }
  return { past, present }
}

const PASTS = new Set("was were had did wasn't weren't hadn't didn't said went".split(' '))
const PRESENTS = new Set("is are am isn't aren't i'm has doesn't don't".split(' '))
const TELLERS = new Set('i he she it we they'.split(' '))

export function tellingOf(lines: readonly { past: number; present: number }[]): Telling {
  let past = 0
  let present = 0
  for (const one of lines) {
    past += one.past
    present += one.present
  }
  if (past >= 2 && past >= 5 * present) return 'past'
  if (present >= 2 && present >= 3 * past) return 'present'
  return past + present < 2 ? 'none' : 'mixed'
}
