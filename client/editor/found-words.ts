/**
 * Matches of a search as words of the text: their characters and formatting there, for suggestions about them. The document
 * may be that of suggesting mode, in which proposed words stand that the text does not have.
 */
import { Fragment, type Node } from '@tiptap/pm/model'
import type * as Y from 'yjs'
import type { Anchor, Place } from '../../shared/review/anchor.ts'
import { type Base, wordsOf } from '../../shared/review/change.ts'
import { LINE } from '../../shared/story/attributes.ts'
import { anchorsAt } from '../../shared/story/places.ts'
import { runsOf, textIndexOf, textLength } from './suggesting/display.ts'
import { PROPOSAL } from './suggesting/token.ts'

/** Where something is to stand in the place of other words: a line from 0, and UTF-16 code units from its start. */
export interface Replacement {
  line: number
  from: number
  to: number
  replacement: string
}

/** Matches, in the order of the document that they were found in. */
export interface Found {
  doc: Node
  matches: readonly Replacement[]
}

/** Words of the text, with their formatting there. */
export interface WordsFound {
  place: Place
  anchor: Anchor
  base: Base
  replacement: string
  /** The one that they are the words of. */
  match: Replacement
}

/**
 * Those of the matches that are words of the text as it is; left out are all with one's own proposed, struck or reformatted
 * letters among them. Null when the document does not stand for the text just now.
 */
export function wordsFound({ doc, matches }: Found, text: Y.Text): WordsFound[] | null {
  const words: Omit<WordsFound, 'anchor'>[] = []
  let [line, start] = [0, 0]
  let alone = aloneIn(doc, 0)
  for (const match of matches) {
    for (; line < match.line; alone = aloneIn(doc, line)) {
      start += textLength(alone)
      line += 1
    }
    // Before the letters of a line stands its "\n".
    const [from, to] = [LINE.length + match.from, LINE.length + match.to]
    const runs = runsOf(alone, from, to)
    if (runs.some(({ attributes }) => attributes[PROPOSAL] !== undefined)) continue
    const at = start + textIndexOf(alone, from)
    const base = runs.map(({ text: insert, attributes }) =>
      Object.keys(attributes).length > 0 ? { insert, attributes } : { insert },
    )
    words.push({ place: { from: at, to: at + to - from }, base, replacement: match.replacement, match })
  }
  const now = text.toString()
  const same = words.every(({ place: { from, to }, base }) => now.slice(from, to) === wordsOf(base))
  if (!same || textLength(doc) !== text.length) return null
  const anchors = anchorsAt(
    text,
    words.map(({ place }) => place),
  )
  return words.map((each, index) => ({ ...each, anchor: anchors[index]! }))
}

/** A document of one line, so that what is looked up in it takes no longer in a long story. */
function aloneIn(doc: Node, line: number): Node {
  return doc.copy(Fragment.from(doc.child(line)))
}
