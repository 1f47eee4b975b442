/** A time that is over goes with the past, not with “has”: died two years ago, saw him last night. */
import { inflectedOf, PARTICIPLE } from '../form-odds/paradigms.ts'
import { dressed } from '../frames.ts'
import type { LineRule } from '../rule.ts'
import type { Token } from '../tokens.ts'

export const pastTime: LineRule = {
  name: 'past-time',
  level: 'default',
  kind: 'grammar',
  title: 'A time that is over',
  explain:
    '“Two years ago”, “yesterday” and “last night” are over, so the plain past goes with them (she died two years ago), not “has” or “have”.',
  example: { wrong: 'He has died two years ago.', right: 'He died two years ago.' },
  source: 'Quirk et al., Comprehensive Grammar 4.23 (adverbials with the past and with the present perfective).',
  *check({ tokens, text }, { facts }) {
    for (let at = 0; at + 2 < tokens.length; at += 1) {
      const have = HAVE.exec(tokens[at]!.lower)
      if (have === null || HELPED.test(tokens[at - 1]?.lower ?? '')) continue
      const verb = LITTLE.has(tokens[at + 1]!.lower) ? at + 2 : at + 1
      const token = tokens[verb]
      if (token?.kind !== 'word' || token.shape !== 'lower') continue
      const past = pastOf(token.lower)
      if (past === null || !isOver(tokens, verb + 1)) continue
      const doer = tokens[at]!.text.slice(0, have.index)
      const offset = tokens[at]!.start
      const between = verb === at + 2 ? `${tokens[at + 1]!.text} ` : ''
      const right = `${doer === '' ? '' : `${doer} `}${between}${past}`
      yield {
        offset,
        length: token.end - offset,
        message: 'The time that is named is over, so the plain past stands with it.',
        replacements: [dressed(right, text.slice(offset, token.end), facts.forms.apostrophe)],
      }
    }
  },
}

/** Not “’s”, which is “is” as well. */
const HAVE = /^ha(?:s|ve)$|(?<=^(?:i|you|we|they))['’]ve$/

/** "Must have seen", "ought to have seen": it is not the time that “have” tells. */
const HELPED = /^(?:to|not|would|could|should|must|might|may|can|cannot|will|shall|never|.*n['’]t|.*['’](?:d|ll))$/

const LITTLE = new Set('just already only never finally'.split(' '))

const MARKS_PAST = new Set(
  'year month week day hour minute night summer winter morning evening spring autumn'.split(' '),
)

/** The past of a participle; null for what is none. */
function pastOf(participle: string): string | null {
  if (participle === 'been') return null
  const verb = inflectedOf(participle)
  const past = verb?.all[2] ?? ''
  return past === '' || (verb!.forms & PARTICIPLE) === 0 ? null : past
}

/** "… ago", "yesterday", "last night" comes in the same breath, and nothing that lets it belong elsewhere. */
function isOver(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < tokens.length && at < from + FAR; at += 1) {
    const { kind, lower } = tokens[at]!
    if (kind !== 'word' && kind !== 'number') return false
    if (APART.has(lower)) return false
    if (lower === 'ago') return tokens[at - 1]!.lower !== 'long'
    if (lower === 'yesterday') return true
    if (lower === 'last' && tokens[at - 1]!.lower !== 'the' && MARKS_PAST.has(tokens[at + 1]?.lower ?? '')) return true
  }
  return false
}

/** Words from the verb to the time at most. */
const FAR = 8

/** Another clause, or a time that reaches until now. */
const APART = new Set(
  'since from until till of that which who what where because as than but and or to if when for'.split(' '),
)
