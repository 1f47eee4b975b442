/** A line between two scenes that is drawn otherwise than the others. */
import type { StoryRule, StoryView } from '../rule.ts'

export const sceneBreak: StoryRule = {
  name: 'scene-break',
  level: 'default',
  kind: 'consistency',
  title: 'Another mark between scenes',
  explain:
    'The story parts its scenes with one mark nearly everywhere, or its style sheet says which, and here stands another.',
  example: { wrong: '~~~ (in a story that uses * * *)', right: '* * *' },
  source: 'Chicago Manual of Style 17th ed. 1.58 leaves the ornament to the house; one story has one.',
  *checkStory(story) {
    const wanted = wantedMark(story)
    if (wanted === null || wanted === '') return
    for (const [line, { heading, breakMark }] of story.summaries.entries()) {
      if (heading || breakMark === null || breakMark === wanted) continue
      const { text } = story.lines[line]!
      yield {
        line,
        offset: text.indexOf(breakMark),
        length: breakMark.length,
        message: `The story parts its scenes with “${wanted}”.`,
        replacements: [wanted],
        sure: true,
      }
    }
  },
}

/**
 * The habit of most of the story; without one, of two forms the more frequent one, or the first. Three forms and more are
 * on purpose: parts, chapters and scenes.
 */
function wantedMark({ facts, summaries }: StoryView): string | null {
  const known = facts.forms.sceneBreak
  if (known !== null) return known
  const counts = new Map<string, number>()
  for (const { heading, breakMark } of summaries) {
    if (!heading && breakMark !== null) counts.set(breakMark, (counts.get(breakMark) ?? 0) + 1)
  }
  if (counts.size !== 2) return null
  const [first, second] = [...counts]
  return second![1] > first![1] ? second![0] : first![0]
}
