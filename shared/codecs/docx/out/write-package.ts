/** The parts of a file beside its words and comments, and which part is what (Open Packaging Conventions, ISO/IEC 29500-2). */
import type { Edition } from '../../edition.ts'
import { escapeXml } from '../../xml/write-xml.ts'
import { CONTENT_TYPES, CORE, DC, DCTERMS, R, RELATIONSHIPS, W } from '../names.ts'
import { dateOf } from './write-words.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const MICROSOFT = 'http://schemas.microsoft.com/office/2011/relationships'

/** Name, content type, and by which relationship the document has it. */
const PARTS = [
  ['styles', `${WORD}.styles+xml`, `${R}/styles`],
  ['settings', `${WORD}.settings+xml`, `${R}/settings`],
  ['footer1', `${WORD}.footer+xml`, `${R}/footer`],
  ['comments', `${WORD}.comments+xml`, `${R}/comments`],
  ['commentsExtended', `${WORD}.commentsExtended+xml`, `${MICROSOFT}/commentsExtended`],
  ['people', `${WORD}.people+xml`, `${MICROSOFT}/people`],
] as const

/** The relationship of the document to the part at the foot of each page. */
const FOOTER_ID = 'rId3'

/** [Content_Types].xml; without comments their three parts are left out. */
export function contentTypes(comments: boolean): string {
  const part = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}"/>`
  return [
    `<Types xmlns="${CONTENT_TYPES}">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    part('word/document.xml', `${WORD}.document.main+xml`),
    ...partsOf(comments).map(([name, type]) => part(`word/${name}.xml`, type)),
    part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    '</Types>',
  ].join('')
}

/** _rels/.rels */
export function packageRelationships(): string {
  const core = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties'
  return relationships([
    [`${R}/officeDocument`, 'word/document.xml'],
    [core, 'docProps/core.xml'],
  ])
}

/** word/_rels/document.xml.rels */
export function documentRelationships(comments: boolean): string {
  return relationships(partsOf(comments).map(([name, , type]) => [type, `${name}.xml`]))
}

/** docProps/core.xml. Nobody is named in it. */
export function coreProperties({ title, language, date }: Pick<Edition, 'title' | 'language' | 'date'>): string {
  const time = dateOf(date)
  return [
    `<cp:coreProperties xmlns:cp="${CORE}" xmlns:dc="${DC}" xmlns:dcterms="${DCTERMS}" `,
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(title)}</dc:title><dc:language>${escapeXml(language)}</dc:language>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified></cp:coreProperties>`,
  ].join('')
}

/** word/settings.xml. A marked file goes on recording, so that what its reader changes is seen as well. */
export function settingsPart(recording: boolean): string {
  const mode = 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"'
  return [
    `<w:settings xmlns:w="${W}">${recording ? '<w:trackRevisions/>' : ''}<w:defaultTabStop w:val="720"/>`,
    `<w:compat><w:compatSetting ${mode}/></w:compat></w:settings>`,
  ].join('')
}

/** word/footer1.xml: the number of the page. */
export function footerPart(): string {
  return `<w:ftr xmlns:w="${W}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr><w:fldSimple w:instr=" PAGE "/></w:p></w:ftr>`
}

/** The page: margins of an inch, on the paper of the place. */
export function sectionXml(language: string): string {
  const size = /^en-(us|ca)\b/i.test(language) ? 'w:w="12240" w:h="15840"' : 'w:w="11906" w:h="16838"'
  const margins = 'w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"'
  const footer = `<w:footerReference w:type="default" r:id="${FOOTER_ID}"/>`
  return `<w:sectPr>${footer}<w:pgSz ${size}/><w:pgMar ${margins}/></w:sectPr>`
}

function partsOf(comments: boolean): readonly (typeof PARTS)[number][] {
  return comments ? PARTS : PARTS.slice(0, 3)
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const written = targets.map(
    ([type, target], nth) => `<Relationship Id="rId${nth + 1}" Type="${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${RELATIONSHIPS}">${written.join('')}</Relationships>`
}
