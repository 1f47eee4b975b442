/** Walks a tree of Markdown and says its lines and words; inline HTML is read as far as it marks words. */

import { Refusal } from '../../refusals.ts'
import { type LineAttributes, MAX_GAP, type MarkName, type Marks } from '../../story/attributes.ts'
import { htmlLosses, readHtmlLines } from '../html/html-lines.ts'
import type { HtmlSink } from '../html/html-sink.ts'
import { WIDE_GAP } from '../html/own-marks.ts'
import type { Loss } from '../loss.ts'
import { lossOf } from '../losses.ts'

/** The parts of an mdast node that are read here. */
export interface MarkdownNode {
  type: string
  value?: string | undefined
  depth?: number | undefined
  ordered?: boolean | null | undefined
  start?: number | null | undefined
  children?: readonly MarkdownNode[] | undefined
  position?: { start: { offset?: number | undefined }; end: { offset?: number | undefined } } | undefined
}

const TAGS = new Map<string, MarkName>([
  ['em', 'italic'],
  ['i', 'italic'],
  ['strong', 'bold'],
  ['b', 'bold'],
  ['s', 'strike'],
  ['strike', 'strike'],
  ['del', 'strike'],
])
/** Emphasis and blocks within each other. */
const DEEPEST = 500

/** UTF-16 code units of a scene break that is kept as it was drawn. */
export const LONGEST_BREAK = 40

export class MarkdownWalk {
  readonly #source: string
  readonly #sink: HtmlSink
  readonly #lost = new Map<string, number>()
  readonly #open = { bold: 0, italic: 0, strike: 0 }
  readonly #lostHtml = new Map<string, number>()
  #depth = 0
  /** What stands before the next line's words: the mark of a list's item. */
  #lead = ''
  /** Line ends before the next line, where hard blanks stand for a gap; 0 = none do. */
  #gap = 0

  constructor(source: string, sink: HtmlSink) {
    this.#source = source
    this.#sink = sink
  }

  get losses(): Loss[] {
    const of = (kind: string, one: string, many: string, what: string) =>
      lossOf(kind, this.#lost.get(kind) ?? 0, one, many, (subject) => `${subject} ${what}.`)
    return [
      ...of('links', 'link is', 'links are', 'kept as its words'),
      ...of('images', 'picture is', 'pictures are', 'left out'),
      ...of('code', 'passage of code is', 'passages of code are', 'kept as plain words'),
      ...of('lists', 'list is', 'lists are', 'kept as lines with their marks'),
      ...of('quotes', 'block quotation is', 'block quotations are', 'kept as plain lines'),
      ...of('html', 'HTML tag is', 'HTML tags are', 'left out'),
      ...htmlLosses(this.#lostHtml),
    ]
  }

  /** Throws Refusal `too-large` for a tree deeper than any text. */
  visit(node: MarkdownNode): void {
    this.#depth += 1
    if (this.#depth > DEEPEST) throw new Refusal('too-large', 'This file nests its parts deeper than any text.')
    this.#block(node)
    this.#depth -= 1
  }

  #block(node: MarkdownNode): void {
    switch (node.type) {
      case 'paragraph':
        if (isGap(node)) {
          this.#gap = Math.min(MAX_GAP, (this.#gap || WIDE_GAP - 1) + 1)
          break
        }
        this.#line({})
        this.#inlines(node, {})
        break
      case 'heading':
        this.#line({ block: node.depth ?? 1 })
        this.#inlines(node, {})
        break
      case 'thematicBreak':
        this.#line({})
        this.#words(breakAt(this.#source, node), {})
        break
      case 'code':
        this.#lose('code')
        this.#code(node.value ?? '')
        break
      case 'html':
        this.#sink.line({})
        readHtmlLines(node.value ?? '', this.#sink, { xhtml: false, lost: this.#lostHtml })
        this.#sink.line({})
        break
      case 'definition':
        this.#lose('links')
        break
      case 'list':
        this.#list(node)
        break
      case 'blockquote':
        this.#lose('quotes')
        this.#children(node)
        break
      default:
        this.#children(node)
    }
  }

  #children(node: MarkdownNode): void {
    for (const child of node.children ?? []) this.visit(child)
  }

  #list(node: MarkdownNode): void {
    this.#lose('lists')
    for (const [index, item] of (node.children ?? []).entries()) {
      const at = item.position?.start.offset ?? 0
      this.#lead = node.ordered ? `${(node.start ?? 1) + index}. ` : `${this.#source[at] ?? '-'} `
      this.visit(item)
      this.#lead = ''
    }
  }

  #code(value: string): void {
    for (const [index, line] of value.split('\n').entries()) {
      this.#line(index === 0 ? {} : { gap: 1 })
      this.#words(line, {})
    }
  }

  #line(attributes: LineAttributes): void {
    this.#open.bold = 0
    this.#open.italic = 0
    this.#open.strike = 0
    this.#sink.line(this.#gap > 0 && attributes.block === undefined ? { ...attributes, gap: this.#gap } : attributes)
    this.#gap = 0
  }

  #inlines(node: MarkdownNode, marks: Marks): void {
    this.#depth += 1
    if (this.#depth > DEEPEST) throw new Refusal('too-large', 'This file nests its parts deeper than any text.')
    for (const child of node.children ?? []) this.#inline(child, marks)
    this.#depth -= 1
  }

  #inline(node: MarkdownNode, marks: Marks): void {
    switch (node.type) {
      case 'text':
        this.#words(node.value ?? '', marks)
        break
      case 'inlineCode':
        this.#lose('code')
        this.#words(node.value ?? '', marks)
        break
      case 'emphasis':
        this.#inlines(node, { ...marks, italic: true })
        break
      case 'strong':
        this.#inlines(node, { ...marks, bold: true })
        break
      case 'break':
        this.#sink.line({ gap: 1 })
        break
      case 'html':
        this.#tag(node.value ?? '')
        break
      case 'image':
      case 'imageReference':
        this.#lose('images')
        break
      case 'link':
      case 'linkReference':
        this.#lose('links')
        this.#inlines(node, marks)
        break
      default:
        this.#inlines(node, marks)
    }
  }

  #words(text: string, marks: Marks): void {
    const open: Marks = { ...marks }
    for (const name of ['bold', 'italic', 'strike'] as const) if (this.#open[name] > 0) open[name] = true
    this.#sink.words(this.#lead + text.replace(/[ \t]*[\r\n]+[ \t]*/g, ' '), open)
    this.#lead = ''
  }

  #tag(html: string): void {
    const [, close, name = ''] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(html) ?? []
    const mark = TAGS.get(name.toLowerCase())
    if (mark) this.#open[mark] = Math.max(0, this.#open[mark] + (close ? -1 : 1))
    else if (name.toLowerCase() === 'br') this.#sink.line({ gap: 1 })
    else this.#lose('html')
  }

  #lose(kind: string): void {
    this.#lost.set(kind, (this.#lost.get(kind) ?? 0) + 1)
  }
}

/** Hard blanks alone: a gap between scenes, as our own files and others draw it. */
function isGap({ children = [] }: MarkdownNode): boolean {
  return children.length > 0 && children.every(({ type, value }) => type === 'text' && value?.trim() === '')
}

/** As it was drawn. */
function breakAt(source: string, { position }: MarkdownNode): string {
  const drawn = source.slice(position?.start.offset ?? 0, position?.end.offset ?? 0).trim()
  return drawn.length > 0 && drawn.length <= LONGEST_BREAK ? drawn : '***'
}
