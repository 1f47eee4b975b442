/**
 * Words, lines and outline of the story as it stands: what one proposes oneself stands in the editor's document and counts
 * nothing. A line that did not change is never counted twice.
 */
import type { Node } from '@tiptap/pm/model'
import type { Selection } from '@tiptap/pm/state'
import { type OutlineEntry, outlineOf } from '../../shared/story/counts.ts'
import { lineAttributesOf } from '../../shared/story/delta.ts'
import type { Line } from '../../shared/story/draft.ts'
import { lineText } from '../../shared/story/lines.ts'
import { countWords } from '../../shared/story/words.ts'
import { PROPOSAL, tokenOf } from './suggesting/token.ts'
import { lineAttributesOfNode } from './text-to-doc.ts'

/** Entries name lines of the document, in which proposed lines are lines too. */
export function outlineOfDoc(doc: Node, usualGap: number): { entries: OutlineEntry[]; words: number } {
  const lines: Line[] = []
  const places: number[] = []
  let words = 0
  for (const [place, node] of doc.children.entries()) {
    const now = counted(node)
    const before = lines.at(-1)
    if (now.opens || !before) {
      lines.push(now.line)
      places.push(place)
      words += now.words
      continue
    }
    const joined: Line = { ...before, spans: [...before.spans, ...now.line.spans] }
    const together = countWords(lineText(joined))
    words += together - wordsOf(before)
    wordsOfLine.set(joined, together)
    lines[lines.length - 1] = joined
  }
  const entries = outlineOf({ lines }, { gap: usualGap }, wordsOf)
  return { entries: entries.map((entry) => ({ ...entry, line: places[entry.line] ?? 0 })), words }
}

/** Words touched by a selection; 0 for a caret. */
export function wordsIn(doc: Node, { from, to, empty }: Selection): number {
  if (empty) return 0
  let words = 0
  /** The line that the node before ended, as far as it is selected, and its words. */
  let before = { text: '', words: 0 }
  doc.nodesBetween(from, to, (node, position) => {
    const { line, words: all, opens } = counted(node)
    const inside = position + 1
    const whole = from <= inside && to >= inside + node.content.size
    const text = whole ? lineText(line) : standingText(node, Math.max(from - inside, 0), to - inside)
    if (opens) before = { text, words: whole ? all : countWords(text) }
    else {
      words -= before.words
      const joined = before.text + text
      before = { text: joined, words: countWords(joined) }
    }
    words += before.words
    return false
  })
  return words
}

interface Counted {
  line: Line
  words: number
  /** False for a line that is proposed: what stands in it belongs to the one before. */
  opens: boolean
}

const countedNodes = new WeakMap<Node, Counted>()
const wordsOfLine = new WeakMap<Line, number>()

function wordsOf(line: Line): number {
  return wordsOfLine.get(line) ?? 0
}

function counted(node: Node): Counted {
  const known = countedNodes.get(node)
  if (known) return known
  const token = tokenOf(node.attrs[PROPOSAL])
  const attributes = token?.kind === 'fmt' ? lineAttributesOf(token.was) : lineAttributesOfNode(node)
  const text = standingText(node, 0, node.content.size)
  const line: Line = { ...attributes, spans: text === '' ? [] : [{ text }] }
  const now = { line, words: countWords(text), opens: token?.kind !== 'ins' }
  countedNodes.set(node, now)
  wordsOfLine.set(line, now.words)
  return now
}

/** The letters of a line between two offsets of its content, without those that are proposed. */
function standingText(node: Node, from: number, to: number): string {
  let text = ''
  node.forEach((child, offset) => {
    const mark = child.marks.find(({ type }) => type.name === PROPOSAL)
    if (tokenOf(mark?.attrs.token)?.kind === 'ins') return
    text += child.text?.slice(Math.max(from - offset, 0), Math.max(to - offset, 0)) ?? ''
  })
  return text
}
