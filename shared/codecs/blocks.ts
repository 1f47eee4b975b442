/**
 * An edition as what formats of paragraphs know: headings, paragraphs of one line or, as verse, of several, and scene
 * breaks. A scene break is a line that draws one, or a wider gap than usual; blank lines are gap and nothing else.
 */
import { breakMarkOf } from '../proof/summary.ts'
import type { FileForm } from '../story/file-form.ts'
import type { Edition, EditionItem, EditionLine, EditionText, LineProposal } from './edition.ts'
import type { Loss } from './loss.ts'

/** What stands in a line, with what is proposed for it: `format` is never among the proposals (see `plainlyProposed`). */
export interface BlockLine {
  /** What is proposed for the line end before it, or for that of the scene break before it. */
  opening: Exclude<LineProposal, { kind: 'format' }> | null
  items: readonly EditionItem[]
}

export interface Block {
  kind: 'heading' | 'paragraph'
  /** Of a heading 1…6; 0 of a paragraph. */
  level: number
  /** A scene ends before it. Never on the first block. */
  breaks: boolean
  /** One or more; a heading has one. */
  lines: BlockLine[]
}

/** In order; none where there are no words. Notes that stand on a blank line stand before the next line's first word. */
export function blocksOf({ lines }: Pick<Edition, 'lines'>, form: Pick<FileForm, 'gap'>): Block[] {
  const blocks: Block[] = []
  let ends = 0
  let drawn = false
  let left: EditionItem[] = []
  let opening: BlockLine['opening'] = null
  for (const [index, line] of lines.entries()) {
    ends += line.gap ?? (index === 0 ? 0 : form.gap)
    if (line.opening !== null && line.opening.kind !== 'format') opening = line.opening
    const words = line.items.map((item) => ('text' in item ? item.text : '')).join('')
    const isPlain = line.items.every((item) => !('text' in item) || item.proposal === null)
    const isDrawn = isPlain && line.items.length < 2 && line.block === undefined && breakMarkOf(words) !== null
    if (isDrawn || (isPlain && words.trim() === '')) {
      drawn ||= isDrawn
      left = [...left, ...line.items.filter((item) => !('text' in item))]
      continue
    }
    const last = blocks.at(-1)
    const level = line.block ?? 0
    const isHeading = level > 0 || last?.kind === 'heading'
    const here: BlockLine = { opening, items: left.length > 0 ? [...left, ...line.items] : line.items }
    if (last && !isHeading && !drawn && ends < form.gap) last.lines.push(here)
    else {
      const breaks = last !== undefined && (drawn || (!isHeading && ends > form.gap))
      blocks.push({ kind: level > 0 ? 'heading' : 'paragraph', level, breaks, lines: [here] })
    }
    ;[ends, drawn, left, opening] = [0, false, [], null]
  }
  const end = blocks.at(-1)?.lines.at(-1)
  if (end && left.length > 0) end.items = [...end.items, ...left]
  return blocks
}

/**
 * The edition's lines without proposals of form. Words that are to have other marks are deleted and inserted; what is
 * proposed for headings and gaps has no such spelling: it is left out, and counted.
 */
export function plainlyProposed({ lines }: Pick<Edition, 'lines'>): { lines: EditionLine[]; losses: Loss[] } {
  let count = 0
  const plain = lines.map((line): EditionLine => {
    const items = line.items.flatMap((item): EditionItem[] => {
      if (!('text' in item) || item.proposal?.kind !== 'format') return [item]
      const { suggestion, was } = item.proposal
      return [
        { text: item.text, marks: was, proposal: { kind: 'delete', suggestion } },
        { ...item, proposal: { kind: 'insert', suggestion } },
      ]
    })
    if (line.opening?.kind !== 'format') return { ...line, items }
    count += 1
    return { ...line.opening.was, opening: null, items }
  })
  const message = `What is proposed for headings and gaps between paragraphs cannot be marked here: ${count === 1 ? '1 proposal is' : `${count} proposals are`} left out.`
  return { lines: plain, losses: count > 0 ? [{ kind: 'line-proposals', count, message }] : [] }
}

/** The words of a line as stretches that are alike, without notes. */
export function textsOf({ items }: Pick<EditionLine, 'items'>): EditionText[] {
  return items.filter((item) => 'text' in item)
}
