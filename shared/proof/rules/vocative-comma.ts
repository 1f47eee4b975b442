/** Somebody spoken to by name without the commas around the name. */
import { markMissing, wrongPlaces } from '../commas/missing.ts'
import {
  isCounted,
  isCourtesy,
  isPeople,
  isPlainAddress,
  isPlainCall,
  mayBeAddress,
  mayBeCall,
  SLACK,
} from '../commas/plain-address.ts'
import { isNameToken, isPronoun } from '../dialogue-tag.ts'
import type { StoryFacts } from '../facts.ts'
import { DETERMINERS } from '../function-words.ts'
import { clauseFrom, isCalled, isKnownPhrase, isOpenedCall, LEADS } from '../opened-calls.ts'
import type { LineRule } from '../rule.ts'
import { type SpokenSentence, spokenSentences } from '../speech-sentences.ts'
import type { Token } from '../tokens.ts'
import { isClose, isLastWord, isNamed, isState, isThing, isTime, takesNobody } from '../vocative-phrases.ts'
import { wordKind } from '../word-kinds.ts'

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
    const seen: number[] = []
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
          seen.push(first.start, last.start)
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
    if (line.quotations.length === 0) return
    for (const kind of ['named', 'naming'] as const) {
      const { placed, wrong } = wrongPlaces(line, facts, kind, '', -SLACK)
      for (const place of wrong) {
        if (!(kind === 'named' ? mayBeAddress : mayBeCall)(placed, place)) continue
        const isPlain = kind === 'named' ? isPlainAddress : isPlainCall
        if (place.surplus <= 0 && !isPlain(placed, place)) continue
        const spot = markMissing(line, placed, place, 'Somebody is spoken to here, so a comma sets the name apart.')
        if (seen.includes(spot.offset)) continue
        seen.push(placed.words[place.right]!.start)
        yield spot
      }
    }
  },
}

