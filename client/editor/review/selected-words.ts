/** Which words a new note would be about: those selected, the word at the caret, whole lines where several are selected. */
import type { Selection } from '@tiptap/pm/state'
import type { Place } from '../../../shared/review/anchor.ts'
import { LINE } from '../../../shared/story/attributes.ts'
import type { LineTable } from './line-table.ts'

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu

/** Null where there is no letter to stand on: on a line without any. */
export function selectedWords(lines: LineTable, { from, to, empty }: Selection): Place | null {
  if (empty) return wordAt(lines, lines.indexAt(from))
  const [start, end] = [lines.indexAt(from), lines.indexAt(to)]
  const firstLine = lines.lineOf(Math.max(0, start - 1))
  let lastLine = lines.lineOf(Math.max(0, end - 1))
  // A line of which nothing is selected is not meant: a triple click reaches to the beginning of the next one.
  if (lastLine > firstLine && lines.lettersOf(lastLine).from === end) lastLine -= 1
  const place =
    firstLine === lastLine
      ? { from: start, to: Math.min(end, lines.lettersOf(lastLine).to) }
      : { from: lines.lettersOf(firstLine).from, to: lines.lettersOf(lastLine).to }
  return trimmed(place, lines.words(place))
}

/** The word that the caret is in or beside, else the nearest one on its line. */
function wordAt(lines: LineTable, index: number): Place | null {
  const letters = lines.lettersOf(lines.lineOf(Math.max(0, index - 1)))
  const caret = index - letters.from
  let [nearest, least] = [null as Place | null, Number.POSITIVE_INFINITY]
  const text = lines.words(letters)
  for (const { index: start, 0: word } of text.matchAll(WORD)) {
    const end = start + word.length
    const distance = Math.max(start - caret, caret - end, 0)
    // Between two words it is the one that begins here.
    if (distance > least || (distance === least && start !== caret)) continue
    nearest = { from: letters.from + start, to: letters.from + end }
    least = distance
  }
  return nearest ?? trimmed(letters, text)
}

/** Without white space at the ends; null when nothing else is there. */
function trimmed({ from, to }: Place, words: string): Place | null {
  const inner = words.trim()
  if (inner === '' || inner === LINE) return null
  const start = from + (words.length - words.trimStart().length)
  return { from: start, to: Math.min(to, start + inner.length) }
}
