/**
 * A document's lines by their indexes in the text, so that thousands of places are found without a walk each. What one
 * proposes oneself in suggesting mode stands in the document and counts nothing in the text.
 */
import type { Node } from '@tiptap/pm/model'
import type { Place } from '../../../shared/review/anchor.ts'
import { LINE } from '../../../shared/story/attributes.ts'
import { PROPOSAL, tokenOf } from '../suggesting/token.ts'

export class LineTable {
  readonly doc: Node
  /** Characters of the text that the document stands for. */
  readonly length: number
  /** Index of each "\n" of the text: by them its lines are counted, and not by those of the document. */
  readonly openings: number[] = []
  /** Index of each line's "\n"; of a proposed line, of what would follow it. */
  private readonly starts: number[] = []
  private readonly positions: number[] = []

  constructor(doc: Node) {
    this.doc = doc
    let [index, position] = [0, 0]
    doc.forEach((line) => {
      this.starts.push(index)
      this.positions.push(position)
      const { length, opens } = readLine(line)
      if (opens) this.openings.push(index)
      index += length
      position += line.nodeSize
    })
    this.length = index
  }

  get lines(): number {
    return this.starts.length
  }

  /** Index of the "\n" that opens a line, from 0; of a line behind the last, the text's length. */
  startOf(line: number): number {
    return this.starts[line] ?? this.length
  }

  /** Position before a line, from 0. */
  positionOf(line: number): number {
    return this.positions[line] ?? this.doc.content.size
  }

  /**
   * The line, from 0, that the character at this index stands on or opens; the last one for an index behind all. `guess`: a line
   * that it may well be.
   */
  lineOf(index: number, guess = 0): number {
    const [start, next] = [this.starts[guess], this.starts[guess + 1]]
    if (start !== undefined && next !== undefined && start <= index && index < next) return guess
    let [low, high] = [0, this.starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.starts[middle]! <= index) low = middle
      else high = middle - 1
    }
    return low
  }

  /** From a line's first letter to behind its last, as indexes. */
  lettersOf(line: number): Place {
    const start = this.starts[line] ?? this.length
    const { length, opens } = readLine(this.doc.child(line))
    return { from: start + (opens ? 1 : 0), to: start + length }
  }

  /** The position before the letter at this index; at the end of its line behind the last. */
  before(index: number): number {
    const line = this.lineOf(index)
    return this.at(line, index - this.lettersOf(line).from, true)
  }

  /** The position behind the letter at `index - 1`: for a "\n" the beginning of its line. */
  behind(index: number): number {
    const line = this.lineOf(Math.max(0, index - 1))
    return this.at(line, index - this.lettersOf(line).from, false)
  }

  /** Characters of the text before a position. */
  indexAt(position: number): number {
    const $position = this.doc.resolve(position)
    const line = $position.index(0)
    if ($position.depth === 0) return this.starts[line] ?? this.length
    let offset = $position.parentOffset
    for (const { from, to } of readLine($position.parent).own) {
      offset -= Math.max(0, Math.min(to, $position.parentOffset) - from)
    }
    return this.lettersOf(line).from + offset
  }

  /** The characters of the text from one index to another. */
  words({ from, to }: Place): string {
    let words = ''
    for (let line = this.lineOf(from); line < this.lines && this.starts[line]! < to; line += 1) {
      const text = readLine(this.doc.child(line)).text
      words += text.slice(Math.max(0, from - this.starts[line]!), to - this.starts[line]!)
    }
    return words
  }

  private at(line: number, letters: number, past: boolean): number {
    let offset = Math.max(0, letters)
    for (const { from, to } of readLine(this.doc.child(line)).own) {
      if (from < offset || (past && from === offset)) offset += to - from
    }
    return this.positionOf(line) + 1 + Math.min(offset, this.doc.child(line).content.size)
  }
}

interface ReadLine {
  /** With its "\n", without what is proposed. */
  text: string
  length: number
  /** Whether its "\n" is in the text. */
  opens: boolean
  /** Proposed letters, as offsets in the line's content. */
  own: Place[]
}

/** Lines that have not changed are the same nodes in every later document. */
const known = new WeakMap<Node, ReadLine>()

function readLine(line: Node): ReadLine {
  const read = known.get(line)
  if (read) return read
  const opens = tokenOf(line.attrs[PROPOSAL])?.kind !== 'ins'
  const own: Place[] = []
  let text = opens ? LINE : ''
  line.forEach((child, offset) => {
    const token = child.marks.find(({ type }) => type.name === PROPOSAL)?.attrs.token
    if (tokenOf(token)?.kind === 'ins') own.push({ from: offset, to: offset + child.nodeSize })
    else text += child.text ?? ''
  })
  const now = { text, length: text.length, opens, own }
  known.set(line, now)
  return now
}
