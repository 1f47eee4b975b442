/**
 * The preview of what a story's corrections would change in its file: line by line, and by words inside a changed line,
 * with one line of context. Judges what a plain text file shows: words and the number of line ends before a line. Marks
 * and headings are no difference here; a codec lists them as losses.
 */
import { type Change, differenceOf } from './difference.ts'
import type { Draft } from './draft.ts'
import type { FileForm } from './file-form.ts'
import { endsBefore, lineText } from './lines.ts'

export interface ChangedSpan {
  kind: 'same' | 'gone' | 'new'
  text: string
}

export interface ChangedLine {
  /** Line number in the file as taken in and in the file as it would be written, from 1; null: not on that side. */
  was: number | null
  now: number | null
  spans: ChangedSpan[]
}

export interface Changes {
  /** Lines that differ, sent or not. */
  differs: number
  hunks: { lines: ChangedLine[] }[]
  /** More changed than is here: 500 hunks, and together about two million UTF-16 code units. */
  truncated: boolean
}

/** Stands for a line end where their number changed, or where an empty line came or went. */
const LINE_END_SIGN = '↵'

/**
 * The differences between the story as its file was read and the story now; both stand in the file's form. Bounded work
 * for any two texts. Long unchanged stretches inside a line are cut to "…".
 */
export function changes(source: Draft, form: Pick<FileForm, 'gap'>, now: Draft): Changes {
  const [was, is] = [rowsOf(source, form), rowsOf(now, form)]
  const all = differenceOf(
    was.map(({ key }) => key),
    is.map(({ key }) => key),
  )
  const result: Changes = { differs: 0, hunks: [], truncated: false }
  for (const group of groupsOf(all)) {
    const full = result.hunks.length === MOST_HUNKS
    result.truncated ||= full
    const lines: ChangedLine[] = []
    let at = Math.max(0, group[0]!.wasFrom - 1)
    for (const change of group) {
      const shift = change.nowFrom - change.wasFrom
      for (; at < change.wasFrom; at += 1) lines.push(context(was[at]!, is[at + shift]!))
      const pairs = pairsOf(was.slice(change.wasFrom, change.wasTo), is.slice(change.nowFrom, change.nowTo))
      result.differs += pairs.filter(([before, after]) => before?.key !== after?.key).length
      if (!full) for (const [before, after] of pairs) lines.push(changed(before, after))
      at = change.wasTo
    }
    if (full) continue
    const last = group.at(-1)!
    if (last.wasTo < was.length && last.nowTo < is.length) lines.push(context(was[last.wasTo]!, is[last.nowTo]!))
    result.hunks.push({ lines })
  }
  return bounded(result)
}

const MOST_HUNKS = 500
/** UTF-16 code units of all that is shown; each line and each span counts for some, since they cost also when empty. */
const MOST_SHOWN = 2_000_000
const COST_OF_ONE = 40
/** Pairing lines by likeness costs the product of both numbers; past this they pair in order. */
const MOST_PAIRINGS = 900
/** Below this likeness, two lines are one that went and one that came. */
const LEAST_LIKENESS = 0.3
/** UTF-16 code units of an unchanged stretch that stay on each side of a "…". */
const KEPT = 120

interface Row {
  /** Equal exactly when two lines are written alike. */
  key: string
  text: string
  ends: number
  number: number
}

type Pair = [was: Row, now: Row] | [was: Row, now: null] | [was: null, now: Row]

function rowsOf(draft: Draft, form: Pick<FileForm, 'gap'>): Row[] {
  let number = 1
  return draft.lines.map((line, index) => {
    const text = lineText(line)
    const ends = endsBefore(line, index, form)
    number += ends
    return { key: `${ends}\n${text}`, text, ends, number }
  })
}

/** Changes whose lines of context would touch are shown together. */
function groupsOf(all: readonly Change[]): Change[][] {
  const groups: Change[][] = []
  for (const change of all) {
    const last = groups.at(-1)
    if (last && change.wasFrom - last.at(-1)!.wasTo <= 2) last.push(change)
    else groups.push([change])
  }
  return groups
}

/** Which line became which, in order. Equally many are paired in order when they are too many to compare. */
function pairsOf(was: readonly Row[], now: readonly Row[]): Pair[] {
  if (was.length === 1 && now.length === 1) return [[was[0]!, now[0]!]]
  if (was.length * now.length > MOST_PAIRINGS || was.length === 0 || now.length === 0) {
    return Array.from({ length: Math.max(was.length, now.length) }, (_, at) => pairOf(was[at], now[at]))
  }
  return alignedPairs(was, now)
}

function pairOf(was: Row | undefined, now: Row | undefined): Pair {
  if (was) return now ? [was, now] : [was, null]
  if (now) return [null, now]
  throw new Error('pairOf: a pair has at least one side')
}

/** The alignment with the greatest sum of likeness: best[i][j] is that of the lines from i and j on. */
function alignedPairs(was: readonly Row[], now: readonly Row[]): Pair[] {
  const [wasBags, nowBags] = [was.map(bagOf), now.map(bagOf)]
  const likeness = wasBags.map((a) => nowBags.map((b) => likenessOf(a, b)))
  const best = Array.from({ length: was.length + 1 }, () => new Float64Array(now.length + 1))
  const paired = (i: number, j: number) => {
    const alike = likeness[i]![j]!
    return alike < LEAST_LIKENESS ? -1 : alike + best[i + 1]![j + 1]!
  }
  for (let i = was.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      best[i]![j] = Math.max(paired(i, j), best[i + 1]![j]!, best[i]![j + 1]!)
    }
  }
  const pairs: Pair[] = []
  let [i, j] = [0, 0]
  while (i < was.length || j < now.length) {
    if (i < was.length && j < now.length && paired(i, j) === best[i]![j]) pairs.push([was[i++]!, now[j++]!])
    else if (i < was.length && (j === now.length || best[i + 1]![j] === best[i]![j])) pairs.push([was[i++]!, null])
    else pairs.push([null, now[j++]!])
  }
  return pairs
}

