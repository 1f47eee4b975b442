/**
 * The lines of an edition as paragraphs of word/document.xml, with what is proposed as tracked changes and with the ranges
 * of comments. In a story "\n" opens a line, here a mark ends a paragraph: what is proposed for the one is written on the other of
 * the paragraph before. A line closer than usual to the one before it has no space between, a wider gap is space before.
 */
import type { LineAttributes } from '../../../story/attributes.ts'
import type { Edition, EditionItem, EditionLine, EditionText } from '../../edition.ts'
import { SPACE_BEFORE_HEADING, SPACE_OF_LINE_END, STORY_STYLE } from '../names.ts'
import { nameOf, type Thread } from './threads.ts'
import { type Signature, WordsWriter } from './write-words.ts'

export interface Body {
  /** Paragraphs; what stands in `<w:body>` before the section. */
  xml: string
  /** In the order of their comments' numbers, which count from 0 and replies as well. */
  threads: Thread[]
  /** Characters that could not be written. */
  left: number
  /** Threads without a place of their own, which stand before the first word. */
  placeless: number
}

/** `usual`: line ends that part two lines (the form's gap). Ids of threads are those of their notes and suggestions. */
export function writeBody(edition: Edition, threads: ReadonlyMap<string, Thread>, usual: number): Body {
  return new BodyWriter(edition, threads, usual).write()
}

/** Ids of threads that end or start between two items of a line. */
interface Bounds {
  ends: string[]
  starts: string[]
}

class BodyWriter {
  readonly #edition: Edition
  readonly #threads: ReadonlyMap<string, Thread>
  readonly #usual: number
  readonly #words = new WordsWriter()
  readonly #signatures: ReadonlyMap<string, Signature>
  /** By line, then by the item before which they are. */
  readonly #bounds: Map<number, Bounds>[]
  /** First number of the comments of a thread. */
  readonly #numbers = new Map<string, number>()
  readonly #begun: Thread[] = []
  #comments = 0
  #placeless = 0

  constructor(edition: Edition, threads: ReadonlyMap<string, Thread>, usual: number) {
    this.#edition = edition
    this.#threads = threads
    this.#usual = usual
    this.#signatures = new Map(edition.suggestions.map(({ id, by, at }) => [id, { by: nameOf(edition, by), at }]))
    this.#bounds = edition.lines.map(() => new Map())
    this.#placeSuggestions()
    this.#placePlaceless()
  }

  write(): Body {
    const { lines } = this.#edition
    const looks = this.#looks()
    const paragraphs = lines.map((line, index) => {
      const next = lines[index + 1]
      return `<w:p>${this.#properties(looks[index]!, next)}${this.#content(line, index)}</w:p>`
    })
    return { xml: paragraphs.join(''), threads: this.#begun, left: this.#words.left, placeless: this.#placeless }
  }

  /**
   * Of two paragraphs that become one, the second one's look stays for word processors, for a story the first one's. So
   * each paragraph has the look that it is to have when all is accepted, and as its former look that when all is rejected.
   */
  #looks(): Look[] {
    const looks: Look[] = []
    for (const line of this.#edition.lines) {
      const before = looks.at(-1)
      const own = this.#lookOf(line, looks.length)
      const { opening } = line
      const by = opening?.suggestion ?? null
      if (opening?.kind === 'format') looks.push({ now: own, was: this.#lookOf(opening.was, looks.length), by })
      else if (opening && before)
        looks.push(opening.kind === 'delete' ? { now: before.now, was: own, by } : { now: own, was: before.was, by })
      else looks.push({ now: own, was: own, by })
    }
    return looks
  }

  #lookOf({ gap, block }: LineAttributes, index: number): string {
    const wider = index === 0 || gap === undefined ? 0 : gap - this.#usual
    const style = block === undefined ? STORY_STYLE.id : `Heading${block}`
    const base = block === undefined ? 0 : SPACE_BEFORE_HEADING
    const space = wider > 0 ? `<w:spacing w:before="${Math.min(wider, 50) * SPACE_OF_LINE_END + base}"/>` : ''
    const indent = wider < 0 && block === undefined ? '<w:ind w:left="720" w:firstLine="0"/>' : ''
    return `<w:pStyle w:val="${style}"/>${space}${indent}${wider < 0 ? '<w:contextualSpacing/>' : ''}`
  }

  #properties({ now, was, by }: Look, next: EditionLine | undefined): string {
    const mark = next?.opening && next.opening.kind !== 'format' ? next.opening : null
    const name = mark?.kind === 'insert' ? 'w:ins' : 'w:del'
    const marked = mark ? `<w:rPr><${name} ${this.#signed(mark.suggestion)}/></w:rPr>` : ''
    const changed =
      by === null || now === was ? '' : `<w:pPrChange ${this.#signed(by)}><w:pPr>${was}</w:pPr></w:pPrChange>`
    return `<w:pPr>${now}${marked}${changed}</w:pPr>`
  }

