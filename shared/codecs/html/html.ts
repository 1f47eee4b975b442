/**
 * A story as one web page that needs nothing else: no script, nothing loaded, a policy that forbids both. Good to read by
 * day and by night, and on paper. Marked, what is proposed stands in the text and what is said at the end, linked.
 */
import { type Block, type BlockLine, blocksOf, type Layout, type SceneBreak } from '../blocks.ts'
import type { Codec } from '../codec.ts'
import type { Edition, EditionNote } from '../edition.ts'
import { encode } from '../encodings.ts'
import { controlsLeftOut, decidedLeftOut, notesLeftOut, openLeftOut } from '../losses.ts'
import { escapeXml } from '../xml/write-xml.ts'
import { InlineHtml } from './inline.ts'
import { BREAK_MARK, DRAWN_BREAK, GAP_CLASS, GAP_ENDS, GENERATOR, TITLE_CLASS, WIDE_GAP } from './own-marks.ts'
import { PAGE_STYLE, PAGE_STYLE_HASH } from './page-style.ts'
import { saidAttributes, saidHtml } from './said.ts'

/** Always UTF-8. The title stands above the text where that does not begin with a heading of its own. */
export const html: Codec = {
  format: 'html',
  extension: '.html',
  views: ['now', 'accepted', 'marked'],
  write({ edition, form }) {
    const layout = blocksOf(edition, form, { hasLooks: true })
    const { blocks } = layout
    const isMarked = edition.view === 'marked'
    const shown = isMarked ? edition : withoutNotes(edition)
    const inline = new InlineHtml(
      shown,
      blocks.flatMap(({ lines }) => lines),
      { epub: false },
    )
    const body = bodyHtml(layout, inline)
    const text = page(edition, blocks, body + notesHtml(shown, inline))
    return {
      bytes: encode(text, 'utf-8'),
      mediaType: 'text/html; charset=utf-8',
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

/** The same story, with nothing said about it. */
export function withoutNotes(edition: Edition): Edition {
  return { ...edition, notes: [], suggestions: [] }
}

interface BodyOptions {
  idOf?: (block: Block) => string | null
  /** Nothing says how the rules between scenes were drawn, or that they were not. */
  plain?: boolean
  /** The line that follows in another file. */
  after?: BlockLine | undefined
}

/** Blocks, one a line; the lines of verse by `br`, without a line end of the file's. */
export function bodyHtml(
  { blocks, breaksLast }: Pick<Layout, 'blocks' | 'breaksLast'>,
  inline: InlineHtml,
  { idOf = () => null, plain = false, after: following }: BodyOptions = {},
): string {
  const all = blocks.flatMap(({ lines }) => lines)
  const next = new Map(all.map((line, index) => [line, all[index + 1] ?? following]))
  const written = blocks.map((block) => {
    const { level, breaks, lines } = block
    const id = idOf(block)
    const tag = level > 0 ? `h${level}` : 'p'
    const texts = lines.map((line) => {
      const after = next.get(line)
      return inline.look(line) + inline.line(line) + (after ? inline.end(after) : '')
    })
    return `${rule(breaks, plain)}<${tag}${id === null ? '' : ` id="${id}"`}>${texts.join('<br />')}</${tag}>\n`
  })
  return written.join('') + rule(breaksLast, plain)
}

function rule(breaks: SceneBreak | null, plain: boolean): string {
  if (breaks === null) return ''
  if (plain || (breaks.kind === 'drawn' && breaks.mark === DRAWN_BREAK)) return '<hr />\n'
  if (breaks.kind === 'drawn') return `<hr ${BREAK_MARK}="${escapeXml(breaks.mark)}" />\n`
  return `<hr class="${GAP_CLASS}"${breaks.ends === WIDE_GAP ? '' : ` ${GAP_ENDS}="${breaks.ends}"`} />\n`
}

function notesHtml(edition: Edition, inline: InlineHtml): string {
  const placed = inline.takeSaid().map(({ number, key, thread }) => {
    const back = `<a href="#ref-${number}" role="doc-backlink" aria-label="Back to the text">${number}</a>`
    return `<aside id="note-${number}"${saidAttributes(thread, key, edition)}>${back}${saidHtml(thread, edition)}</aside>\n`
  })
  const others = inline.unplaced.map((note) => asideHtml(note, edition, inline.keyOf(note)))
  const all = [...placed, ...others].join('')
  return all === '' ? '' : `<section role="doc-endnotes" aria-label="Notes">\n${all}</section>\n`
}

/** Of what has no place in the text. */
export function asideHtml(thread: EditionNote, edition: Edition, key: string): string {
  return `<aside${saidAttributes(thread, key, edition)}>${saidHtml(thread, edition)}</aside>\n`
}

function page({ title, language }: Edition, blocks: readonly Block[], body: string): string {
  const heading =
    blocks[0]?.kind === 'heading' || title === ''
      ? ''
      : `<header class="${TITLE_CLASS}"><h1>${escapeXml(title)}</h1></header>\n`
  return `<!DOCTYPE html>
<html lang="${escapeXml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${PAGE_STYLE_HASH}'">
<meta name="generator" content="${GENERATOR}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<article>
${heading}${body}</article>
</body>
</html>
`
}
