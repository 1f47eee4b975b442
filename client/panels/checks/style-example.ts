/** A sentence or so of the story that shows a decision, for those who read the sheet without the story. */
import type { StyleDecision } from '../../../shared/review/style.ts'

/** UTF-16 code units on each side. */
const AROUND = 40
/** Surrogates whose other half was cut off. */
const HALVES = /\p{Cs}/gu

/** Signs that stand for a form wherever they stand in a line. */
const SIGNS: Readonly<Record<string, string>> = {
  em: '—',
  'spaced-em': ' — ',
  'spaced-en': ' – ',
  'double-hyphen': '--',
  'spaced-double-hyphen': ' -- ',
}

/** "" where the story has none, or where a few words would not show it. */
export function exampleOf(decision: StyleDecision, lines: readonly { text: string | null }[]): string {
  const wanted = wantedIn(decision)
  if (!wanted) return ''
  for (const { text } of lines) {
    const at = text?.search(wanted) ?? -1
    if (text && at >= 0) return around(text, at)
  }
  return ''
}

function wantedIn(decision: StyleDecision): RegExp | null {
  switch (decision.part) {
    case 'ellipsis':
      return new RegExp(`\\w${escaped(decision.value)}`, 'u')
    case 'dash':
      return new RegExp(`\\w${escaped(SIGNS[decision.value] ?? '')}\\w`, 'u')
    case 'spelling':
      return new RegExp(`\\b${escaped(decision.preferred)}\\b`, 'iu')
    case 'name':
      return new RegExp(`\\b${escaped(decision.name)}\\b`, 'u')
    default:
      return null
  }
}

function escaped(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

function around(text: string, at: number): string {
  const [from, to] = [Math.max(0, at - AROUND), Math.min(text.length, at + AROUND)]
  const words = text.slice(from, to)
  const left = from > 0 ? `…${words.replace(/^\S*\s+/, '')}` : words
  return (to < text.length ? `${left.replace(/\s+\S*$/, '')}…` : left).trim().replace(HALVES, '')
}
