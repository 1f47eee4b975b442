/** No full stop where a paragraph ends, or where a speech ends and a new sentence begins. */
import { isAction } from '../action-verbs.ts'
import { isNameToken } from '../dialogue-tag.ts'
import type { StoryFacts } from '../facts.ts'
import type { Spot } from '../finding.ts'
import { isAuxiliary, isFiniteVerb } from '../finite-verbs.ts'
import { DETERMINERS, isFunctionWord } from '../function-words.ts'
import type { ProseLine } from '../prose-line.ts'
import { asks } from '../question.ts'
import type { LineContext, LineRule } from '../rule.ts'
import { isStop } from '../sentences.ts'
import { isOfSpeech } from '../speech-verbs.ts'
import type { Token } from '../tokens.ts'
import { VERB_OF_THIRD } from '../verbs.ts'

export const endMark: LineRule = {
  name: 'end-mark',
  level: 'default',
  kind: 'punctuation',
  title: 'No mark at the end',
  explain:
    'A sentence ends with a full stop, a question mark or an exclamation mark, and so does the last sentence of a paragraph ' +
    'or a speech. Titles, signs, letters and verse are left alone.',
  example: { wrong: 'She shut the door and went to bed', right: 'She shut the door and went to bed.' },
  source: 'Chicago Manual of Style 17th ed. 6.12 (period), 6.68 (question mark); New Hart’s Rules 4.6.',
  *check(line, context) {
    if (line.heading || line.tokens.length < 3) return
    yield* speechEnds(line, context)
    const spot = paragraphEnd(line, context)
    if (spot) yield spot
  },
}

/** “…not tell him a thing” And I said: what follows can be no tag, or nothing follows. */
function* speechEnds(line: ProseLine, { next: following, facts }: LineContext): Generator<Spot> {
  const isEnded = following !== null && following.gap >= 2 && beginsWhole(following)
  for (const { start, end, closed, depth, speech } of line.quotations) {
    if (!closed || !speech) continue
    const { tokens } = line
    const open = line.tokenAt(start)
    const close = line.tokenAt(end - 1)
    const last = tokens[close - 1]
    const next = tokens[close + 1]
    if (last === undefined || last.end !== end - 1 || (last.kind !== 'word' && last.text !== ',')) continue
    const before = tokens[open - 1]
    const isBegun =
      before === undefined || isStop(before) || (before.text === ',' && tokens[open + 1]!.shape !== 'lower')
    if (!isBegun || !startsWithCapital(tokens[open + 1])) continue
    const isLast =
      next === undefined &&
      depth === 0 &&
      (open === 0
        ? last.shape === 'lower' || (last.text === ',' && isEnded) || endsInName(tokens, open, close)
        : last.kind === 'word' && (close - open > 3 || (close - open > 2 && last.shape === 'lower' && isStop(before!))))
    const isLong = close - open > (open === 0 ? 1 : 3)
    if (isLast || (last.kind === 'word' && isLong && isOver(tokens, close, end, facts)))
      yield ending(line, sentenceStart(line, open, close), close)
  }
}

/** "Thank you very much, Mara": no title, as small words stand before the name. */
function endsInName(tokens: readonly Token[], open: number, close: number): boolean {
  const inner = tokens.slice(open + 2, close - 1)
  return (
    tokens[close - 1]!.shape === 'Capital' &&
    inner.length > 1 &&
    inner.every(({ shape, text }) => shape === 'lower' || text === ',')
  )
}

/** After the closing mark at `close` a sentence begins that is no tag: "And I", "She pulled". */
function isOver(tokens: readonly Token[], close: number, end: number, facts: StoryFacts): boolean {
  const next = tokens[close + 1]
  const verb = tokens[close + 2]
  if (next?.shape !== 'Capital' || next.start !== end + 1) return false
  if (BEGINNINGS.has(next.lower)) return true
  if (doesSomething(tokens, close + 1, facts)) return true
  return DOERS.has(next.lower) && verb?.shape === 'lower' && isFiniteVerb(verb.lower) && !isOfSpeech(verb.lower)
}

