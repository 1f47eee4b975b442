/**
 * Word files on their way in: the body as a story, tracked changes as suggestions, comments as notes. Everything is read
 * by hand and within limits; a file says who wrote something, and nobody believes it further than to show the name.
 */
import { Refusal } from '../../../refusals.ts'
import { draftOf } from '../../../story/delta.ts'
import { NEW_FORM } from '../../../story/file-form.ts'
import { isBlank } from '../../../story/lines.ts'
import type { Reader, ReadNote } from '../../codec.ts'
import type { XmlListener } from '../../xml/read-xml.ts'
import { USUAL_GAP } from '../names.ts'
import { linesOf } from './body-lines.ts'
import { openPackage, type Package } from './open-package.ts'
import { BodyReader } from './read-body.ts'
import { CommentLinks, Comments, type CommentThread, CommentTimes, threadsOf } from './read-comments.ts'
import { LossCounter } from './read-losses.ts'
import { Styles } from './read-styles.ts'
import { type Range, storyOfBody } from './story-of-body.ts'
import { suggestionsOf } from './suggestions-of.ts'

export const docxReader: Reader = {
  extensions: ['.docx'],
  read(bytes, { mostLines, told }) {
    const parts = openPackage(bytes)
    const losses = new LossCounter()
    const styles = new Styles()
    parts.read('styles', styles)
    const body = new BodyReader(styles, losses, { mostParagraphs: 2 * mostLines, told })
    parts.read('officeDocument', body)
    if (!body.found) throw new Refusal('unsupported', 'This is a file of another kind, not a Word file (.docx).')
    const story = storyOfBody(linesOf(body.paragraphs, styles.ours), losses)
    const draft = draftOf(story.delta)
    if (draft.lines.filter((line) => !isBlank(line)).length > mostLines) {
      const limit = mostLines.toLocaleString('en')
      throw new Refusal('too-large', `This text has more than ${limit} lines; split it into parts first.`)
    }
    const threads = readThreads(parts)
    const placed = new Map<CommentThread, Range>()
    for (const thread of threads) {
      const range = story.comments.get(thread.root.id)
      if (range) placed.set(thread, range)
    }
    const { suggestions, reasons } = suggestionsOf(story.proposed, placed)
    const notes = [
      ...threads.filter((thread) => !reasons.has(thread)).map((thread) => noteOf(thread, placed.get(thread))),
      ...readFootnotes(parts, story.footnotes, losses),
    ]
    countPages(parts, losses)
    return {
      draft,
      form: { ...NEW_FORM, gap: USUAL_GAP },
      guessed: false,
      title: readTitle(parts),
      notes,
      suggestions,
      losses: losses.losses,
    }
  },
}

function readThreads(parts: Package): CommentThread[] {
  const comments = new Comments()
  const links = new CommentLinks()
  const times = new CommentTimes()
  parts.read('comments', comments)
  parts.read('commentsExtended', links)
  parts.read('commentsIds', times)
  parts.read('commentsExtensible', times)
  const all = comments.all.map((comment) => times.corrected(comment))
  return threadsOf(all, links)
}

function noteOf({ root, replies, resolved }: CommentThread, range: Range | undefined): ReadNote {
  const { by, at, body } = root
  return { by, at, body, place: range ? { from: range.from.now, to: range.to.now } : null, resolved, replies }
}

function readFootnotes(parts: Package, places: ReadonlyMap<string, { now: number }>, losses: LossCounter): ReadNote[] {
  return ['footnote', 'endnote'].flatMap((kind) => {
    const read = new Comments()
    parts.read(`${kind}s`, read)
    return read.all.flatMap(({ id, body }): ReadNote[] => {
      const point = places.get(`w:${kind}Reference ${id}`)
      if (!point) return []
      losses.add('footnotes')
      const place = { from: point.now, to: point.now }
      return [{ by: '', at: null, body: `Footnote: ${body.trim()}`, place, resolved: false, replies: [] }]
    })
  })
}

/** Page numbers alone are no loss. */
function countPages(parts: Package, losses: LossCounter): void {
  for (const kind of ['header', 'footer']) {
    let [words, within] = [false, '']
    const part: XmlListener = {
      opened({ name }) {
        within = name
      },
      closed(name) {
        if (name === 'w:ftr' || name === 'w:hdr') {
          if (words) losses.add('pages')
          words = false
        }
      },
      text(text) {
        words ||= within === 'w:t' && /\p{L}/u.test(text)
      },
    }
    parts.readAll(kind, part)
  }
}

function readTitle(parts: Package): string | null {
  let [title, within] = ['', '']
  parts.read('core-properties', {
    opened({ name }) {
      within = name
    },
    closed() {
      within = ''
    },
    text(words) {
      if (within === 'dc:title' && title.length < MOST_TITLE) title += words
    },
  })
  return (
    title
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, MOST_TITLE)
      .replace(/[\ud800-\udbff]$/, '') || null
  )
}

/** UTF-16 code units. */
const MOST_TITLE = 200
