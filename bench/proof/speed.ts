/** How long the checker takes for a long story, in the steps that its worker takes, and for one edited line in it. */
import { performance } from 'node:perf_hooks'
import { Checker, type Tools } from '../../shared/proof/checker.ts'
import type { SourceLine } from '../../shared/proof/prose-line.ts'
import { USUAL } from '../../shared/proof/settings.ts'
import { percentile } from '../figures.ts'

/** Milliseconds at one go, and lines between two looks at the clock, as in the page's worker. */
const TURN_MS = 20
const STEP = 6

export interface Opening {
  checker: Checker
  /** Milliseconds for all findings, and for the longest of its steps. */
  took: number
  longest: number
}

export function opening(lines: readonly SourceLine[], tools: Tools): Opening {
  const start = performance.now()
  const checker = new Checker(USUAL, tools)
  checker.open(lines)
  return { checker, longest: finish(checker), took: performance.now() - start }
}

/** Milliseconds from an edited line to findings that stand, median and 95th percentile. */
export function editing(
  checker: Checker,
  lines: readonly SourceLine[],
  edits: number,
): { median: number; p95: number } {
  const times: number[] = []
  for (let edit = 0; edit < edits; edit += 1) {
    const at = Math.floor((lines.length * edit) / edits)
    const line = lines[at]!
    const start = performance.now()
    checker.change(at, 1, [{ ...line, text: `${line.text} And then it was over.` }])
    finish(checker)
    times.push(performance.now() - start)
  }
  return { median: percentile(times, 0.5), p95: percentile(times, 0.95) }
}

function finish(checker: Checker): number {
  let longest = 0
  for (let left = 1; left > 0; ) {
    const start = performance.now()
    do left = checker.step(STEP).left
    while (left > 0 && performance.now() - start < TURN_MS)
    longest = Math.max(longest, performance.now() - start)
  }
  return longest
}

/** Copies of the lines until there are about so many words. */
export function linesOfLength(lines: readonly SourceLine[], words: number): SourceLine[] {
  const long: SourceLine[] = []
  for (let count = 0; count < words && lines.length > 0; ) {
    for (const line of lines) {
      if (count >= words) break
      long.push(line)
      count += line.text.split(/\s+/).length
    }
  }
  return long
}
