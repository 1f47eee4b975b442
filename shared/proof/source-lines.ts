/** The lines of a story as the checker reads them, and what of them is other than before. */
import type { Draft } from '../story/draft.ts'
import type { FileForm } from '../story/file-form.ts'
import { endsBefore, lineText } from '../story/lines.ts'
import type { SourceLine } from './prose-line.ts'

export function sourceLinesOf({ lines }: Draft, form: Pick<FileForm, 'gap'>): Required<SourceLine>[] {
  return lines.map((line, index) => ({
    text: lineText(line),
    gap: endsBefore(line, index, form),
    heading: line.block !== undefined,
  }))
}

/** `removed` lines from `from` on gave way to `lines`. */
export interface LineChange {
  from: number
  removed: number
  lines: Required<SourceLine>[]
}

/** What turns one list of lines into the other, as one stretch; null when nothing does. */
export function lineChange(
  before: readonly Required<SourceLine>[],
  after: readonly Required<SourceLine>[],
): LineChange | null {
  const least = Math.min(before.length, after.length)
  let from = 0
  while (from < least && isSame(before[from]!, after[from]!)) from += 1
  let behind = 0
  while (behind < least - from && isSame(before[before.length - 1 - behind]!, after[after.length - 1 - behind]!)) {
    behind += 1
  }
  const removed = before.length - from - behind
  const lines = after.slice(from, after.length - behind)
  return removed === 0 && lines.length === 0 ? null : { from, removed, lines }
}

function isSame(one: Required<SourceLine>, other: Required<SourceLine>): boolean {
  return one.text === other.text && one.gap === other.gap && one.heading === other.heading
}