  #content(line: EditionLine, index: number): string {
    const bounds = this.#bounds[index]!
    const parts: string[] = []
    for (let at = 0; at <= line.items.length; at += 1) {
      const here = bounds.get(at)
      if (here) parts.push(this.#boundsXml(here))
      const item = line.items[at]
      if (item) parts.push(this.#item(item))
    }
    return parts.join('')
  }

  #item(item: EditionItem): string {
    if ('starts' in item) return this.#starts(item.starts)
    return 'ends' in item ? this.#ends(item.ends) : this.#text(item)
  }

  #text({ text, marks, proposal }: EditionText): string {
    if (proposal === null) return this.#words.run(text, marks)
    const by = this.#signature(proposal.suggestion)
    if (proposal.kind === 'format') return this.#words.run(text, marks, { formatted: { by, was: proposal.was } })
    const deleted = proposal.kind === 'delete'
    const name = deleted ? 'w:del' : 'w:ins'
    const signed = this.#words.signed(by)
    const run = this.#words.run(text, marks, { deleted })
    return run === '' ? '' : `<${name} ${signed}>${run}</${name}>`
  }

  #signed(suggestion: string): string {
    return this.#words.signed(this.#signature(suggestion))
  }

  #signature(suggestion: string): Signature {
    const signature = this.#signatures.get(suggestion)
    if (!signature) throw new Error(`writeBody: the lines propose ${JSON.stringify(suggestion)}, which is not there`)
    return signature
  }

  /** What starts and ends between the same items starts first. */
  #boundsXml({ ends, starts }: Bounds): string {
    const points = new Set(starts.filter((id) => ends.includes(id)))
    const before = ends.filter((id) => !points.has(id)).map((id) => this.#ends(id))
    const pairs = [...points].map((id) => this.#starts(id) + this.#ends(id))
    return [...before, ...pairs, ...starts.filter((id) => !points.has(id)).map((id) => this.#starts(id))].join('')
  }

  #starts(id: string): string {
    const thread = this.#threads.get(id)
    if (!thread) return ''
    if (this.#numbers.has(id)) throw new Error(`writeBody: ${JSON.stringify(id)} starts twice`)
    this.#numbers.set(id, this.#comments)
    this.#begun.push(thread)
    this.#comments += thread.said.length
    return this.#numbersOf(id, thread)
      .map((number) => `<w:commentRangeStart w:id="${number}"/>`)
      .join('')
  }

  /** A reply has a range and a reference of its own; without them word processors drop it. */
  #ends(id: string): string {
    const thread = this.#threads.get(id)
    if (!thread) return ''
    return this.#numbersOf(id, thread)
      .map((number) => {
        const reference = `<w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="${number}"/>`
        return `<w:commentRangeEnd w:id="${number}"/><w:r>${reference}</w:r>`
      })
      .join('')
  }

  #numbersOf(id: string, { said }: Thread): number[] {
    const first = this.#numbers.get(id)
    if (first === undefined) throw new Error(`writeBody: ${JSON.stringify(id)} ends before it starts`)
    return said.map((_, nth) => first + nth)
  }

  /**
   * From before the first to behind the last that a suggestion changes; what is about a line end stands behind that, since
   * word processors lose a range that begins where a paragraph ends.
   */
  #placeSuggestions(): void {
    const places = new Map<string, { first: Spot; last: Spot }>()
    const widen = (id: string, first: Spot, last: Spot): void => {
      places.set(id, { first: places.get(id)?.first ?? first, last })
    }
    for (const [line, { opening, items }] of this.#edition.lines.entries()) {
      if (opening) widen(opening.suggestion, [line, 0], [line, 0])
      for (const [at, item] of items.entries()) {
        if ('text' in item && item.proposal) widen(item.proposal.suggestion, [line, at], [line, at + 1])
      }
    }
    for (const [id, { first, last }] of places) {
      if (!this.#threads.has(id)) continue
      this.#boundsAt(first).starts.push(id)
      this.#boundsAt(last).ends.push(id)
    }
  }

  #placePlaceless(): void {
    const placed = new Set<string>()
    for (const { items } of this.#edition.lines) for (const item of items) if ('starts' in item) placed.add(item.starts)
    for (const { id } of this.#edition.notes) {
      if (placed.has(id)) continue
      const here = this.#boundsAt([0, 0])
      here.starts.push(id)
      here.ends.push(id)
      this.#placeless += 1
    }
  }

  #boundsAt([line, at]: Spot): Bounds {
    const bounds = this.#bounds[line]!
    const here = bounds.get(at) ?? { ends: [], starts: [] }
    bounds.set(at, here)
    return here
  }
}

/** A line, and the item of it before which something is. */
type Spot = [line: number, item: number]

/** Paragraph properties, and the suggestion to which they owe that they are not what they were. */
interface Look {
  now: string
  was: string
  by: string | null
}
