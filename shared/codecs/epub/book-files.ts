/** The files of a book besides its words: EPUB 3.3 and EPUB Accessibility 1.1. Words are escaped here. */
import { GENERATOR } from '../html/own-marks.ts'
import { escapeXml } from '../xml/write-xml.ts'

export interface Book {
  id: string
  title: string
  language: string
  /** ISO 8601 in UTC, whole seconds. */
  date: string
}

export interface Chapter {
  /** Without folder; plain ASCII. */
  file: string
  title: string
  /** In the table of contents, with the heading's id; null for the chapter itself. */
  entries: readonly { id: string | null; title: string; level: number }[]
  /** XHTML. */
  body: string
}

export const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`

export const BOOK_STYLE = `p { margin: 0; text-indent: 1.5em; white-space: pre-wrap; }
h1 + p, h2 + p, h3 + p, h4 + p, h5 + p, h6 + p, hr + p, section > p:first-child { text-indent: 0; }
h1, h2, h3, h4, h5, h6 { margin: 2em 0 1em; line-height: 1.25; }
hr { border: 0; margin: 1.5em 0; text-align: center; }
hr::before { content: "* * *"; }
hr[data-mark]::before { content: attr(data-mark); }
hr.gap { margin: 0; height: 1.5em; }
hr.gap::before { content: none; }
ins { text-decoration: underline; }
del { text-decoration: line-through; }
.line-end::after { content: "\\00b6"; }
.line-look::after { content: "[" attr(data-look) "]"; margin-right: 0.4em; font-size: 0.8em; font-weight: normal; }
sup { line-height: 0; }
aside, aside p, div p { text-indent: 0; font-size: 0.9em; }
aside { margin-top: 1em; }
`

export function packageFile({ id, title, language, date }: Book, chapters: readonly Chapter[]): string {
  const items = chapters.map(
    ({ file }, index) => `<item id="c${index + 1}" href="${file}" media-type="application/xhtml+xml"/>`,
  )
  const refs = chapters.map((_, index) => `<itemref idref="c${index + 1}"/>`)
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${escapeXml(language)}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${escapeXml(id)}</dc:identifier>
<dc:title>${escapeXml(title)}</dc:title>
<dc:language>${escapeXml(language)}</dc:language>
<meta property="dcterms:modified">${escapeXml(date)}</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">structuralNavigation</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityHazard">none</meta>
<meta property="schema:accessibilitySummary">Text alone, in reading order, with headings and a table of contents.</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
${items.join('\n')}
</manifest>
<spine>
${refs.join('\n')}
</spine>
</package>
`
}

export function navigationFile({ language }: Book, chapters: readonly Chapter[]): string {
  const entries = chapters.flatMap(({ file, entries }) =>
    entries.map(({ id, title, level }) => ({
      level,
      link: `<a href="${file}${id === null ? '' : `#${id}`}">${escapeXml(title)}</a>`,
    })),
  )
  const body = `<nav epub:type="toc" role="doc-toc"><h1>Contents</h1>${nested(entries)}</nav>`
  return xhtml(language, 'Contents', '', body)
}

export function chapterFile({ language }: Book, { title, body }: Chapter): string {
  return xhtml(
    language,
    title,
    '<link rel="stylesheet" type="text/css" href="style.css"/>',
    `<section>\n${body}</section>`,
  )
}

/** Lists within lists; a level that was left out opens no list of its own. */
function nested(entries: readonly { level: number; link: string }[]): string {
  let out = ''
  const open: number[] = []
  for (const { level, link } of entries) {
    while (open.length > 1 && level < open.at(-1)!) {
      out += '</li></ol>'
      open.pop()
    }
    if (open.length === 0 || level > open.at(-1)!) {
      out += '<ol>'
      open.push(level)
    } else {
      out += '</li>'
      open[open.length - 1] = level
    }
    out += `<li>${link}`
  }
  return out + '</li></ol>'.repeat(open.length)
}

function xhtml(language: string, title: string, head: string, body: string): string {
  const lang = escapeXml(language)
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="${lang}" lang="${lang}">
<head><title>${escapeXml(title)}</title><meta name="generator" content="${GENERATOR}"/>${head}</head>
<body>
${body}
</body>
</html>
`
}
