/** The novel in Galley's shape: one flat text. */
import * as Y from 'yjs'
import { TEXT_ROOT } from '../../shared/story/attributes.ts'
import { encodeStory } from '../../shared/story/story-doc.ts'

export function flatNovel(paragraphs: readonly string[]): Uint8Array {
  return encodeStory({ lines: paragraphs.map((text) => ({ spans: [{ text }] })) }, 1)
}

export function flatTypist(novel: Uint8Array): (paragraph: number) => Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, novel)
  const text = doc.getText(TEXT_ROOT)
  return (paragraph) => {
    let index = 0
    const string = text.toString()
    for (let line = 0; line <= paragraph; line += 1) index = string.indexOf('\n', index) + 1
    const before = Y.encodeStateVector(doc)
    text.insert(index + 10, 'r', {})
    return Y.encodeStateAsUpdate(doc, before)
  }
}
