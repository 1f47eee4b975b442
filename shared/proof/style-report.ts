/** Matters of taste counted by chapter: a page of numbers instead of a hundred underlines. Pure, from findings made elsewhere. */
import type { Finding } from './finding.ts'
import { ProseLine, type SourceLine } from './prose-line.ts'
import { summarise } from './summary.ts'

export interface ChapterStyle {
  /** The heading's text; null for what stands before the first one, or where the story has none. */
  title: string | null
  /** The how-many-eth part of its chapter, from 1: scene-break marks part it. */
  scene: number
  /** Indexes of lines: the first one, and the one after the last. */
  from: number
  to: number
  words: number
  /** Rule name → how often; rules that found nothing are missing. */
  counts: Readonly<Record<string, number>>
}

/** One entry for each scene that has words, in order. Findings of the default level are left out. */
export function styleReport(lines: readonly SourceLine[], findings: readonly Finding[]): ChapterStyle[] {
  const byLine = new Map<number, Finding[]>()
  for (const finding of findings) {
    if (finding.level !== 'style') continue
    const found = byLine.get(finding.line)
    if (found) found.push(finding)
    else byLine.set(finding.line, [finding])
  }
  const chapters: ChapterStyle[] = []
  let title: string | null = null
  let scene = 1
  let from = 0
  let words = 0
  let counts: Record<string, number> = {}
  const close = (to: number): void => {
    if (words > 0) {
      chapters.push({ title, scene, from, to, words, counts })
      scene += 1
    }
    from = to + 1
    words = 0
    counts = {}
  }
  for (const [at, source] of lines.entries()) {
    const { heading, breakMark, words: own } = summarise(new ProseLine(source))
    if (heading) {
      close(at)
      title = source.text.trim()
      scene = 1
    } else if (breakMark !== null) close(at)
    else words += own
    for (const { rule } of byLine.get(at) ?? []) counts[rule] = (counts[rule] ?? 0) + 1
  }
  close(lines.length)
  return chapters
}
