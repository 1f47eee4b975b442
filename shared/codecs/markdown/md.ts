/**
 * Markdown (CommonMark 0.31): paragraphs, verse by hard line breaks, headings, `***` between scenes, emphasis. Plain
 * words come back as they were, however much they look like markup. Without what is proposed and noted: see critic.ts.
 */
import type { LineAttributes } from '../../story/attributes.ts'
import { type Block, blocksOf, breaksOf, type Layout, type SceneBreak, textsOf } from '../blocks.ts'
import type { Codec } from '../codec.ts'
import { encode } from '../encodings.ts'
import type { Loss } from '../loss.ts'
import { lossOf, notesLeftOut, openLeftOut, withoutControls } from '../losses.ts'
import { markdownOf } from './emphasis.ts'
import { LONGEST_BREAK } from './markdown-walk.ts'

/** Always UTF-8 with "\n". */
export const md: Codec = {
  format: 'md',
  extension: '.md',
  views: ['now', 'accepted'],
  write({ edition, form }) {
    const layout = blocksOf(edition, form)
    const { blocks, breaksLast } = layout
    const all = [...blocks.map(blockText), ...(breaksLast ? [sceneBreak(breaksLast)] : [])].join('\n\n')
    const { text, losses } = withoutControls(all === '' ? '' : `${all}\n`)
    return {
      bytes: encode(text, 'utf-8'),
      mediaType: 'text/markdown; charset=utf-8',
      losses: [
        ...edition.losses,
        ...openLeftOut(edition),
        ...notesLeftOut(edition),
        ...marksLeftOut(layout),
        ...losses,
      ],
    }
  },
}

/** A thematic break as it was drawn (CommonMark §4.1), else with stars; of a gap a paragraph of one hard blank for each line end more, which shows as such. */
export function sceneBreak(breaks: SceneBreak): string {
  if (breaks.kind === 'gap')
    return Array(Math.min(MOST_BLANKS, breaks.ends - 2))
      .fill('&nbsp;')
      .join('\n\n')
  return isThematic(breaks) ? breaks.mark : '***'
}

/** Of drawn breaks that Markdown knows no sign for. */
export function marksLeftOut(layout: Layout): Loss[] {
  const count = breaksOf(layout).filter((one) => one.kind === 'drawn' && !isThematic(one)).length
  const say = (subject: string) => `${subject} drawn with stars: Markdown has no other marks for it.`
  return lossOf('scene-marks', count, 'scene break is', 'scene breaks are', say)
}

const MOST_BLANKS = 8

/** Dashes would begin the front matter that some programs look for. */
function isThematic({ mark }: Extract<SceneBreak, { kind: 'drawn' }>): boolean {
  return mark.length <= LONGEST_BREAK && /^([*_])(?:[ \t]*\1){2,}$/.test(mark)
}

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
  return breaks ? `${sceneBreak(breaks)}\n\n${words}` : words
}
