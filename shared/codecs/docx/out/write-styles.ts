/** How a manuscript looks in a word processor: a plain serif, first lines indented, half a line more between the lines. */
import { escapeXml } from '../../xml/write-xml.ts'
import { SPACE_BEFORE_HEADING, STORY_STYLE, W } from '../names.ts'

/** Half-points, by level. */
const HEADING_SIZES = [32, 28, 26, 24, 24, 24]

/** word/styles.xml; `language` is BCP 47. */
export function stylesPart(language: string): string {
  const font =
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>'
  const look = `${font}<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="${escapeXml(language)}"/>`
  return [
    `<w:styles xmlns:w="${W}">`,
    `<w:docDefaults><w:rPrDefault><w:rPr>${look}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${STORY_STYLE.id}"><w:name w:val="${STORY_STYLE.name}"/>`,
    '<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl/><w:spacing w:line="360" w:lineRule="auto"/>',
    '<w:ind w:firstLine="720"/></w:pPr></w:style>',
    ...HEADING_SIZES.map(heading),
    '<w:style w:type="paragraph" w:styleId="CommentText"><w:name w:val="annotation text"/><w:basedOn w:val="Normal"/>',
    '<w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>',
    '<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/>',
    '<w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>',
    '<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/>',
    '<w:pPr><w:jc w:val="center"/></w:pPr></w:style>',
    '</w:styles>',
  ].join('')
}

function heading(size: number, index: number): string {
  const level = index + 1
  return [
    `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/>`,
    `<w:next w:val="${STORY_STYLE.id}"/><w:qFormat/><w:pPr><w:keepNext/>`,
    `<w:spacing w:before="${SPACE_BEFORE_HEADING}" w:after="240"/><w:jc w:val="center"/>`,
    `<w:outlineLvl w:val="${index}"/></w:pPr>`,
    `<w:rPr><w:b/><w:bCs/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`,
  ].join('')
}
