/**
 * Speech in double quotation marks where the style sheet has decided for single ones, or the other way round. Only a
 * decision makes it wrong: in a story of double marks single ones often stand for thoughts and titles.
 */
import type { ProseLine } from '../prose-line.ts'
import type { LineRule } from '../rule.ts'
import type { Quotation } from '../speech.ts'

export const quoteKind: LineRule = {
  name: 'quote-kind',
  level: 'default',
  kind: 'consistency',
  title: 'Speech in other marks',
  explain:
    'The style sheet says whether speech stands in double or in single quotation marks, and here it stands in the others. What is ' +
    'quoted within a speech takes the other kind. Apostrophes stay as they are.',
  example: { wrong: '‘I said “go” twice,’ he said. (where double is decided)', right: '“I said ‘go’ twice,” he said.' },
  source:
    'Chicago Manual of Style 17th ed. 13.30 (double, single within); New Hart’s Rules 9.2.2 (single, double within).',
  *check(line, { settings, previous, next }) {
    const wanted = settings.sheet?.quotes
    if (wanted === undefined || line.heading) return
    for (const quotation of line.quotations) {
      const { start, end, closed, depth, speech } = quotation
      if (depth > 0 || !speech || quotation.double === (wanted === 'double')) continue
      // A mark that closes nowhere may be an apostrophe, unless speech goes on from line to line.
      if (!closed && !goesOn(line, quotation, next) && !goesOn(previous, null, line)) continue
      if (isThought(line, end)) continue
      const said = otherMarks(line, start, end)
      if (said === null) continue
      // Where nothing closes it, nothing but its beginning is sure to be a mark of it.
      const length = closed ? end - start : 1
      yield {
        offset: start,
        length,
        message: `Speech stands in ${wanted} quotation marks in this story.`,
        replacements: [said.slice(0, length)],
        sure: true,
      }
    }
  },
}

/** The words with each mark of the other kind; null where there is a mark that has none, as « has. */
function otherMarks(line: ProseLine, start: number, end: number): string | null {
  let said = line.text.slice(start, end)
  for (const { offset } of line.quoteMarks) {
    if (offset < start || offset >= end) continue
    const other = OTHERS.get(line.text[offset]!)
    if (other === undefined) return null
    said = said.slice(0, offset - start) + other + said.slice(offset - start + 1)
  }
  return said
}

const OTHERS: ReadonlyMap<string, string> = new Map([
  ['"', "'"],
  ["'", '"'],
  ['“', '‘'],
  ['‘', '“'],
  ['”', '’'],
  ['’', '”'],
])

/** The last speech of a line (or the one given) is not closed, and the next line begins with the same mark. */
function goesOn(line: ProseLine | null, quotation: Quotation | null, next: ProseLine | null): boolean {
  const last = line?.quotations.findLast(({ depth }) => depth === 0)
  if (!line || !last || last.closed || (quotation !== null && last !== quotation)) return false
  return next?.text[0] === line.text[last.start]
}

/** "…,' he thought": what is thought may stand in the other marks on purpose. */
function isThought(line: ProseLine, end: number): boolean {
  const from = line.tokenAt(end)
  return line.tokens.slice(from, from + 3).some(({ lower }) => lower === 'thought' || lower === 'wondered')
}
