/** Somebody spoken to by name without the commas around the name. */
import { isNameToken } from '../dialogue-tag.ts'
import type { StoryFacts } from '../facts.ts'
import type { LineRule } from '../rule.ts'
import { type SpokenSentence, spokenSentences } from '../speech-sentences.ts'
import type { Token } from '../tokens.ts'
import { isLastWord, isPhrase, isState, isThing, LONGEST_PHRASE } from '../vocative-phrases.ts'

export const vocativeComma: LineRule = {
  name: 'vocative-comma',
  level: 'default',
  kind: 'punctuation',
  title: 'Comma with a name spoken to',
  explain:
    'A name, a title or an endearment by which somebody is spoken to stands apart from the sentence, with a comma before it, after it, or both.',
  example: { wrong: '“Thank you Kell.”', right: '“Thank you, Kell.”' },
  source: 'Chicago Manual of Style 17th ed. 6.53.',
  *check(line, { facts }) {
    const { tokens } = line
    for (const sentence of spokenSentences(line)) {
      const { from, to } = sentence
      for (let at = from; at < to; at += 1) {
        const length = addressLength(tokens, at, to, facts)
        if (length === 0) continue
        const after = at + length
        const isBefore = at > from && needsBefore(tokens, at, after, sentence)
        const isAfter = (isBefore || at === from || isOpened(tokens, at, from)) && needsAfter(tokens, after, to)
        if (isBefore || isAfter) {
          const first = tokens[isBefore ? at - 1 : at]!
          const last = tokens[after - 1]!
          const name = line.text.slice(tokens[at]!.start, last.end)
          yield {
            offset: first.start,
            length: last.end - first.start,
            message: `“${name}” is spoken to, so commas set the name apart.`,
            replacements: [`${isBefore ? `${first.text}, ` : ''}${name}${isAfter ? ',' : ''}`],
          }
        }
        at = after - 1
      }
    }
  },
}

/** How many tokens from `at` on name somebody; 0 when none do. */
function addressLength(tokens: readonly Token[], at: number, to: number, facts: StoryFacts): number {
  const token = tokens[at]!
  if (ADDRESSES.has(token.lower)) return 1
  if (TITLES.has(token.lower) && token.shape === 'Capital') {
    const name = tokens[at + 1]?.text === '.' ? at + 2 : at + 1
    return name < to && tokens[name]!.shape === 'Capital' ? name + 1 - at : 0
  }
  if (!isNameToken(token, facts) || FAMILY.has(token.lower))
    return token.shape === 'Capital' && FAMILY.has(token.lower) ? 1 : 0
  let end = at + 1
  while (end < to && end < at + 3 && isNameToken(tokens[end], facts)) end += 1
  return end - at
}

/** "Thank you ▮." or "What are you doing ▮?": the sentence is whole without the name. */
function needsBefore(tokens: readonly Token[], at: number, after: number, { from, to, stop }: SpokenSentence): boolean {
  const before = tokens[at - 1]!
  if (before.kind !== 'word') return false
  const isEnd = after === to || tokens[after]!.text === ',' || /^(?:\.\.|…|—|-)/.test(tokens[after]!.text)
  const isFollowed = needsAfter(tokens, after, to)
  if (!isEnd && !isFollowed) return false
  const clause = clauseFrom(tokens, at, from)
  const name = tokens[at]!
  const isLower = name.shape === 'lower'
  if (isKnownPhrase(tokens, at, clause)) return !(isFollowed && !isEnd && before.lower === 'you' && at - clause < 2)
  if (!isEnd) return false
  if (SIRS.has(name.lower)) return !NO_SIR.has(before.lower)
  if (isLower) return false
  if (OBJECTS.has(before.lower)) return at - clause >= 2 && !GIVING.has(tokens[at - 2]!.lower)
  if (before.lower === 'you' && /^(?:and|with|like|than|or|to|for)$/.test(tokens[at - 2]?.lower ?? '')) return false
  if (before.lower === 'you' && GIVING.has(tokens[at - 2]?.lower ?? '')) return false
  if (isLastWord(before.lower)) return at - clause >= 2
  if (isThing(before.lower)) return at - clause >= 2 && !/^(?:of|on|in)$/.test(tokens[at - 2]!.lower)
  if (isState(before.lower)) return tokens.slice(clause, at - 1).some(({ lower }) => isBeing(lower))
  return stop?.text === '?' && after === to && asksForThing(tokens, clause, at)
}

