/**
 * One's own replacements whose struck words others have taken out of the text. What would be left of one, bare words at a
 * place, is not what its author proposed: it stands no longer in the text, and is stale.
 */
import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { ownRuns, type Span, spansOf } from './display.ts'
import { applyDelta } from './display-delta.ts'
import { Edits } from './edits.ts'
import { drop, type OwnProposal, readProposal, sameProposal } from './records.ts'

/**
 * Takes them out of the transaction's document; `before` is the one that others' change came over. Only those that stood
 * there as in `told`: of the others the author is writing just now. Returns what was told of them.
 */
export function dropBereft(before: Node, transaction: Transaction, told: readonly OwnProposal[]): OwnProposal[] {
  const had = spansById(before)
  const has = spansById(transaction.doc)
  const bereft = told.filter((record) => {
    const [then, now] = [had.get(record.id), has.get(record.id)]
    if (!then || !now || record.base.length === 0) return false
    return sameProposal(readProposal(before, then), record) && readProposal(transaction.doc, now).base.length === 0
  })
  const edits = new Edits()
  const spans = bereft.map(({ id }) => has.get(id)!).sort((one, other) => one.from - other.from)
  for (const span of spans) drop(edits, transaction.doc, span)
  if (spans.length > 0) applyDelta(transaction, edits.ops())
  return bereft
}

function spansById(doc: Node): Map<string, Span> {
  return new Map(spansOf(ownRuns(doc)).map((span) => [span.id, span]))
}
