/**
 * A story as an EPUB 3 book: one file for each chapter, a table of contents from the headings, what accessibility asks
 * for, no scripts and nothing from outside. Marked, what is said stands in footnotes. The same story is the same bytes.
 */
import { type Block, blocksOf, type Layout, textsOf } from '../blocks.ts'
import type { Codec } from '../codec.ts'
import type { Edition } from '../edition.ts'
import { encode } from '../encodings.ts'
import { asideHtml, bodyHtml, withoutNotes } from '../html/html.ts'
import { InlineHtml } from '../html/inline.ts'
import { saidAttributes, saidHtml } from '../html/said.ts'
import { controlsLeftOut, decidedLeftOut, notesLeftOut, openLeftOut } from '../losses.ts'
import { possible } from '../xml/write-xml.ts'
import { writeZip } from '../zip/write-zip.ts'
import { BOOK_STYLE, type Chapter, CONTAINER, chapterFile, navigationFile, packageFile } from './book-files.ts'
import { bookId } from './book-id.ts'

export const epub: Codec = {
  format: 'epub',
  extension: '.epub',
  views: ['now', 'accepted', 'marked'],
  write(manuscript) {
    const { edition, form } = manuscript
    const layout = blocksOf(edition, form, { hasLooks: true })
    const isMarked = edition.view === 'marked'
    const book = {
      id: bookId(manuscript),
      title: possible(edition.title).trim() || 'Untitled',
      language: /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(edition.language) ? edition.language : 'en',
      date: edition.date,
    }
    const chapters = chaptersOf(layout, isMarked ? edition : withoutNotes(edition), book.title)
    const file = (name: string, text: string) => ({ name, bytes: encode(text, 'utf-8') })
    return {
      bytes: writeZip([
        { name: 'mimetype', bytes: encode('application/epub+zip', 'utf-8'), stored: true },
        file('META-INF/container.xml', CONTAINER),
        file('OEBPS/content.opf', packageFile(book, chapters)),
        file('OEBPS/nav.xhtml', navigationFile(book, chapters)),
        file('OEBPS/style.css', BOOK_STYLE),
        ...chapters.map((chapter) => file(`OEBPS/${chapter.file}`, chapterFile(book, chapter))),
      ]),
      mediaType: 'application/epub+zip',
      losses: [
        ...edition.losses,
        ...layout.losses,
        ...openLeftOut(edition),
        ...(isMarked ? decidedLeftOut(edition) : notesLeftOut(edition)),
        ...controlsLeftOut(edition),
      ],
    }
  },
}

/** UTF-16 code units of text in one file; reading systems slow down on longer ones. */
const MOST_TEXT = 200_000
/** Headings up to this level begin a file of their own. */
const CHAPTER_LEVEL = 2

function chaptersOf({ blocks, breaksLast }: Layout, edition: Edition, title: string): Chapter[] {
  const lines = blocks.flatMap((block) => block.lines)
  const inline = new InlineHtml(edition, lines, { epub: true })
  const headings = new Map(
    blocks.filter(({ kind }) => kind === 'heading').map((block, index) => [block, `heading-${index + 1}`]),
  )
  const parts = partsOf(blocks)
  const chapters = parts.map((part, index): Chapter => {
    const isLast = index === parts.length - 1
    const body = bodyHtml({ blocks: part, breaksLast: isLast ? breaksLast : null }, inline, {
      idOf: (block) => headings.get(block) ?? null,
      after: parts[index + 1]?.[0]?.lines[0],
    })
    const notes = inline.takeSaid().map(({ number, key, thread }) => {
      const back = `<p><a href="#ref-${number}" role="doc-backlink">${number}</a></p>`
      return `<aside id="note-${number}"${saidAttributes(thread, key, edition)} epub:type="footnote" role="doc-footnote">${back}${saidHtml(thread, edition)}</aside>\n`
    })
    const entries = part.flatMap((block) => {
      const id = headings.get(block)
      return id === undefined ? [] : [{ id, title: wordsOf(block) || title, level: block.level }]
    })
    const start = index === 0 && part[0]?.kind !== 'heading' ? [{ id: null, title, level: 1 }] : []
    return {
      file: `chapter-${index + 1}.xhtml`,
      title: entries[0]?.title ?? title,
      entries: [...start, ...entries],
      body: body + notes.join(''),
    }
  })
  const others = inline.unplaced.map((note) => asideHtml(note, edition, inline.keyOf(note))).join('')
  if (others === '') return chapters
  const entry = { id: null, title: 'Notes', level: 1 }
  return [
    ...chapters,
    {
      file: 'notes.xhtml',
      title: 'Notes',
      entries: [entry],
      body: `<section epub:type="endnotes" role="doc-endnotes">\n<h1>Notes</h1>\n${others}</section>\n`,
    },
  ]
}

function wordsOf({ lines }: Block): string {
  return possible(
    textsOf(lines[0]!)
      .map(({ text }) => text)
      .join(''),
  ).trim()
}

/** Never none, and none empty but that of an empty story. */
function partsOf(blocks: readonly Block[]): Block[][] {
  const parts: Block[][] = [[]]
  let length = 0
  for (const block of blocks) {
    const last = parts.at(-1)!
    const opens =
      block.kind === 'heading' && block.level <= CHAPTER_LEVEL && !last.every((one) => one.kind === 'heading')
    if (last.length > 0 && (opens || length > MOST_TEXT)) {
      parts.push([block])
      length = 0
    } else last.push(block)
    length += block.lines.reduce((sum, line) => sum + textsOf(line).reduce((all, { text }) => all + text.length, 0), 0)
  }
  return parts
}
