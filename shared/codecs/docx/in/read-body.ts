/**
 * Reads word/document.xml into paragraphs: runs with the three marks of a story, tracked changes and moves, ranges of
 * comments. Of tables the cells' paragraphs, of fields what they show, of alternatives the fallback; pictures and boxes are
 * skipped and counted. Makes nothing of changes: that is for review-of.ts.
 */
import { Refusal } from '../../../refusals.ts'
import { sameMarks } from '../../../story/delta.ts'
import { type ReadOptions, TOLD_EVERY } from '../../codec.ts'
import type { XmlElement, XmlListener } from '../../xml/read-xml.ts'
import {
  type BodyRun,
  type Fate,
  isRun,
  type Look,
  type Paragraph,
  sameFate,
  sameTracked,
  type Tracked,
} from './body.ts'
import { whoAndWhen } from './read-comments.ts'
import type { LossCounter, LossKind } from './read-losses.ts'
import { RunLook, type RunLooks } from './read-run.ts'
import { headingOf, isOn, type Styles } from './read-styles.ts'

/** UTF-16 code units; runs, and ends of ranges. */
const MOST_CHARACTERS = 20_000_000
const MOST_ITEMS = 500_000

/** Elements that are passed over with all that is in them, and what they are counted as. */
const SKIPPED: ReadonlyMap<string, LossKind | null> = new Map<string, LossKind | null>([
  ['w:drawing', 'images'],
  ['w:pict', 'images'],
  ['w:object', 'objects'],
  ['w:altChunk', 'objects'],
  ['m:oMath', 'objects'],
  ['w:rt', null],
  ['mc:Choice', null],
])

const INSERTIONS = new Set(['w:ins', 'w:moveTo'])
const DELETIONS = new Set(['w:del', 'w:moveFrom'])

const LETTERS = new Map([
  ['w:tab', '\t'],
  ['w:ptab', '\t'],
  ['w:noBreakHyphen', '\u2011'],
  ['w:softHyphen', '\u00ad'],
])

export class BodyReader implements XmlListener {
  readonly paragraphs: Paragraph[] = []
  /** There was a body; other kinds of files have none. */
  found = false
  readonly #styles: Styles
  readonly #losses: LossCounter
  readonly #mostParagraphs: number
  readonly #told: ReadOptions['told']
  /** Names of the elements that are open. */
  readonly #open: string[] = []
  readonly #insertions: Tracked[] = []
  readonly #deletions: Tracked[] = []
  #paragraph: Paragraph | null = null
  #run: RunLooks | null = null
  /** Whose `<w:rPr>`, or old one, is being read. */
  #look: RunLook | null = null
  #paragraphLook: Look | null = null
  /** Starts of comments that stand between two paragraphs. */
  #waiting: string[] = []
  #skipped: { depth: number; kind: LossKind | null } | null = null
  #characters = 0
  #items = 0

  constructor(
    styles: Styles,
    losses: LossCounter,
    { mostParagraphs, told }: { mostParagraphs: number; told: ReadOptions['told'] },
  ) {
    this.#styles = styles
    this.#losses = losses
    this.#mostParagraphs = mostParagraphs
    this.#told = told
  }

