/** Reads the words out of updates that could not be saved, so that a person can take them elsewhere. */
import * as Y from 'yjs'

/**
 * The insertions of `updates` that still stand in `text`, in the order of the text; pieces that do not touch are set
 * apart by an empty line. Deletions have no words.
 */
export function unsavedWords(text: Y.Text, updates: readonly Uint8Array[]): string {
  const ranges = insertedRanges(updates)
  const pieces: string[] = []
  let touching = false
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue
    const { client, clock } = item.id
    const string = item.content.str
    for (let at = 0; at < string.length; ) {
      const range = ranges.get(client)?.find(({ from, to }) => clock + at >= from && clock + at < to)
      const end = range
        ? Math.min(string.length, range.to - clock)
        : nextStart(ranges.get(client), clock + at, clock, string.length)
      if (range) {
        const piece = string.slice(at, end)
        if (touching) pieces.push(pieces.pop() + piece)
        else pieces.push(piece)
      }
      touching = range !== undefined
      at = end
    }
  }
  return pieces
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .join('\n\n')
}

/** What `updates` insert, in the order of typing, whether or not it can be placed in a text: for a copy that is spoilt. */
export function insertedWords(updates: readonly Uint8Array[]): string {
  return updates
    .flatMap((update) => Y.decodeUpdate(update).structs)
    .map((struct) => (struct instanceof Y.Item && struct.content instanceof Y.ContentString ? struct.content.str : ''))
    .join('')
    .trim()
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
