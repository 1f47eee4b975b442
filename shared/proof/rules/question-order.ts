/** A question within a sentence in the order of a question that is asked: I know where is he, she asked what did I want. */
import type { Spot } from '../finding.ts'
import type { ProseLine } from '../prose-line.ts'
import type { LineRule } from '../rule.ts'
import { VERB_OF_BASE } from '../verbs.ts'

export const questionOrder: LineRule = {
  name: 'question-order',
  level: 'default',
  kind: 'grammar',
  title: 'A question inside a sentence',
  explain:
    'Asked outright, the verb comes first: “Where is he?” Within another sentence it comes after its subject: I don’t know ' +
    'where he is; she asked what I wanted.',
  example: { wrong: 'She asked me where was I going.', right: 'She asked me where I was going.' },
  source: 'Quirk et al., Comprehensive Grammar 15.5 (subordinate interrogative clauses).',
  *check(line) {
    const { tokens } = line
    for (let at = 2; at + 1 < tokens.length; at += 1) {
      const { lower } = tokens[at]!
      if (!BEINGS.has(lower) && lower !== 'did') continue
      if (!SUBJECTS.has(tokens[at + 1]!.lower) || !isAskedAbout(line, at)) continue
      const spot = lower === 'did' ? didSpot(line, at) : beingSpot(line, at)
      if (spot) yield spot
    }
  },
}

const MESSAGE = 'This question stands within a sentence, so the verb comes after its subject.'

/** "Know where", "asked me what time": no mark between, or the question is asked outright. */
function isAskedAbout({ tokens }: ProseLine, at: number): boolean {
  let word = at - 1
  if (tokens[word]!.lower === 'time' || tokens[word]!.lower === 'old') word -= 1
  if (!ASKING.has(tokens[word]?.lower ?? '') || tokens[word]!.shape !== 'lower') return false
  const asker = tokens[word - 1]
  if (asker === undefined) return false
  return ASKS.has(asker.lower) || (ASKED_ONES.has(asker.lower) && ASKS.has(tokens[word - 2]?.lower ?? ''))
}

function beingSpot({ tokens, text }: ProseLine, at: number): Spot | null {
  const verb = tokens[at]!
  const subject = tokens[at + 1]!
  // "What was it that he saw" asks for one thing of several.
  if (tokens[at + 2]?.lower === 'that') return null
  return {
    offset: verb.start,
    length: subject.end - verb.start,
    message: MESSAGE,
    replacements: [`${text.slice(subject.start, subject.end)} ${verb.text}`],
  }
}

function didSpot({ tokens, text }: ProseLine, at: number): Spot | null {
  const verb = VERB_OF_BASE.get(tokens[at + 2]?.lower ?? '')
  if (verb === undefined) return null
  const subject = tokens[at + 1]!
  return {
    offset: tokens[at]!.start,
    length: tokens[at + 2]!.end - tokens[at]!.start,
    message: MESSAGE,
    replacements: [`${text.slice(subject.start, subject.end)} ${verb.past}`],
  }
}

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const BEINGS = set('is was are were am')

const SUBJECTS = set('i he she it we they')

const ASKING = set('where what who why how when which')

const ASKS = set(
  'know knows knew wonder wonders wondered wondering ask asks asked asking tell told understand understood remember remembered explain explained forgot see show showed',
)

const ASKED_ONES = set('me him her us them you')