  opened(element: XmlElement): void {
    const { name } = element
    const parent = this.#open.at(-1) ?? ''
    this.#open.push(name)
    if (this.#skipped) {
      if (name === 'w:txbxContent' && this.#skipped.kind) this.#skipped.kind = 'text-boxes'
    } else if (SKIPPED.has(name)) this.#skipped = { depth: this.#open.length, kind: SKIPPED.get(name) ?? null }
    else if (parent === 'w:rPr') this.#runProperty(element)
    else if (parent === 'w:pPr') this.#paragraphProperty(element)
    else if (name === 'w:p') this.#begin(newParagraph())
    else if (name === 'w:pPr') this.#paragraphLook = this.#lookFor(parent)
    else if (name === 'w:r') this.#run = { now: new RunLook(this.#styles), formatted: null }
    else if (name === 'w:rPr') this.#look = this.#runLookFor(parent)
    else if (INSERTIONS.has(name)) this.#insertions.push(whoAndWhen(element))
    else if (DELETIONS.has(name)) this.#deletions.push(whoAndWhen(element))
    else if (parent === 'w:r') this.#within(element)
    else this.#between(element)
  }

  closed(name: string): void {
    if (this.#skipped) {
      if (this.#skipped.depth === this.#open.length) {
        if (this.#skipped.kind) this.#losses.add(this.#skipped.kind)
        this.#skipped = null
      }
      this.#open.pop()
      return
    }
    this.#open.pop()
    const parent = this.#open.at(-1) ?? ''
    if (name === 'w:p') this.#end()
    else if (name === 'w:r') this.#run = null
    else if (name === 'w:rPr') this.#look = parent === 'w:rPrChange' ? (this.#run?.now ?? null) : null
    else if (name === 'w:pPr') this.#paragraphLook = parent === 'w:pPrChange' ? (this.#paragraph?.look ?? null) : null
    else if (parent === 'w:rPr') return
    else if (INSERTIONS.has(name)) this.#insertions.pop()
    else if (DELETIONS.has(name)) this.#deletions.pop()
  }

  text(words: string): void {
    const within = this.#open.at(-1)
    if (this.#skipped || (within !== 'w:t' && within !== 'w:delText')) return
    this.#write(words.replace(/[\r\n]+/g, ' '))
  }

  #begin(paragraph: Paragraph): void {
    if (this.paragraphs.length >= this.#mostParagraphs) {
      throw new Refusal('too-large', 'This text has too many paragraphs; split it into parts first.')
    }
    if (this.paragraphs.length > 0 && this.paragraphs.length % TOLD_EVERY === 0) this.#told?.(this.paragraphs.length)
    // No file has one within another outside of boxes, which are passed over.
    if (this.#paragraph) this.#end()
    this.#paragraph = paragraph
    for (const id of this.#waiting) this.#add({ starts: id })
    this.#waiting = []
  }

  #end(): void {
    if (!this.#paragraph) return
    this.paragraphs.push(this.#paragraph)
    this.#paragraph = null
  }

  /** A line break within a paragraph: the words behind it are a line of their own that stands close. */
  #breakLine(): void {
    const { look, formatted, mark } = this.#paragraph ?? newParagraph()
    if (this.#paragraph) this.#paragraph.mark = this.#fate()
    this.#end()
    this.#begin({ ...newParagraph(), soft: true, look, formatted: formatted && { ...formatted }, mark })
  }

  #lookFor(parent: string): Look | null {
    if (parent === 'w:p') return this.#paragraph?.look ?? null
    return parent === 'w:pPrChange' ? (this.#paragraph?.formatted?.was ?? null) : null
  }

  #runLookFor(parent: string): RunLook | null {
    if (parent === 'w:r') return this.#run?.now ?? null
    return parent === 'w:rPrChange' ? (this.#run?.formatted?.was ?? null) : null
  }

  #paragraphProperty(element: XmlElement): void {
    const look = this.#paragraphLook
    if (element.name === 'w:pPrChange' && this.#paragraph) {
      this.#paragraph.formatted = { ...whoAndWhen(element), was: newLook() }
    }
    if (!look) return
    const value = element.attribute('w:val') ?? ''
    if (element.name === 'w:pStyle') look.block = this.#styles.headingOf(value)
    else if (element.name === 'w:outlineLvl') look.block = headingOf(element) || null
    else if (element.name === 'w:spacing') look.space = numberOf(element.attribute('w:before'))
    else if (element.name === 'w:contextualSpacing') look.close = isOn(element)
    else if (element.name === 'w:numPr' && look === this.#paragraph?.look) this.#losses.add('lists')
  }

  #runProperty(element: XmlElement): void {
    const { name } = element
    if (this.#run) {
      if (name === 'w:rPrChange') this.#run.formatted = { by: whoAndWhen(element), was: new RunLook(this.#styles) }
      else this.#look?.take(element)
    } else if (this.#paragraph && this.#paragraphLook === this.#paragraph.look) {
      if (INSERTIONS.has(name)) this.#paragraph.mark.inserted = whoAndWhen(element)
      if (DELETIONS.has(name)) this.#paragraph.mark.deleted = whoAndWhen(element)
    }
  }

  /** What stands in a run and is no text. */
  #within(element: XmlElement): void {
    const { name } = element
    const letter = LETTERS.get(name)
    if (letter !== undefined) this.#write(letter)
    else if (name === 'w:br' || name === 'w:cr') {
      const type = element.attribute('w:type')
      if (type === 'page') this.#write('\f')
      else if (type !== 'column') this.#breakLine()
    } else if (name === 'w:sym') this.#symbol(Number.parseInt(element.attribute('w:char') ?? '', 16))
    else if (name === 'w:fldChar' && element.attribute('w:fldCharType') === 'begin') this.#losses.add('fields')
    else if (name === 'w:commentReference') this.#add({ refers: element.attribute('w:id') ?? '' })
    else if (name === 'w:footnoteReference' || name === 'w:endnoteReference') {
      this.#add({ note: `${name} ${element.attribute('w:id') ?? ''}` })
    }
  }

  /** What stands beside runs, or between paragraphs. */
  #between(element: XmlElement): void {
    const { name } = element
    if (name === 'w:body') this.found = true
    const id = element.attribute('w:id') ?? ''
    if (name === 'w:commentRangeStart') {
      if (this.#paragraph) this.#add({ starts: id })
      else if (this.#waiting.length < MOST_ITEMS) this.#waiting.push(id)
    } else if (name === 'w:commentRangeEnd') this.#add({ ends: id }, this.#paragraph ?? this.paragraphs.at(-1))
    else if (name === 'w:tbl') this.#losses.add('tables')
    else if (name === 'w:hyperlink') this.#losses.add('links')
    else if (name === 'w:fldSimple') this.#losses.add('fields')
  }

  /** Symbol fonts put their signs where no characters are. */
  #symbol(point: number): void {
    const none = !(point >= 0x20) || (point >= 0xd800 && point < 0xf900) || point > 0xfffd
    if (none) this.#losses.add('symbols')
    else this.#write(String.fromCodePoint(point))
  }

  #write(text: string): void {
    const run = this.#run
    if (!run || !this.#paragraph || text === '') return
    this.#characters += text.length
    if (this.#characters > MOST_CHARACTERS) {
      throw new Refusal('too-large', 'This text is longer than any book; split it into parts first.')
    }
    if (run.now.hidden) {
      this.#losses.add('hidden')
      return
    }
    if (run.now.loses) this.#losses.add('formatting')
    run.now.loses = false
    const marks = run.now.marks
    const formatted = run.formatted && { ...run.formatted.by, was: run.formatted.was.marks }
    const next: BodyRun = { text, marks, formatted, ...this.#fate() }
    const last = this.#paragraph.items.at(-1)
    if (last && isRun(last) && alike(last, next)) last.text += text
    else this.#add(next)
  }

  #fate(): Fate {
    return { inserted: this.#insertions.at(-1) ?? null, deleted: this.#deletions.at(-1) ?? null }
  }

  #add(item: Paragraph['items'][number], paragraph = this.#paragraph): void {
    if (!paragraph) return
    this.#items += 1
    if (this.#items > MOST_ITEMS) throw new Refusal('too-large', 'This file has more parts than any text.')
    paragraph.items.push(item)
  }
}

function newLook(): Look {
  return { block: null, space: 0, close: false }
}

function newParagraph(): Paragraph {
  return { soft: false, look: newLook(), formatted: null, items: [], mark: { inserted: null, deleted: null } }
}

function alike(one: BodyRun, other: BodyRun): boolean {
  if (!sameFate(one, other) || !sameMarks(one.marks, other.marks)) return false
  if (!one.formatted || !other.formatted) return one.formatted === other.formatted
  return sameTracked(one.formatted, other.formatted) && sameMarks(one.formatted.was, other.formatted.was)
}

function numberOf(value: string | undefined): number {
  const number = Number(value ?? 0)
  return Number.isFinite(number) ? Math.min(100_000, Math.max(0, number)) : 0
}
