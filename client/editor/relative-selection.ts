/** A selection as places in the Y.Text, which stay on their characters whatever anybody writes; and back. */
import type { Node } from '@tiptap/pm/model'
import type { Selection } from '@tiptap/pm/state'
import * as Y from 'yjs'
import { indexOf, positionAt } from './positions.ts'
import { gapAt, textIndexOf } from './suggesting/display.ts'

/** Two relative positions as JSON, as they travel in PresenceState.cursor. */
export interface RelativeSelection {
  anchor: unknown
  head: unknown
}

/** `doc` must stand for the text as it is now; what one only proposes in it counts nothing. A caret holds to the character before it; a range to its own ends. */
export function relativeSelection(text: Y.Text, doc: Node, selection: Selection): RelativeSelection {
  const { anchor, head, empty } = selection
  const place = (position: number, assoc: number) => {
    // Position 0 of a document-wide selection lies before the first "\n"; nothing can be written there.
    const index = Math.max(1, textIndexOf(doc, indexOf(doc, position)))
    return Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, index, assoc))
  }
  if (empty) {
    const caret = place(head, -1)
    return { anchor: caret, head: caret }
  }
  return { anchor: place(anchor, anchor < head ? 0 : -1), head: place(head, head < anchor ? 0 : -1) }
}

/** Document positions of what another client (or an older moment) meant; null for anything that cannot be read as that. */
export function readSelection(value: unknown, text: Y.Text, doc: Node): { anchor: number; head: number } | null {
  if (typeof value !== 'object' || value === null) return null
  const { anchor, head } = value as Partial<RelativeSelection>
  const from = readPlace(anchor, text)
  const to = readPlace(head, text)
  if (from === null || to === null) return null
  const position = (index: number) => positionAt(doc, gapAt(doc, index).from)
  return { anchor: position(from), head: position(to) }
}

function readPlace(value: unknown, text: Y.Text): number | null {
  if (typeof value !== 'object' || value === null || !text.doc) return null
  try {
    const place = Y.createAbsolutePositionFromRelativePosition(Y.createRelativePositionFromJSON(value), text.doc)
    return place?.type === text && Number.isSafeInteger(place.index) ? place.index : null
  } catch {
    // Written by another client, which may send anything; a place that Yjs cannot read is no place.
    return null
  }
}
