/**
 * A story as a Y.Doc: its root, its first state, and the way back to a draft. The only file of shared that knows Yjs;
 * who may change the doc, and how that is kept, is the server's affair.
 */
import * as Y from 'yjs'
import { TEXT_ROOT } from './attributes.ts'
import { deltaOf, draftOf } from './delta.ts'
import type { Draft } from './draft.ts'

/** The story's text. Fetch it before the first update is applied: an untyped root is never cleaned up by Yjs. */
export function textOf(doc: Y.Doc): Y.Text {
  return doc.getText(TEXT_ROOT)
}

/** The story as plain data. */
export function draftOfDoc(doc: Y.Doc): Draft {
  return draftOf(textOf(doc).toDelta())
}

/**
 * The first state of a story, made in one transaction by `clientId`, which must be the server's: clients never seed a
 * text. The leading "\n" is that id's clock 0, also where the first line carries attributes.
 */
export function createStoryDoc(draft: Draft, clientId: number): Y.Doc {
  const doc = new Y.Doc()
  doc.clientID = clientId
  const text = textOf(doc)
  const [first, ...rest] = deltaOf(draft)
  if (!first) throw new Error('createStoryDoc: a draft has at least one line')
  doc.transact(() => {
    text.applyDelta([{ insert: first.insert, attributes: {} }, ...rest])
    // Formatting first would put a format item, not the "\n", at clock 0.
    if (Object.keys(first.attributes ?? {}).length > 0) text.format(0, 1, first.attributes ?? {})
  })
  return doc
}

/** `createStoryDoc` as one V1 update. */
export function encodeStory(draft: Draft, clientId: number): Uint8Array {
  return firstState(draft, clientId).snapshot
}

/** `createStoryDoc` as it is stored: one V1 update, and its encoded state vector. */
export function firstState(draft: Draft, clientId: number): { snapshot: Uint8Array; stateVector: Uint8Array } {
  const doc = createStoryDoc(draft, clientId)
  const state = stateOf(doc)
  doc.destroy()
  return state
}

/** A story as it is stored. */
export function stateOf(doc: Y.Doc): { snapshot: Uint8Array; stateVector: Uint8Array } {
  return { snapshot: Y.encodeStateAsUpdate(doc), stateVector: Y.encodeStateVector(doc) }
}

/** The story that V1 updates, in log order, make together. Throws where one builds on another that is missing. */
export function decodeStory(updates: readonly Uint8Array[]): Draft {
  return readStory(updates, (text) => draftOf(text.toDelta()))
}

/** Reads the text that V1 updates, in log order, make together; it is good until `read` returns. Throws as decodeStory. */
export function readStory<Result>(updates: readonly Uint8Array[], read: (text: Y.Text) => Result): Result {
  const doc = new Y.Doc()
  try {
    const text = textOf(doc)
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update)
    })
    if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error('the log of this story has a gap')
    return read(text)
  } finally {
    doc.destroy()
  }
}
