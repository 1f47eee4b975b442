/** Words, lines and outline of the editor's document. A line that did not change is never counted twice. */
import type { Node } from '@tiptap/pm/model'
import type { Selection } from '@tiptap/pm/state'
import { type OutlineEntry, outlineOf } from '../../shared/story/counts.ts'
import type { Line } from '../../shared/story/draft.ts'
import { countWords } from '../../shared/story/words.ts'
import { lineOfNode } from './text-to-doc.ts'

export function outlineOfDoc(doc: Node, usualGap: number): { entries: OutlineEntry[]; words: number } {
  const lines = doc.children.map((node) => counted(node).line)
  const words = doc.children.reduce((sum, node) => sum + counted(node).words, 0)
  return { entries: outlineOf({ lines }, { gap: usualGap }, (line) => wordsOfLine.get(line) ?? 0), words }
}

/** Words touched by a selection; 0 for a caret. */
export function wordsIn(doc: Node, { from, to, empty }: Selection): number {
  if (empty) return 0
  let words = 0
  doc.nodesBetween(from, to, (node, position) => {
    const inside = position + 1
    const whole = from <= inside && to >= inside + node.content.size
    words += whole
      ? counted(node).words
      : countWords(node.textBetween(Math.max(from - inside, 0), Math.min(to - inside, node.content.size)))
    return false
  })
  return words
}

interface Counted {
  line: Line
  words: number
}

const countedNodes = new WeakMap<Node, Counted>()
const wordsOfLine = new WeakMap<Line, number>()

function counted(node: Node): Counted {
  const known = countedNodes.get(node)
  if (known) return known
  const now = { line: lineOfNode(node), words: countWords(node.textContent) }
  countedNodes.set(node, now)
  wordsOfLine.set(now.line, now.words)
  return now
}
