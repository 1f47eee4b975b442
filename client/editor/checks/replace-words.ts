/**
 * Puts other words in the place of some, everywhere at once, as one step of undo. Letters that stay the same are not
 * touched, so that whatever is anchored to them stays; what is new takes the marks of the letter in whose place it stands.
 */
import type { Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { letterChanges } from '../../../shared/proof/letter-changes.ts'
import { LINE } from '../../../shared/story/attributes.ts'
import { asUndoStep } from '../undo.ts'

export interface ReplacedWords {
  /** Positions in the document, within one line. */
  from: number
  to: number
  /** "\n" begins a new line there. */
  replacement: string
}

/** Answers how many were replaced: those that overlap one before them are left. */
export function replaceWords(view: EditorView, words: readonly ReplacedWords[]): number {
  const inOrder = [...words].sort((one, other) => one.from - other.from || one.to - other.to)
  const apart = inOrder.filter((each, index) => index === 0 || each.from >= inOrder[index - 1]!.to)
  if (apart.length === 0) return 0
  const { tr } = view.state
  for (const { from, to, replacement } of apart.reverse()) {
    for (const piece of letterChanges(tr.doc.textBetween(from, to), replacement).reverse()) {
      const words = { from: from + piece.from, to: from + piece.to, replacement: piece.insert }
      putWords(tr, onlyOther(words, tr.doc.textBetween(words.from, words.to)))
    }
  }
  view.dispatch(asUndoStep(tr))
  return apart.length
}

function putWords(tr: Transaction, { from, to, replacement }: ReplacedWords): void {
  const marks = tr.doc.nodeAt(from)?.marks ?? tr.doc.resolve(from).marks()
  tr.delete(from, to)
  let at = from
  replacement.split(LINE).forEach((piece, index) => {
    if (index > 0) {
      tr.split(at)
      at += 2
    }
    if (piece === '') return
    tr.insert(at, tr.doc.type.schema.text(piece, marks))
    at += piece.length
  })
}

/** Without the letters at both ends that are there already; never through the middle of a surrogate pair. */
function onlyOther({ from, to, replacement }: ReplacedWords, before: string): ReplacedWords {
  const most = Math.min(before.length, replacement.length)
  let start = 0
  while (start < most && before[start] === replacement[start]) start += 1
  if (isHighSurrogate(before.charCodeAt(start - 1))) start -= 1
  let end = 0
  while (end < most - start && before.at(-1 - end) === replacement.at(-1 - end)) end += 1
  if (isLowSurrogate(before.charCodeAt(before.length - end))) end -= 1
  return { from: from + start, to: to - end, replacement: replacement.slice(start, replacement.length - end) }
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
