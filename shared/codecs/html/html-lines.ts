/**
 * Reads HTML as lines of words, token by token and without a tree, so that no nesting costs anything: blocks open lines,
 * inline elements mark words, `ins` and `del` propose. What is no text (scripts, pictures, forms…) is left out and counted.
 */
import { type TokenHandler, Tokenizer, TokenizerMode } from 'parse5'
import type { LineAttributes, Marks } from '../../story/attributes.ts'
import type { Loss } from '../loss.ts'
import { lossOf } from '../losses.ts'

/** Who puts the lines together: a ReviewBuilder, or one that stands between. */
export interface HtmlSink {
  line(attributes: LineAttributes): void
  words(text: string, marks: Marks): void
  /** `at`: what the element says of its time. Null: no longer. */
  propose(proposal: { kind: 'insert' | 'delete'; at: string | null } | null): void
}

export interface HtmlOptions {
  /** A tag that closes itself does so, whatever its name. */
  xhtml: boolean
  /** What was left out, by kind: added to. `htmlLosses` says it. */
  lost: Map<string, number>
}

/** Says the lines of a page to the sink. Gives the words of its `title` element, null without any. */
export function readHtmlLines(html: string, sink: HtmlSink, options: HtmlOptions): string | null {
  const lines = new HtmlLines(sink, options)
  lines.tokenizer.write(html, true)
  return lines.title?.replace(/\s+/g, ' ').trim() || null
}

export function htmlLosses(lost: ReadonlyMap<string, number>): Loss[] {
  const of = (kind: string, one: string, many: string, what: string) =>
    lossOf(kind, lost.get(kind) ?? 0, one, many, (subject) => `${subject} ${what}.`)
  return [
    ...of('scripts', 'script or style is', 'scripts and styles are', 'left out'),
    ...of('images', 'picture is', 'pictures are', 'left out'),
    ...of('forms', 'form field is', 'form fields are', 'left out'),
    ...of('asides', 'aside is', 'asides are', 'left out'),
    ...of('links', 'link is', 'links are', 'kept as its words'),
    ...of('tables', 'table is', 'tables are', 'kept as lines of words'),
    ...of('lists', 'list is', 'lists are', 'kept as lines of words'),
  ]
}

/** Of the header that holds a page's title and no words of the text. */
export const TITLE_CLASS = 'story-title'

/** How a line that only parts two scenes is kept. */
export const DRAWN_BREAK = '* * *'

const BLOCKS = new Set(
  `address article blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form
  header hgroup html legend li main ol p pre section summary table tbody td tfoot th thead tr ul`.split(/\s+/),
)
/** With all that is in them. */
const DROPPED = new Map(
  Object.entries({
    scripts: 'script style template noscript noembed noframes iframe object applet embed',
    images: 'svg math canvas picture audio video map',
    forms: 'select textarea button datalist',
    asides: 'aside nav',
  }).flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind] as const)),
)
const RAW = new Map<string, 'RAWTEXT' | 'RCDATA' | 'SCRIPT_DATA'>([
  ['script', 'SCRIPT_DATA'],
  ['style', 'RAWTEXT'],
  ['iframe', 'RAWTEXT'],
  ['noembed', 'RAWTEXT'],
  ['noframes', 'RAWTEXT'],
  ['title', 'RCDATA'],
  ['textarea', 'RCDATA'],
])
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
const MARKING = new Map<string, keyof Marks | null>([
  ['b', 'bold'],
  ['strong', 'bold'],
  ['i', 'italic'],
  ['em', 'italic'],
  ['cite', 'italic'],
  ['s', 'strike'],
  ['strike', 'strike'],
  ['span', null],
  ['font', null],
  ['ins', null],
  ['del', null],
])
/** Inline elements open at once; deeper ones mark nothing. */
const MOST_OPEN = 64

interface Open {
  name: string
  marks: (keyof Marks)[]
  proposes: boolean
}

type TagToken = Parameters<TokenHandler['onStartTag']>[0]

