/** What stands in quotation marks in a line, and whether somebody says it or it is only called so. */
import { classAt, isUpper, LETTER, SPACE } from './letters.ts'
import type { QuoteMark } from './quotes.ts'

export interface Quotation {
  /** UTF-16 code units in the line; both marks lie within. */
  start: number
  end: number
  /** False: it goes on to the end of the line, or to where the next one opens. */
  closed: boolean
  double: boolean
  /** Quotations around it. */
  depth: number
  /** Dialogue, or within dialogue. A word or two in quotation marks amid a sentence is not. */
  speech: boolean
}

/** By start. A closing mark that nothing opened makes no quotation. */
export function quotationsOf(text: string, marks: readonly QuoteMark[]): Quotation[] {
  const found: Quotation[] = []
  const open: Quotation[] = []
  for (const mark of marks) {
    while (open.length > mark.depth + (mark.role === 'close' ? 1 : 0)) open.pop()!.end = mark.offset
    if (mark.role === 'open') {
      const { offset: start, double, depth } = mark
      const quotation = { start, end: text.length, closed: false, double, depth, speech: false }
      found.push(quotation)
      open.push(quotation)
    } else if (open.length === mark.depth + 1 && open[mark.depth]!.double === mark.double) {
      const quotation = open.pop()!
      quotation.end = mark.offset + 1
      quotation.closed = true
    }
  }
  for (const quotation of found) quotation.speech = isSaid(text, quotation)
  return found
}

function isSaid(text: string, { start, end, closed, double, depth }: Quotation): boolean {
  if (depth > 0) return true
  if (!closed) return true
  const amid = isAmid(text, start)
  const last = text[end - 2] ?? ''
  const stops = '.,!?…—–-'.includes(last) && end - start > 2
  if (stops) return double || !amid || isUpper(text[start + 1] ?? '')
  return double && !(amid && !isUpper(text[start + 1] ?? ''))
}

/** A word stands right before, with nothing but a space between. */
function isAmid(text: string, start: number): boolean {
  return classAt(text, start - 1) === SPACE && classAt(text, start - 2) === LETTER
}
