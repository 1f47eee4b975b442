/** What stands before a speech: a comma after words that do not speak it, or a full stop after words that do. */
import { isAction } from '../action-verbs.ts'
import { isNameToken, tagAt } from '../dialogue-tag.ts'
import type { StoryFacts } from '../facts.ts'
import type { LineRule } from '../rule.ts'
import { isStop } from '../sentences.ts'
import { lowered } from '../speech-end.ts'
import { isOfSpeech } from '../speech-verbs.ts'
import type { Token } from '../tokens.ts'

export const speechAfterBeat: LineRule = {
  name: 'speech-after-beat',
  level: 'default',
  kind: 'punctuation',
  title: 'Before a speech',
  explain:
    '“She said” leads into the speech and takes a comma. “She looked up” tells what she did, is a sentence of its own and takes a full stop.',
  example: { wrong: 'She looked up, “Go.”', right: 'She looked up. “Go.”' },
  source: 'Chicago Manual of Style 17th ed. 6.40 and 13.14; New Hart’s Rules 9.2.3.',
  *check(line, { facts }) {
    const { tokens } = line
    for (const { start, speech, depth } of line.quotations) {
      if (!speech || depth > 0 || start === 0) continue
      const open = line.tokenAt(start)
      const mark = tokens[open - 1]
      if (mark?.kind === 'word' && speaks(tokens, open, facts)) {
        const next = tokens[open + 1]!
        const isNew = follows(tokens, open, facts) && next.shape === 'Capital' && STARTERS.has(next.lower)
        yield {
          offset: mark.start,
          length: mark.end - mark.start,
          message: isNew
            ? 'A new sentence of the speech begins here, so a full stop ends the words before it.'
            : 'These words lead into the speech: a comma follows them.',
          replacements: (isNew ? ['.', ','] : [',']).map((right) => `${mark.text}${right}`),
        }
        continue
      }
      if (mark === undefined || (mark.text !== ',' && mark.text !== '.')) continue
      const split = mark.text === ',' ? afterTag(tokens, open, facts) : null
      if (split) {
        const next = tokens[open + 1]!
        yield {
          offset: mark.start,
          length: next.end - mark.start,
          message: 'A new sentence of the speech begins here, so a full stop ends the words before it.',
          replacements: ['.', ','].map(
            (right) => right + line.text.slice(mark.end, next.start) + (right === '.' ? next.text : lowered(next)),
          ),
        }
        continue
      }
      const from = beginning(tokens, open - 1)
      if (from === null || tokens[from]!.shape === 'lower' || tokens[open + 1]?.shape === 'lower') continue
      const tag = tagAt(tokens, from, facts)
      if (tag === null || tag.inverted) continue
      const isBeat =
        mark.text === ',' && tag.is === 'beat' && !leadsIn(tokens, from, open) && !isSaid(tokens, tag.verb, open)
      const isTag = mark.text === '.' && isBareTag(tokens, from, open, facts)
      if (!isBeat && !isTag) continue
      yield {
        offset: mark.start,
        length: 1,
        message: isBeat
          ? `“${line.text.slice(tokens[from]!.start, tokens[tag.verb]!.end)}” does not speak the words: a full stop ends it.`
          : 'These words lead into the speech: a comma follows them.',
        replacements: [isBeat ? '.' : ','],
      }
    }
  },
}

/** The first token of the sentence that ends before `end`; null when it goes on from a speech that is not over. */
function beginning(tokens: readonly Token[], end: number): number | null {
  let at = end
  while (at > 0) {
    const before = tokens[at - 1]!
    if (before.kind === 'close') {
      const last = tokens[at - 2]
      return last !== undefined && isStop(last) ? at : null
    }
    if (before.kind === 'open') return null
    if (isStop(before) && !(before.text === '.' && /^(?:mr|mrs|ms|dr|st)$/.test(tokens[at - 2]?.lower ?? ''))) break
    at -= 1
  }
  return at < end && tokens[at]!.kind === 'word' ? at : null
}

/** "Well," she said, "You are late.": the tag stands between two sentences, as the capital of a small word tells. */
function afterTag(tokens: readonly Token[], open: number, facts: StoryFacts): boolean {
  const next = tokens[open + 1]
  if (next?.shape !== 'Capital' || !STARTERS.has(next.lower)) return false
  let close = open - 1
  while (close > 0 && tokens[close]!.kind !== 'close') {
    if (tokens[close]!.kind === 'open' || isStop(tokens[close]!)) return false
    close -= 1
  }
  const last = tokens[close - 1]
  if (last === undefined || !/^[,?!]$/.test(last.text)) return false
  const tag = tagAt(tokens, close + 1, facts)
  return tag?.is === 'tag' && tagEndsBy(tokens, tag.next, open - 1)
}

/**
 * "He said “Go home.”", "“Yes,” said Kell “and I go.”": somebody speaks, and what is said is a sentence, no word that is quoted.
 */