function clauseFrom(tokens: readonly Token[], at: number, from: number): number {
  for (let start = at; start > from; start -= 1) if (tokens[start - 1]!.kind !== 'word') return start
  return from
}

function isKnownPhrase(tokens: readonly Token[], at: number, clause: number): boolean {
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

/** "What do you want ▮?": the question word is the object already. */
function asksForThing(tokens: readonly Token[], clause: number, at: number): boolean {
  let first = clause
  if (LEADS.has(tokens[first]!.lower)) first += 1
  if (
    tokens[first]!.lower !== 'what' ||
    !/^(?:do|did|are|were|have|should|can|could|will|would)$/.test(tokens[first + 1]?.lower ?? '')
  )
    return false
  if (!/^(?:you|i|we|they|he|she)$/.test(tokens[first + 2]?.lower ?? '')) return false
  return (
    at - first <= 5 &&
    /^(?:want|mean|think|say|need|do|see|doing|saying|thinking|know|wanted|done|said|hear)$/.test(tokens[at - 1]!.lower)
  )
}

/** "▮ what are you doing", "▮ I love you", "▮ please stop" */
function needsAfter(tokens: readonly Token[], after: number, to: number): boolean {
  const next = tokens[after]
  if (next === undefined || after >= to || next.kind !== 'word' || next.shape === 'UPPER') return false
  const then = after + 1 < to ? tokens[after + 1]!.lower : ''
  const { lower } = next
  if (lower === 'i' || /^(?:i|you|we)'(?:m|ll|ve|d|re)$/.test(lower)) return true
  if (lower === 'you' || lower === 'we') return then !== ''
  if (lower === "don't") return true
  if (/^(?:what|why|how|where)$/.test(lower)) return INVERTED.has(then)
  if (/^(?:what|where)'s$/.test(lower)) return true
  if (/^(?:are|do|did|have|can|could|will|would)$/.test(lower)) return then === 'you'
  return ORDERS.has(lower) && (then === '' || !/^(?:and|to)$/.test(then))
}

/** Only "oh", "no" and their like before the name. */
function isOpened(tokens: readonly Token[], at: number, from: number): boolean {
  return at === from + 2 && tokens[at - 1]!.text === ',' && LEADS.has(tokens[from]!.lower)
}

function isBeing(lower: string): boolean {
  return /^(?:am|is|are|was|were|be|isn't|aren't|wasn't)$|^(?:i'm|you're|we're|they're|it's|that's|he's|she's)$/.test(
    lower,
  )
}

const ADDRESSES = new Set("sir ma'am madam sweetheart honey darling buddy dude guys sensei sempai senpai".split(' '))
const FAMILY = new Set('mom mum dad mommy mummy daddy mama papa grandma grandpa'.split(' '))
const LEADS = new Set('oh no yes well and but so hey please yeah okay just now look'.split(' '))
const SIRS = new Set("sir ma'am madam".split(' '))
const NO_SIR = new Set(
  'the a an my dear good kind young old that this your his her of to for with like and call called great poor fine brave no'.split(
    ' ',
  ),
)
const OBJECTS = new Set('him them it me us'.split(' '))
const TITLES = new Set('mr mrs ms miss dr uncle aunt auntie professor captain'.split(' '))
const GIVING = new Set(
  'give gave given bring brought show showed tell told send sent hand find found call called get got make made name named'.split(
    ' ',
  ),
)
const INVERTED = new Set('is are was were am do does did have has had will would can could should'.split(' '))
const ORDERS = new Set('please wait stop listen look come go give tell calm wake get help take'.split(' '))