/** "Kell had", "Ensign Kell stood": a name, and a verb that speaks nothing. */
function doesSomething(tokens: readonly Token[], from: number, facts: StoryFacts): boolean {
  let at = from
  while (at < from + 3 && tokens[at]?.shape === 'Capital') at += 1
  const verb = tokens[at]
  if (at === from || !isNameToken(tokens[at - 1], facts) || verb?.shape !== 'lower') return false
  return (isAuxiliary(verb.lower) || isAction(verb.lower)) && !isOfSpeech(verb.lower)
}

function startsWithCapital(token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'word' && token.shape !== 'lower'
}

function paragraphEnd(line: ProseLine, { previous, next }: LineContext): Spot | null {
  const { tokens, text } = line
  const last = tokens.at(-1)!
  const isLeading =
    next !== null && isSpoken(next) && tokens.slice(-12).some(({ lower }) => isOfSpeech(lower) || LEADING.has(lower))
  const isComma = last.text === ',' && next !== null && !isLeading
  if (!isComma && (last.kind !== 'word' || last.shape === 'UPPER' || !/\p{L}\s*$/u.test(text))) return null
  // A line at the very end may be still in the writing.
  if (next === null || !beginsWhole(line) || (!isComma && !mayEnd(last))) return null
  if (line.quotations.some(({ closed, depth }) => depth === 0 && !closed)) return null
  const from = sentenceStart(line, 0, tokens.length)
  const sentence = tokens.slice(from)
  if (from > 0 && !isComma && goesOnAfter(tokens, from)) return null
  // The end of a paragraph of several sentences needs no neighbours to tell what it is.
  if (from > 0 && !isComma && isPastVerse(line) && isBorder(next) && sentence.length > 3)
    return sentence.some(isVerb) || isStated(sentence) ? ending(line, from, tokens.length) : null
  // Verse and letters stand close.
  if (line.gap < 2 || next.gap < 2 || next.heading || previous === null) return null
  if (!(endsWhole(previous) || (isStated(sentence) && isBreak(previous))) || !isBorder(next)) return null
  if (!isComma && from === 0 && isFragment(line, previous, next)) return ending(line, from, tokens.length)
  if (
    sentence.length < 2 ||
    (from === 0 && sentence.length < 8 && !isStated(sentence) && !isToldBetween(line, previous, next)) ||
    (isComma && sentence.length < 6) ||
    !(sentence.some(isVerb) || isStated(sentence))
  )
    return null
  // A heading in capitals: How the Fox Lost His Tail.
  if (last.shape === 'Capital' && from === 0 && line.quotations.length === 0) return null
  return ending(line, from, tokens.length)
}

/** "She never saw him again": who does it and the verb are right at the beginning; no title is made like that. */
function isStated(sentence: readonly Token[]): boolean {
  const [subject, next, after] = sentence
  if (sentence.length < 4 || subject === undefined || !STATED.has(subject.lower)) return false
  const verb = /^(?:never|just|only|still|also|always|even)$|ly$/.test(next?.lower ?? '') ? after : next
  if (verb?.shape !== 'lower') return false
  return isFiniteVerb(verb.lower) || VERB_OF_THIRD.has(verb.lower) || /^i(?:'m|'ve|'ll|'d)$/.test(subject.lower)
}

/** No sentence ends in "the", "for" or "while": verse or a letter that is left out goes on there. */
function mayEnd({ lower }: Token): boolean {
  return !isFunctionWord(lower) || !(DETERMINERS.has(lower) || CONJUNCTIONS.has(lower)) || ENDING.has(lower)
}

/** "The door opened", "Mara only nodded": a short paragraph that tells something, between two that are whole. */
function isToldBetween({ tokens, gap }: ProseLine, previous: ProseLine, next: ProseLine): boolean {
  if (gap !== 2 || next.gap !== 2 || tokens.length < 2 || !endsWhole(previous) || !endsWhole(next)) return false
  const [first, ...rest] = tokens
  if (!rest.every(({ kind, shape }) => kind === 'word' && shape === 'lower')) return false
  return (
    !/^(?:i|you|we|what|how|when|where|why|who|if|let|to|in|on|at)\b/.test(first!.lower) &&
    rest.slice(0, 3).some(isVerb)
  )
}

