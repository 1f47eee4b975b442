/** Cuts a line into words, numbers and punctuation, by hand and in one pass: every rule walks the result. */
import { classAt, DIGIT, HYPHEN, isUpper, LETTER, SINGLE, SPACE } from './letters.ts'
import type { QuoteMark } from './quotes.ts'
import { readWordId } from './word-ids.ts'

/** `open` and `close` are quotation marks; brackets are `mark`. */
export type TokenKind = 'word' | 'number' | 'open' | 'close' | 'mark'

/** How a word is written. One capital alone is `Capital`; `Mixed` is McKay, iPhone, and nothing else has a shape. */
export type Shape = 'lower' | 'Capital' | 'UPPER' | 'Mixed' | 'none'

export interface Token {
  kind: TokenKind
  /** UTF-16 code units in the line. */
  start: number
  end: number
  /**
   * Words keep their apostrophes and single hyphens: don't, 'em, goin', well-known, I-I. Full stops and hyphens in a
   * row are one mark (`...`, `--`); any other punctuation is a mark by the character.
   */
  text: string
  /** Lower case, apostrophes straight. */
  lower: string
  /** Of `lower`, as in `readWordId`. */
  id: number
  /** Of a word; the first part of a hyphenated one decides between lower and Capital. */
  shape: Shape
}

export function tokensOf(text: string, quotes: readonly QuoteMark[]): Token[] {
  const tokens: Token[] = []
  let quote = 0
  let at = 0
  while (at < text.length) {
    const found = classAt(text, at)
    if (found === SPACE) {
      at += 1
      continue
    }
    const mark = quotes[quote]
    if (mark !== undefined && mark.offset === at) {
      tokens.push(plain(mark.role, text, at, at + 1))
      quote += 1
      at += 1
      continue
    }
    const border = mark === undefined ? text.length : mark.offset
    const isWord = found === LETTER || (found === SINGLE && at + 1 < border && classAt(text, at + 1) === LETTER)
    if (isWord || found === DIGIT) {
      const end = wordEnd(text, at + 1, border, found === DIGIT)
      tokens.push(isWord ? wordOf(text, at, end) : plain('number', text, at, end))
      at = end
      continue
    }
    const end = markEnd(text, at)
    tokens.push(plain('mark', text, at, end))
    at = end
  }
  return tokens
}

/** The token is this punctuation, quotation marks included. */
export function isMark(token: Token | undefined, text: string): boolean {
  return token !== undefined && token.kind !== 'word' && token.text === text
}

function plain(kind: TokenKind, text: string, start: number, end: number): Token {
  const own = text.slice(start, end)
  const lower = kind === 'number' ? own.toLowerCase() : own
  return { kind, start, end, text: own, lower, id: readWordId(lower), shape: 'none' }
}

function wordOf(text: string, start: number, end: number): Token {
  const own = text.slice(start, end)
  let lower = own
  let shape: Shape = 'lower'
  if (!isPlainLower(own)) {
    lower = own.toLowerCase()
    if (lower !== own) shape = shapeOf(own, lower)
    lower = lower.replace(/[‘’ʼ‛]/g, "'").replace(/[‐‑]/g, '-')
  }
  return { kind: 'word', start, end, text: own, lower, id: readWordId(lower), shape }
}

function isPlainLower(word: string): boolean {
  for (let at = 0; at < word.length; at += 1) {
    const unit = word.charCodeAt(at)
    if ((unit < 0x61 || unit > 0x7a) && unit !== 0x27 && unit !== 0x2d) return false
  }
  return true
}

function shapeOf(word: string, lower: string): Shape {
  const hyphen = word.indexOf('-')
  const letters = (hyphen > 0 ? word.slice(0, hyphen) : word).replace(/[^\p{L}]/gu, '')
  const rest = letters.slice(1)
  if (letters.length > 1 && letters === letters.toUpperCase()) {
    return hyphen > 0 && word !== word.toUpperCase() ? 'Mixed' : 'UPPER'
  }
  if (rest !== rest.toLowerCase()) return 'Mixed'
  if (isUpper(letters[0] ?? '')) return 'Capital'
  return word === lower ? 'lower' : 'Mixed'
}

function wordEnd(text: string, from: number, border: number, isNumber: boolean): number {
  let at = from
  while (at < border) {
    const found = classAt(text, at)
    if (found === LETTER || found === DIGIT) at += 1
    else if (found === SINGLE) {
      // Not a quotation mark, or it would be the border: an apostrophe within the word, or at its end.
      if (at + 1 < border && classAt(text, at + 1) === LETTER) at += 1
      else if (classAt(text, at - 1) === LETTER) return at + 1
      else return at
    } else if (found === HYPHEN) {
      const next = at + 1 < border ? classAt(text, at + 1) : SPACE
      if (next !== LETTER && next !== DIGIT) return at
      at += 1
    } else if (isNumber && '.,:'.includes(text[at]!) && at + 1 < border && classAt(text, at + 1) === DIGIT) at += 1
    else return at
  }
  return at
}

function markEnd(text: string, at: number): number {
  const mark = text[at]!
  let end = at + 1
  if (mark === '.' || mark === '-') while (text[end] === mark) end += 1
  else if (mark >= '\ud800' && mark <= '\udbff' && end < text.length) end += 1
  return end
}
