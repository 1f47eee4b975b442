/**
 * Reads Markdown (CommonMark): paragraphs and verse as lines, emphasis as marks, headings, scene breaks; CriticMarkup as
 * suggestions and notes. Lines indented by four blanks are prose here, not code. What Markdown's other forms were is told.
 */
import { Refusal } from '../../refusals.ts'
import type { Reader, ReadOptions, ReadReview } from '../codec.ts'
import type { Loss } from '../loss.ts'
import { lossOf } from '../losses.ts'
import { sourceText } from '../source-text.ts'
import { CriticLines } from './critic-lines.ts'
import { type CriticScan, scanCritic } from './critic-scan.ts'
import { frontMatterOf } from './front-matter.ts'
import { MarkdownWalk } from './markdown-walk.ts'
import { parseMarkdown } from './parse-markdown.ts'

export const readMd: Reader = {
  extensions: ['.md', '.markdown'],
  read(bytes, options) {
    const { text, form, guessed } = sourceText(bytes, options.encoding)
    const { title, rest, losses } = frontMatterOf(text)
    const { draft, ...review } = linesOf(rest, options)
    return { draft, form, guessed, ...review, title, losses: [...losses, ...review.losses] }
  },
}

/** UTF-16 code units: its readers build a hundred times that. */
const MOST_MARKDOWN = 8 * 1024 * 1024
/** Quotations and lists within each other. */
const DEEPEST = 100
const TOO_DEEP = new RegExp(String.raw`^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){${DEEPEST}}`, 'm')

type Lines = ReturnType<CriticLines['finish']> & Pick<ReadReview, 'losses'>

function linesOf(source: string, options: ReadOptions): Lines {
  if (source.length > MOST_MARKDOWN)
    throw new Refusal('too-large', 'This file is longer than any story. Split it into parts first.')
  if (TOO_DEEP.test(source))
    throw new Refusal('too-large', 'This file nests its quotations and lists deeper than any text.')
  const scan = scanCritic(source)
  return (scan && marked(scan, options)) ?? walked(source, null, options)!
}

/** Null where marks stand in places that are no text, an address for example: then the file is read without them. */
function marked(scan: CriticScan, options: ReadOptions): Lines | null {
  return walked(scan.text, scan, options)
}

function walked(source: string, scan: CriticScan | null, options: ReadOptions): Lines | null {
  // Told by the parser, which takes the time.
  const lines = new CriticLines(scan, { ...options, told: undefined })
  const { text, count } = uncrowded(source)
  const tree = parseMarkdown(text, options.told)
  const walk = new MarkdownWalk(text, lines)
  walk.visit(tree)
  if (!lines.isWhole) return null
  const missed: Loss[] = scan === null && scanCritic(source) !== null ? UNREAD : []
  return { ...lines.finish(), losses: [...missed, ...crowdedLosses(count), ...walk.losses] }
}

/** Signs of emphasis, links and tags between two blank lines; beyond that their pairing takes longer than they are worth. */
const MOST_SIGNS = 2000

/** The source with the signs of crowded paragraphs escaped, and how many of those there are. */
function uncrowded(source: string): { text: string; count: number } {
  let count = 0
  const parts = source.split(/(\n[ \t]*\n)/).map((part) => {
    if ((part.match(SIGNS)?.length ?? 0) <= MOST_SIGNS) return part
    count += 1
    return part.replace(SIGNS, (sign) => (sign.length > 1 ? sign : `\\${sign}`))
  })
  return { text: count > 0 ? parts.join('') : source, count }
}

const SIGNS = /\\?[*_[\]`<]/g

function crowdedLosses(count: number): Loss[] {
  const say = (subject: string) => `${subject} kept as plain words: too many signs of Markdown stand there to be meant.`
  return lossOf('crowded', count, 'paragraph is', 'paragraphs are', say)
}

const UNREAD = lossOf(
  'critic',
  1,
  'file',
  'files',
  () => 'The CriticMarkup in this file stands where no text is: it is kept as plain characters.',
)
