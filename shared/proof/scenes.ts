/** A story's scenes and chapters, for the rules and counts that go by them. Headings and scene-break marks divide. */
import type { ProseLine } from './prose-line.ts'
import type { LineSummary } from './summary.ts'

export interface Scene {
  /** Indexes of lines: the first one, and the one after the last. Marks and headings belong to none. */
  from: number
  to: number
}

/** In order; none is empty. */
export function scenesOf(lines: readonly ProseLine[], summaries: readonly LineSummary[]): Scene[] {
  const scenes: Scene[] = []
  let from = 0
  for (let at = 0; at <= lines.length; at += 1) {
    const summary = summaries[at]
    if (summary !== undefined && !summary.heading && summary.breakMark === null) continue
    if (at > from) scenes.push({ from, to: at })
    from = at + 1
  }
  return scenes
}
