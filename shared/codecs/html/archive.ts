/**
 * A story as the HTML that fan archives take: nothing but the elements of Archive of Our Own's allow-list that a story
 * needs, no attributes, each block on one line, since a line end within would become one of the text's.
 */
import { blocksOf, breaksOf, textsOf } from '../blocks.ts'
import type { Codec } from '../codec.ts'
import { encode } from '../encodings.ts'
import { controlsLeftOut, lossOf, notesLeftOut, openLeftOut } from '../losses.ts'
import { bodyHtml, withoutNotes } from './html.ts'
import { InlineHtml } from './inline.ts'

/** A part of a page, for the box that takes a chapter. Always UTF-8. */
export const archive: Codec = {
  format: 'archive',
  extension: '.html',
  views: ['now', 'accepted'],
  write({ edition, form }) {
    const layout = blocksOf(edition, form)
    const lines = layout.blocks.flatMap((block) => block.lines)
    const inline = new InlineHtml(withoutNotes(edition), lines, { epub: false })
    const text = bodyHtml(layout, inline, { plain: true })
    const spaced = lines.filter((line) =>
      SPACES.test(
        textsOf(line)
          .map((item) => item.text)
          .join(''),
      ),
    ).length
    const gaps = breaksOf(layout).filter(({ kind }) => kind === 'gap').length
    const draw = (subject: string) => `${subject} drawn as a rule: archives keep nothing that would tell the two apart.`
    const say = (subject: string) => `${subject} drawn with single blanks: HTML shows no more.`
    return {
      bytes: encode(text, 'utf-8'),
      mediaType: 'text/html; charset=utf-8',
      losses: [
        ...edition.losses,
        ...layout.losses,
        ...openLeftOut(edition),
        ...notesLeftOut(edition),
        ...lossOf('scene-gaps', gaps, 'scene gap is', 'scene gaps are', draw),
        ...lossOf(
          'spaces',
          spaced,
          'line with tabs or several blanks is',
          'lines with tabs or several blanks are',
          say,
        ),
        ...controlsLeftOut(edition),
      ],
    }
  },
}

const SPACES = /[ \t]{2}|\t|^[ \t]|[ \t]$/
