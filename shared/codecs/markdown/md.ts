/**
 * Markdown (CommonMark 0.31): paragraphs, verse by hard line breaks, headings, `***` between scenes, emphasis. Plain
 * words come back as they were, however much they look like markup. Without what is proposed and noted: see critic.ts.
 */
import type { LineAttributes } from '../../story/attributes.ts'
import { type Block, blocksOf, textsOf } from '../blocks.ts'
import type { Codec } from '../codec.ts'
import { encode } from '../encodings.ts'
import { notesLeftOut, openLeftOut, withoutControls } from '../losses.ts'
import { markdownOf } from './emphasis.ts'

/** Always UTF-8 with "\n". */
export const md: Codec = {
  format: 'md',
  extension: '.md',
  views: ['now', 'accepted'],
  write({ edition, form }) {
    const { blocks, breaksLast } = blocksOf(edition, form)
    const all = [...blocks.map(blockText), ...(breaksLast ? [SCENE_BREAK] : [])].join('\n\n')
    const { text, losses } = withoutControls(all === '' ? '' : `${all}\n`)
    return {
      bytes: encode(text, 'utf-8'),
      mediaType: 'text/markdown; charset=utf-8',
      losses: [...edition.losses, ...openLeftOut(edition), ...notesLeftOut(edition), ...losses],
    }
  },
}

export const SCENE_BREAK = '***'

/** What stands before a heading's words. */
export function headingMark(level: NonNullable<LineAttributes['block']>): string {
  return `${'#'.repeat(level)} `
}

/** The words of a heading may end in number signs, which Markdown would take for its own. */
export function closedHeading(text: string): string {
  return text.replace(/(?<=\s)#+$/, '\\$&')
}

function blockText({ kind, level, breaks, lines }: Block): string {
  const edges = { first: true, last: true, critic: false, abuts: { before: false, after: false } }
  const texts = lines.map((line) => markdownOf(textsOf(line), edges))
  const words = kind === 'heading' ? headingMark(level) + closedHeading(texts[0] ?? '') : texts.join('\\\n')
  return breaks ? `${SCENE_BREAK}\n\n${words}` : words
}
