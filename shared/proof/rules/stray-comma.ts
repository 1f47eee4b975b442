/** A comma between words that belong together: the intention, of selling; he knew, that she was there. */
import type { Spot } from '../finding.ts'
import { isFiniteVerb } from '../finite-verbs.ts'
import type { LineRule } from '../rule.ts'
import { isMark, type Token } from '../tokens.ts'

export const strayComma: LineRule = {
  name: 'stray-comma',
  level: 'default',
  kind: 'punctuation',
  title: 'Comma that parts what belongs together',
  explain:
    'No comma stands between a verb such as “knew” and the “that” which tells what was known, nor between a thing such as “intention” and the “of” which tells what it was. Other languages put one there.',
  example: { wrong: 'She knew, that he was there.', right: 'She knew that he was there.' },
  source:
    'Chicago Manual of Style 17th ed. 6.22, 6.27 (no comma before a clause that a verb needs); Quirk et al., A Comprehensive Grammar 15.4.',
  *check({ tokens, text, heading }) {
    if (heading) return
    for (let at = 1; at + 2 < tokens.length; at += 1) {
      if (!isMark(tokens[at], ',') || !(isKnown(tokens, at) || isOf(tokens, at))) continue
      yield between(tokens, at, text)
    }
  },
}

/** "he knew, that she": nothing but the verb and its subject before, so the comma closes no aside. */
function isKnown(tokens: readonly Token[], comma: number): boolean {
  const verb = tokens[comma - 1]!
  const subject = tokens[comma - 2]
  if (!KNOWING.has(verb.lower) || subject === undefined || !SUBJECTS.has(subject.lower)) return false
  // "as she knew, that": an aside.
  const before = tokens[comma - 3]
  if (before !== undefined && before.kind !== 'open' && !/^(?:[.!?…;]|and|but|because|so|that)$/.test(before.lower))
    return false
  const [that, next, then] = [tokens[comma + 1]!, tokens[comma + 2]!, tokens[comma + 3]]
  if (that.lower !== 'that' || next.kind !== 'word') return false
  return CLAUSES.has(next.lower) || (next.shape === 'Capital' && isFiniteVerb(then?.lower ?? ''))
}

/** "the intention, of selling" */
function isOf(tokens: readonly Token[], comma: number): boolean {
  if (!THINGS.has(tokens[comma - 1]!.lower) || tokens[comma + 1]!.lower !== 'of') return false
  const next = tokens[comma + 2]!
  return next.shape === 'lower' && /..ing$/.test(next.lower) && next.lower !== 'course'
}

function between(tokens: readonly Token[], comma: number, text: string): Spot {
  const before = tokens[comma - 1]!
  const after = tokens[comma + 1]!
  return {
    offset: before.start,
    length: after.end - before.start,
    message: `“${before.text} ${after.text}” belong together: no comma.`,
    replacements: [`${before.text}${text.slice(tokens[comma]!.end, after.end)}`],
  }
}

const KNOWING = new Set(
  'knew know knows thought think thinks believed believe believes hoped hope hopes felt feel saw see sees realized realised noticed understood understand feared wished heard decided'.split(
    ' ',
  ),
)
const SUBJECTS = new Set('i he she it we they you nobody everybody everyone'.split(' '))
const CLAUSES = new Set(
  'i he she it we they you there the a an his her my their our nobody nothing everything'.split(' '),
)
const THINGS = new Set(
  'intention idea habit hope chance thought fear possibility purpose art dream plan aim danger memory pleasure'.split(
    ' ',
  ),
)
