/** The ways from an edition back to a plain draft: as the text stands, and as its proposals would leave it. */
import type { LineAttributes } from '../story/attributes.ts'
import { sameMarks } from '../story/delta.ts'
import type { Draft, Line } from '../story/draft.ts'
import type { Edition, EditionLine, EditionText } from './edition.ts'

/** Of a `marked` edition the text as it stands; of another one its lines as they are. */
export function draftBefore({ lines }: Pick<Edition, 'lines'>): Draft {
  return draftWithout('insert', lines)
}

/** Every proposal in the lines made. */
export function draftAfter({ lines }: Pick<Edition, 'lines'>): Draft {
  return draftWithout('delete', lines)
}

function draftWithout(left: 'insert' | 'delete', lines: readonly EditionLine[]): Draft {
  const out: Line[] = []
  for (const line of lines) {
    const { gap, eol, block } = left === 'insert' && line.opening?.kind === 'format' ? line.opening.was : line
    const last = out.at(-1)
    const open = line.opening?.kind === left && last ? last : { ...attributes({ gap, eol, block }), spans: [] }
    if (open !== last) out.push(open)
    for (const item of line.items) if ('text' in item && item.proposal?.kind !== left) append(open, item, left)
  }
  return { lines: out }
}

function attributes({
  gap,
  eol,
  block,
}: { [Key in keyof LineAttributes]: LineAttributes[Key] | undefined }): LineAttributes {
  return {
    ...(gap === undefined ? {} : { gap }),
    ...(eol === undefined ? {} : { eol }),
    ...(block === undefined ? {} : { block }),
  }
}

function append(line: Line, { text, marks, proposal }: EditionText, left: 'insert' | 'delete'): void {
  const kept = left === 'insert' && proposal?.kind === 'format' ? proposal.was : marks
  const last = line.spans.at(-1)
  if (last && sameMarks(last, kept)) last.text += text
  else line.spans.push({ text, ...kept })
}