function speaks(tokens: readonly Token[], open: number, facts: StoryFacts): boolean {
  if (tokens[open]!.start !== tokens[open - 1]!.end + 1 || !isSentence(tokens, open)) return false
  if (follows(tokens, open, facts)) return true
  if (WRITTEN.has(tokens[open - 2]?.lower ?? '')) return false
  if (
    tokens[open + 1]!.shape === 'Capital' &&
    NEEDS_WORDS.has(tokens[open - 1]!.lower) &&
    tokens[open - 2]?.lower === 'and'
  )
    return true
  const from = beginning(tokens, open)
  if (from === null || tokens[from]!.shape === 'lower' || tokens[open + 1]!.shape === 'lower') return false
  const tag = tagAt(tokens, from, facts)
  return tag !== null && tag.is !== 'beat' && !tag.inverted && isBareTag(tokens, from, open + 1, facts)
}

/** Several words up to the quotation's own end mark. */
function isSentence(tokens: readonly Token[], open: number): boolean {
  let close = open + 1
  while (close < tokens.length && tokens[close]!.kind !== 'close') close += 1
  const last = tokens[close - 1]!
  return close - open > 3 && (isStop(last) || last.text === ',')
}

/** A tag alone stands between a speech that closes and this one. */
function follows(tokens: readonly Token[], open: number, facts: StoryFacts): boolean {
  let close = open - 1
  while (close > 0 && tokens[close]!.kind === 'word') close -= 1
  if (tokens[close]?.kind !== 'close' || !/^[,?!]$/.test(tokens[close - 1]?.text ?? '')) return false
  const tag = tagAt(tokens, close + 1, facts)
  return tag?.is === 'tag' && tagEndsBy(tokens, tag.next, open)
}

/** Nothing but more of the tag from `next` up to its comma. */
function tagEndsBy(tokens: readonly Token[], next: number, end: number): boolean {
  for (let at = next; at < end; at += 1) {
    if (tokens[at]!.kind !== 'word' && tokens[at]!.text !== ',') return false
    // "she said, adding aloud, “You are late”": this leads into what follows.
    if (isOfSpeech(tokens[at]!.lower)) return false
  }
  return true
}

/** Something in the sentence speaks, writes or means words. */
function leadsIn(tokens: readonly Token[], from: number, open: number): boolean {
  for (let at = from; at < open; at += 1) {
    const { lower, kind } = tokens[at]!
    if (kind === 'mark' && lower !== ',') return true
    // "with a cheerful, “Hey!”"
    if (ARTICLES.has(lower) && at >= open - 4 && !SMALL_ACTS.has(tokens[open - 2]!.lower)) return true
    if (kind === 'word' && (isOfSpeech(lower) || WORDS.has(lower) || SPEAKING.has(lower))) return true
  }
  return false
}

/** "He strode in and burbled, “Now …”": what ends the sentence is another verb than the one that acts, and no action. */
function isSaid(tokens: readonly Token[], verb: number, open: number): boolean {
  const at = open - 2
  const { kind, lower } = tokens[at]!
  if (at <= verb || kind !== 'word' || isAction(lower)) return false
  return lower.endsWith('ed') && tokens[at - 1]!.lower === 'and'
}

/** "He said." or "She asked him softly.", and nothing spoken right before it. */
function isBareTag(tokens: readonly Token[], from: number, open: number, facts: StoryFacts): boolean {
  if (from > 0 && tokens[from - 1]!.kind === 'close') return false
  const tag = tagAt(tokens, from, facts)
  if (tag === null || tag.is === 'beat' || !NEEDS_WORDS.has(tokens[tag.verb]!.lower)) return false
  let next = tag.next
  if (tokens[next]?.lower === 'to') next += 1
  const hearer = tokens[next]
  if (hearer && (/^(?:him|her|them|me|us)$/.test(hearer.lower) || isNameToken(hearer, facts))) next += 1
  return next === open - 1
}

const STARTERS = new Set(
  (
    "you he she it we they the a an this that these those there what why how when where if but and so do don't does did is are " +
    "was were have has can can't could would go come let let's please just now then it's you're that's there's what's not no yes"
  ).split(' '),
)
/** What says something without a voice: the sign said “Keep out”. */
const WRITTEN = new Set(
  'sign note letter card label poster paper headline screen message text book plate plaque banner tag stone it which that'.split(
    ' ',
  ),
)
const ARTICLES = new Set('a an'.split(' '))
const SMALL_ACTS = new Set(
  'smile nod grin shrug wave look step frown smirk bow breath bite sip seat drink hand'.split(' '),
)
const NEEDS_WORDS = new Set(
  'said says asked asks added adds exclaimed exclaims remarked remarks stated announced'.split(' '),
)

const WORDS = new Set(
  'voice voices word words wrote write written song sang sing sign letter note message question answer thought title name think sigh sighed laugh laughed chuckled giggled laughing sighing chuckling giggling motto rule saying proverb refrain mantra chant slogan prayer verse line poem caption heading'.split(
    ' ',
  ),
)

const SPEAKING = new Set('speaking spoke speak going like mouthed mouthing reading read'.split(' '))