interface Bag {
  words: Map<string, number>
  size: number
}

function bagOf({ text }: Row): Bag {
  const tokens = text.match(/[\p{L}\p{N}]+/gu) ?? []
  const words = new Map<string, number>()
  for (const token of tokens) words.set(token, (words.get(token) ?? 0) + 1)
  return { words, size: tokens.length }
}

/** Dice: twice the shared words over all words; two lines without words are alike. */
function likenessOf(a: Bag, b: Bag): number {
  if (a.size + b.size === 0) return 1
  let shared = 0
  for (const [word, count] of a.words) shared += Math.min(count, b.words.get(word) ?? 0)
  return (2 * shared) / (a.size + b.size)
}

/** What stands past MOST_SHOWN is left out: one hunk alone may hold all lines of both texts. */
function bounded(result: Changes): Changes {
  let room = MOST_SHOWN
  const hunks: Changes['hunks'] = []
  for (const hunk of result.hunks) {
    const lines: ChangedLine[] = []
    for (const line of hunk.lines) {
      if (room <= 0) break
      const spans: ChangedSpan[] = []
      room -= COST_OF_ONE
      for (const span of line.spans) {
        if (room <= 0) break
        const text = span.text.length > room ? `${cutEnd(span.text, room)}…` : span.text
        spans.push({ kind: span.kind, text })
        room -= span.text.length + COST_OF_ONE
      }
      lines.push({ ...line, spans })
    }
    if (lines.length > 0) hunks.push({ lines })
  }
  return { ...result, hunks, truncated: result.truncated || room <= 0 }
}

function context(was: Row, now: Row): ChangedLine {
  const text = now.text.length > KEPT * 2 ? `${cutEnd(now.text, KEPT * 2)}…` : now.text
  return { was: was.number, now: now.number, spans: text === '' ? [] : [{ kind: 'same', text }] }
}

function changed(was: Row | null, now: Row | null): ChangedLine {
  if (was && now) {
    const ends = was.ends === now.ends ? [] : [gone(signs(was)), fresh(signs(now))]
    return { was: was.number, now: now.number, spans: [...ends, ...wordSpans(was.text, now.text)].filter(isShown) }
  }
  if (was) return { was: was.number, now: null, spans: [gone(was.text || signs(was))].filter(isShown) }
  return { was: null, now: now!.number, spans: [fresh(now!.text || signs(now!))].filter(isShown) }
}

const gone = (text: string): ChangedSpan => ({ kind: 'gone', text })
const fresh = (text: string): ChangedSpan => ({ kind: 'new', text })
const isShown = (span: ChangedSpan) => span.text !== ''
const signs = (row: Row) => LINE_END_SIGN.repeat(row.ends)

/** Words, stretches of white space, and other characters one by one (with the marks that belong to them). */
const TOKEN = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*|\s+|[^\p{L}\p{N}\s]\p{M}*/gu

function wordSpans(was: string, now: string): ChangedSpan[] {
  const [wasTokens, nowTokens] = [was.match(TOKEN) ?? [], now.match(TOKEN) ?? []]
  const spans: ChangedSpan[] = []
  let at = 0
  for (const { wasFrom, wasTo, nowFrom, nowTo } of mended(differenceOf(wasTokens, nowTokens), wasTokens)) {
    spans.push({ kind: 'same', text: wasTokens.slice(at, wasFrom).join('') })
    spans.push(gone(wasTokens.slice(wasFrom, wasTo).join('')), fresh(nowTokens.slice(nowFrom, nowTo).join('')))
    at = wasTo
  }
  spans.push({ kind: 'same', text: wasTokens.slice(at).join('') })
  return spans.map((span, index) =>
    span.kind === 'same' ? shortened(span, index === 0, index === spans.length - 1) : span,
  )
}

/** Two words changed side by side read better as one change than as two with a blank between. */
function mended(all: readonly Change[], was: readonly string[]): Change[] {
  const result: Change[] = []
  for (const change of all) {
    const last = result.at(-1)
    const between = last ? was.slice(last.wasTo, change.wasFrom) : []
    if (last && isReplacement(last) && isReplacement(change) && between.every((token) => token.trim() === '')) {
      last.wasTo = change.wasTo
      last.nowTo = change.nowTo
    } else result.push({ ...change })
  }
  return result
}

function isReplacement({ wasFrom, wasTo, nowFrom, nowTo }: Change): boolean {
  return wasTo > wasFrom && nowTo > nowFrom
}

function shortened(span: ChangedSpan, first: boolean, last: boolean): ChangedSpan {
  if (span.text.length <= KEPT * 3) return span
  const head = first ? '' : cutEnd(span.text, KEPT)
  const tail = last ? '' : cutStart(span.text, KEPT)
  return { kind: 'same', text: `${head}…${tail}` }
}

/** Neither cut leaves half a surrogate pair. */
function cutEnd(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, '')
}

function cutStart(text: string, most: number): string {
  return text.slice(-most).replace(/^[\udc00-\udfff]/, '')
}
