/**
 * A line of the story prepared for the rules: words, punctuation, speech and sentences, each made once and when first
 * asked for. Nothing in it depends on other lines, so it is kept as long as its text stays.
 */
import { type QuoteMark, quoteMarks } from './quotes.ts'
import { type Sentence, sentencesOf } from './sentences.ts'
import { type Quotation, quotationsOf } from './speech.ts'
import { type Token, tokensOf } from './tokens.ts'

/** A line as the story has it. */
export interface SourceLine {
  /** Without its line end. */
  text: string
  /** Line ends before it: 1 verse, 2 paragraph, 3 and more a gap between scenes or a lost line. 2 when left out. */
  gap?: number
  /** A title, not prose. False when left out. */
  heading?: boolean
}

export class ProseLine {
  readonly text: string
  readonly gap: number
  readonly heading: boolean
  #marks: readonly QuoteMark[] | null = null
  #tokens: readonly Token[] | null = null
  #quotations: readonly Quotation[] | null = null
  #speeches: readonly Quotation[] | null = null
  #sentences: readonly Sentence[] | null = null

  constructor(source: SourceLine) {
    this.text = source.text
    this.gap = source.gap ?? 2
    this.heading = source.heading ?? false
  }

  /** Opening and closing quotation marks, in order. */
  get quoteMarks(): readonly QuoteMark[] {
    this.#marks ??= quoteMarks(this.text)
    return this.#marks
  }

  /** Words, numbers and punctuation, in order; white space is what lies between them. */
  get tokens(): readonly Token[] {
    this.#tokens ??= tokensOf(this.text, this.quoteMarks)
    return this.#tokens
  }

  /** What stands in quotation marks, by start; nested ones after the one they are in. */
  get quotations(): readonly Quotation[] {
    this.#quotations ??= quotationsOf(this.text, this.quoteMarks)
    return this.#quotations
  }

  /** In order, without a gap in the tokens. */
  get sentences(): readonly Sentence[] {
    this.#sentences ??= sentencesOf(this.tokens)
    return this.#sentences
  }

  /** Somebody speaks here; the quotation marks themselves count. False for words merely called something. */
  isSpeech(offset: number): boolean {
    this.#speeches ??= this.quotations.filter(({ depth, speech }) => speech && depth === 0)
    const speeches = this.#speeches
    let low = 0
    let high = speeches.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (speeches[middle]!.end <= offset) low = middle + 1
      else high = middle
    }
    return low < speeches.length && speeches[low]!.start <= offset
  }

  /** The index of the token at `offset`, or of the first one after it; `tokens.length` when there is none. */
  tokenAt(offset: number): number {
    const tokens = this.tokens
    let low = 0
    let high = tokens.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (tokens[middle]!.end <= offset) low = middle + 1
      else high = middle
    }
    return low
  }
}
