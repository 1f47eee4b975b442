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
    for (let at = 1; at + 1 < tokens.length; at += 1) {
      const { lower } = tokens[at]!
      if (!BEINGS.has(lower) && !DOINGS.has(lower)) continue
      if (isOutright(line, at)) {
        yield swapped(line, at - 1, 'In a question the verb comes before its subject.')
        continue
      }
      if (at < 2) continue
      if (!SUBJECTS.has(tokens[at + 1]!.lower)) continue
      if (BEINGS.has(lower) && isUnknown(line, at)) {
        yield { ...swapped(line, at, 'Whether something is so is told with “if” or “whether”.', 'if '), sure: false }
        continue
      }
      if (!isAskedAbout(line, at)) continue
      const spot = DOINGS.has(lower) ? doingSpot(line, at) : beingSpot(line, at)
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
  if (ASKS.has(asker.lower) || (ASKED_ONES.has(asker.lower) && ASKS.has(tokens[word - 2]?.lower ?? ''))) return true
  // "Asked Mrs. Moss what", "asked his mother what".
  for (let back = word - 1; back >= Math.max(0, word - 4); back -= 1) {
    const { lower, shape, text } = tokens[back]!
    if (ASKS_ONE.has(lower)) return back < word - 1
    if (shape !== 'Capital' && text !== '.' && !OWNED.test(lower)) return false
  }
  return false
}

/** "I don't know is he alive": nobody asks it outright. */
function isUnknown({ tokens }: ProseLine, at: number): boolean {
  return tokens[at - 1]!.lower === 'know' && /^(?:not|.*n't)$/.test(tokens[at - 2]?.lower ?? '')
}

/** "Why you are crying?": nothing stands before it, and a question mark at its end. */
function isOutright({ tokens, sentences }: ProseLine, at: number): boolean {
  if (!BEINGS.has(tokens[at]!.lower) || !ANY_SUBJECTS.has(tokens[at - 1]!.lower)) return false
  const question = at - 2
  if (!OUTRIGHT.has(tokens[question]?.lower ?? '')) return false
  const before = tokens[question - 1]
  if (before !== undefined && before.kind !== 'open' && !sentences.some(({ from }) => from === question)) return false
  for (let end = at + 1; end < tokens.length; end += 1) {
    const token = tokens[end]!
    if (token.kind === 'mark') return token.text === '?'
    if (token.kind !== 'word') return false
  }
  return false
}

function swapped({ tokens, text }: ProseLine, first: number, message: string, ahead = ''): Spot {
  const [one, other] = [tokens[first]!, tokens[first + 1]!]
  return {
    offset: one.start,
    length: other.end - one.start,
    message,
    replacements: [`${ahead}${text.slice(other.start, other.end)} ${text.slice(one.start, one.end)}`],
  }
}

function beingSpot(line: ProseLine, at: number): Spot | null {
  // "What was it that he saw" asks for one thing of several.
  if (line.tokens[at + 2]?.lower === 'that') return null
  return swapped(line, at, MESSAGE)
}

function doingSpot({ tokens, text }: ProseLine, at: number): Spot | null {
  const base = tokens[at + 2]?.lower ?? ''
  const verb = VERB_OF_BASE.get(base)
  if (verb === undefined) return null
  const { lower } = tokens[at]!
  const right =
    lower === 'did' ? verb.past : lower === 'do' ? base : `${base}${/(?:s|x|z|ch|sh|o)$/.test(base) ? 'es' : 's'}`
  const subject = tokens[at + 1]!
  return {
    offset: tokens[at]!.start,
    length: tokens[at + 2]!.end - tokens[at]!.start,
    message: MESSAGE,
    replacements: [`${text.slice(subject.start, subject.end)} ${right}`],
  }
}

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const BEINGS = set('is was are were am')

const DOINGS = set('did do does')

const ASKS_ONE = set('ask asked asking asks told tell telling')

const OWNED =
  /^(?:the|my|his|her|our|their|mother|father|man|woman|boy|girl|teacher|doctor|brother|sister|friend|mum|mom|dad)$/

const SUBJECTS = set('i he she it we they')

const ANY_SUBJECTS = set('i you he she it we they')

/** Not “what” and “how”: “What you are?”, “How beautiful you are?” and the like may be an echo. */
const OUTRIGHT = set('why where')

const ASKING = set('where what who why how when which')

const ASKS = set(
  'know knows knew wonder wonders wondered wondering ask asks asked asking tell told understand understood remember remembered explain explained forgot see show showed',
)

const ASKED_ONES = set('me him her us them you')
