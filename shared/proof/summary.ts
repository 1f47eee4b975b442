/** What the rest of the story needs to know of a line: small, made once for a line's text, and folded by `facts.ts`. */
import { countForms, type FormCounts } from './forms.ts'
import type { ProseLine } from './prose-line.ts'
import { isStop } from './sentences.ts'
import { DIALECT_WORDS } from './spelling/dialect-words.ts'
import { partsOf } from './word-parts.ts'

export interface LineSummary {
  blank: boolean
  heading: boolean
  /** Line ends before it. */
  gap: number
  words: number
  /** Capitalised words where a capital must mean something: not first in a sentence or a speech. Without possessives, by part. */
  capitals: readonly string[]
  /** Capitalised words where any word would have its capital. */
  firsts: readonly string[]
  /** All of both, in lower case: rules for the whole story ask for them after every edit. */
  capitalised: readonly string[]
  /** Words in lower case, with repeats; apostrophes straight. */
  lowers: readonly string[]
  /** Words all in capitals, in lower case: shouts, initials, headings. They tell nothing of a word's usual form. */
  uppers: readonly string[]
  forms: FormCounts
  /** Words that are spelled so in one dialect only. */
  american: number
  british: number
  /** The line between two scenes as it is drawn, trimmed; null for prose. */
  breakMark: string | null
  /** The line begins with an opening quotation mark: a new speech, or the last one going on. */
  opens: 'double' | 'single' | null
  /** A quotation that is still open at the end of the line. */
  leavesOpen: 'double' | 'single' | null
  /** A closing mark that nothing in the line opened: its offset, or null. */
  strayClose: number | null
  /** The line is one speech and nothing else; or has some, or none. */
  speech: 'whole' | 'some' | 'none'
}

export function summarise(line: ProseLine): LineSummary {
  const breakMark = breakMarkOf(line.text)
  const words = breakMark === null ? wordsOf(line) : NO_WORDS
  let american = 0
  let british = 0
  for (const word of words.lowers) {
    const dialect = DIALECT_WORDS.get(word)
    if (dialect === 'en-US') american += 1
    else if (dialect === 'en-GB') british += 1
  }
  const last = line.quotations.findLast(({ depth }) => depth === 0)
  const first = line.tokens[0]
  const saysAll = last?.start === first?.start && last?.speech && last.end >= line.text.trimEnd().length
  return {
    blank: line.tokens.length === 0,
    heading: line.heading,
    gap: line.gap,
    words: words.capitals.length + words.firsts.length + words.lowers.length + words.uppers.length,
    ...words,
    capitalised: [...words.capitals, ...words.firsts].map((word) => word.toLowerCase()),
    forms: breakMark === null ? countForms(line) : {},
    american,
    british,
    breakMark,
    opens: first?.kind === 'open' ? nameOf(line.quoteMarks[0]!.double) : null,
    leavesOpen: last !== undefined && !last.closed && last.end === line.text.length ? nameOf(last.double) : null,
    strayClose: strayCloseOf(line),
    speech: saysAll ? 'whole' : line.quotations.some(({ speech }) => speech) ? 'some' : 'none',
  }
}

/** The line has one of these lower-case words, however it is capitalised. */
export function mentions(summary: LineSummary, words: ReadonlySet<string>): boolean {
  return (
    summary.capitalised.some((word) => words.has(word)) ||
    summary.lowers.some((word) => words.has(word)) ||
    summary.uppers.some((word) => words.has(word))
  )
}

/** `* * *`, `***`, `#`, `---`, `~`, `oOo`, `xXx`: nothing that is read aloud. Null for anything else, blank lines too. */
export function breakMarkOf(text: string): string | null {
  const mark = text.trim()
  if (mark === '' || mark.length > 80) return null
  if (/^[*#~=_+•·◆◇★☆⁂❖§°<>|\-–—.\s]+$/u.test(mark)) return /^[.\s]+$/.test(mark) ? null : mark
  return /^[-=~*.\s]*(?:[oO0xX][-=~*.\s]*){2,}$/.test(mark) && !/^(?:ox|oxo|xo|xox)$/i.test(mark) ? mark : null
}

function nameOf(double: boolean): 'double' | 'single' {
  return double ? 'double' : 'single'
}

function strayCloseOf(line: ProseLine): number | null {
  const ends = new Set<number>()
  for (const { closed, end } of line.quotations) if (closed) ends.add(end - 1)
  return line.quoteMarks.find(({ role, offset }) => role === 'close' && !ends.has(offset))?.offset ?? null
}

const NO_WORDS = { capitals: [], firsts: [], lowers: [], uppers: [] }

function wordsOf(line: ProseLine): Pick<LineSummary, 'capitals' | 'firsts' | 'lowers' | 'uppers'> {
  const capitals: string[] = []
  const firsts: string[] = []
  const lowers: string[] = []
  const uppers: string[] = []
  let isFirst = true
  for (const token of line.tokens) {
    if (token.kind === 'word') {
      if (token.shape === 'lower') {
        lowers.push(token.lower)
      } else if (token.shape === 'UPPER' || line.heading) {
        for (const part of partsOf(token.lower)) uppers.push(part)
      } else {
        for (const [at, part] of partsOf(token.text).entries()) {
          if (part === part.toLowerCase()) lowers.push(part.replaceAll('’', "'"))
          else if (isFirst && at === 0) firsts.push(part)
          else capitals.push(part)
        }
      }
      isFirst = false
    } else if (token.kind === 'number') isFirst = false
    else if (
      token.kind === 'open' ||
      isStop(token) ||
      token.text[0] === '-' ||
      token.text === '—' ||
      token.text === '*'
    )
      isFirst = true
    else if (token.kind === 'close') isFirst = isFirst && token.kind === 'close'
  }
  return { capitals, firsts, lowers, uppers }
}
