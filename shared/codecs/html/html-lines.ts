/**
 * Reads HTML as lines of words, token by token and without a tree, so that no nesting costs anything: blocks open lines,
 * inline elements mark words, `ins` and `del` propose. What is no text (scripts, pictures, forms…) is left out and counted. Of
 * pages of our own, blanks are kept as they are, and what is said at their end is read by a SaidReader.
 */
import { type TokenHandler, Tokenizer, TokenizerMode } from 'parse5'
import { type LineAttributes, MAX_GAP, type Marks } from '../../story/attributes.ts'
import type { Loss } from '../loss.ts'
import { lossOf } from '../losses.ts'
import type { HtmlSink } from './html-sink.ts'
import { lookOf } from './line-look.ts'
import {
  BREAK_MARK,
  DRAWN_BREAK,
  GAP_CLASS,
  GAP_ENDS,
  GENERATOR,
  LINE_END_CLASS,
  LINE_LOOK_CLASS,
  TITLE_CLASS,
  WIDE_GAP,
} from './own-marks.ts'
import type { SaidReader } from './read-said.ts'

export interface HtmlOptions {
  /** A tag that closes itself does so, whatever its name. */
  xhtml: boolean
  /** What was left out, by kind: added to. `htmlLosses` says it. */
  lost: Map<string, number>
  /** Told what a page of our own says about its words. */
  said?: SaidReader
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
  ['mark', null],
])
/** Inline elements open at once; deeper ones mark nothing. */
const MOST_OPEN = 64
/** On the same words. */
const MOST_NOTES = 256

interface Open {
  name: string
  marks: (keyof Marks)[]
  proposes: boolean
  /** It says which notes are about what is in it. */
  isNoted: boolean
}

type TagToken = Parameters<TokenHandler['onStartTag']>[0]

class HtmlLines implements TokenHandler {
  readonly tokenizer: Tokenizer
  title: string | null = null
  readonly #sink: HtmlSink
  readonly #xhtml: boolean
  readonly #said: SaidReader | undefined
  readonly #open: Open[] = []
  readonly #counts = { bold: 0, italic: 0, strike: 0 }
  readonly #lost: Map<string, number>
  /** What is being left out, and how often it is open within itself. */
  #dropping: { name: string; depth: number } | null = null
  /** Within an aside of our own, how deep. */
  #aside = 0
  #isOurs = false
  /** Within a block of our own in which every blank counts. */
  #isExact = false
  #isTitle = false
  #pre = 0
  /** White space before the next words of the line, with its marks. */
  #space: Marks | null = null
  #hasWords = false
  #breaks = 0
  /** Line ends before the next words, where a gap was drawn; 0 = none was. */
  #gap = 0
  /** Hard blanks at the start of a line, which are words as soon as others follow them. */
  #lead: { text: string; marks: Marks }[] = []

  constructor(sink: HtmlSink, { xhtml, lost, said }: HtmlOptions) {
    this.#sink = sink
    this.#xhtml = xhtml
    this.#said = said
    this.#lost = lost
    this.tokenizer = new Tokenizer({}, this)
  }

