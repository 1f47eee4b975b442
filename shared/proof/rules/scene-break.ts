/** A line between two scenes that is drawn otherwise than the others. */
import type { LineRule } from '../rule.ts'
import { breakMarkOf } from '../summary.ts'

export const sceneBreak: LineRule = {
  name: 'scene-break',
  level: 'default',
  kind: 'consistency',
  title: 'Another mark between scenes',
  explain:
    'The story parts its scenes with one mark nearly everywhere, or its style sheet says which, and here stands another.',
  example: { wrong: '~~~ (in a story that uses * * *)', right: '* * *' },
  source: 'Chicago Manual of Style 17th ed. 1.58 leaves the ornament to the house; one story has one.',
  *check(line, { facts }) {
    const wanted = facts.forms.sceneBreak
    if (wanted === null || wanted === '' || line.heading) return
    const mark = breakMarkOf(line.text)
    if (mark === null || mark === wanted) return
    yield {
      offset: line.text.indexOf(mark),
      length: mark.length,
      message: `The story parts its scenes with “${wanted}”.`,
      replacements: [wanted],
      sure: true,
    }
  },
}
