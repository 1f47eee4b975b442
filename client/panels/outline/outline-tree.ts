/** The outline as it is shown: headings, with scenes only below the one in which the caret stands. */
import type { OutlineEntry } from '../../../shared/story/counts.ts'

export interface OutlineRow {
  entry: OutlineEntry
  /** Words down to the next row of its kind: a heading's scenes are counted in. */
  words: number
  /** 0 for the outermost; for indentation. */
  depth: number
  current: boolean
}

/** `line` is the caret's, from 1. Scenes before the first heading, and those of a story without headings, always show. */
export function outlineRows(entries: readonly OutlineEntry[], line: number): OutlineRow[] {
  const headings = entries.filter(({ kind }) => kind === 'heading')
  const top = headings.length > 0 ? Math.min(...headings.map(({ level }) => level)) : 0
  const here = entries.findLast((entry) => entry.line < line) ?? entries[0]
  const section = headingOf(entries, here)
  let above: OutlineEntry | undefined
  let depth = 0
  const rows: OutlineRow[] = []
  for (const entry of entries) {
    if (entry.kind === 'heading') {
      above = entry
      depth = entry.level - top
    } else if (above && above !== section) {
      continue
    }
    const inner = entry.kind === 'scene' && above !== undefined
    const words = entry.kind === 'heading' ? sectionWords(entries, entry) : entry.words
    rows.push({ entry, words, depth: inner ? depth + 1 : depth, current: entry === here })
  }
  return rows
}

/** Words from a heading to the next one, those of its scenes too. */
export function sectionWords(entries: readonly OutlineEntry[], heading: OutlineEntry): number {
  const from = entries.indexOf(heading)
  const next = entries.findIndex(({ kind }, index) => index > from && kind === 'heading')
  return entries.slice(from, next < 0 ? undefined : next).reduce((sum, { words }) => sum + words, 0)
}

function headingOf(entries: readonly OutlineEntry[], here: OutlineEntry | undefined): OutlineEntry | undefined {
  if (!here) return undefined
  return entries.slice(0, entries.indexOf(here) + 1).findLast(({ kind }) => kind === 'heading')
}
