/** The novel in the shape that y-prosemirror and Tiptap's collaboration share: one XML element for each paragraph. */
import * as Y from 'yjs'

export const FRAGMENT = 'default'

export function xmlNovel(paragraphs: readonly string[]): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = 1
  const elements = paragraphs.map((words) => {
    const element = new Y.XmlElement('paragraph')
    element.insert(0, [new Y.XmlText(words)])
    return element
  })
  doc.getXmlFragment(FRAGMENT).insert(0, elements)
  return Y.encodeStateAsUpdate(doc)
}

export function xmlTypist(novel: Uint8Array): (paragraph: number) => Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, novel)
  const fragment = doc.getXmlFragment(FRAGMENT)
  return (paragraph) => {
    const element = fragment.get(paragraph) as Y.XmlElement
    const before = Y.encodeStateVector(doc)
    ;(element.get(0) as Y.XmlText).insert(10, 'r')
    return Y.encodeStateAsUpdate(doc, before)
  }
}
