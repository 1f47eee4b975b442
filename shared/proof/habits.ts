/** How a story writes what its people have not decided yet, in numbers: what a style sheet begins with. */
import type { FormName } from './forms.ts'
import type { StoryView } from './rule.ts'
import type { LineSummary } from './summary.ts'

type Counts = Readonly<Record<string, number>>

export interface Habits {
  /** By form name and form, as `FORMS` has them. */
  forms: Readonly<Partial<Record<FormName, Counts>>>
  /** Lines between two scenes, as they are drawn. */
  breaks: Counts
  /** Places where the gap between two lines of prose is wider than the story's usual one. */
  gaps: number
  /** Words that only one dialect spells so. */
  american: number
  british: number
  /** How often each word asked for stands in the story, however it is capitalised; "" and words of several parts are left out. */
  words: Counts
}

export function habitsOf(story: StoryView, words: readonly string[]): Habits {
  const forms: Partial<Record<FormName, Record<string, number>>> = {}
  const breaks: Record<string, number> = {}
  let american = 0
  let british = 0
  for (const summary of story.summaries) {
    american += summary.american
    british += summary.british
    if (summary.breakMark !== null) breaks[summary.breakMark] = (breaks[summary.breakMark] ?? 0) + 1
    for (const [name, counts] of Object.entries(summary.forms) as [FormName, Counts][]) {
      const all = forms[name] ?? {}
      for (const [form, count] of Object.entries(counts)) all[form] = (all[form] ?? 0) + count
      forms[name] = all
    }
  }
  const counted = words.flatMap((word): [string, number][] => {
    const count = story.words.get(word.toLowerCase().replaceAll('’', "'"))
    return count ? [[word, count.capital + count.first + count.lower]] : []
  })
  return { forms, breaks, gaps: widerGaps(story.summaries), american, british, words: Object.fromEntries(counted) }
}

function widerGaps(summaries: StoryView['summaries']): number {
  const counts = new Map<number, number>()
  for (const { gap } of summaries.slice(1)) counts.set(gap, (counts.get(gap) ?? 0) + 1)
  const usual = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0]
  return summaries.filter((summary, at) => {
    const before = summaries[at - 1]
    return before !== undefined && summary.gap > usual && [before, summary].every(isProse)
  }).length
}

function isProse({ blank, heading, breakMark }: LineSummary): boolean {
  return !blank && !heading && breakMark === null
}
