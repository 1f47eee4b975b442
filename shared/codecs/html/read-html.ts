/**
 * Reads HTML files: text blocks as lines, emphasis as marks, `ins` and `del` as suggestions. Addresses are never
 * followed and scripts never read; notes that other programs keep in HTML are not known here.
 */
import { Refusal } from '../../refusals.ts'
import type { Encoding } from '../../story/file-form.ts'
import type { Reader, ReadSuggestion } from '../codec.ts'
import { ReviewBuilder } from '../review-builder.ts'
import { sourceText } from '../source-text.ts'
import { type HtmlSink, htmlLosses, readHtmlLines } from './html-lines.ts'

export const readHtml: Reader = {
  extensions: ['.html', '.htm'],
  read(bytes, { encoding, mostLines }) {
    const source = sourceText(bytes, encoding ?? declaredEncoding(bytes))
    const lines = new ProposedLines(mostLines)
    const lost = new Map<string, number>()
    const title = readHtmlLines(source.text, lines, { xhtml: false, lost })
    const { draft, suggestions } = lines.finish()
    return {
      draft,
      form: source.form,
      guessed: source.guessed,
      title,
      notes: [],
      suggestions,
      losses: htmlLosses(lost),
    }
  },
}

/** Lines in which `ins` and `del` that touch are one suggestion. */
export class ProposedLines implements HtmlSink {
  readonly #builder: ReviewBuilder
  readonly #times = new Map<number, string | null>()
  #key = 0
  /** Nothing was said since the last proposal ended. */
  #touches = false

  constructor(mostLines: number) {
    this.#builder = new ReviewBuilder(mostLines)
  }

  line(attributes: Parameters<HtmlSink['line']>[0]): void {
    this.#touches = false
    this.#builder.line(attributes)
  }

  words(text: string, marks: Parameters<HtmlSink['words']>[1]): void {
    this.#touches = false
    this.#builder.words(text, marks)
  }

  propose(proposal: Parameters<HtmlSink['propose']>[0]): void {
    if (proposal === null) {
      this.#builder.propose(null)
      this.#touches = true
      return
    }
    if (!this.#touches) {
      this.#key += 1
      this.#times.set(this.#key, timeOf(proposal.at))
    }
    this.#builder.propose({ kind: proposal.kind, key: this.#key })
  }

  finish(): { draft: ReturnType<ReviewBuilder['finish']>['draft']; suggestions: ReadSuggestion[] } {
    const { draft, changes } = this.#builder.finish()
    const suggestions = changes.map(({ key, place, change }): ReadSuggestion => {
      return { place, change, by: '', at: this.#times.get(key) ?? null, reason: '', replies: [] }
    })
    return { draft, suggestions }
  }
}

/** ISO 8601 in UTC of a moment or a day; null for what is neither. */
export function timeOf(said: string | null): string | null {
  if (said === null || !/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d))?$/.test(said))
    return null
  const time = Date.parse(said)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

/**
 * What the first 1024 bytes declare (HTML Standard, "prescan"), where they are ASCII so far; undefined where they say
 * nothing, or what the bytes themselves tell better. Throws Refusal `unsupported` for an encoding that is not read here.
 */
function declaredEncoding(bytes: Uint8Array): Encoding | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 1024))
  const name = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(start)?.[1]?.toLowerCase()
  if (name === undefined || start.startsWith('\u00ef\u00bb\u00bf') || name.startsWith('utf-')) return undefined
  if (['windows-1252', 'cp1252', 'iso-8859-1', 'iso8859-1', 'latin1', 'us-ascii', 'ascii'].includes(name))
    return 'windows-1252'
  if (name === 'utf8') return undefined
  throw new Refusal('unsupported', `This page is written in ${name}. Save it as UTF-8 first.`)
}
