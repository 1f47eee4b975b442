/** Comments and footnotes of a file with who said them, and which comment answers which. Where they stand is the body's to say. */
import { Refusal } from '../../../refusals.ts'
import type { ReadWords } from '../../codec.ts'
import type { XmlElement, XmlListener } from '../../xml/read-xml.ts'

export interface ReadComment extends ReadWords {
  id: string
  /** Of its last paragraph; "" = it has none. */
  paragraph: string
}

/** Comments of one file, replies among them; and UTF-16 code units of all of them. */
const MOST_COMMENTS = 20_000
const MOST_CHARACTERS = 10_000_000
/** Answers to answers, which no program makes more of than one. */
const MOST_STEPS = 20
/** UTF-16 code units of a name. */
const MOST_NAME = 100

/** Reads word/comments.xml, footnotes.xml or endnotes.xml. */
export class Comments implements XmlListener {
  readonly all: ReadComment[] = []
  #comment: ReadComment | null = null
  #paragraphs = 0
  #inText = false
  #characters = 0

  opened(element: XmlElement): void {
    const { name } = element
    if (name === 'w:comment' || name === 'w:footnote' || name === 'w:endnote') this.#begin(element)
    else if (this.#comment === null) return
    else if (name === 'w:p') {
      if (this.#paragraphs > 0) this.#write('\n')
      this.#paragraphs += 1
      this.#comment.paragraph = (element.attribute('w14:paraId') ?? '').toUpperCase()
    } else if (name === 'w:t') this.#inText = true
    else if (name === 'w:tab') this.#write('\t')
    else if (name === 'w:br' || name === 'w:cr') this.#write(element.attribute('w:type') === 'page' ? '\f' : '\n')
    else if (name === 'w:noBreakHyphen') this.#write('\u2011')
  }

  closed(name: string): void {
    if (name === 'w:t') this.#inText = false
    else if (this.#comment && (name === 'w:comment' || name === 'w:footnote' || name === 'w:endnote')) {
      this.all.push(this.#comment)
      this.#comment = null
    }
  }

  text(words: string): void {
    if (this.#inText) this.#write(words)
  }

  #begin(element: XmlElement): void {
    // Lines between text and footnotes are kept as footnotes of a type.
    if (element.name !== 'w:comment' && /separator|notice/i.test(element.attribute('w:type') ?? '')) return
    if (this.all.length >= MOST_COMMENTS) {
      const most = MOST_COMMENTS.toLocaleString('en')
      throw new Refusal('too-large', `This file has more than ${most} comments; remove some of them first.`)
    }
    this.#comment = { ...whoAndWhen(element), id: element.attribute('w:id') ?? '', body: '', paragraph: '' }
    this.#paragraphs = 0
  }

  #write(words: string): void {
    if (!this.#comment) return
    this.#characters += words.length
    if (this.#characters > MOST_CHARACTERS) throw new Refusal('too-large', 'The comments of this file are too long.')
    this.#comment.body += words
  }
}

/** Reads word/commentsExtended.xml. */
export class CommentLinks implements XmlListener {
  readonly #links = new Map<string, { parent: string | null; done: boolean }>()

  opened(element: XmlElement): void {
    if (element.name !== 'w15:commentEx') return
    const parent = element.attribute('w15:paraIdParent')?.toUpperCase() ?? null
    const done = /^(1|true|on)$/i.test(element.attribute('w15:done') ?? '')
    this.#links.set((element.attribute('w15:paraId') ?? '').toUpperCase(), { parent, done })
  }

  closed(): void {}

  text(): void {}

  isDone(paragraph: string): boolean {
    return this.#links.get(paragraph)?.done ?? false
  }

  /** The paragraph of the comment that the thread begins with; its own where it answers nobody, or too many in a row. */
  rootOf(paragraph: string): string {
    let root = paragraph
    for (let steps = 0; steps < MOST_STEPS; steps += 1) {
      const parent = this.#links.get(root)?.parent
      if (!parent) return root
      root = parent
    }
    return paragraph
  }
}

/**
 * Reads word/commentsIds.xml and commentsExtensible.xml, where newer programs keep the times of comments in UTC: by a number
 * that the first one has for a comment's paragraph.
 */
export class CommentTimes implements XmlListener {
  readonly #numbers = new Map<string, string>()
  readonly #times = new Map<string, string | null>()

  opened(element: XmlElement): void {
    const of = (name: string) => (element.attribute(name) ?? '').toUpperCase()
    if (element.name === 'w16cid:commentId') this.#numbers.set(of('w16cid:paraId'), of('w16cid:durableId'))
    if (element.name !== 'w16cex:commentExtensible') return
    this.#times.set(of('w16cex:durableId'), timeOf(element.attribute('w16cex:dateUtc') ?? ''))
  }

  closed(): void {}

  text(): void {}

  /** The comment with the time in UTC, if one is known. */
  corrected(comment: ReadComment): ReadComment {
    const at = this.#times.get(this.#numbers.get(comment.paragraph) ?? '')
    return at ? { ...comment, at } : comment
  }
}

export interface CommentThread {
  root: ReadComment
  replies: ReadWords[]
  resolved: boolean
}

/** In the order of the file. A reply whose thread is not there begins one of its own. */
export function threadsOf(comments: readonly ReadComment[], links: CommentLinks): CommentThread[] {
  const threads: CommentThread[] = []
  const byParagraph = new Map<string, CommentThread>()
  const known = new Set(comments.map(({ paragraph }) => paragraph))
  const rootOf = ({ paragraph }: ReadComment) => {
    const root = paragraph === '' ? '' : links.rootOf(paragraph)
    return known.has(root) ? root : paragraph
  }
  for (const root of comments) {
    if (rootOf(root) !== root.paragraph) continue
    const thread = { root, replies: [], resolved: root.paragraph !== '' && links.isDone(root.paragraph) }
    threads.push(thread)
    if (root.paragraph !== '') byParagraph.set(root.paragraph, thread)
  }
  for (const { by, at, body, ...comment } of comments) {
    const root = rootOf({ by, at, body, ...comment })
    if (root !== comment.paragraph) byParagraph.get(root)?.replies.push({ by, at, body })
  }
  return threads
}

/**
 * Who wrote or changed something: display text alone. The time that newer programs give in UTC goes before the one that
 * they write by their own clock and call UTC.
 */
export function whoAndWhen(element: XmlElement): Omit<ReadWords, 'body'> {
  const name = (element.attribute('w:author') ?? '').replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  const by = name.slice(0, MOST_NAME).replace(/[\ud800-\udbff]$/, '')
  return { by, at: timeOf(element.attribute('w16du:dateUtc') ?? element.attribute('w:date') ?? '') }
}

const EARLIEST = Date.UTC(1990, 0)
const LATEST = Date.UTC(2100, 0)

/** Without a zone it is taken for UTC. Word writes the year 1900 where it knows none. */
function timeOf(date: string): string | null {
  const [, day, time, zone = 'Z'] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/.exec(date) ?? []
  const at = Date.parse(`${day}T${time}${zone}`)
  return at >= EARLIEST && at < LATEST ? new Date(at).toISOString().replace('.000Z', 'Z') : null
}
