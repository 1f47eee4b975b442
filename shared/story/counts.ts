/** The figures of a story (words, lines, scenes), its title as its own first lines give it, and its outline. */
import type { Draft, Line } from './draft.ts'
import type { FileForm } from './file-form.ts'
import { isBlank, kindOf, lineText } from './lines.ts'
import { countWords, firstWords } from './words.ts'

export interface Counts {
  words: number
  lines: number
  /** Lines with something on them besides white space. */
  paragraphs: number
  /** Lines that stand further from the line before than usual. */
  sceneGaps: number
}

export interface OutlineEntry {
  /** Index of the line, from 0. */
  line: number
  kind: 'heading' | 'scene'
  /** Level of the heading, 1…6; 0 for a scene. */
  level: number
  /** The heading, or the first words of the scene; "" where nothing stands. */
  label: string
  /** Words from this line to the next entry. */
  words: number
}

export function countsOf(draft: Draft, form: Pick<FileForm, 'gap'>): Counts {
  const counts: Counts = { words: 0, lines: draft.lines.length, paragraphs: 0, sceneGaps: 0 }
  for (const [index, line] of draft.lines.entries()) {
    if (kindOf(line, index, form) === 'scene') counts.sceneGaps += 1
    if (isBlank(line)) continue
    counts.paragraphs += 1
    counts.words += countWords(lineText(line))
  }
  return counts
}

/**
 * A name for the story from its text, and what follows it (about 140 characters). The first line with a word on it is
 * the title when it is a heading, or reads like one and stands before other text; else the title is the story's first
 * eight words and "…", and the opening goes on from there. Both are "" for a story without a word.
 */
export function titleOf(draft: Draft): { title: string; opening: string } {
  const at = draft.lines.findIndex((line) => countWords(lineText(line)) > 0)
  const line = draft.lines[at]
  if (!line) return { title: '', opening: '' }
  const text = lineText(line).trim()
  const after = textFrom(draft.lines, at + 1, OPENING)
  if (line.block !== undefined || (after !== '' && readsLikeTitle(text))) {
    return { title: shorten(text, LONGEST_NAME), opening: shorten(after, OPENING) }
  }
  const whole = textFrom(draft.lines, at, OPENING * 2)
  const { text: head, cut } = firstWords(whole, 8)
  const title = shorten(cut ? `${head}…` : head, LONGEST_NAME)
  return { title, opening: shorten(whole.slice(head.length).trim(), OPENING) }
}

/**
 * Headings and scene gaps in order. A story with any of them has its first line as its first entry; else it is [].
 * `wordsOf` may be given by a caller who knows the words of most lines already.
 */
export function outlineOf(
  draft: Draft,
  form: Pick<FileForm, 'gap'>,
  wordsOf: (line: Line) => number = (line) => countWords(lineText(line)),
): OutlineEntry[] {
  const entries: OutlineEntry[] = []
  let entry: OutlineEntry | null = null
  let marked = false
  for (const [index, line] of draft.lines.entries()) {
    const heading = line.block !== undefined
    const opens = heading || kindOf(line, index, form) === 'scene'
    marked ||= opens
    if (opens || entry === null) {
      entry = { line: index, kind: heading ? 'heading' : 'scene', level: line.block ?? 0, label: '', words: 0 }
      entries.push(entry)
    }
    if (entry.label === '') {
      const text = lineText(line)
      entry.label = entry.kind === 'heading' ? shorten(text.trim(), LONGEST_NAME) : labelOf(text)
    }
    entry.words += wordsOf(line)
  }
  return marked ? entries : []
}

/** UTF-16 code units. */
const OPENING = 140
const LONGEST_NAME = 200

/**
 * Short (60 characters, 10 words), not speech, and either without a sentence's end or written in capitals like a title:
 * "To Die For." is one, "He ran." is not. One word with a full stop is taken for prose.
 */
function readsLikeTitle(text: string): boolean {
  if (text.length > 60 || /^["'“”„«»‘’‹›—–-]/u.test(text) || /[,;—–-]$/u.test(text)) return false
  const words = text.split(/\s+/u).filter((word) => countWords(word) > 0)
  if (words.length === 0 || words.length > 10) return false
  if (!/[.!?…]["'”’)]*$/u.test(text)) return true
  return words.length > 1 && words.every((word, index) => isTitleWord(word, index === 0 || index === words.length - 1))
}

const SMALL_WORDS = new Set('a an and as at but by for from in into nor of on or over the to with'.split(' '))

function isTitleWord(word: string, atEdge: boolean): boolean {
  const first = /[\p{L}\p{N}]/u.exec(word)?.[0] ?? ''
  return !/\p{Ll}/u.test(first) || (!atEdge && SMALL_WORDS.has(word.toLowerCase()))
}

function labelOf(text: string): string {
  const { text: label, cut } = firstWords(text, 8)
  return cut ? `${label}…` : label
}

/** The text from a line on, as one line; enough lines to make `least` code units, where there are so many. */
function textFrom(lines: readonly Line[], from: number, least: number): string {
  let text = ''
  for (let index = from; index < lines.length && text.length <= least; index += 1) {
    text = `${text} ${lineText(lines[index]!)}`.replace(/\s+/gu, ' ').trim()
  }
  return text
}

/** At most `most` UTF-16 code units, cut before a word where there is one to cut at, and never inside a character. */
function shorten(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most + 1)
  const space = cut.search(/\s\S*$/u)
  const kept = space > most / 2 ? cut.slice(0, space) : text.slice(0, most).replace(/[\ud800-\udbff]$/u, '')
  return `${kept.replace(/[\s,;:—–-]+$/u, '')}…`
}
