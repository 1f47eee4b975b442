/** Spaces where none belong, none where one belongs, and two where the story has one. */
import type { Spot } from '../finding.ts'
import type { LineRule } from '../rule.ts'
import { isStop } from '../sentences.ts'
import type { Token } from '../tokens.ts'

export const spaceForm: LineRule = {
  name: 'space-form',
  level: 'default',
  kind: 'consistency',
  title: 'Spaces',
  explain:
    'One space parts two words, and stands after a comma and a full stop, never before. Between sentences there are as many as ' +
    'the story has elsewhere.',
  example: { wrong: 'He saw Ino(who waited) .She waved.', right: 'He saw Ino (who waited). She waved.' },
  source: 'Chicago Manual of Style 17th ed. 2.9 and 6.7; New Hart’s Rules 2.1.3.',
  *check(line, { facts }) {
    const { tokens, text } = line
    // Columns and drawings.
    if (/\t| {4}/.test(text.trim())) return
    for (let at = 1; at < tokens.length; at += 1) {
      const gap = tokens[at]!.start - tokens[at - 1]!.end
      const spot =
        gap === 0
          ? tooFew(tokens, at)
          : gap === 1
            ? beforeMark(tokens, at)
            : tooMany(tokens, at, facts.forms.sentenceSpace)
      if (spot) yield spot
    }
  },
}

function tooMany(tokens: readonly Token[], at: number, between: 'one' | 'two' | null): Spot | null {
  const before = tokens[at - 1]!
  const after = tokens[at]!
  const mark = beforeMark(tokens, at)
  if (mark) return mark
  const isBoundary = isStop(before) || before.kind === 'close' || before.text === ':'
  if (isBoundary && between !== 'one') return null
  return spot(before.end, after.start, ' ', 'One space is enough here.', true)
}

/** "word ," and "( word" */
function beforeMark(tokens: readonly Token[], at: number): Spot | null {
  const before = tokens[at - 1]!
  const mark = tokens[at]!
  const after = tokens[at + 1]
  if (before.kind !== 'word' && before.kind !== 'close' && before.text !== ')') return null
  if (mark.kind !== 'mark' || !/^[,.;:?!)]$/.test(mark.text)) return null
  const isFree = after === undefined || after.start > mark.end || after.kind === 'close' || isStop(after)
  if (!isFree || (mark.text === ')' && before.kind !== 'word')) return null
  // A spaced ellipsis, and a face.
  if (mark.text === '.' && after?.text[0] === '.') return null
  if (/^[:;]$/.test(mark.text) && after !== undefined && after.kind !== 'word' && after.kind !== 'open') return null
  return spot(before.end, mark.end, mark.text, `No space before “${mark.text}”.`, true)
}

function tooFew(tokens: readonly Token[], at: number): Spot | null {
  const before = tokens[at - 1]!
  const after = tokens[at]!
  const earlier = tokens[at - 2]
  if (after.kind === 'word' && before.kind === 'mark') {
    const isPlain = earlier?.kind === 'word' && earlier.end === before.start
    const isComma = before.text === ',' || before.text === ';'
    if (isPlain && isComma && earlier.lower.length > 1) return parted(before, after)
    const isEnd = before.text === '.' || before.text === '?' || before.text === '!'
    if (isPlain && isEnd && isSentenceEnd(tokens, at)) return parted(before, after)
    return before.text === ')' && isLongBracket(tokens, at - 1) ? parted(before, after) : null
  }
  if (before.kind === 'word' && after.text === '(') {
    const inner = tokens[at + 1]
    const end = tokens[at + 2]
    return inner?.kind === 'word' && inner.text.length > 1 && end?.text !== ')' ? parted(before, after) : null
  }
  if (before.kind === 'close' && '"”'.includes(before.text) && after.kind === 'word' && after.text.length > 1) {
    return after.lower.startsWith("'") ? null : parted(before, after)
  }
  const isDouble = after.kind === 'open' && '"“'.includes(after.text)
  return isDouble && (before.text === ',' || (before.kind === 'word' && before.text.length > 1))
    ? parted(before, after)
    : null
}

/** "him.She": never a name of a file or a site, an initial or a time. */
function isSentenceEnd(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at - 2]!
  const after = tokens[at]!
  if (after.shape !== 'Capital' && !(after.text === 'I' || after.text === 'A')) return false
  if (!/^[\p{L}'’-]{2,}$/u.test(word.text) || (word.shape !== 'lower' && word.shape !== 'Capital')) return false
  const next = tokens[at + 1]
  return !(next?.text === '.' && next.start === after.end && tokens[at + 2]?.start === next.end)
}

/** More than a part of a word stands in the bracket that closes here. */
function isLongBracket(tokens: readonly Token[], close: number): boolean {
  for (let at = close - 1; at >= 0; at -= 1) if (tokens[at]!.text === '(') return close - at > 2
  return false
}

function parted(before: Token, after: Token): Spot {
  const isBracket = before.text === ')' || after.text === '('
  return spot(
    before.start,
    after.end,
    `${before.text} ${after.text}`,
    isBracket ? 'A space parts the bracket from the word.' : `A space belongs after “${before.text}”.`,
    true,
  )
}

function spot(from: number, to: number, right: string, message: string, sure: boolean): Spot {
  return { offset: from, length: to - from, message, replacements: [right], sure }
}
