/**
 * Finds CriticMarkup in a Markdown source, in one pass: the five forms, never one within another; what does not close
 * is plain text. Each mark is replaced by a token that Markdown takes for a punctuation mark in the text.
 */
import { Refusal } from '../../refusals.ts'

export type CriticMark =
  | { kind: 'open' | 'close'; what: 'insert' | 'delete' | 'highlight'; key: number }
  /** `alone`: nothing that could be meant stands directly before it. */
  | { kind: 'comment'; text: string; on: 'proposal' | 'highlight' | 'point'; key: number }

export interface CriticScan {
  /** The source with `${token}${index of mark}${token}` in place of each. */
  text: string
  token: string
  marks: CriticMark[]
}

/** Longest that one mark may be, in UTF-16 code units: an unclosed one costs no more than that. */
const MOST_INSIDE = 200_000
const MOST_MARKS = 200_000

/** Null when there is no CriticMarkup in it. Throws Refusal `too-large` past 200,000 marks. */
export function scanCritic(source: string): CriticScan | null {
  if (!/\{(\+\+|--|~~|==|>>)/.test(source)) return null
  const token = TOKENS.find((sign) => !source.includes(sign))
  if (token === undefined) return null
  const scanner = new Scanner(source, token)
  return scanner.marks.length > 0 ? { text: scanner.text, token, marks: scanner.marks } : null
}

/** Rare punctuation marks; one that the source does not have serves. */
const TOKENS = ['\u1c7e', '\ua874', '\ua8f8', '\u1b5a', '\ua6f2', '\u1c3b', '\ua92e', '\u1aa0', '\u0df4', '\u0f04']

const FORMS = new Map([
  ['++', '++}'],
  ['--', '--}'],
  ['~~', '~~}'],
  ['==', '==}'],
  ['>>', '<<}'],
])

class Scanner {
  readonly marks: CriticMark[] = []
  text = ''
  readonly #source: string
  readonly #token: string
  readonly #nextClose = new Map<string, number>()
  #key = 0

  constructor(source: string, token: string) {
    this.#source = source
    this.#token = token
    this.#scan()
  }

  #scan(): void {
    /** Where the last mark ended, what it was, and its key. */
    let behind = -1
    let last: 'proposal' | 'highlight' | 'comment' | null = null
    let on: 'proposal' | 'highlight' | 'point' = 'point'
    let from = 0
    for (let at = this.#source.indexOf('{'); at >= 0; at = this.#source.indexOf('{', at)) {
      const sign = this.#source.slice(at + 1, at + 3)
      const close = FORMS.get(sign)
      const isEscaped = this.#source[at - 1] === '\\' && this.#source[at - 2] !== '\\'
      const end = close === undefined || isEscaped ? -1 : this.#closeFrom(close, at + 3)
      if (end < 0 || end - at > MOST_INSIDE) {
        at += 1
        continue
      }
      this.text += this.#source.slice(from, at)
      const inside = this.#source.slice(at + 3, end)
      const touches = behind === at
      if (sign === '>>') {
        if (!touches) on = 'point'
        else if (last === 'proposal' || last === 'highlight') on = last
        if (!touches) this.#key += 1
        this.#mark({ kind: 'comment', text: inside, on, key: this.#key })
        last = 'comment'
      } else {
        // Neighbours with nothing said between them are one proposal.
        if (!(touches && last === 'proposal' && sign !== '==')) this.#key += 1
        this.#inside(sign, inside)
        last = sign === '==' ? 'highlight' : 'proposal'
      }
      at = end + 3
      from = at
      behind = at
    }
    this.text += this.#source.slice(from)
  }

  #inside(sign: string, inside: string): void {
    const arrow = sign === '~~' ? inside.indexOf('~>') : -1
    if (sign === '++') this.#wrap('insert', inside)
    else if (sign === '--') this.#wrap('delete', inside)
    else if (sign === '==') this.#wrap('highlight', inside)
    else if (arrow < 0) this.#wrap('delete', inside)
    else {
      this.#wrap('delete', inside.slice(0, arrow))
      this.#wrap('insert', inside.slice(arrow + 2))
    }
  }

  #wrap(what: 'insert' | 'delete' | 'highlight', inside: string): void {
    this.#mark({ kind: 'open', what, key: this.#key })
    this.text += inside
    this.#mark({ kind: 'close', what, key: this.#key })
  }

  #mark(mark: CriticMark): void {
    this.text += `${this.#token}${this.marks.length}${this.#token}`
    this.marks.push(mark)
    if (this.marks.length > MOST_MARKS)
      throw new Refusal('too-large', 'This file has more marks than a review can hold.')
  }

  /** Each close is looked for once, however many marks do not have one. */
  #closeFrom(close: string, from: number): number {
    const known = this.#nextClose.get(close)
    if (known !== undefined && (known < 0 || known >= from)) return known
    const found = this.#source.indexOf(close, from)
    this.#nextClose.set(close, found)
    return found
  }
}
