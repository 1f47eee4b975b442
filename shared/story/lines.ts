/** What everybody asks of the lines of a draft: their words, and the line ends that stand before them in the file. */
import { EOL_LETTERS, type EolLetter } from './attributes.ts'
import type { Line } from './draft.ts'
import type { Eol, FileForm } from './file-form.ts'

/** `verse`: closer to the line before than usual; `scene`: further away. */
export type LineKind = 'first' | 'usual' | 'verse' | 'scene'

/** The characters of a line without their marks. */
export function lineText(line: Line): string {
  if (line.spans.length === 1) return line.spans[0]!.text
  return line.spans.map((span) => span.text).join('')
}

/** Nothing on the line but white space, or nothing at all. */
export function isBlank(line: Line): boolean {
  return line.spans.every((span) => span.text.trim() === '')
}

/** Physical line ends before the line at `index`. */
export function endsBefore(line: Line, index: number, form: Pick<FileForm, 'gap'>): number {
  return line.gap ?? (index === 0 ? 0 : form.gap)
}

/** How the line stands to the one before it. */
export function kindOf(line: Line, index: number, form: Pick<FileForm, 'gap'>): LineKind {
  if (index === 0) return 'first'
  const ends = endsBefore(line, index, form)
  if (ends === form.gap) return 'usual'
  return ends < form.gap ? 'verse' : 'scene'
}

/** The physical line ends before the line at `index`, one by one. An `eol` that does not fit the gap is not used. */
export function endsOf(line: Line, index: number, form: Pick<FileForm, 'gap' | 'eol'>): Eol[] {
  const count = endsBefore(line, index, form)
  const letters = line.eol ?? ''
  if (letters.length === 1) return Array<Eol>(count).fill(EOL_LETTERS[letters as EolLetter])
  if (letters.length === count) return Array.from(letters, (letter) => EOL_LETTERS[letter as EolLetter])
  return Array<Eol>(count).fill(form.eol)
}
