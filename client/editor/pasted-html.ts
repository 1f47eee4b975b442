/**
 * HTML from word processors and the web as lines: paragraphs, headings, bold, italic and strike are kept, everything
 * else is dropped, and its words stay. Works on any tree that looks like a DOM, and runs nothing that is in it.
 */
import { LINE, type Marks } from '../../shared/story/attributes.ts'
import { lineAttributesOf, sameMarks } from '../../shared/story/delta.ts'
import type { Line } from '../../shared/story/draft.ts'
import type { PastedLine } from './pasted-lines.ts'

/** As much of a DOM node as is looked at. */
export interface MarkupNode {
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly childNodes: ArrayLike<MarkupNode>
  getAttribute?(name: string): string | null
}

/** Name of an element and of an attribute that stand for `style`. */
export const STYLE = 'data-style'

export function linesOfHtml(root: MarkupNode): PastedLine[] {
  const reader = new Reader()
  reader.read(root, PLAIN)
  return reader.finish()
}

interface Context {
  marks: Marks
  /** White space counts as it is. */
  pre: boolean
  /** Inside a heading bold says nothing, unless the HTML is Galley's own. */
  heading: boolean
  ours: boolean
}

const PLAIN: Context = { marks: {}, pre: false, heading: false, ours: false }
const ELEMENT = 1
const TEXT = 3

const DROPPED = words(
  `script style ${STYLE} head title meta link template noscript iframe object embed svg math canvas audio video select`,
)
const PARAGRAPHS = words('p h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote pre table figure figcaption hr')
const BLOCKS = words(
  'div section article header footer main aside nav address form fieldset center details summary tr body',
)
const MARK_OF: Readonly<Record<string, keyof Marks>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  cite: 'italic',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
}

class Reader {
  private readonly lines: PastedLine[] = []
  private current: Line | null = null
  /** Line ends since the last text, and whether they were all <br>. */
  private ends = 0
  private breaks = 0
  private markup: { block?: number; gap?: number | null } = {}

  read(node: MarkupNode, context: Context): void {
    if (node.nodeType === TEXT) this.text(node.nodeValue ?? '', context)
    else if (node.nodeType === ELEMENT) this.element(node, node.nodeName.toLowerCase(), context)
    else this.children(node, context)
  }

  finish(): PastedLine[] {
    this.close()
    return this.lines
  }

  private element(node: MarkupNode, name: string, context: Context): void {
    const style = styleOf(node)
    if (DROPPED.has(name) || style.display === 'none' || style['mso-list'] === 'ignore') return
    if (name === 'br') this.lineBreak()
    else if (name === 'hr') this.part(4)
    else if (PARAGRAPHS.has(name)) this.paragraph(node, name, inner(name, style, context))
    else if (BLOCKS.has(name)) this.block(node, inner(name, style, context))
    else {
      if ((name === 'td' || name === 'th') && this.current) this.text('\t', { ...context, pre: true })
      this.children(node, inner(name, style, context))
    }
  }

  private children(node: MarkupNode, context: Context): void {
    for (let index = 0; index < node.childNodes.length; index += 1) this.read(node.childNodes[index]!, context)
  }

  private paragraph(node: MarkupNode, name: string, context: Context): void {
    const before = this.lines.length
    this.part(2)
    const level = /^h([1-6])$/.exec(name)?.[1]
    const gap = node.getAttribute?.('data-gap') ?? null
    this.markup = {
      ...(level !== undefined && { block: Number(level) }),
      ...(gap !== null && { gap: lineAttributesOf({ gap: Number(gap) }).gap ?? null }),
    }
    this.children(node, gap === null ? context : { ...context, pre: true, ours: true })
    const ours = gap !== null && !this.current && this.lines.length === before
    // An empty line of Galley's own is a line; anybody else's empty paragraph is space.
    if (ours) this.open()
    const blank = !this.current && this.lines.length === before
    this.part(blank ? this.ends + 1 : 2)
    this.markup = {}
  }

  private block(node: MarkupNode, context: Context): void {
    const before = this.lines.length
    this.part(1)
    const { ends } = this
    this.children(node, context)
    const blank = !this.current && this.lines.length === before
    this.part(blank ? ends + 1 : 1)
  }

  /** Closes the line; at least `ends` line ends lie before the next one. */
  private part(ends: number): void {
    this.close()
    this.breaks = 0
    this.ends = Math.max(this.ends, ends)
  }