  onStartTag(tag: TagToken): void {
    const { tagName: name } = tag
    const isEmpty = VOID.has(name) || (this.#xhtml && tag.selfClosing)
    if (this.#aside > 0) {
      if (name === 'aside' && !isEmpty) this.#aside += 1
      this.#said?.opened(name, attributesOf(tag))
      return
    }
    if (this.#isOurs && name === 'aside' && !isEmpty && this.#said?.begin(attributesOf(tag))) {
      this.#aside = 1
      return
    }
    if (this.#dropping) {
      if (this.#dropping.name === name && !isEmpty) this.#dropping.depth += 1
      if (!isEmpty && this.#dropping.name !== 'svg' && this.#dropping.name !== 'math') this.#readRaw(name)
      return
    }
    if (name === 'meta') this.#readMeta(tag)
    if (this.#isOurs && name === 'a') this.#refer(tag)
    const dropped = DROPPED.get(name) ?? droppedByRole(tag)
    if (dropped !== undefined) {
      // Of our own pages asides are read, and the style is nobody's.
      if (dropped !== '' && !(this.#isOurs && (dropped === 'asides' || name === 'style'))) this.#lose(dropped)
      if (!isEmpty) this.#dropping = { name, depth: 1 }
    } else if (name === 'br') this.#breaks += 1
    else if (name === 'hr') this.#drawBreak(attributesOf(tag))
    else if (name === 'img' || name === 'input') this.#lose(name === 'img' ? 'images' : 'forms')
    else if (name === 'a') this.#readLink(tag)
    else if (BLOCKS.has(name) || HEADING.test(name)) this.#openBlock(name, isEmpty)
    else if (MARKING.has(name) && !isEmpty) this.#openInline(tag)
    else if (name === 'title') this.#isTitle = this.title === null && !isEmpty
    if (!isEmpty) this.#readRaw(name)
  }

  onEndTag({ tagName: name }: TagToken): void {
    if (this.#aside > 0) {
      if (name === 'aside') this.#aside -= 1
      if (this.#aside === 0) this.#said?.end()
      else this.#said?.closed(name)
    } else if (this.#dropping) {
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
    if (this.#aside > 0) this.#said?.words(chars)
    if (this.#aside > 0 || this.#dropping) return
    if (this.#isTitle) this.title = (this.title ?? '') + chars
    else this.#words(chars.replaceAll('\r', ''))
  }

  onWhitespaceCharacter({ chars }: { chars: string }): void {
    if (this.#aside > 0) this.#said?.words(chars)
    if (this.#aside > 0 || this.#dropping) return
    if (this.#isTitle) this.title = (this.title ?? '') + chars
    // A line end in the source is somebody's who has laid the page out anew.
    else if (this.#isExact && !/[\r\n]/.test(chars)) this.#words(chars)
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

  #readMeta(tag: TagToken): void {
    const attribute = attributesOf(tag)
    if (attribute('name') === 'generator' && attribute('content') === GENERATOR) this.#isOurs = true
  }

  #refer(tag: TagToken): void {
    const note = attributesOf(tag)('data-note')
    if (note === null) return
    this.#flushSpace()
    this.#sink.refer(note)
  }

  #readLink(tag: TagToken): void {
    const href = attributesOf(tag)('href') ?? ''
    if (href !== '' && !href.startsWith('#')) this.#lose('links')
  }

  #openBlock(name: string, isEmpty: boolean): void {
    const level = HEADING.exec(name)?.[1]
    if (name === 'table') this.#lose('tables')
    if (name === 'ul' || name === 'ol') this.#lose('lists')
    this.#endLine(level === undefined ? {} : { block: Number(level) })
    this.#isExact = this.#isOurs && !isEmpty && (name === 'p' || level !== undefined)
    if (name === 'pre' && !isEmpty) this.#pre += 1
  }

  #drawBreak(attribute: Attribute): void {
    this.#endLine({})
    if (attribute('class') === GAP_CLASS) {
      const ends = Number(attribute(GAP_ENDS))
      this.#gap = Number.isInteger(ends) && ends > WIDE_GAP && ends <= MAX_GAP ? ends : WIDE_GAP
      return
    }
    this.#words(attribute(BREAK_MARK)?.trim() || DRAWN_BREAK)
    this.#endLine({})
  }

  /** Blocks that hold nothing but a hard blank are a gap that somebody drew. */
  #endLine(attributes: LineAttributes): void {
    if (this.#lead.length > 0) this.#gap ||= WIDE_GAP
    this.#sink.line(this.#gap > 0 && attributes.block === undefined ? { ...attributes, gap: this.#gap } : attributes)
    this.#isExact = false
    ;[this.#space, this.#hasWords, this.#breaks, this.#lead] = [null, false, 0, []]
  }

  #words(chars: string): void {
    if (chars === '') return
    if (!this.#hasWords && !this.#isExact && chars.trim() === '') {
      this.#lead.push({ text: chars, marks: this.#marks() })
      return
    }
    this.#breakLine()
    this.#flushSpace()
    this.#sink.words(chars, this.#marks())
    ;[this.#space, this.#hasWords, this.#gap] = [null, true, 0]
  }

  #breakLine(): void {
    if (this.#breaks === 0) return
    if (this.#breaks > 2) this.#gap ||= WIDE_GAP
    if (this.#hasWords || this.#gap > 0)
      this.#sink.line(this.#gap > 0 ? { gap: this.#gap } : this.#breaks === 1 ? { gap: 1 } : {})
    this.#breaks = 0
    this.#space = null
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

  #openInline(tag: TagToken): void {
    if (this.#open.length >= MOST_OPEN) return
    const { tagName: name } = tag
    const value = attributesOf(tag)
    const style = name === 'span' || name === 'font' ? (value('style') ?? '') : ''
    const marks: (keyof Marks)[] = []
    const own = MARKING.get(name)
    if (own) marks.push(own)
    if (/font-style\s*:\s*(italic|oblique)/i.test(style)) marks.push('italic')
    if (/font-weight\s*:\s*(bold|[6-9]00)/i.test(style)) marks.push('bold')
    if (/text-decoration[a-z-]*\s*:[^;]*line-through/i.test(style)) marks.push('strike')
    const look = this.#isOurs && name === 'ins' && value('class') === LINE_LOOK_CLASS
    if (look) this.#look(value)
    const proposes = !look && (name === 'ins' || name === 'del') && !this.#open.some((one) => one.proposes)
    for (const mark of marks) this.#counts[mark] += 1
    const isNoted = this.#isOurs && name === 'mark' && !this.#open.some((one) => one.isNoted)
    this.#open.push({ name, marks, proposes, isNoted })
    if (isNoted) this.#about((value('data-note') ?? '').split(' ', MOST_NOTES).filter((key) => key))
    if (!proposes) return
    this.#flushSpace()
    const key = (this.#isOurs && value('data-suggestion')) || ''
    this.#sink.propose({
      kind: name === 'ins' ? 'insert' : 'delete',
      at: value('datetime'),
      by: key === '' ? '' : (value('title') ?? ''),
      key,
      isLineEnd: key !== '' && value('class') === LINE_END_CLASS,
    })
  }

  #look(value: Attribute): void {
    const look = lookOf(value)
    if (!look) return
    this.#breakLine()
    this.#sink.look(look)
  }

  #about(notes: readonly string[]): void {
    this.#flushSpace()
    this.#sink.about(notes)
  }

  #closeInline(name: string): void {
    const index = this.#open.findLastIndex((one) => one.name === name)
    if (index < 0) return
    const [closed] = this.#open.splice(index, 1)
    for (const mark of closed!.marks) this.#counts[mark] -= 1
    if (closed!.isNoted) this.#about([])
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

type Attribute = (name: string) => string | null

function attributesOf({ attrs }: TagToken): Attribute {
  return (name) => attrs.find((attribute) => attribute.name === name)?.value ?? null
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