/** After a colon: a sign, a list, the first line of a letter. */
function goesOnAfter(tokens: readonly Token[], from: number): boolean {
  return tokens.slice(from).some(({ text }) => text === ':' || text === '/' || text === '=')
}

/** Long enough to be no line of a poem, or parted from the one before like a paragraph. */
function isPastVerse({ gap, text }: ProseLine): boolean {
  return gap >= 2 || text.length > VERSE
}

/** Here no sentence of the line before can go on: a capital, a speech, a mark between scenes, a title. */
function isBorder(next: ProseLine): boolean {
  return next.heading || beginsWhole(next) || isBreak(next)
}

/** No words at all, as between scenes. */
function isBreak({ heading, text }: ProseLine): boolean {
  return heading || (text !== '' && !/[\p{L}\d]/u.test(text))
}

/** "Then only static", between two speeches: too short for a sentence, and no title begins like that. */
function isFragment({ tokens }: ProseLine, previous: ProseLine, next: ProseLine): boolean {
  return (
    tokens.length >= 3 &&
    FRAGMENT_STARTS.has(tokens[0]!.lower) &&
    tokens.slice(1).every(({ kind, shape }) => kind === 'word' && shape === 'lower') &&
    isSpoken(previous) &&
    isSpoken(next)
  )
}

function isSpoken({ text }: ProseLine): boolean {
  return /^\s*["'“‘]/.test(text)
}

/** The mark goes after the token before `to`. */
function ending({ tokens }: ProseLine, from: number, to: number): Spot {
  const { start, end, text } = tokens[to - 1]!
  if (text === ',') return { offset: start, length: 1, message: 'A comma ends no sentence.', replacements: ['.'] }
  const isQuestion = asks(tokens, from, to)
  return {
    offset: start,
    length: end - start,
    message: 'No mark ends this sentence.',
    replacements: isQuestion ? [`${text}?`, `${text}.`] : [`${text}.`, `${text}?`, `${text}!`],
  }
}

/** The index of the first word of the last sentence between two tokens. */
function sentenceStart({ tokens }: ProseLine, from: number, to: number): number {
  for (let at = to - 1; at >= from; at -= 1) {
    const token = tokens[at]!
    if (isStop(token) || token.kind === 'open' || token.kind === 'close') return at + 1
  }
  return from
}

function isVerb({ kind, lower, shape }: Token): boolean {
  return kind === 'word' && shape === 'lower' && isFiniteVerb(lower)
}

/** A finished paragraph: with a stop, whatever closes after it, or with a speech that breaks off. */
function endsWhole({ text }: ProseLine): boolean {
  return /(?:[.!?…]["'”’*_)\]]*|[—–]["'”’])\s*$/u.test(text)
}

/** A capital or a speech, not a quotation of something written. */
function beginsWhole({ text }: ProseLine): boolean {
  return /^\s*["'“‘*_]{0,2}\p{Lu}/u.test(text)
}

/** They may lead up to what somebody says in the next line. */
const LEADING = new Set('say saying says thought words voice then and but so speak spoke speaking'.split(' '))

const STATED = new Set("he she they it i we nobody everyone everybody someone i'm i've i'll i'd".split(' '))

const CONJUNCTIONS = new Set(
  'and or but nor so if because while although unless whether whereas lest for of from'.split(' '),
)

/** Determiners that stand for a thing by themselves. */
const ENDING = new Set('this that these those his her some any each another both all either neither what'.split(' '))

/** Code units. */
const VERSE = 100

const FRAGMENT_STARTS = new Set('then and but he she they it i we now still'.split(' '))

const DOERS = new Set(['he', 'she', 'they', 'it', 'i', 'we'])

/** With a capital right after a speech these begin a sentence and no tag. */
const BEGINNINGS = new Set(
  'and but then so when while as after before at in on from with for now there if because or yet still suddenly'.split(
    ' ',
  ),
)