class HtmlLines implements TokenHandler {
  readonly tokenizer: Tokenizer
  title: string | null = null
  readonly #sink: HtmlSink
  readonly #xhtml: boolean
  readonly #open: Open[] = []
  readonly #counts = { bold: 0, italic: 0, strike: 0 }
  readonly #lost: Map<string, number>
  /** What is being left out, and how often it is open within itself. */
  #dropping: { name: string; depth: number } | null = null
  #isTitle = false
  #pre = 0
  /** White space before the next words of the line, with its marks. */
  #space: Marks | null = null
  #hasWords = false
  #breaks = 0
  #isWide = false
  /** Hard blanks at the start of a line, which are words as soon as others follow them. */
  #lead: { text: string; marks: Marks }[] = []

  constructor(sink: HtmlSink, { xhtml, lost }: HtmlOptions) {
    this.#sink = sink
    this.#xhtml = xhtml
    this.#lost = lost
    this.tokenizer = new Tokenizer({}, this)
  }

  onStartTag(tag: TagToken): void {
    const { tagName: name } = tag
    const isEmpty = VOID.has(name) || (this.#xhtml && tag.selfClosing)
    if (this.#dropping) {
      if (this.#dropping.name === name && !isEmpty) this.#dropping.depth += 1
      if (!isEmpty && this.#dropping.name !== 'svg' && this.#dropping.name !== 'math') this.#readRaw(name)
      return
    }
    const dropped = DROPPED.get(name) ?? droppedByRole(tag)
    if (dropped !== undefined) {
      if (dropped !== '') this.#lose(dropped)
      if (!isEmpty) this.#dropping = { name, depth: 1 }
    } else if (name === 'br') this.#breaks += 1
    else if (name === 'hr') this.#drawBreak()
    else if (name === 'img' || name === 'input') this.#lose(name === 'img' ? 'images' : 'forms')
    else if (name === 'a') this.#readLink(tag)
    else if (BLOCKS.has(name) || HEADING.test(name)) this.#openBlock(name, isEmpty)
    else if (MARKING.has(name) && !isEmpty) this.#openInline(tag)
    else if (name === 'title') this.#isTitle = this.title === null && !isEmpty
    if (!isEmpty) this.#readRaw(name)
  }

  onEndTag({ tagName: name }: TagToken): void {
    if (this.#dropping) {
      if (this.#dropping.name !== name) return
      this.#dropping.depth -= 1
      if (this.#dropping.depth === 0) this.#dropping = null
    } else if (name === 'title') this.#isTitle = false
    else if (name === 'pre') {
      this.#pre = Math.max(0, this.#pre - 1)
      this.#endLine({})
    } else if (BLOCKS.has(name) || HEADING.test(name)) this.#endLine({})
    else if (name === 'br') this.#breaks += 1
    else if (MARKING.has(name)) this.#closeInline(name)
  }

  onCharacter({ chars }: { chars: string }): void {
    if (this.#dropping) return
    if (this.#isTitle) this.title = (this.title ?? '') + chars
    else this.#words(chars.replaceAll('\r', ''))
  }

  onWhitespaceCharacter({ chars }: { chars: string }): void {
    if (this.#dropping) return
    if (this.#isTitle) this.title = (this.title ?? '') + chars
    else if (this.#pre > 0) this.#preformatted(chars)
    else if (this.#lead.length > 0 && this.#lead.at(-1)!.text !== ' ')
      this.#lead.push({ text: ' ', marks: this.#marks() })
    else if (this.#hasWords && this.#breaks === 0) this.#space ??= this.#marks()
  }

  onNullCharacter(): void {}
  onComment(): void {}
  onDoctype(): void {}
  onEof(): void {}

  #readRaw(name: string): void {
    const mode = RAW.get(name)
    if (mode !== undefined) this.tokenizer.state = TokenizerMode[mode]
  }

  #lose(kind: string): void {
    this.#lost.set(kind, (this.#lost.get(kind) ?? 0) + 1)
  }

  #readLink(tag: TagToken): void {
    const href = tag.attrs.find((attribute) => attribute.name === 'href')?.value ?? ''
    if (href !== '' && !href.startsWith('#')) this.#lose('links')
  }

  #openBlock(name: string, isEmpty: boolean): void {
    const level = HEADING.exec(name)?.[1]
    if (name === 'table') this.#lose('tables')
    if (name === 'ul' || name === 'ol') this.#lose('lists')
    this.#endLine(level === undefined ? {} : { block: Number(level) })
    if (name === 'pre' && !isEmpty) this.#pre += 1
  }

  #drawBreak(): void {
    this.#endLine({})
    this.#words(DRAWN_BREAK)
    this.#endLine({})
  }

  /** Blocks that hold nothing but a hard blank are a gap that somebody drew. */
  #endLine(attributes: LineAttributes): void {
    if (this.#lead.length > 0) this.#isWide = true
    this.#sink.line(this.#isWide && attributes.block === undefined ? { ...attributes, gap: WIDE_GAP } : attributes)
    ;[this.#space, this.#hasWords, this.#breaks, this.#lead] = [null, false, 0, []]
  }

  #words(chars: string): void {
    if (chars === '') return
    if (!this.#hasWords && chars.trim() === '') {
      this.#lead.push({ text: chars, marks: this.#marks() })
      return
    }
    if (this.#breaks > 0) {
      if (this.#breaks > 2) this.#isWide = true
      if (this.#hasWords || this.#isWide)
        this.#sink.line(this.#isWide ? { gap: WIDE_GAP } : this.#breaks === 1 ? { gap: 1 } : {})
      this.#breaks = 0
      this.#space = null
    }
    this.#flushSpace()
    this.#sink.words(chars, this.#marks())
    ;[this.#space, this.#hasWords, this.#isWide] = [null, true, false]
  }

  #preformatted(chars: string): void {
    for (const part of chars.split(/(\n)/)) {
      if (part === '\n') this.#breaks += 1
      else if (part !== '' && this.#hasWords && this.#breaks === 0) this.#sink.words(part, this.#marks())
      else if (part !== '') this.#words(part)
    }
  }

  #marks(): Marks {
    const marks: Marks = {}
    if (this.#counts.bold > 0) marks.bold = true
    if (this.#counts.italic > 0) marks.italic = true
    if (this.#counts.strike > 0) marks.strike = true
    return marks
  }

  #openInline({ tagName: name, attrs }: TagToken): void {
    if (this.#open.length >= MOST_OPEN) return
    const value = (wanted: string) => attrs.find((attribute) => attribute.name === wanted)?.value ?? null
    const style = name === 'span' || name === 'font' ? (value('style') ?? '') : ''
    const marks: (keyof Marks)[] = []
    const own = MARKING.get(name)
    if (own) marks.push(own)
    if (/font-style\s*:\s*(italic|oblique)/i.test(style)) marks.push('italic')
    if (/font-weight\s*:\s*(bold|[6-9]00)/i.test(style)) marks.push('bold')
    if (/text-decoration[a-z-]*\s*:[^;]*line-through/i.test(style)) marks.push('strike')
    const proposes = (name === 'ins' || name === 'del') && !this.#open.some((one) => one.proposes)
    for (const mark of marks) this.#counts[mark] += 1
    this.#open.push({ name, marks, proposes })
    if (proposes) this.#flushSpace()
    if (proposes) this.#sink.propose({ kind: name === 'ins' ? 'insert' : 'delete', at: value('datetime') })
  }

  #closeInline(name: string): void {
    const index = this.#open.findLastIndex((one) => one.name === name)
    if (index < 0) return
    const [closed] = this.#open.splice(index, 1)
    for (const mark of closed!.marks) this.#counts[mark] -= 1
    if (!closed!.proposes) return
    this.#flushSpace()
    this.#sink.propose(null)
  }

  /** Blanks belong to the proposal in which they stand. */
  #flushSpace(): void {
    for (const { text, marks } of this.#lead) this.#sink.words(text, marks)
    if (this.#lead.length > 0) this.#hasWords = true
    this.#lead = []
    if (this.#space) this.#sink.words(' ', this.#space)
    this.#space = null
  }
}

/** Notes, the ways to them and back, and the title over a page of our own; "" for what is nobody's loss. */
function droppedByRole({ tagName: name, attrs }: TagToken): string | undefined {
  for (const attribute of attrs) {
    if (attribute.name === 'class' && name === 'header' && attribute.value === TITLE_CLASS) return ''
    if (attribute.name !== 'role' && attribute.name !== 'epub:type') continue
    if (/^(doc-endnotes|doc-footnote|footnote|doc-toc)$/.test(attribute.value)) return 'asides'
    if (/^(doc-noteref|noteref|doc-backlink)$/.test(attribute.value)) return ''
  }
  return undefined
}

const HEADING = /^h([1-6])$/
const WIDE_GAP = 3
