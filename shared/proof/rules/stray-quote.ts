/** A quotation mark that closes a speech which nothing opened. */
import { tagAt } from '../dialogue-tag.ts'
import type { StoryFacts } from '../facts.ts'
import type { ProseLine } from '../prose-line.ts'
import type { StoryRule } from '../rule.ts'
import { isStop } from '../sentences.ts'
import { nearLine } from '../story-lines.ts'

export const strayQuote: StoryRule = {
  name: 'stray-quote',
  level: 'default',
  kind: 'punctuation',
  title: 'Speech without its beginning',
  explain:
    'A quotation mark closes here and none has opened. Where a speech goes on from the paragraph before, its new paragraph begins ' +
    'with an opening mark too.',
  example: { wrong: 'We leave at dawn,” he said.', right: '“We leave at dawn,” he said.' },
  source: 'Chicago Manual of Style 17th ed. 13.30; New Hart’s Rules 9.2.4.',
  *checkStory({ lines, summaries, facts }) {
    for (const [at, { strayClose, heading, gap }] of summaries.entries()) {
      if (strayClose === null || heading) continue
      const before = nearLine(summaries, at, -1)
      const goesOn = before !== null && summaries[before]!.leavesOpen !== null
      // Lines of verse within one quotation.
      if (gap === 1 && isInVerse(summaries.slice(0, at))) continue
      const line = lines[at]!
      const from = goesOn ? 0 : beginning(line, strayClose, facts)
      const first = line.tokens[from]!
      if (first.start >= strayClose) {
        yield { line: at, offset: strayClose, length: 1, message: 'Nothing has opened this quotation.' }
        continue
      }
      yield {
        line: at,
        offset: first.start,
        length: first.end - first.start,
        message: goesOn
          ? 'The speech goes on here from the line before, so it opens with a quotation mark again.'
          : 'A speech ends in this line, and nothing has opened it.',
        replacements: [opening(line.text[strayClose]!) + first.text],
      }
    }
  },
}

function isInVerse(before: readonly { gap: number; leavesOpen: unknown }[]): boolean {
  for (let at = before.length - 1; at >= 0; at -= 1) {
    if (before[at]!.leavesOpen !== null) return true
    if (before[at]!.gap !== 1) return false
  }
  return false
}

/** The token that the speech probably begins with: the line's first, or that of the first sentence after another speech. */
function beginning(line: ProseLine, stray: number, facts: StoryFacts): number {
  const { tokens } = line
  const end = line.tokenAt(stray)
  let from = end
  while (from > 0 && tokens[from - 1]!.kind !== 'close') from -= 1
  if (from === 0) return afterNarration(line, end, facts)
  for (let at = from; at < end - 1; at += 1) if (isStop(tokens[at]!)) return at + 1
  return from
}

/** The first sentence that does not tell what somebody did; or what follows "she said," in it. */
function afterNarration(line: ProseLine, end: number, facts: StoryFacts): number {
  for (const { from, to } of line.sentences) {
    if (from >= end) break
    const tag = tagAt(line.tokens, from, facts)
    if (tag === null || tag.inverted) return from
    if (tag.is === 'tag' && line.tokens[tag.next]?.text === ',' && tag.next + 1 < end) return tag.next + 1
    if (to >= end) return 0
  }
  return 0
}

function opening(close: string): string {
  const at = '”’»'.indexOf(close)
  return at < 0 ? close : '“‘«'[at]!
}
