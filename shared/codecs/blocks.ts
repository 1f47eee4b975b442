/**
 * An edition as what formats of paragraphs know: headings, paragraphs of one line or, as verse, of several, and scene
 * breaks. A scene break is a line that draws one, or a wider gap than usual and nothing else; blank lines are gap.
 */
import { breakMarkOf } from '../proof/summary.ts'
import { type FileForm, NEW_FORM } from '../story/file-form.ts'
import type { Edition, EditionItem, EditionLine, EditionText, LineProposal } from './edition.ts'
import type { Loss } from './loss.ts'
import { lossOf } from './losses.ts'

/** What stands in a line, with what is proposed for it: `format` is never among the proposals. */
export interface BlockLine {
  /** What is proposed for the line end before it, or for that of the scene break before it. */
  opening: Exclude<LineProposal, { kind: 'format' }> | null
  look: LineLook | null
  items: readonly EditionItem[]
}

/** How a line is to stand by a suggestion: only what is to be otherwise; null = as is usual. `gap`: where paragraphs are two apart. */
export interface LineLook {
  suggestion: string
  block?: number | null
  gap?: number | null
}

export interface Block {
  kind: 'heading' | 'paragraph'
  /** Of a heading 1…6; 0 of a paragraph. */
  level: number
  /** Of the scenes that end before it; before the first block only where a line draws it. */
  breaks: SceneBreak | null
  /** One or more; a heading has one. */
  lines: BlockLine[]
}

/** `mark`: the words of the line that draws it. `ends`: how many line ends the gap is, where paragraphs are two apart. */
export type SceneBreak = { kind: 'drawn'; mark: string } | { kind: 'gap'; ends: number }

export interface Layout {
  /** In order; none where there are no words. */
  blocks: Block[]
  /** A line behind the last block draws a scene break. */
  breaksLast: SceneBreak | null
  losses: Loss[]
}

/**
 * The blocks of an edition. Notes on a blank line stand before the next line's first word. Words that are to have other
 * marks are deleted and inserted; what is proposed for headings and gaps is the look of a line, for who `hasLooks`; else,
 * and what is proposed for blank lines, it has no spelling: it is left out, and counted.
 */
export function blocksOf(
  edition: Pick<Edition, 'lines'>,
  form: Pick<FileForm, 'gap'>,
  { hasLooks = false }: { hasLooks?: boolean } = {},
): Layout {
  const lines = edition.lines.map((line) => plainlyProposed(line, form))
  const blocks: Block[] = []
  let count = 0
  /** Of the line ends since the last line with words. */
  let ends = 0
  let openings: EditionLine['opening'][] = []
  let drawn: SceneBreak | null = null
  let left: EditionItem[] = []
  for (const [index, line] of lines.entries()) {
    ends += line.gap ?? (index === 0 ? 0 : form.gap)
    openings.push(line.opening)
    const shown = shownAs(line)
    const look = hasLooks && shown === 'words' && saysAnything(line.look) ? line.look : null
    if (line.look && !look) count += 1
    if (shown !== 'words') {
      if (shown === 'break') drawn ??= { kind: 'drawn', mark: wordsIn(line).trim() }
      left = [...left, ...line.items.filter((item) => !('text' in item))]
      continue
    }
    const last = blocks.at(-1)
    const level = line.block ?? 0
    const byHeading = level > 0 || last?.kind === 'heading'
    const opening = openingOf(openings)
    count += openings.filter((one) => one !== null).length - (opening ? 1 : 0)
    const here: BlockLine = { opening, look, items: left.length > 0 ? [...left, ...line.items] : line.items }
    if (last && !byHeading && !drawn && ends < form.gap) last.lines.push(here)
    else {
      const isGap = last !== undefined && !byHeading && ends > form.gap
      const breaks = drawn ?? (isGap ? { kind: 'gap', ends: ends - form.gap + USUAL_GAP } : null)
      blocks.push({ kind: level > 0 ? 'heading' : 'paragraph', level, breaks, lines: [here] })
    }
    ;[ends, openings, drawn, left] = [0, [], null, []]
  }
  const end = blocks.at(-1)?.lines.at(-1)
  if (end && left.length > 0) end.items = [...end.items, ...left]
  const say = (subject: string) =>
    `${subject} left out: what is proposed for headings, gaps and blank lines has no marks.`
  const losses = lossOf('line-proposals', count, 'proposal is', 'proposals are', say)
  return { blocks, breaksLast: drawn, losses }
}

/** Of a story that is made of a marked-up file. */
const USUAL_GAP = NEW_FORM.gap

/** All scene breaks, in order. */
export function breaksOf({ blocks, breaksLast }: Layout): SceneBreak[] {
  return [...blocks.map(({ breaks }) => breaks), breaksLast].filter((one) => one !== null)
}

function wordsIn({ items }: Pick<EditionLine, 'items'>): string {
  return items.map((item) => ('text' in item ? item.text : '')).join('')
}

function shownAs(line: EditionLine): 'words' | 'break' | 'blank' {
  const { items, block } = line
  if (items.some((item) => 'text' in item && item.proposal !== null)) return 'words'
  const words = wordsIn(line)
  if (words.trim() === '') return 'blank'
  return items.length === 1 && block === undefined && breakMarkOf(words) !== null ? 'break' : 'words'
}

/** A line end stands, whatever is proposed, where one of several is not proposed at all. */
function openingOf(openings: readonly EditionLine['opening'][]): BlockLine['opening'] {
  const last = openings.at(-1)
  return last && last.kind !== 'format' && openings.every((one) => one?.kind === last.kind) ? last : null
}

function plainlyProposed(line: EditionLine, form: Pick<FileForm, 'gap'>): EditionLine & { look: LineLook | null } {
  const items = line.items.flatMap((item): EditionItem[] => {
    if (!('text' in item) || item.proposal?.kind !== 'format') return [item]
    const { suggestion, was } = item.proposal
    return [
      { text: item.text, marks: was, proposal: { kind: 'delete', suggestion } },
      { ...item, proposal: { kind: 'insert', suggestion } },
    ]
  })
  if (line.opening?.kind !== 'format') return { ...line, look: null, items }
  const { suggestion, was } = line.opening
  const { block, gap } = line
  const look: LineLook = { suggestion }
  if (block !== was.block) look.block = block ?? null
  if (gap !== was.gap) look.gap = gap === undefined ? null : Math.max(1, gap - form.gap + USUAL_GAP)
  return { ...was, opening: null, look, items }
}

/** Of a line end only how it is written may be to change. */
function saysAnything(look: LineLook | null): boolean {
  return look !== null && (look.block !== undefined || look.gap !== undefined)
}

/** The words of a line as stretches that are alike, without notes. */
export function textsOf({ items }: Pick<EditionLine, 'items'>): EditionText[] {
  return items.filter((item) => 'text' in item)
}
