/**
 * Marked words as Markdown: asterisks where every reader takes them for emphasis, HTML's inline tags (CommonMark §6.6)
 * where their neighbours would make it fail (§6.2, "flanking"), and for strike, which CommonMark does not have.
 */
import type { Marks } from '../../story/attributes.ts'
import { sameMarks } from '../../story/delta.ts'
import { type EscapeOptions, escapeMarkdown } from './escape.ts'

export interface MarkedWords {
  text: string
  marks: Marks
}

export interface StretchOptions extends EscapeOptions {
  /** Something else than a line's end may come to stand before or after the stretch: no asterisks at its ends. */
  abuts: { before: boolean; after: boolean }
}

/** One stretch of a line. Blanks at the ends of marked words are written outside of them where asterisks are used. */
export function markdownOf(spans: readonly MarkedWords[], options: StretchOptions): string {
  const parts = passagesOf(spans)
  const whole = parts.map((part) => part.spans.map(({ text }) => text).join(''))
  let out = ''
  for (const [index, part] of parts.entries()) {
    const isFirst = index === 0
    const isLast = index === parts.length - 1
    const edges = { first: options.first && isFirst, last: options.last && isLast, critic: options.critic }
    const before = isFirst ? (options.abuts.before ? null : '\n') : whole[index - 1]!
    const after = isLast ? (options.abuts.after ? null : '\n') : whole[index + 1]!
    out += part.marked ? passage(part.spans, before, after, edges) : escapedAll(part.spans, edges)
  }
  return out
}

interface Passage {
  marked: boolean
  spans: MarkedWords[]
}

/** Marked words that touch belong together: asterisks of two neighbours would run into each other. */
function passagesOf(spans: readonly MarkedWords[]): Passage[] {
  const passages: Passage[] = []
  for (const span of spans) {
    if (span.text === '') continue
    const marked = span.marks.bold === true || span.marks.italic === true || span.marks.strike === true
    const last = passages.at(-1)
    if (last?.marked !== marked) passages.push({ marked, spans: [span] })
    else {
      const neighbour = last.spans.at(-1)!
      if (sameMarks(neighbour.marks, span.marks)) {
        last.spans[last.spans.length - 1] = { text: neighbour.text + span.text, marks: span.marks }
      } else last.spans.push(span)
    }
  }
  return passages
}

function passage(
  spans: readonly MarkedWords[],
  before: string | null,
  after: string | null,
  edges: EscapeOptions,
): string {
  const [only] = spans
  if (spans.length > 1 || !only || only.text.trim() === '') return tagged(spans, edges)
  const { text, marks } = only
  const stars = `${marks.bold ? '**' : ''}${marks.italic ? '*' : ''}`
  const words = text.trim()
  const start = text.indexOf(words)
  const [lead, trail] = [text.slice(0, start), text.slice(start + words.length)]
  const left = lead !== '' ? lead : before
  const right = trail !== '' ? trail : after
  const inner = escapeMarkdown(words, { first: edges.first && lead === '', last: false, critic: edges.critic })
  // A digit that is written as an entity is punctuation to a reader that looks at what is written.
  const opens = left !== null && flanks(words, left, 1) && flanks(inner, left, 1)
  const closes = right !== null && flanks(words, right, -1) && flanks(inner, right, -1)
  if (stars === '' || marks.strike || !opens || !closes) return tagged(spans, edges)
  const blanks = (blank: string, first: boolean, last: boolean) => escapeMarkdown(blank, { ...edges, first, last })
  return blanks(lead, edges.first, false) + stars + inner + stars + blanks(trail, false, edges.last)
}

/**
 * Whether asterisks between the words and their neighbour count, by every version of the rule: some take symbols for
 * punctuation, some do not. `side` 1: before the words, -1: behind them.
 */
function flanks(words: string, neighbour: string, side: 1 | -1): boolean {
  const inner = side === 1 ? firstOf(words) : lastOf(words)
  const outer = side === 1 ? lastOf(neighbour) : firstOf(neighbour)
  if (PLAIN.test(inner) && (PLAIN.test(outer) || BLANK.test(outer) || PUNCTUATION.test(outer))) return true
  return (PUNCTUATION.test(inner) || SYMBOL.test(inner)) && (BLANK.test(outer) || PUNCTUATION.test(outer))
}

const PLAIN = /^[\p{L}\p{N}]$/u
const BLANK = /^[ \n]$/
const PUNCTUATION = /^[!-/:-@[-`{-~\p{P}]$/u
const SYMBOL = /^\p{S}$/u

function tagged(spans: readonly MarkedWords[], edges: EscapeOptions): string {
  return spans
    .map(({ text, marks }, index) => {
      const first = edges.first && index === 0
      const words = escapeMarkdown(text, {
        first,
        last: edges.last && index === spans.length - 1,
        critic: edges.critic,
      })
      const names = [marks.bold ? 'strong' : '', marks.italic ? 'em' : '', marks.strike ? 's' : ''].filter(
        (name) => name,
      )
      const open = names.map((name) => `<${name}>`).join('')
      return (
        open +
        words +
        names
          .reverse()
          .map((name) => `</${name}>`)
          .join('')
      )
    })
    .join('')
}

function escapedAll(spans: readonly MarkedWords[], edges: EscapeOptions): string {
  return escapeMarkdown(spans.map(({ text }) => text).join(''), edges)
}

function firstOf(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0)
}

function lastOf(text: string): string {
  return /[\s\S]$/u.exec(text)?.[0] ?? ''
}
