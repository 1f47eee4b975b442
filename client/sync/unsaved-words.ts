/** Reads the words out of updates that could not be saved, so that a person can take them elsewhere. */
import * as Y from 'yjs'
import { LINE } from '../../shared/story/attributes.ts'

/** A line of the text with something unsaved on it. */
export interface UnsavedLine {
  /** From 1. */
  line: number
  /** The whole line; what is unsaved stands between "{++" and "++}", a line that is itself unsaved begins with "{++¶". */
  marked: string
}

/**
 * The insertions of `updates` that still stand in `text`, in the order of the text; pieces that do not touch are set
 * apart by an empty line. Deletions have no words.
 */
export function unsavedWords(text: Y.Text, updates: readonly Uint8Array[]): string {
  const pieces: string[] = []
  let touching = false
  for (const { string, unsaved } of piecesOf(text, updates)) {
    if (unsaved && touching) pieces.push(pieces.pop() + string)
    else if (unsaved) pieces.push(string)
    touching = unsaved
  }
  return pieces
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .join('\n\n')
}

/** The same insertions, each in its line. */
export function unsavedLines(text: Y.Text, updates: readonly Uint8Array[]): UnsavedLine[] {
  const lines: UnsavedLine[] = []
  let [line, marked, inside, any] = [0, '', false, false]
  const put = (string: string, unsaved: boolean) => {
    if (unsaved !== inside) marked += unsaved ? OPEN : CLOSE
    marked += string
    inside = unsaved
    any ||= unsaved
  }
  const end = () => {
    if (inside) marked += CLOSE
    if (any) lines.push({ line, marked })
    inside = false
    any = false
    marked = ''
  }
  for (const { string, unsaved } of piecesOf(text, updates)) {
    for (const [index, part] of string.split(LINE).entries()) {
      if (index > 0) {
        end()
        line += 1
        if (unsaved) put('¶', true)
      }
      if (part !== '') put(part, unsaved)
    }
  }
  end()
  return lines
}

/** What `updates` insert, in the order of typing, whether or not it can be placed in a text: for a copy that is spoilt. */
export function insertedWords(updates: readonly Uint8Array[]): string {
  return updates
    .flatMap((update) => Y.decodeUpdate(update).structs)
    .map((struct) => (struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : ''))
    .join('')
    .trim()
}

const OPEN = '{++'
const CLOSE = '++}'

interface Piece {
  string: string
  unsaved: boolean
}

/** The text from its start, parted where what `updates` inserted begins and ends. */
function* piecesOf(text: Y.Text, updates: readonly Uint8Array[]): Generator<Piece> {
  const ranges = insertedRanges(updates)
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue
    const { client, clock } = item.id
    const string = item.content.str
    for (let at = 0; at < string.length; ) {
      const range = ranges.get(client)?.find(({ from, to }) => clock + at >= from && clock + at < to)
      const end = range
        ? Math.min(string.length, range.to - clock)
        : nextStart(ranges.get(client), clock + at, clock, string.length)
      yield { string: string.slice(at, end), unsaved: range !== undefined }
      at = end
    }
  }
}

interface Range {
  from: number
  to: number
}

function insertedRanges(updates: readonly Uint8Array[]): Map<number, Range[]> {
  const ranges = new Map<number, Range[]>()
  for (const update of updates) {
    for (const struct of Y.decodeUpdate(update).structs) {
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue
      const { client, clock } = struct.id
      const own = ranges.get(client) ?? []
      own.push({ from: clock, to: clock + struct.length })
      ranges.set(client, own)
    }
  }
  return ranges
}

/** Offset in the item at which the next range begins, or the item's end. */
function nextStart(ranges: readonly Range[] | undefined, now: number, clock: number, length: number): number {
  const starts = (ranges ?? []).map(({ from }) => from).filter((from) => from > now)
  return Math.min(length, ...starts.map((from) => from - clock))
}
