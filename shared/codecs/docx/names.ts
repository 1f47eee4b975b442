/** The names of WordprocessingML: namespaces and kinds of parts (ECMA-376, ISO/IEC 29500, [MS-DOCX]). */

export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
export const W14 = 'http://schemas.microsoft.com/office/word/2010/wordml'
export const W15 = 'http://schemas.microsoft.com/office/word/2012/wordml'
export const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006'
export const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships'
export const CONTENT_TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types'
export const CORE = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties'
export const DC = 'http://purl.org/dc/elements/1.1/'
export const DCTERMS = 'http://purl.org/dc/terms/'

/** Address → the prefix by which this folder knows it. The strict form of the standard has addresses of its own. */
export const NAMESPACES: ReadonlyMap<string, string> = new Map([
  [W, 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  [R, 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  [W14, 'w14'],
  [W15, 'w15'],
  [MC, 'mc'],
  [RELATIONSHIPS, 'rel'],
  [DC, 'dc'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://schemas.microsoft.com/office/word/2016/wordml/cid', 'w16cid'],
  ['http://schemas.microsoft.com/office/word/2018/wordml/cex', 'w16cex'],
  ['http://schemas.microsoft.com/office/word/2023/wordml/word16du', 'w16du'],
])

/** The paragraphs of a story are in this style, by which a file of Galley's is known again, whoever saved it since. */
export const STORY_STYLE = { id: 'StoryText', name: 'Story text' } as const

/** The usual gap of a story that was a Word file: an empty line between paragraphs, once it is plain text. */
export const USUAL_GAP = 2

/** Twentieths of a point: one line end more than usual before a paragraph, and what a heading has anyway. */
export const SPACE_OF_LINE_END = 240
export const SPACE_BEFORE_HEADING = 480