  /** A break before the end of a block ends nothing; so it counts only once text follows it in the block. */
  private lineBreak(): void {
    if (this.current) this.breaks += 1
  }

  private text(value: string, { marks, pre }: Context): void {
    const clean = value.replaceAll('\0', '').replace(/\r\n?/g, LINE)
    if (!pre) {
      this.append(clean.replace(/[ \t\n\f]+/g, ' '), marks, false)
      return
    }
    for (const [index, piece] of clean.split(LINE).entries()) {
      if (index > 0) this.lineBreak()
      this.append(piece, marks, true)
    }
  }

  private append(text: string, marks: Marks, pre: boolean): void {
    const atStart = !this.current || this.breaks > 0
    const kept = atStart && !pre ? text.replace(/^[ \u00a0]+/, '') : text
    if (kept === '' || (atStart && kept.trim() === '' && !this.markupIsOurs())) return
    if (this.breaks > 0) this.breakLine()
    const { spans } = this.current ?? this.open()
    const last = spans.at(-1)
    if (last && sameMarks(last, marks)) last.text += kept
    else spans.push({ text: kept, ...marks })
  }

  private markupIsOurs(): boolean {
    return this.markup.gap !== undefined
  }

  private breakLine(): void {
    const breaks = this.breaks
    this.close()
    this.ends = breaks
    this.open(breaks === 1)
  }

  private open(verse = false): Line {
    const { block, gap } = this.markup
    const line: Line = { ...(block !== undefined && { block }), spans: [] }
    this.lines.push({ line, ends: this.ends, verse, ...(gap !== undefined && { gap }) })
    this.ends = 0
    this.breaks = 0
    this.current = line
    return line
  }

  private close(): void {
    if (this.current && !this.markupIsOurs()) tidySpaces(this.current)
    this.current = null
    this.breaks = 0
  }
}

function inner(name: string, style: Record<string, string>, context: Context): Context {
  const heading = context.heading || /^h[1-6]$/.test(name)
  const marks: Marks = { ...context.marks }
  const set = (mark: keyof Marks, on: boolean) => {
    if (on) marks[mark] = true
    else delete marks[mark]
  }
  const own = MARK_OF[name]
  if (own) set(own, true)
  const weight = style['font-weight']
  if (weight !== undefined) set('bold', /^bold/.test(weight) || Number(weight) >= 600)
  if (style['font-style'] !== undefined) set('italic', /^(italic|oblique)/.test(style['font-style']))
  const decoration = style['text-decoration-line'] ?? style['text-decoration']
  if (decoration?.includes('line-through')) set('strike', true)
  if (heading && !context.ours) set('bold', false)
  const space = style['white-space']
  const pre = space === undefined ? context.pre || name === 'pre' : /^(pre|break-spaces)/.test(space)
  return { marks, pre, heading, ours: context.ours }
}

/** Inline declarations, lower case. Enough for what programs write; a style sheet is not looked at. */
function styleOf(node: MarkupNode): Record<string, string> {
  const style: Record<string, string> = {}
  for (const declaration of (node.getAttribute?.(STYLE) ?? node.getAttribute?.('style') ?? '')
    .toLowerCase()
    .split(';')) {
    const colon = declaration.indexOf(':')
    if (colon > 0)
      style[declaration.slice(0, colon).trim()] = declaration
        .slice(colon + 1)
        .replace('!important', '')
        .trim()
  }
  return style
}

/** No spaces at the end; a no-break space beside a space is a program's way to write two, between words its author's. */
function tidySpaces(line: Line): void {
  for (const span of line.spans) {
    span.text = span.text.replace(/ \u00a0|\u00a0 |\u00a0{2,}/g, (run) => ' '.repeat(run.length))
  }
  let last = line.spans.at(-1)
  while (last) {
    last.text = last.text.replace(/[ \u00a0]+$/, '')
    if (last.text !== '') break
    line.spans.pop()
    last = line.spans.at(-1)
  }
  for (let index = 1; index < line.spans.length; index += 1) {
    const [before, span] = [line.spans[index - 1]!, line.spans[index]!]
    if (before.text.endsWith(' ') && span.text.startsWith(' ')) span.text = span.text.slice(1)
  }
  line.spans = line.spans.filter(({ text }) => text !== '')
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}
