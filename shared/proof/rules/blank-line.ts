/** Two paragraphs without the blank line that stands between all others. */
import type { StoryRule } from '../rule.ts'
import { gapBefore, nearLine, usualGap } from '../story-lines.ts'

export const blankLine: StoryRule = {
  name: 'blank-line',
  level: 'default',
  kind: 'consistency',
  title: 'A blank line is missing',
  explain:
    'Everywhere else a blank line stands between two paragraphs, and here none does. Verse, lists and letters, which stand ' +
    'close for more lines than two, are left alone.',
  example: { wrong: '“Are you well?”\n“I am.” (in a story with blank lines)', right: '“Are you well?”\n\n“I am.”' },
  source: 'No manual: it is the trace of a line end that was lost.',
  *checkStory({ lines, summaries }) {
    const usual = usualGap(summaries)
    if (usual < 2) return
    const close: number[] = []
    for (let at = 1; at < summaries.length; at += 1) {
      if (!summaries[at]!.blank && gapBefore(summaries, at) === 1) close.push(at)
    }
    // A habit of the story, or verse all over.
    if (close.length > Math.max(3, summaries.length / 50)) return
    for (const at of close) {
      const before = nearLine(summaries, at, -1)
      const after = nearLine(summaries, at, 1)
      if (before === null || (before > 0 && gapBefore(summaries, before) === 1)) continue
      if (after !== null && gapBefore(summaries, after) === 1) continue
      if ([before, at].some((near) => !isParagraph(lines[near]!.text) || summaries[near]!.heading)) continue
      const first = lines[at]!.tokens[0]!
      yield {
        line: at,
        offset: first.start,
        length: (lines[at]!.tokens[1] ?? first).end - first.start,
        message: 'Between other paragraphs stands a blank line.',
      }
    }
  },
}

/** Whole sentences, not a line of verse or an address. */
function isParagraph(text: string): boolean {
  return /^\s*["'“‘*]?\p{Lu}/u.test(text) && /[.!?…—]["'”’*]?\s*$/u.test(text) && text.trim().includes(' ')
}
