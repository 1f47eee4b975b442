/** Dashes drawn otherwise than the story draws them, and hyphens that stand for dashes. */
import type { Spot } from '../finding.ts'
import { dashAt, type Form } from '../forms.ts'
import type { LineRule } from '../rule.ts'
import type { Dialect } from '../style-sheet.ts'
import type { Token } from '../tokens.ts'

export const dashForm: LineRule = {
  name: 'dash-form',
  level: 'default',
  kind: 'consistency',
  title: 'Another form of dash',
  explain:
    'The story writes its dashes in one way nearly everywhere, or its style sheet says which, and here one is written otherwise. ' +
    'A hyphen between spaces is no dash at all.',
  example: { wrong: 'It was late - too late.', right: 'It was late—too late.' },
  source:
    'Chicago Manual of Style 17th ed. 6.85-6.90 (closed em dash); New Hart’s Rules 4.11 (spaced en or closed em).',
  *check(line, { facts }) {
    const wanted = facts.forms.dash
    const { tokens, text } = line
    if (wanted === null) {
      yield* hyphens(tokens, facts.dialect)
      return
    }
    for (let at = 1; at < tokens.length; at += 1) {
      const token = tokens[at]!
      const form = token.text === '-' && isBetweenWords(tokens, at) ? 'hyphen' : dashAt(text, token)
      if (form === null || form === wanted) continue
      const before = tokens[at - 1]!
      const after = tokens[at + 1]
      const glyph = GLYPHS[wanted]
      const isEdge = after === undefined || after.kind === 'close' || before.kind === 'open' || isStammer(before, after)
      const isSpaced = wanted.startsWith('spaced') && !isEdge
      // Broken-off speech and stammers keep close to their words whatever the form.
      if (isEdge && token.text === glyph.trim()) continue
      const from = isEdge && !isSpaced ? token.start : before.end
      const to = isEdge || after === undefined ? token.end : after.start
      yield {
        offset: from,
        length: to - from,
        message: `The story writes its dashes as “${isSpaced ? ` ${glyph} ` : glyph}”.`,
        replacements: [isSpaced ? ` ${glyph} ` : glyph],
        sure: true,
      }
    }
  },
}

/** A story without a habit still has no hyphens between spaces: they are dashes as its dialect prints them. */
function* hyphens(tokens: readonly Token[], dialect: Dialect): Generator<Spot> {
  for (let at = 1; at < tokens.length; at += 1) {
    if (tokens[at]!.text !== '-' || !isBetweenWords(tokens, at)) continue
    const from = tokens[at - 1]!.end
    const to = tokens[at + 1]!.start
    const right = dialect === 'en-US' ? '—' : ' – '
    yield { offset: from, length: to - from, message: 'A hyphen between spaces is no dash.', replacements: [right] }
  }
}

const GLYPHS: Readonly<Record<Form<'dash'>, string>> = {
  em: '—',
  'spaced-em': '—',
  'spaced-en': '–',
  'double-hyphen': '--',
  'spaced-double-hyphen': '--',
}

/** "late - too": a word on each side and a space between. Numbers are sums and scores. */
function isBetweenWords(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]
  const after = tokens[at + 1]
  const token = tokens[at]!
  if (before === undefined || after === undefined || at < 2) return false
  const isSpaced = token.start === before.end + 1 && after.start === token.end + 1
  return (
    isSpaced && before.kind !== 'number' && before.kind !== 'mark' && after.kind === 'word' && after.shape !== 'UPPER'
  )
}

/** "I--I know", "W--what" */
function isStammer(before: Token, after: Token): boolean {
  return before.kind === 'word' && after.kind === 'word' && before.end - before.start <= 3 && isClose(before, after)
}

function isClose(before: Token, after: Token): boolean {
  return after.start - before.end <= 2 && (before.text === 'I' || before.lower[0] === after.lower[0])
}
