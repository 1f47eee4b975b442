/**
 * What stands before a story's first character. The leading "\n" stays the first for ever, but its attributes (the title
 * made a heading) are format items, and Yjs puts those before it: without a left neighbour, or beside one another.
 */
import { RangeIndex } from './range-index.ts'
import type { ClockRange, Section, Struct } from './update-structs.ts'

/** The items of the sections that stand there, beside or between those that are known to. */
export function frontOf(sections: readonly Section[], known: RangeIndex): ClockRange[] {
  const found: ClockRange[] = []
  const here = new RangeIndex()
  const inFront = ({ kind, rooted, origin }: Struct) => {
    // Only the server's "\n" names the text itself as its parent.
    if (kind === 'gc' || kind === 'skip' || rooted) return false
    return origin === null || known.has(origin) || here.has(origin)
  }
  for (let grown = true; grown; ) {
    grown = false
    for (const { client, structs } of sections) {
      for (const struct of structs) {
        if (!inFront(struct) || here.has({ client, clock: struct.clock })) continue
        const range = { client, clock: struct.clock, length: struct.length }
        here.add(range)
        found.push(range)
        grown = true
      }
    }
  }
  return found
}