/** How many tokens from `at` on name somebody; 0 when none do. */
function addressLength(tokens: readonly Token[], at: number, to: number, facts: StoryFacts): number {
  const token = tokens[at]!
  // "My God, Kell": no first name of Kell's.
  if (token.lower === 'god') return 0
  if (ADDRESSES.has(token.lower)) return 1
  if (isTime(token.lower) || isPeople(token.lower)) return 0
  if (isCalled(token.lower) && (token.shape === 'lower' || token.lower === 'doc'))
    return isOpenedCall(tokens, at, to) ? 1 : 0
  const address = token.shape === 'lower' ? OWNED_ADDRESSES.get(token.lower) : undefined
  if (address !== undefined) return at + 1 < to && address.has(tokens[at + 1]!.lower) ? 2 : 0
  if (TITLES.has(token.lower) && token.shape === 'Capital') {
    const name = tokens[at + 1]?.text === '.' ? at + 2 : at + 1
    if (name < to && tokens[name]!.shape === 'Capital') return name + 1 - at
    return ALONE.has(token.lower) && at + 1 === to ? 1 : 0
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
  if (before.kind !== 'word' || isCounted(tokens, at)) return false
  const isEnd = after === to || tokens[after]!.text === ',' || /^(?:\.\.|…|—|-)/.test(tokens[after]!.text)
  const isSir = SIRS.has(tokens[at]!.lower)
  if (DAYS.has(tokens[at]!.lower) || (!isSir && /^(?:and|nor|or)$/.test(tokens[at - 2]?.lower ?? ''))) return false
  const isFollowed = needsAfter(tokens, after, to)
  if (!isEnd && !isFollowed) return false
  const clause = clauseFrom(tokens, at, from)
  const name = tokens[at]!
  const isLower = name.shape === 'lower'
  if (isCalled(name.lower) && (isLower || name.lower === 'doc')) return true
  if (isTime(before.lower) && /^(?:it's|is|was)$/.test(tokens[at - 2]?.lower ?? '')) return isEnd
  if (isKnownPhrase(tokens, at, clause)) return !(isFollowed && !isEnd && before.lower === 'you' && at - clause < 2)
  if (!isEnd || (before.shape === 'Capital' && at - 1 > clause && !isPronoun(before.lower) && before.lower !== 'god'))
    return false
  if (isSir && isCourtesy(tokens[at - 2]?.lower ?? '', before.lower, tokens[at]!.lower)) return false
  if (isSir) return !NO_SIR.has(before.lower) && !/^call/.test(tokens[at - 2]?.lower ?? '')
  if (before.lower === 'why') return at - 1 === clause && after === to && stop?.text === '!'
  if (name.lower === 'old') {
    const last = tokens.slice(Math.max(clause, at - 4), at)
    return (
      at - clause >= 2 && !isClose(before.lower) && !last.some(({ lower }) => DETERMINERS.has(lower) || lower === 'of')
    )
  }
  if (isLower && name.lower !== 'my') return endsBeforeDarling(tokens, at, clause)
  if (name.lower === 'my' && (OBJECTS.has(before.lower) || isBeing(before.lower))) return false
  const lead = tokens[at - 2]?.lower ?? ''
  if (lead === 'come' && COMINGS.has(before.lower)) return true
  if (isAnswered(tokens, at, clause) || isTooMuch(tokens, at, clause)) return true
  if (takesNobody(before.lower))
    return /^(?:to|you|better|must|can|may|will|shall|should|let|not|certainly|surely|are|am|were|you're|i'm|just|only)$/.test(
      lead,
    )
  const opens = at - 2 === clause && clause > from
  if (opens && /^(?:you|i)$/.test(lead) && /^(?:see|understand)$/.test(before.lower)) return true
  if (
    opens &&
    /^(?:isn't|aren't|wasn't|weren't|don't|doesn't|didn't|won't|haven't|hasn't|can't|couldn't|wouldn't)$/.test(lead)
  )
    return isPronoun(before.lower)
  if (stop?.text === '?' && after === to && at - 2 === clause && DOING.has(lead) && isPronoun(before.lower)) return true
  if (
    opens &&
    tokens[clause - 1]!.text === ',' &&
    stop?.text === '?' &&
    after === to &&
    INVERTED.has(lead) &&
    SUBJECTS.has(before.lower)
  )
    return true
  if (isDenial(before.lower)) return at - clause >= 2
  if (ENDINGS.has(`${lead} ${before.lower}`) && at - clause > 2) return true
  if (stop?.text === '?' && after === to && before.lower === 'that' && /^(?:know|got|get|all|see|hear)$/.test(lead))
    return true
  if (before.lower === 'all') return /^(?:it|that|them|this)$/.test(lead)
  if (/^(?:that|this)$/.test(before.lower) && after === to)
    return /^(?:do|say|see|understand|us|me|about|like)$/.test(lead) && at - clause >= 2 && !isLower
  if (isWholeThing(tokens, at, clause) || isQualityAfterBeing(tokens, at, clause)) return true
  if (lead === 'never' && before.lower === 'mind') return false
  if (OBJECTS.has(before.lower)) return at - clause >= 2 && !GIVING.has(lead) && !isBeing(lead) && !isPlural(name)
  if (before.lower === 'you' && /^(?:and|with|like|than|or|to|for|have)$/.test(lead)) return false
  if (before.lower === 'you' && (GIVING.has(lead) || isBeing(lead))) return false
  if (isLastWord(before.lower)) return at - clause >= 2 && !GIVING.has(lead)
  if (isThing(before.lower)) return at - clause >= 2 && !/^(?:of|on|in|to)$/.test(lead)
  if (isState(before.lower)) return tokens.slice(clause, at - 1).some(({ lower }) => isBeing(lower))
  return stop?.text === '?' && after === to && asksForThing(tokens, clause, at)
}

/** "I am here ▮", "come to me ▮", "it is late ▮": before an endearment, which is a thing elsewhere. */
function endsBeforeDarling(tokens: readonly Token[], at: number, clause: number): boolean {
  const { lower } = tokens[at - 1]!
  const lead = tokens[at - 2]?.lower ?? ''
  if (at - clause < 2 || GIVING.has(lead)) return false
  if (isLastWord(lower)) return lower !== 'you' || !/^(?:and|with|like|than|or|to|for|have)$/.test(lead)
  return (
    (OBJECTS.has(lower) && !isBeing(lead) && !/^(?:it|that)$/.test(lower)) ||
    (isState(lower) && !isClose(lower) && isBeing(lead))
  )
}

/** "a fact ▮", "under my roof ▮": a thing with what introduces it, and no word for somebody. */
function isWholeThing(tokens: readonly Token[], at: number, clause: number): boolean {
  const { lower, shape } = tokens[at - 1]!
  const kind = wordKind(lower)
  if (
    shape !== 'lower' ||
    kind === undefined ||
    !THINGS.has(kind) ||
    lower.endsWith('ing') ||
    lower === 'two' ||
    isNamed(lower) ||
    isClose(lower)
  )
    return false
  for (let back = at - 2; back >= clause && back >= at - 4; back -= 1) {
    const word = tokens[back]!.lower
    // "my dear friend's sake", "what name Kell goes by": a question's thing may wait for its subject.
    if (word === 'that' && lower.endsWith('s')) return false
    if (/^(?:what|which|whose|every|each|and|or)$/.test(word)) return false
    if (DETERMINERS.has(word)) return (back > clause || at - back > 2) && !PREPOSED.has(tokens[back - 1]?.lower ?? '')
    if (PREPOSED.has(word)) return false
  }
  return false
}

function isQuality(lower: string): boolean {
  const kind = wordKind(lower)
  return kind !== undefined && QUALITIES.has(kind)
}

/** "You are absolutely serious ▮" */
function isQualityAfterBeing(tokens: readonly Token[], at: number, clause: number): boolean {
  const { lower, shape } = tokens[at - 1]!
  if (shape !== 'lower' || !isQuality(lower) || isClose(lower)) return false
  for (let back = at - 2; back >= clause && back >= at - 4; back -= 1) {
    const word = tokens[back]!.lower
    if (DETERMINERS.has(word)) return false
    if (isBeing(word)) return true
  }
  return false
}

/** The name of several: "the two of us Belgians". */
function isPlural({ lower }: Token): boolean {
  return /(?:ans|ers|ese|ish|men)$/.test(lower)
}

/** "What do you want ▮?": the question word is the object already. */
function asksForThing(tokens: readonly Token[], clause: number, at: number): boolean {
  let first = clause
  if (LEADS.has(tokens[first]!.lower)) first += 1
  if (tokens[first]!.lower === 'how')
    return (
      /^(?:are|is|were)$/.test(tokens[first + 1]?.lower ?? '') &&
      at - first === 4 &&
      /^(?:doing|feeling|holding|getting)$/.test(tokens[at - 1]!.lower)
    )
  if (
    tokens[first]!.lower !== 'what' ||
    !/^(?:do|did|are|were|have|should|can|could|will|would)$/.test(tokens[first + 1]?.lower ?? '')
  )
    return false
  if (!/^(?:you|i|we|they|he|she)$/.test(tokens[first + 2]?.lower ?? '')) return false
  return (
    at - first <= (tokens[at - 2]!.lower === 'to' ? 6 : 5) &&
    /^(?:want|mean|think|say|need|do|see|doing|saying|thinking|know|wanted|done|said|hear)$/.test(tokens[at - 1]!.lower)
  )
}

/** "▮ what are you doing", "▮ I love you", "▮ please stop" */
function needsAfter(tokens: readonly Token[], after: number, to: number): boolean {
  const next = tokens[after]
  if (next === undefined || after >= to || next.kind !== 'word' || next.shape === 'UPPER') return false
  const then = after + 1 < to ? tokens[after + 1]!.lower : ''
  const { lower } = next
  const hasMore = after + 2 < to
  // "May I come?"
  if (/^(?:may|will)$/.test(tokens[after - 1]!.lower) && SUBJECTS.has(lower)) return false
  const isAsked = tokens[to]?.text === '?'
  if (hasMore && (lower === 'your' || lower === 'these' || lower === 'those')) return true
  if (hasMore && (lower === 'this' || lower === 'that'))
    return (
      /^(?:is|was|will|would|has|must|can|may|might|isn't|wasn't|won't|can't)$/.test(then) ||
      wordKind(then) === wordKind('house')
    )
  if (hasMore && lower === 'there') return /^(?:is|are|was|were|has|have|must|will|may)$/.test(then)
  if (/^(?:it|that|there|let|they)'s$|^they're$/.test(lower)) return true
  if (lower === 'let') return /^(?:me|us|him|her|them|it)$/.test(then)
  if (/^(?:if|when|because)$/.test(lower) || (lower === 'where' && !INVERTED.has(then)))
    return (
      hasMore &&
      (/^(?:i|you|we|he|she|it|they)$/.test(then) || (lower !== 'where' && tokens[after + 1]!.shape === 'Capital'))
    )
  if (isAsked && lower === 'who') return INVERTED.has(then)
  if (lower === 'how' && hasMore && tokens[to] !== undefined && tokens[to]!.text !== '.')
    return !/^(?:to|i|you|he|she|it|they|we)$/.test(then)
  if (isAsked && /^(?:is|was|were|might|must|may|shall|has|had|should)$/.test(lower))
    return hasMore && /^(?:it|he|she|they|we|i|this|that|there|not)$/.test(then)
  if (isAsked && /^(?:are|am|do|does|did|have|can|could|will|would)$/.test(lower) && hasMore)
    return /^(?:it|he|she|they|we|i|you|this|that|there)$/.test(then)
  if (lower === 'i' || /^(?:i|you|we)'(?:m|ll|ve|d|re)$/.test(lower)) return true
  if (lower === 'you' || lower === 'we') return then !== ''
  if (isDenial(lower) && then === 'you') return isAsked
  if (lower === "don't") return !tokens[after - 1]!.lower.endsWith('s') && !STATES.test(then)
  if (/^(?:what|why|how|where)$/.test(lower)) return INVERTED.has(then)
  if (/^(?:what|where)'s$/.test(lower)) return true
  if (/^(?:are|do|did|have|can|could|will|would)$/.test(lower)) return then === 'you'
  if ((lower === 'go' && then === 'to') || (lower === 'do' && then === 'let')) return true
  if (lower === 'old')
    return OWNED_ADDRESSES.get(lower)!.has(then) && (after + 2 === to || tokens[after + 2]!.kind === 'mark')
  const name = tokens[after - 1]!
  if (/^(?:god|lord|heaven)$/.test(name.lower)) return false
  return ORDERS.has(lower) && (then === '' || !/^(?:and|to)$/.test(then))
}

/** Only "oh", "no" and their like before the name. */
function isOpened(tokens: readonly Token[], at: number, from: number): boolean {
  return at === from + 2 && tokens[at - 1]!.text === ',' && LEADS.has(tokens[from]!.lower)
}

/** "a cleverer man than I am ▮", "here we are ▮", "what it is ▮": who or what somebody is was said before. */
function isAnswered(tokens: readonly Token[], at: number, clause: number): boolean {
  const verb = tokens[at - 1]!.lower
  if (!SUBJECTS.has(tokens[at - 2]?.lower ?? '') || !(isBeing(verb) || DOING.has(verb))) return false
  const asked =
    tokens[at - 2]!.lower === 'it' ? /^(?:what|where)$/ : /^(?:as|than|what|where|who|how|which|here|there)$/
  return tokens.slice(clause, at - 2).some(({ lower }) => asked.test(lower))
}

/** "too soon ▮", "it is quite true ▮", "that's so good ▮": no part of a name, even a word that often is ("young Kell"). */
function isTooMuch(tokens: readonly Token[], at: number, clause: number): boolean {
  if (at - clause < 2 || !/^(?:too|quite|so)$/.test(tokens[at - 2]!.lower)) return false
  const { lower, shape } = tokens[at - 1]!
  const lead = tokens[at - 3]?.lower ?? ''
  if (/^(?:much|many|little)$/.test(lower)) return false
  if (/^(?:soon|late|far|often|long)$/.test(lower)) return true
  return (
    shape === 'lower' &&
    !DETERMINERS.has(lead) &&
    !isNamed(lower) &&
    (isClose(lower) || isState(lower) || isQuality(lower))
  )
}

/** "I'm sure you wouldn't ▮": it waits for a verb, not for somebody. */
function isDenial(lower: string): boolean {
  return /^(?:don't|doesn't|didn't|won't|wouldn't|can't|couldn't|shouldn't|haven't|hasn't|hadn't|cannot)$/.test(lower)
}

function isBeing(lower: string): boolean {
  return /^(?:am|is|are|was|were|be|isn't|aren't|wasn't)$|^(?:i'm|you're|we're|they're|it's|that's|he's|she's)$/.test(
    lower,
  )
}

/** "Come in ▮": where somebody is asked to. */
const COMINGS = new Set('in on along over up down out back here inside closer quickly'.split(' '))

const ADDRESSES = new Set(
  "sir ma'am madam sweetheart sweetie honey darling baby babe buddy dude guys sensei sempai senpai".split(' '),
)
/** "my friend", "old man": the first word, and what may follow it. */
const OWNED_ADDRESSES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['my', new Set('friend friends dear boy lad love child lord lady darling son girl man'.split(' '))],
  ['old', new Set('man chap fellow boy girl thing horse sport top bean'.split(' '))],
])

/** Kinds of words for things, and for what things are like. */
const THINGS: ReadonlySet<string | undefined> = new Set(
  'fact roof pleasure hand question garden chance moment letter baby train money face afternoon affairs manners windows trees dinner'
    .split(' ')
    .map(wordKind),
)
const QUALITIES: ReadonlySet<string | undefined> = new Set(
  'serious pleasant brilliant absurd joyful severe reasonable anxious'.split(' ').map(wordKind),
)

/** Before a thing: it goes on to the name as its kind ("the same with", "called"). */
const PREPOSED = new Set('call calls called name names named christened dubbed like as'.split(' '))

const FAMILY = new Set('mom mum dad mommy mummy daddy mama papa grandma grandpa'.split(' '))
const SIRS = new Set("sir ma'am madam".split(' '))
const NO_SIR = new Set(
  'the a an my dear kind young old your his her of to for with and call called great poor fine brave no'.split(' '),
)
/** "Kell don't know", as some speak: no order. */
const STATES = /^(?:stand|know|like|want|care|seem|need|mean|own|have|come|owe|look)$/
const OBJECTS = new Set('him them it me us'.split(' '))
const TITLES = new Set(
  'mr mrs ms miss dr uncle aunt auntie professor captain colonel doctor inspector sergeant major general commander'.split(
    ' ',
  ),
)
const DAYS = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february april june july august september october november december christmas easter whitsuntide michaelmas godspeed'.split(
    ' ',
  ),
)
/** Titles that need no name. */
const ALONE = new Set('professor captain colonel doctor inspector sergeant major general commander'.split(' '))
/** A clause ends with them, whatever stands before. */
const ENDINGS = new Set(
  'in love|in time|on time|at last|at once|of course|for good|to oblige|to you|for you|about it|about you|with you|by that|before long|before then|by then|till then|so far|at all|after all|by now|for now'.split(
    '|',
  ),
)
const GIVING = new Set(
  'give gave given bring brought show showed tell told send sent hand find found call called calling naming wish wished get got make made name named'.split(
    ' ',
  ),
)
/** Before a pronoun they ask for no name: "did he ▮?" ("is he Kell?" does). */
const DOING = new Set('do does did have has had will would can could shall should'.split(' '))
const SUBJECTS = new Set('i you he she it we they there'.split(' '))
const INVERTED = new Set('is are was were am do does did have has had will would can could should'.split(' '))
const ORDERS = new Set(
  'please wait stop listen look come go give tell calm wake get help take bring keep try forgive suppose'.split(' '),
)
