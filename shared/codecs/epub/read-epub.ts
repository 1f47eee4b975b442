/**
 * Reads the words of EPUB books, 2 and 3, in the order of their spine, and the review in books of our own. No document type of a book's own, no entities, no
 * address and no path is followed; pictures, styles and scripts stay where they are.
 */
import { Refusal } from '../../refusals.ts'
import { NEW_FORM } from '../../story/file-form.ts'
import type { Reader } from '../codec.ts'
import { htmlLosses, readHtmlLines } from '../html/html-lines.ts'
import { MarkedLines } from '../html/marked-lines.ts'
import { SaidReader } from '../html/read-said.ts'
import { lossOf } from '../losses.ts'
import { sourceText } from '../source-text.ts'
import { XmlReader } from '../xml/read-xml.ts'
import { Zip } from '../zip/read-zip.ts'

export const readEpub: Reader = {
  extensions: ['.epub'],
  read(bytes, options) {
    const zip = new Zip(bytes, LIMITS)
    const opf = packageName(zip)
    const { title, spine, unread } = packageOf(zip, opf)
    refuseLocked(zip, spine)
    const lines = new MarkedLines(options)
    const lost = new Map<string, number>()
    const said = new SaidReader()
    for (const name of spine) {
      lines.line({})
      const { text } = sourceText(zip.bytesOf(name), undefined)
      readHtmlLines(text.replace(INTERNAL_SUBSET, ''), lines, { xhtml: true, lost, said })
    }
    const say = (subject: string) => `${subject} left out: it holds no text that can be read here, or is missing.`
    return {
      ...lines.finish(said.threads),
      form: NEW_FORM,
      guessed: false,
      title,
      losses: [...htmlLosses(lost), ...lossOf('parts', unread, 'part of the book is', 'parts of the book are', say)],
    }
  },
}

/** Books of many pictures are long; only their text is unpacked. */
const LIMITS = { entries: 10_000, unpacked: 64 * 1024 * 1024 }

/** What a page declares for itself, which its words would otherwise begin with. */
const INTERNAL_SUBSET = /<!DOCTYPE[^>[]{0,1000}\[[^\]]{0,10000}\]\s*>/i

const CONTAINER = 'META-INF/container.xml'
const NAMESPACES = new Map([
  ['urn:oasis:names:tc:opendocument:xmlns:container', 'ocf'],
  ['http://www.idpf.org/2007/opf', 'opf'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://www.w3.org/2001/04/xmlenc#', 'enc'],
])

function packageName(zip: Zip): string {
  let found: string | null = null
  if (zip.has(CONTAINER)) {
    read(zip, CONTAINER, (element) => {
      const { name } = element
      if (name === 'ocf:rootfile') found ??= element.attribute('full-path') ?? null
    })
  }
  if (found === null || !zip.has(found))
    throw new Refusal(
      'unsupported',
      'This is no EPUB book, or one that is damaged. Get or save it anew, or take its text in as .txt.',
    )
  return found
}

function packageOf(zip: Zip, opf: string): { title: string | null; spine: string[]; unread: number } {
  const folder = opf.slice(0, opf.lastIndexOf('/') + 1)
  const items = new Map<string, { href: string; type: string; isContents: boolean }>()
  const refs: string[] = []
  let title: string | null = null
  let isTitle = false
  read(
    zip,
    opf,
    (element) => {
      const { name } = element
      if (name === 'opf:item') {
        const properties = (element.attribute('properties') ?? '').split(/\s+/)
        items.set(element.attribute('id') ?? '', {
          href: element.attribute('href') ?? '',
          type: element.attribute('media-type') ?? '',
          isContents: properties.includes('nav'),
        })
      } else if (name === 'opf:itemref' && element.attribute('linear') !== 'no')
        refs.push(element.attribute('idref') ?? '')
      isTitle = name === 'dc:title' && title === null
    },
    (words) => {
      if (isTitle) title = (title ?? '') + words
    },
  )
  const spine = new Set<string>()
  let unread = 0
  for (const ref of refs) {
    const item = items.get(ref)
    if (item?.isContents) continue
    const name = item && within(folder, item.href)
    if (item && name !== undefined && zip.has(name) && /^(application\/xhtml\+xml|text\/html)$/.test(item.type))
      spine.add(name)
    else unread += 1
  }
  if (spine.size === 0)
    throw new Refusal(
      'unsupported',
      'There is no text in this book that can be read here. Save it as .docx or .txt and take that in.',
    )
  const said: string = title ?? ''
  return { title: said.replace(/\s+/g, ' ').trim() || null, spine: [...spine], unread }
}

/** Fonts may be hidden; words that are cannot be read. */
function refuseLocked(zip: Zip, spine: readonly string[]): void {
  const name = 'META-INF/encryption.xml'
  if (!zip.has(name)) return
  const words = new Set(spine)
  read(zip, name, (element) => {
    if (element.name !== 'enc:CipherReference') return
    const uri = within('', element.attribute('URI') ?? '')
    if (uri !== undefined && words.has(uri))
      throw new Refusal('unsupported', 'This book is locked by its shop, and cannot be read here.')
  })
}

type Element = Parameters<ConstructorParameters<typeof XmlReader>[1]['opened']>[0]

function read(
  zip: Zip,
  name: string,
  opened: (element: Element) => void,
  text: (words: string) => void = () => undefined,
): void {
  const reader = new XmlReader(NAMESPACES, { opened, text, closed: () => undefined }, { depth: 64, elements: 200_000 })
  zip.unpack(name, (piece) => reader.push(piece))
  reader.end()
}

/** The part that an address in a folder names; undefined for one that leads out of the book. */
function within(folder: string, href: string): string | undefined {
  const path = unquoted(href.replace(/[#?].*$/s, ''))
  if (path === undefined || /^[a-z][a-z0-9+.-]*:/i.test(path)) return undefined
  const parts: string[] = []
  for (const part of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (part === '..' && parts.pop() === undefined) return undefined
    if (part !== '' && part !== '.' && part !== '..') parts.push(part)
  }
  return parts.join('/')
}

function unquoted(href: string): string | undefined {
  try {
    return decodeURIComponent(href)
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}
