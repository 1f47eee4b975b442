/** In which lines of a story anchors stand. */
import * as Y from 'yjs'
import type { Anchor } from '../review/anchor.ts'
import { LINE } from './attributes.ts'
import { standingsOf } from './places.ts'
import { textOf } from './story-doc.ts'

/** `line` from 1, of the first of the words. */
export interface AnchoredLine {
  line: number
  words: string
}

/** Of the story that these V1 updates make, in log order. Anchors whose words are gone are left out. */
export function anchoredLines<Key>(
  updates: readonly Uint8Array[],
  anchors: ReadonlyMap<Key, Anchor>,
): Map<Key, AnchoredLine> {
  const doc = new Y.Doc()
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update)
    })
    const text = textOf(doc)
    const words = text.toString()
    const starts: number[] = []
    for (let at = words.indexOf(LINE); at >= 0; at = words.indexOf(LINE, at + 1)) starts.push(at)
    const lines = new Map<Key, AnchoredLine>()
    for (const [key, { from, gone }] of standingsOf(text, anchors)) {
      if (gone) continue
      const line = lastUpTo(starts, from)
      const end = starts[line + 1] ?? words.length
      lines.set(key, { line: line + 1, words: words.slice((starts[line] ?? -1) + 1, end) })
    }
    return lines
  } finally {
    doc.destroy()
  }
}

/** Index of the last of ascending values that is at most `value`; 0 when there is none. */
function lastUpTo(values: readonly number[], value: number): number {
  let [low, high] = [0, values.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((values[middle] ?? 0) <= value) low = middle
    else high = middle - 1
  }
  return low
}
