/** Word files for tests: of random stories as we write them, and of XML by hand as other programs might. */
import type { ReadResult, ReadReview, WriteResult } from '../../../../shared/codecs/codec.ts'
import { docxReader } from '../../../../shared/codecs/docx/in/read-docx.ts'
import { docx } from '../../../../shared/codecs/docx/out/write-docx.ts'
import type { Edition, View } from '../../../../shared/codecs/edition.ts'
import { editionOf } from '../../../../shared/codecs/edition-of.ts'
import { writeZip } from '../../../../shared/codecs/zip/write-zip.ts'
import type { Draft } from '../../../../shared/story/draft.ts'
import { NEW_FORM } from '../../../../shared/story/file-form.ts'
import { lineText } from '../../../../shared/story/lines.ts'
import type { ReviewedStory } from '../edition-parts.ts'
import { RANDOM_NAMES } from '../random-review.ts'

export function written(story: ReviewedStory, view: View = 'marked'): WriteResult & { edition: Edition } {
  const { edition } = editionOf({ ...story.parts({ view }), names: RANDOM_NAMES })
  return { edition, ...writtenEdition(edition) }
}

export function writtenEdition(edition: Edition): WriteResult {
  const draft: Draft = { lines: [{ spans: [] }] }
  return docx.write({ edition, draft, form: NEW_FORM, name: 'story.txt', source: null, record: [] })
}

export function read(bytes: Uint8Array): ReadResult & ReadReview {
  return docxReader.read(bytes, { mostLines: 1000 })
}

/** The words of each line. */
export function linesIn({ draft }: Pick<ReadResult, 'draft'>): string[] {
  return draft.lines.map(lineText)
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const SPACES = [
  `xmlns:w="${W}" xmlns:r="${R}"`,
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
].join(' ')

/** What stands in each part, without its outermost element. */
export interface WordParts {
  body: string
  styles?: string
  comments?: string
  extended?: string
  footnotes?: string
  footer?: string
  /** Further relationships of the document. */
  relationships?: string
  title?: string
}

export function wordFile(parts: WordParts): Uint8Array {
  return zipOf(wordParts(parts))
}

export function zipOf(parts: ReadonlyMap<string, string>): Uint8Array {
  return writeZip([...parts].map(([name, xml]) => ({ name, bytes: new TextEncoder().encode(xml) })))
}

/** By name of the part. */
export function wordParts(parts: WordParts): Map<string, string> {
  const { body, styles, comments, extended, footnotes, footer, relationships = '', title } = parts
  const microsoft = 'http://schemas.microsoft.com/office/2011/relationships'
  const related: [kind: string, part: string, xml: string][] = []
  const add = (kind: string, part: string, root: string, inner: string | undefined) => {
    if (inner !== undefined) related.push([kind, part, `<w:${root} ${SPACES}>${inner}</w:${root}>`])
  }
  add(`${R}/styles`, 'styles.xml', 'styles', styles)
  add(`${R}/comments`, 'comments.xml', 'comments', comments)
  add(`${R}/footnotes`, 'footnotes.xml', 'footnotes', footnotes)
  add(`${R}/footer`, 'footer1.xml', 'ftr', footer)
  if (extended !== undefined) {
    const xml = `<w15:commentsEx ${SPACES}>${extended}</w15:commentsEx>`
    related.push([`${microsoft}/commentsExtended`, 'commentsExtended.xml', xml])
  }
  const core = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties'
  const properties = `<x:coreProperties xmlns:x="y" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></x:coreProperties>`
  return new Map([
    [
      '_rels/.rels',
      relationshipsOf([
        [`${R}/officeDocument`, 'word/document.xml'],
        [core, 'docProps/core.xml'],
      ]),
    ],
    ['word/document.xml', `<?xml version="1.0"?><w:document ${SPACES}><w:body>${body}</w:body></w:document>`],
    ['word/_rels/document.xml.rels', relationshipsOf(related, relationships)],
    ...related.map(([, part, xml]): [string, string] => [`word/${part}`, xml]),
    ...(title === undefined ? [] : ([['docProps/core.xml', properties]] as const)),
  ])
}

function relationshipsOf(targets: readonly (readonly [string, string, ...unknown[]])[], more = ''): string {
  const written = targets.map(([type, target], nth) => `<Relationship Id="r${nth}" Type="${type}" Target="${target}"/>`)
  const space = 'http://schemas.openxmlformats.org/package/2006/relationships'
  return `<Relationships xmlns="${space}">${written.join('')}${more}</Relationships>`
}

/** A paragraph of runs or of words alone, with properties. */
export function p(content: string, properties = ''): string {
  const runs = content.startsWith('<') || content === '' ? content : r(content)
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`
}

export function r(words: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`
}

export const ANN = 'w:id="1" w:author="Ann" w:date="2026-01-28T12:00:00Z"'
export const BEN = 'w:id="2" w:author="Ben" w:date="2026-01-29T12:00:00Z"'

export function ins(words: string, who = ANN, name = 'ins'): string {
  return `<w:${name} ${who}>${words.startsWith('<') ? words : r(words)}</w:${name}>`
}

export function del(words: string, who = ANN, name = 'del'): string {
  return `<w:${name} ${who}><w:r><w:delText xml:space="preserve">${words}</w:delText></w:r></w:${name}>`
}

export function comment(
  id: number,
  body: string,
  { who = 'w:author="Ann" w:date="2026-01-28T12:00:00Z"', paragraph = '' } = {},
): string {
  const tied = paragraph === '' ? '' : ` w14:paraId="${paragraph}"`
  return `<w:comment w:id="${id}" ${who}><w:p${tied}>${r(body)}</w:p></w:comment>`
}

export function on(id: number, content: string): string {
  const reference = `<w:r><w:commentReference w:id="${id}"/></w:r>`
  return `<w:commentRangeStart w:id="${id}"/>${content}<w:commentRangeEnd w:id="${id}"/>${reference}`
}
