/** Lines of Markdown with the tokens of its CriticMarkup among their words: makes suggestions and notes of them. */
import type { LineAttributes, Marks } from '../../story/attributes.ts'
import type { Draft } from '../../story/draft.ts'
import type { ReadNote, ReadOptions, ReadReview, ReadSuggestion, ReadWords } from '../codec.ts'
import type { HtmlSink } from '../html/html-sink.ts'
import { timeOf } from '../html/time-of.ts'
import { joinedBy, ReviewBuilder } from '../review-builder.ts'
import type { CriticMark, CriticScan } from './critic-scan.ts'

export class CriticLines implements HtmlSink {
  readonly #builder: ReviewBuilder
  readonly #scan: CriticScan | null
  readonly #tokens: RegExp | null
  readonly #said = new Map<
    number,
    { on: 'proposal' | 'highlight' | 'point'; words: ReadWords[]; name: string; from: number; to: number }
  >()
  readonly #highlights = new Map<number, { from: number; to: number }>()
  #met = 0

  constructor(scan: CriticScan | null, options: ReadOptions) {
    this.#builder = new ReviewBuilder(options)
    this.#scan = scan
    this.#tokens = scan && new RegExp(`(${scan.token}\\d+${scan.token})`)
  }

  /** Whether every mark was met, in order. */
  get isWhole(): boolean {
    return this.#scan === null || this.#met === this.#scan.marks.length
  }

  line(attributes: LineAttributes): void {
    this.#builder.line(attributes)
  }

  words(text: string, marks: Marks): void {
    if (!this.#tokens) {
      this.#builder.words(text, marks)
      return
    }
    // With a group in the pattern, every other part is a token.
    for (const [index, part] of text.split(this.#tokens).entries()) {
      if (index % 2 === 0) this.#builder.words(part, marks)
      else this.#meet(Number(part.slice(1, -1)))
    }
  }

  /** In Markdown `ins` and `del` are no proposals: the file has marks of its own for those. */
  propose(): void {}
  look(): void {}
  about(): void {}
  refer(): void {}

  finish(): { draft: Draft } & Pick<ReadReview, 'notes' | 'suggestions'> {
    const { draft, changes } = this.#builder.finish()
    const pieces = joinedBy((key) => this.#said.get(key)?.name ?? '', changes)
    const suggestions = pieces.map(({ key, place, change }): ReadSuggestion => {
      const [first, ...replies] = this.#said.get(key)?.words ?? []
      return { place, change, by: first?.by ?? '', at: first?.at ?? null, reason: first?.body ?? '', replies }
    })
    const proposed = new Set(changes.map(({ key }) => key))
    const notes = [...this.#said].flatMap(([key, { on, words, from, to }]): ReadNote[] => {
      const [first, ...replies] = words
      if (on === 'proposal' && proposed.has(key)) return []
      const place = { from: this.#builder.indexOf(from), to: this.#builder.indexOf(to) }
      return first ? [{ ...first, place, resolved: false, replies }] : []
    })
    return { draft, suggestions, notes }
  }

  #meet(index: number): void {
    const mark = this.#scan?.marks[index]
    // One that is missing leaves this number behind for good, and then the marks are not whole.
    if (!mark || index !== this.#met) return
    this.#met += 1
    if (mark.kind === 'comment') this.#comment(mark)
    else if (mark.what === 'highlight') this.#highlight(mark)
    else this.#builder.propose(mark.kind === 'open' ? { kind: mark.what, key: mark.key } : null)
  }

  #highlight({ kind, key }: CriticMark): void {
    const at = this.#builder.at
    if (kind === 'open') this.#highlights.set(key, { from: at, to: at })
    else {
      const { from } = this.#highlights.get(key) ?? { from: at }
      // Its first word may have opened a line since, and stands behind that line's end.
      this.#highlights.set(key, { from: Math.min(from, at), to: at })
    }
  }

  #comment({ on, key, text }: Extract<CriticMark, { kind: 'comment' }>): void {
    const thread = this.#said.get(key)
    if (thread) {
      thread.words.push(saidIn(text).words)
      return
    }
    const { at } = this.#builder
    const { from, to } = (on === 'highlight' ? this.#highlights.get(key) : null) ?? { from: at, to: at }
    const { words, name } = saidIn(text)
    this.#said.set(key, { on, words: [words], name, from, to })
  }
}

/**
 * "Ann 2026-03-04: what she says", as many write it and we do; else all of it is what somebody says. The name is one that the
 * pieces of one suggestion share, as our own files number them; "" where there is none.
 */
function saidIn(comment: string): { words: ReadWords; name: string } {
  const text = unescaped(comment).trim()
  const said = SAID.exec(text)
  const at = said ? timeOf(said[2]!) : null
  if (!said || at === null) return { words: { by: '', at: null, body: text }, name: '' }
  const [, by = '', , change, body = ''] = said
  return { words: { by: by.trim(), at, body }, name: change === undefined ? '' : `${change} ${at} ${by.trim()}` }
}

/** Who, when, the number of the change, what. */
const SAID = /^(.{0,200}?) ?(\d{4}-\d\d-\d\d(?:T[\d:.]{5,12}Z)?)(?:, change (\d{1,6}))?:(?: ([\s\S]*))?$/

const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
])

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|(amp|lt|gt|quot));/g, (whole, number?: string, name?: string) => {
    if (name !== undefined) return NAMED.get(name) ?? whole
    const point = Number(number)
    return point > 0 && point < 0x110000 && !(point >= 0xd800 && point < 0xe000) ? String.fromCodePoint(point) : whole
  })
}
