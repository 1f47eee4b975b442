/**
 * Reads what is said about a story out of a page or book of our own, as said.ts writes it: who, when, what, the answers. Asides
 * of other programs are no business of this file.
 */
import { MOST_QUOTE, type Quote } from '../../review/anchor.ts'
import type { ReadNote, ReadWords } from '../codec.ts'
import { WORDS_CLASS } from './own-marks.ts'
import { timeOf } from './time-of.ts'

/** Of one aside. What is said of a suggestion is its reason, and the answers to it. */
export interface SaidThread extends Pick<ReadNote, 'resolved' | 'replies' | 'kind' | 'mustFix' | 'to' | 'lost'> {
  /** Null where nothing is said in words that are known here. */
  first: ReadWords | null
}

type Attribute = (name: string) => string | null

export class SaidReader {
  /** By the key that the words in the text have as well; the first of several counts. */
  readonly threads = new Map<string, SaidThread>()
  #thread: SaidThread | null = null
  #label = ''
  #said: ReadWords | null = null
  #lost: string | null = null
  #within: 'by' | 'body' | 'lost' | null = null

  /** True when an aside with these attributes is one of ours, which goes on until `end`. */
  begin(attribute: Attribute): boolean {
    const key = attribute('data-note') ?? attribute('data-suggestion')
    if (key === null) return false
    const kind = KINDS.find((one) => one === attribute('data-kind'))
    const to = attribute('data-for') ?? ''
    this.#thread = {
      first: null,
      resolved: attribute('data-state') === 'resolved',
      replies: [],
      ...(kind ? { kind } : {}),
      ...(attribute('data-must-fix') === null ? {} : { mustFix: true }),
      ...(to === '' ? {} : { to }),
    }
    this.#label = attribute('data-label') ?? ''
    this.#said = null
    this.#lost = null
    if (!this.threads.has(key)) this.threads.set(key, this.#thread)
    return true
  }

  end(): void {
    this.#keep()
    const thread = this.#thread
    if (thread && this.#lost) thread.lost = lostQuote(this.#lost)
    this.#thread = null
  }

  opened(name: string, attribute: Attribute): void {
    if (name === 'p') this.#keep()
    else if (name === 'b' && !this.#said) {
      this.#said = { by: '', at: null, body: '' }
      this.#within = 'by'
    } else if (name === 'time' && this.#said) this.#said.at = timeOf(attribute('datetime'))
    else if (name === 'span' && attribute('class') === WORDS_CLASS && this.#said) this.#within = 'body'
    else if (name === 'q' && this.#lost === null) {
      this.#lost = ''
      this.#within = 'lost'
    } else if (name === 'br') this.#add('\n')
  }

  closed(name: string): void {
    if (name === 'b' || name === 'span' || name === 'q') this.#within = null
  }

  words(chars: string): void {
    this.#add(chars.replace(/[\r\n]+/g, ' '))
  }

  #add(words: string): void {
    if (this.#within === 'lost') this.#lost = (this.#lost ?? '') + words
    else if (this.#within && this.#said) this.#said[this.#within] += words
  }

  #keep(): void {
    this.#within = null
    if (!this.#said || !this.#thread) return
    if (this.#thread.first) this.#thread.replies.push(this.#said)
    else {
      const body = [this.#label, this.#said.body].filter((part) => part !== '').join(': ')
      this.#thread.first = { ...this.#said, body }
    }
    this.#said = null
  }
}

const KINDS = ['comment', 'question', 'praise'] as const

function lostQuote(words: string): Quote {
  return { words: words.slice(0, MOST_QUOTE).replace(/[\ud800-\udbff]$/, ''), before: '', after: '' }
}
