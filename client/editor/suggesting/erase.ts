/**
 * Backspace and Delete in suggesting mode: the caret first goes over what is struck already, then the next live letter (or
 * word) is taken. What taking means is the transform's affair.
 */
import type { Node } from '@tiptap/pm/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { eraseSelection, joinBackward, joinForward } from '../commands.ts'
import { cutBefore, mayCut } from '../graphemes.ts'
import { flatLength, indexOf, linePosition, positionAt } from '../positions.ts'
import { runsOf } from './display.ts'
import { PROPOSAL, tokenOf } from './token.ts'

export type Direction = 'backward' | 'forward'
export type Unit = 'letter' | 'word'

/** A place to read the state from and to change it, as an editor view is. */
interface Holder {
  readonly state: EditorState
  dispatch(transaction: Transaction): void
}

/** Erases the selection, or one unit beside the caret. */
export function erase(view: Holder, direction: Direction, unit: Unit, usualGap: number): void {
  const dispatch = (transaction: Transaction) => view.dispatch(transaction)
  if (eraseSelection(view.state, dispatch)) return
  skipStruck(view, direction)
  const join = direction === 'backward' ? joinBackward(usualGap) : joinForward(usualGap)
  if (join(view.state, dispatch)) return
  const { doc, selection, tr } = view.state
  const range = unitBeside(doc, indexOf(doc, selection.head), direction, unit)
  if (range) view.dispatch(tr.delete(positionAt(doc, range.from), positionAt(doc, range.to)).scrollIntoView())
}

function skipStruck(view: Holder, direction: Direction): void {
  const { doc, selection, tr } = view.state
  const caret = indexOf(doc, selection.head)
  let at = caret
  const step = direction === 'backward' ? -1 : 1
  while (at + step > 0 && at + step <= flatLength(doc) && isStruck(doc, direction === 'backward' ? at - 1 : at))
    at += step
  if (at !== caret) view.dispatch(tr.setSelection(TextSelection.create(doc, positionAt(doc, at))))
}

function isStruck(doc: Node, index: number): boolean {
  const [run] = runsOf(doc, index, index + 1)
  return tokenOf(run?.attributes[PROPOSAL])?.kind === 'del'
}

/** In display indexes; what is struck is looked over. Null where the line has nothing more. */
function unitBeside(doc: Node, caret: number, direction: Direction, unit: Unit): { from: number; to: number } | null {
  const line = doc.resolve(positionAt(doc, caret)).index(0)
  const start = indexOf(doc, linePosition(doc, line) + 1)
  const live: number[] = []
  let [text, at] = ['', start]
  for (const run of runsOf(doc, start, start + doc.child(line).content.size)) {
    if (tokenOf(run.attributes[PROPOSAL])?.kind !== 'del') {
      text += run.text
      for (let unitAt = 0; unitAt < run.text.length; unitAt += 1) live.push(at + unitAt)
    }
    at += run.text.length
  }
  const here = live.filter((index) => index < caret).length
  const [from, to] =
    direction === 'backward' ? [unitBefore(text, here, unit), here] : [here, unitAfter(text, here, unit)]
  return from < to ? { from: live[from]!, to: live[to - 1]! + 1 } : null
}

const words = new Intl.Segmenter(undefined, { granularity: 'word' })

function unitBefore(text: string, here: number, unit: Unit): number {
  if (here === 0) return 0
  if (unit === 'letter') return cutBefore(text, here - 1)
  const end = text.slice(0, here).trimEnd().length
  return words.segment(text).containing(end - 1)?.index ?? 0
}

function unitAfter(text: string, here: number, unit: Unit): number {
  if (here >= text.length) return here
  let end = here + 1
  if (unit === 'word') {
    const start = here + text.slice(here).length - text.slice(here).trimStart().length
    const word = words.segment(text).containing(start)
    end = word ? word.index + word.segment.length : text.length
  }
  while (!mayCut(text, end)) end += 1
  return end
}
