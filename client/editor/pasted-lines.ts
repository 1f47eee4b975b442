/**
 * What was pasted, as lines: text with marks, headings, and how far each line stands from the one before. `linesOfText`
 * reads plain text; pasted-html.ts reads pages and documents. Both leave the judgement about distances to `withGaps`.
 */
import { LINE } from '../../shared/story/attributes.ts'
import type { Line } from '../../shared/story/draft.ts'

/** A line, and how it was parted from the one before. */
export interface PastedLine {
  line: Line
  /** Line ends before it, a paragraph counting as two; not looked at on the first line. */
  ends: number
  /** True where one line end surely means "the next line of a verse", false where it may be the only kind there is. */
  verse: boolean
  /** Said by Galley's own HTML: the line's gap, null = usual. Undefined where only `ends` is known. */
  gap?: number | null
}

/**
 * Plain text as lines. Blank lines part paragraphs; where there are none, every line is a paragraph. Line ends at the
 * start and the end are dropped, unless there is nothing else.
 */
export function linesOfText(text: string): PastedLine[] {
  const clean = text.replaceAll('\0', '').replace(/\r\n?/g, LINE)
  const lines: PastedLine[] = []
  let ends = 0
  for (const piece of clean.split(LINE)) {
    if (piece.trim() !== '') {
      lines.push({ line: { spans: [{ text: piece }] }, ends, verse: false })
      ends = 0
    }
    ends += 1
  }
  if (lines.length > 0) return lines
  if (!clean.includes(LINE)) return clean === '' ? [] : [{ line: { spans: [{ text: clean }] }, ends: 0, verse: false }]
  return clean.split(LINE).map(() => ({ line: { spans: [] }, ends: 2, verse: false }))
}

/**
 * The lines with their gaps. The distance that most lines have counts as usual (two line ends at least, where there are
 * any such, unless the story itself usually has one); a single line end then is verse, a bigger distance a scene gap.
 */
export function withGaps(pasted: readonly PastedLine[], usualGap: number): Line[] {
  const ends = pasted.slice(1).filter(({ gap, verse }) => gap === undefined && !verse)
  const usual = usualEnds(
    ends.map((line) => line.ends),
    usualGap,
  )
  return pasted.map(({ line, ends, verse, gap }, index) => {
    if (index === 0) return line
    const given = gap === undefined ? gapOf(ends, verse, usual, usualGap) : gap
    return given === null ? line : { ...line, gap: given }
  })
}

function usualEnds(ends: readonly number[], usualGap: number): number {
  const counts = new Map<number, number>()
  for (const count of ends) counts.set(count, (counts.get(count) ?? 0) + 1)
  let usual = 0
  for (const [count, times] of counts) {
    const most = counts.get(usual) ?? 0
    if (times > most || (times === most && count < usual)) usual = count
  }
  return usualGap > 1 && ends.some((count) => count >= 2) ? Math.max(usual, 2) : usual
}

function gapOf(ends: number, verse: boolean, usual: number, usualGap: number): number | null {
  if (verse || (ends < usual && ends === 1)) return usualGap > 1 ? 1 : null
  return ends > usual ? usualGap + 1 : null
}
