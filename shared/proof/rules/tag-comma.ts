/** A speech that does not end in a comma before its tag. */
import { tagAt } from '../dialogue-tag.ts'
import type { Spot } from '../finding.ts'
import type { ProseLine } from '../prose-line.ts'
import { asks, isAsked } from '../question.ts'
import type { LineContext, LineRule } from '../rule.ts'
import { goesOn, lowered, type SpeechEnd, speechEnds, startsAnew } from '../speech-end.ts'
import { spokenSentences } from '../speech-sentences.ts'
import type { Token } from '../tokens.ts'

export const tagComma: LineRule = {
  name: 'tag-comma',
  level: 'default',
  kind: 'punctuation',
  title: 'Comma before a tag',
  explain:
    'The speech and the words that say who spoke it are one sentence. So the speech ends in a comma within the quotation marks, ' +
    'unless it is a question or a cry, and the sentence goes on with a small letter.',
  example: { wrong: '“Leave me.” he said.', right: '“Leave me,” he said.' },
  source: 'Chicago Manual of Style 17th ed. 13.40 and 6.9; New Hart’s Rules 9.2.3.',
  *check(line, context) {
    for (const end of speechEnds(line, context.facts.forms.quotes === 'single')) {
      const spot =
        fullStop(line, end, context) ?? noMark(line.tokens, end, context) ?? outside(line.tokens, end, context)
      if (spot) yield spot
    }
  },
}

/** "Leave me." he said */
function fullStop(line: ProseLine, { close, last, open }: SpeechEnd, { facts }: LineContext): Spot | null {
  const { tokens, text } = line
  if (last.text !== '.' || close - open < 3) return null
  const first = tokens[close + 1]
  const tag = tagAt(tokens, close + 1, facts)
  if (first === undefined || tag === null || tag.is === 'beat') return null
  // A name has its capital anyway, so only the verb can tell; a small letter tells by itself.
  const isSmall = first.shape === 'lower'
  if (!isSmall) {
    if (tag.is !== 'tag') return null
    // Wait." He said, "Go." may be two sentences, and the words belong to the second speech.
    if (!tag.inverted && tokens[tag.next]?.text === ',' && startsAnew(goesOn(tokens, tag.next))) return null
  }
  const keeps = isSmall || first.lower === 'i' || (tag.subject === 'name' && !tag.inverted) || isOwner(first)
  const mark = tokens[close]!.text
  const to = keeps ? tokens[close]!.end : first.end
  const between = keeps ? '' : ' '.repeat(Math.max(1, first.start - tokens[close]!.end)) + lowered(first)
  const isQuestion = isQuestionBefore(line, close, tokens[tag.verb]!)
  return {
    offset: last.start,
    length: to - last.start,
    message: `A comma ends the speech here, as “${text.slice(first.start, tokens[tag.next - 1]!.end)}” belongs to it.`,
    replacements: (isQuestion ? ['?', ','] : [',']).map((right) => `${right}${mark}${between}`),
    sure: isSmall && tag.is === 'tag' && !isQuestion,
  }
}

/** "Go" he said */
function noMark(tokens: readonly Token[], { close, last, amid }: SpeechEnd, { facts }: LineContext): Spot | null {
  if (amid || (last.kind !== 'word' && last.kind !== 'number') || last.end !== tokens[close]!.start) return null
  const first = tokens[close + 1]
  const tag = tagAt(tokens, close + 1, facts)
  if (first === undefined || tag?.is !== 'tag') return null
  if (first.shape !== 'lower' && tag.subject !== 'name' && first.lower !== 'i') return null
  return {
    offset: last.start,
    length: tokens[close]!.end - last.start,
    message: 'No mark ends this speech: a comma, a question mark or an exclamation mark.',
    replacements: [',', '?', '!'].map((mark) => `${last.text}${mark}${tokens[close]!.text}`),
    sure: false,
  }
}

/** "Go", he said; "What?", he asked */
function outside(tokens: readonly Token[], { close, last, amid }: SpeechEnd, { facts }: LineContext): Spot | null {
  const comma = tokens[close + 1]
  const quote = tokens[close]!
  if (amid || comma?.text !== ',' || comma.start !== quote.end || last.end !== quote.start) return null
  const tag = tagAt(tokens, close + 2, facts)
  if (tag?.is !== 'tag') return null
  const isWord = last.kind === 'word' || last.kind === 'number'
  if (!isWord && !'.,?!…'.includes(last.text[0]!)) return null
  const from = last.text === '.' ? last.start : quote.start
  return {
    offset: from,
    length: comma.end - from,
    message:
      isWord || last.text === '.'
        ? 'The comma belongs within the quotation marks.'
        : `“${last.text}” is enough: no comma after it.`,
    replacements: [isWord || last.text === '.' ? `,${quote.text}` : quote.text],
    sure: true,
  }
}

function isQuestionBefore(line: ProseLine, close: number, verb: Token): boolean {
  const sentence = spokenSentences(line).find((spoken) => spoken.close === close)
  if (sentence === undefined) return false
  const { from, to } = sentence
  return asks(line.tokens, from, to) || isAsked(line.tokens, from, to, verb)
}

function isOwner(token: Token): boolean {
  return /['’]s?$/.test(token.text)
}
