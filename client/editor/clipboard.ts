/**
 * What goes out of the text by copying and comes in by pasting and dropping. Out: plain text with the line ends of the
 * file, and HTML of paragraphs, headings and three marks. In: the same, and nothing else of whatever was copied.
 */
import { DOMSerializer, type Node, type Schema, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { Line } from '../../shared/story/draft.ts'
import { linesOfHtml, STYLE } from './pasted-html.ts'
import { linesOfText, withGaps } from './pasted-lines.ts'
import { docOfDraft } from './text-to-doc.ts'

export function clipboardPlugin(schema: Schema, usualGap: number): Plugin {
  return new Plugin({
    props: {
      clipboardTextSerializer: (slice) => copiedText(slice, usualGap),
      clipboardSerializer: copySerializer(schema),
      clipboardTextParser: (text) => sliceOfLines(schema, withGaps(linesOfText(text), usualGap)),
      transformPastedHTML: (html) => cleanHtml(html, usualGap),
    },
  })
}

/** Lines parted by as many line ends as stand between them in the file. */
export function copiedText(slice: Slice, usualGap: number): string {
  let text = ''
  slice.content.forEach((node, _, index) => {
    const gap: number = node.attrs.gap ?? usualGap
    text += index === 0 ? node.textContent : '\n'.repeat(gap) + node.textContent
  })
  return text
}

/** Lines as HTML that ProseMirror reads back without a loss, open at both ends: the first and last join their neighbours. */
export function htmlOfLines(lines: readonly Line[]): string {
  return lines
    .map(({ block, gap, spans }, index) => {
      const tag = block === undefined ? 'p' : `h${block}`
      const open = index === 0 ? ' data-pm-slice="1 1 []"' : ''
      return `<${tag}${open} data-gap="${gap ?? USUAL}">${spans.map(spanHtml).join('')}</${tag}>`
    })
    .join('')
}

/** How the usual gap is written in `data-gap`; the attribute itself says that the HTML is Galley's. */
const USUAL = 'usual'

function cleanHtml(html: string, usualGap: number): string {
  // A parsed document is inert: no script runs, no image is fetched.
  const { body } = new DOMParser().parseFromString(withoutStyles(html), 'text/html')
  return htmlOfLines(withGaps(linesOfHtml(body), usualGap))
}

/**
 * Styles under another name, where pasted-html reads them: even a document that is only parsed reports its inline
 * styles as breaches of the page's content policy.
 */
function withoutStyles(html: string): string {
  return html
    .replace(/<(\/?)style\b/gi, `<$1${STYLE}`)
    .replace(/<[a-z][^<>]*>/gi, (tag) => tag.replace(/([\s"'/])style(?=\s*=)/gi, `$1${STYLE}`))
}

function sliceOfLines(schema: Schema, lines: Line[]): Slice {
  return lines.length === 0 ? Slice.empty : new Slice(docOfDraft(schema, { lines }).content, 1, 1)
}

function copySerializer(schema: Schema): DOMSerializer {
  const gap = (node: Node) => ({ 'data-gap': String(node.attrs.gap ?? USUAL) })
  return new DOMSerializer(
    {
      ...DOMSerializer.nodesFromSchema(schema),
      paragraph: (node) => ['p', gap(node), 0],
      heading: (node) => [`h${node.attrs.level}`, gap(node), 0],
    },
    { bold: () => ['strong', 0], italic: () => ['em', 0], strike: () => ['s', 0] },
  )
}

function spanHtml({ text, bold, italic, strike }: Line['spans'][number]): string {
  let html = text.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign)
  if (strike) html = `<s>${html}</s>`
  if (italic) html = `<em>${html}</em>`
  return bold ? `<strong>${html}</strong>` : html
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
