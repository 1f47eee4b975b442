/**
 * Word files (WordprocessingML, ISO/IEC 29500 transitional) with tracked changes and threads of comments: what a publisher
 * works with. The same edition is the same bytes.
 */
import type { Codec, Manuscript } from '../../codec.ts'
import type { Edition } from '../../edition.ts'
import { encode } from '../../encodings.ts'
import type { Loss } from '../../loss.ts'
import { openLeftOut } from '../../losses.ts'
import { writeZip } from '../../zip/write-zip.ts'
import { MC, R, W, W14, W15 } from '../names.ts'
import { threadsOf } from './threads.ts'
import { type Body, writeBody } from './write-body.ts'
import { writeComments } from './write-comments.ts'
import {
  contentTypes,
  coreProperties,
  documentRelationships,
  footerPart,
  packageRelationships,
  sectionXml,
  settingsPart,
} from './write-package.ts'
import { stylesPart } from './write-styles.ts'

export const docx: Codec = {
  format: 'docx',
  extension: '.docx',
  views: ['marked', 'now', 'accepted'],
  write({ edition, form }: Manuscript) {
    const body = writeBody(edition, threadsOf(edition), form.gap)
    const comments = writeComments(body.threads)
    const commented = body.threads.length > 0
    const parts: [name: string, xml: string][] = [
      ['[Content_Types].xml', contentTypes(commented)],
      ['_rels/.rels', packageRelationships()],
      ['word/document.xml', documentPart(body.xml, edition.language)],
      ['word/_rels/document.xml.rels', documentRelationships(commented)],
      ['word/styles.xml', stylesPart(edition.language)],
      ['word/settings.xml', settingsPart(edition.view === 'marked')],
      ['word/footer1.xml', footerPart()],
      ['docProps/core.xml', coreProperties(edition)],
    ]
    if (commented) {
      parts.push(['word/comments.xml', comments.comments])
      parts.push(['word/commentsExtended.xml', comments.extended])
      parts.push(['word/people.xml', comments.people])
    }
    return {
      bytes: writeZip(parts.map(([name, xml]) => ({ name, bytes: encode(DECLARATION + xml, 'utf-8') }))),
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      losses: [...edition.losses, ...openLeftOut(edition), ...lossesOf(edition, body, body.left + comments.left)],
    }
  },
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

function documentPart(paragraphs: string, language: string): string {
  const names = `xmlns:w="${W}" xmlns:r="${R}" xmlns:mc="${MC}" xmlns:w14="${W14}" xmlns:w15="${W15}"`
  const body = `<w:body>${paragraphs}${sectionXml(language)}</w:body>`
  return `<w:document ${names} mc:Ignorable="w14 w15">${body}</w:document>`
}

function lossesOf({ suggestions }: Edition, { placeless }: Body, left: number): Loss[] {
  const decided = suggestions.filter(({ status }) => status !== 'open').length
  const losses: (Loss | null)[] = [
    loss(
      'characters',
      left,
      'characters that no Word file can hold are left out',
      'character that no Word file can hold is left out',
    ),
    loss(
      'decided',
      decided,
      'decided suggestions are not in the file; the correction record has them',
      'decided suggestion is not in the file; the correction record has it',
    ),
    loss(
      'placeless',
      placeless,
      'notes without a place in the text stand before its first word',
      'note without a place in the text stands before its first word',
    ),
  ]
  return losses.filter((one) => one !== null)
}

function loss(kind: string, count: number, many: string, one: string): Loss | null {
  return count === 0 ? null : { kind, count, message: `${count === 1 ? `1 ${one}` : `${count} ${many}`}.` }
}
