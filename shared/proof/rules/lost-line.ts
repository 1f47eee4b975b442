/** A wider gap where none is expected: most often a line that got lost between two people talking. */
import type { ProseLine } from '../prose-line.ts'
import type { StoryRule } from '../rule.ts'
import { gapBefore, nearLine, usualGap } from '../story-lines.ts'
import type { LineSummary } from '../summary.ts'

export const lostLine: StoryRule = {
  name: 'lost-line',
  level: 'default',
  kind: 'consistency',
  title: 'A lost line?',
  explain:
    'The gap before this paragraph is wider than elsewhere, and no new scene seems to begin. A line may have been lost here, or an ' +
    'empty one put in by mistake. Only the author can tell.',
  example: {
    wrong: '“Are you well?”\n\n\n“And your brother?”',
    right: '“Are you well?”\n\n“I am.”\n\n“And your brother?”',
  },
  source: 'No manual: it is the trace of a paragraph that was cut or not pasted.',
  *checkStory({ lines, summaries, settings, facts }) {
    const usual = usualGap(summaries)
    const gaps: { at: number; between: boolean }[] = []
    for (let at = 1; at < summaries.length; at += 1) {
      const summary = summaries[at]!
      if (summary.gap <= 1 || summary.blank || gapBefore(summaries, at) <= usual) continue
      const before = nearLine(summaries, at, -1)
      if (before === null || isApart(summary) || isApart(summaries[before]!)) continue
      gaps.push({ at, between: isBetweenSpeeches(summaries[before]!, summary) })
    }
    // A gap that is the story's own mark of a new scene tells nothing.
    const isMark = settings.sheet?.sceneBreak === ''
    const isMarked = facts.forms.sceneBreak !== null && facts.forms.sceneBreak !== ''
    const between = gaps.filter((gap) => gap.between).length
    const isAllDoubtful = isMarked || (between >= 2 && between * 2 >= gaps.length)
    for (const gap of gaps) {
      const isAlone = gaps.length === 1 && !isMarked && (goesOn(lines[gap.at]!) || summaries[gap.at]!.opens !== null)
      if (isMark || !(gap.between || isAllDoubtful || isAlone)) continue
      const first = lines[gap.at]!.tokens[0]!
      const word = lines[gap.at]!.tokens[first.kind === 'open' ? 1 : 0] ?? first
      yield {
        line: gap.at,
        offset: first.start,
        length: word.end - first.start,
        message: gap.between
          ? 'The gap between these two speeches is wider than elsewhere. Is a line missing?'
          : 'The gap before this is wider than elsewhere. Is a line or the mark of a new scene missing?',
      }
    }
  },
}

/** A new scene says of whom it tells: "She waited." goes on with the last one. */
function goesOn({ tokens }: ProseLine): boolean {
  return tokens[0]?.kind === 'word' && /^(?:she|he|they|it)$/.test(tokens[0].lower)
}

/** Titles and marks have gaps of their own. */
function isApart(summary: LineSummary): boolean {
  return summary.heading || summary.breakMark !== null || summary.words < 1
}

/** Speech ends the one line, or fills most of it, and begins the other. */
function isBetweenSpeeches(before: LineSummary, after: LineSummary): boolean {
  return before.speech !== 'none' && after.opens !== null && after.speech !== 'none'
}
