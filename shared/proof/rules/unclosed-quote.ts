/** A speech that begins and never ends, unless the next paragraph goes on with it. */
import { tagAt } from '../dialogue-tag.ts'
import type { StoryFacts } from '../facts.ts'
import type { Spot } from '../finding.ts'
import type { ProseLine } from '../prose-line.ts'
import { asks } from '../question.ts'
import type { StoryRule } from '../rule.ts'
import { isStop } from '../sentences.ts'
import type { Quotation } from '../speech.ts'
import { nearLine } from '../story-lines.ts'
import type { LineSummary } from '../summary.ts'

export const unclosedQuote: StoryRule = {
  name: 'unclosed-quote',
  level: 'default',
  kind: 'punctuation',
  title: 'Speech without its end',
  explain:
    'A quotation mark opens here and none closes it. Only a speech that goes on in the next paragraph stays open, and then that ' +
    'paragraph begins with an opening mark again.',
  example: { wrong: '“We leave at dawn, he said.', right: '“We leave at dawn,” he said.' },
  source: 'Chicago Manual of Style 17th ed. 13.30; New Hart’s Rules 9.2.4.',
  *checkStory({ lines, summaries, facts }) {
    for (const [at, summary] of summaries.entries()) {
      if (summary.forms.quoteForm === undefined || summary.heading) continue
      const line = lines[at]!
      let isTurned = false
      for (const quotation of line.quotations) {
        // Opened by the mark that was meant to close the last one.
        if (isTurned) break
        const { closed, depth, double, end } = quotation
        if (closed || depth > 0 || (!double && facts.forms.quotes !== 'single')) continue
        if (
          end === line.text.length &&
          isContinued(summaries, at, double) &&
          !isOver(line, quotation, lines, summaries, at, facts)
        )
          continue
        const spot = ending(line, quotation, facts)
        yield { line: at, ...spot }
        isTurned = spot.offset + spot.length > end
      }
    }
  },
}

/** The next line opens again, as convention wants; or is verse of one quotation; or closes it without having opened, which is another finding. */
function isContinued(summaries: readonly LineSummary[], at: number, double: boolean): boolean {
  const form = double ? 'double' : 'single'
  if (summaries[at]!.leavesOpen !== form) return false
  let next = nearLine(summaries, at, 1)
  if (next === null) return false
  if (summaries[next]!.opens === form) return true
  while (next !== null) {
    const summary: LineSummary = summaries[next]!
    if (summary.strayClose !== null) return true
    if (summary.gap > 1 || summary.opens !== null) return false
    next = nearLine(summaries, next, 1)
  }
  return false
}

/** Although the next line opens: a tag or a beat stands in it, or it is too short to be a paragraph of a long speech. */
function isOver(
  line: ProseLine,
  { start, double }: Quotation,
  lines: readonly ProseLine[],
  summaries: readonly LineSummary[],
  at: number,
  facts: StoryFacts,
): boolean {
  const next = nearLine(summaries, at, 1)
  if (next === null || summaries[next]!.gap === 1 || summaries[next]!.opens === null) return false
  const form = double ? 'double' : 'single'
  const before = nearLine(summaries, at, -1)
  // One of several in a row is a letter or a list read aloud.
  if (summaries[next]!.leavesOpen === form || (before !== null && summaries[before]!.leavesOpen === form)) return false
  const { tokens } = line
  const from = line.tokenAt(start)
  let words = 0
  for (let at = from + 1; at < tokens.length; at += 1) {
    if (tokens[at]!.kind === 'word') words += 1
    if (
      /^[,.?!…]$/.test(tokens[at]!.text) &&
      /^(?:he|she|said)$/.test(tokens[at + 1]?.lower ?? '') &&
      tagAt(tokens, at + 1, facts)?.is === 'tag'
    )
      return true
  }
  return words <= SHORT || isAnswer(lines[next]!)
}

/** A question or an objection of a few words, and nothing besides: somebody else speaks. */
function isAnswer({ tokens, text }: ProseLine): boolean {
  return tokens.length <= ANSWER && /(?:\?|—|–|--)["'”’]\s*$/.test(text)
}

/** Words and marks. */
const ANSWER = 9

/** Words: fewer make no paragraph of a speech that goes on. */
const SHORT = 15

/** Where the closing mark is missing, as far as that can be told. */
function ending(line: ProseLine, { start, end }: Quotation, facts: StoryFacts): Spot {
  const { tokens, text } = line
  const mark = closing(text[start]!)
  const from = line.tokenAt(start)
  let last = from
  for (let at = from + 1; at < tokens.length && tokens[at]!.start < end; at += 1) {
    last = at
    const token = tokens[at]!
    if (!/^[,.?!…—]$|^\.{3}$|^--$/.test(token.text) || tokens[at + 1]?.kind !== 'word') continue
    const tag = tagAt(tokens, at + 1, facts)
    if (
      tag?.is === 'tag' &&
      (token.text !== '.' || tokens[at + 1]!.shape === 'lower') &&
      (tag.subject !== 'noun' || tag.inverted)
    )
      return spot(token.start, token.end, token.text + mark)
  }
  const next = tokens[last + 1]
  const beat = next === undefined ? null : beatBefore(line, from, last, facts)
  if (beat !== null) return spot(tokens[beat]!.start, tokens[beat]!.end, tokens[beat]!.text + mark)
  // "Go, "he said: the mark that seems to open is the one that closes, on the wrong side of a space.
  if (
    next?.kind === 'open' &&
    next.start === end &&
    tokens[last + 2]?.shape === 'lower' &&
    tagAt(tokens, last + 2, facts)?.is === 'tag'
  ) {
    const before = tokens[last]!
    return spot(before.start, next.end, `${before.text}${next.text} `)
  }
  return last === from
    ? spot(start, start + 1, null)
    : spot(
        tokens[last]!.start,
        tokens[last]!.end,
        `${tokens[last]!.text}${next === undefined ? endMark(line, from, last) : ''}${mark}`,
      )
}

/** The mark that ends the last sentence, where that is missing as well. */
function endMark({ tokens }: ProseLine, open: number, last: number): string {
  if (tokens[last]!.kind !== 'word') return ''
  let from = last
  while (from > open + 1 && !isStop(tokens[from - 1]!)) from -= 1
  return asks(tokens, from, last + 1) ? '?' : '.'
}

/** The end of a sentence within, after which somebody does something: with another speech behind it, that is narration. */
function beatBefore({ tokens }: ProseLine, from: number, to: number, facts: StoryFacts): number | null {
  for (let at = from + 2; at < to; at += 1) {
    if (isStop(tokens[at]!) && tagAt(tokens, at + 1, facts)?.is === 'beat') return at
  }
  return null
}

function spot(from: number, to: number, right: string | null): Spot {
  return {
    offset: from,
    length: to - from,
    message: 'The speech that begins before this never ends.',
    replacements: right === null ? [] : [right],
  }
}

function closing(open: string): string {
  const at = '“‘«„'.indexOf(open)
  return at < 0 ? open : '”’»“'[at]!
}
