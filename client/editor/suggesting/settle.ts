/**
 * Decisions about one's own records, shown where they stand. Accepted words stay the very same characters on the screen, so
 * that a caret among them does not move; what the author wrote after the version that was decided stays proposed.
 */
import type { Node } from '@tiptap/pm/model'
import { TextSelection, type Transaction } from '@tiptap/pm/state'
import { apply, type Base, type Change, compact, covered, lengthOf, sameBase } from '../../../shared/review/change.ts'
import { type Attributes, commonEnds, type DeltaOp, difference } from '../delta-diff.ts'
import { indexOf, positionAt } from '../positions.ts'
import { lengthOf as lengthOfOp, placeAfter } from './compose.ts'
import { ownRuns, runsOf, type Span, spansOf } from './display.ts'
import { applyDelta } from './display-delta.ts'
import { Edits } from './edits.ts'
import type { Ids } from './ids.ts'
import { addIncoming } from './incoming.ts'
import { drop, type Proposal, readProposal, sameProposal } from './records.ts'
import { PROPOSAL, tokenOf, withId, writeToken } from './token.ts'

/** The end of a record, in the version that was decided. */
export interface Decision extends Proposal {
  id: string
  accepted: boolean
}

/** What the author had changed meanwhile is proposed again, in the record `as`. */
export interface Raced {
  id: string
  as: string
}

/**
 * Shows the decisions, with the change of the text that came with them (over the text before), in `transaction`. The
 * author is to be told of what is returned.
 */
export function settle(
  transaction: Transaction,
  decisions: readonly Decision[],
  change: readonly DeltaOp[],
  ids: Ids,
): Raced[] {
  const raced: Raced[] = []
  const live = decisions.map((decision) => {
    // What was absorbed may have come back by undo.
    const lives = spanIn(transaction.doc, decision.id) ? decision.id : ids.now(decision.id)
    return { decision, lives }
  })
  for (const { decision } of live) ids.end(decision.id)
  const accepted = live.filter(({ decision }) => decision.accepted)
  const regions = accepted.flatMap(({ decision, lives }) => regionOf(transaction.doc, decision, lives, ids))
  take(transaction, oneByRecord(regions), change)
  for (const { lives, as, decision } of regions) if (as !== null && as !== lives) raced.push({ id: decision.id, as })
  for (const { decision, lives } of live) {
    if (!decision.accepted) raced.push(...refuse(transaction, decision, lives, ids))
  }
  return raced
}

/** Where an accepted record stands. */
interface Region {
  decision: Decision
  /** The record whose tokens these are. */
  lives: string
  span: Span
  proposal: Proposal
  from: number
  to: number
  /** The record that holds what the author changed meanwhile; null when nothing was. */
  as: string | null
  /** What becomes of its words in the text. */
  inside: Change
}

function spanIn(doc: Node, id: string): Span | undefined {
  return spansOf(ownRuns(doc)).find((span) => span.id === id)
}

function regionOf(doc: Node, decision: Decision, lives: string, ids: Ids): Region[] {
  const span = spanIn(doc, lives)
  if (!span) return []
  const { place, ...proposal } = readProposal(doc, span)
  const changed = !sameProposal(proposal, decision)
  const as = !changed ? null : ids.isOver(lives) ? ids.fresh() : lives
  return [{ decision, lives, span, proposal, ...place, as, inside: [] }]
}

/** Two accepted records may have become one meanwhile. */
function oneByRecord(regions: readonly Region[]): Region[] {
  return [...new Map(regions.map((region) => [region.lives, region])).values()].sort((a, b) => a.from - b.from)
}

function take(transaction: Transaction, regions: readonly Region[], change: readonly DeltaOp[]): void {
  const { doc, selection } = transaction
  const edits = new Edits()
  addIncoming(edits, doc, outsideOf(regions, change))
  const replaced = regions.map((region) => {
    const rest = lengthOf(region.proposal.base) - covered(region.inside)
    const now = apply(region.proposal.base, compact([...region.inside, { retain: rest }]))
    return { region, shown: show(edits, doc, region, now) }
  })
  const ops = edits.ops()
  const [anchor, head] = [indexOf(doc, selection.anchor), indexOf(doc, selection.head)]
  const inside = replaced.find(({ region, shown }) => shown && head > region.span.from && head <= region.span.to)
  applyDelta(transaction, ops)
  if (!inside?.shown) return
  const { region, shown } = inside
  const start = placeAfter(ops, region.span.from)
  const place = (index: number) => {
    const kept = Math.min(Math.max(index, region.span.from), region.span.to)
    const at = start + placeBehind(shown, visibleLength(runsOf(doc, region.span.from, kept)))
    return transaction.doc.resolve(positionAt(transaction.doc, at))
  }
  transaction.setSelection(TextSelection.between(place(anchor), place(head)))
}

/** The change without what happens to the words of accepted records, which goes to the records. */
function outsideOf(regions: readonly Region[], change: readonly DeltaOp[]): DeltaOp[] {
  const outside: DeltaOp[] = []
  let index = 0
  for (const op of change) {
    if ('insert' in op) {
      const region = regions.find(({ from, to }) => from <= index && index <= to)
      if (region) region.inside.push(op as Change[number])
      else outside.push(op)
      continue
    }
    const end = index + lengthOfOp(op)
    while (index < end) {
      const region = regions.find(({ from, to }) => from <= index && index < to)
      const until = Math.min(end, region?.to ?? regions.find(({ from }) => from > index)?.from ?? end)
      const piece = 'delete' in op ? { delete: until - index } : { ...op, retain: until - index }
      if (region) region.inside.push(piece as Change[number])
      outside.push(region ? { retain: until - index } : piece)
      index = until
    }
  }
  return outside
}

/** Shows the record's place as it is now; the new runs when it had to be written anew, null when all characters stay. */
function show(edits: Edits, doc: Node, { span, proposal, as }: Region, now: Base): Base | null {
  const wished = apply(proposal.base, proposal.change)
  if (sameBase(wished, now)) {
    let at = span.from
    for (const { text, attributes } of runsOf(doc, span.from, span.to)) {
      const token = tokenOf(attributes[PROPOSAL])
      if (token?.kind === 'del') edits.delete(at, at + text.length)
      else if (token) edits.reattribute(at, at + text.length, { [PROPOSAL]: null })
      at += text.length
    }
    return null
  }
  const runs = as === null ? now : differing(now, wished, as)
  const first = runsOf(doc, span.from, span.from + 1)[0]
  const [head, ...rest] = runs
  if (span.from > 0 || !first || !head) {
    edits.delete(span.from, span.to)
    for (const { insert, attributes } of runs) edits.insert(span.to, insert, attributes ?? {})
  } else {
    // The first "\n" of all stays.
    edits.reattribute(0, 1, difference(first.attributes, head.attributes ?? {}))
    edits.delete(1, span.to)
    for (const { insert, attributes } of [{ ...head, insert: head.insert.slice(1) }, ...rest]) {
      edits.insert(span.to, insert, attributes ?? {})
    }
  }
  return runs
}

/** Words of the text, and what the author would rather see, as tokens of one record. */
function differing(now: Base, wished: Base, id: string): Base {
  const [a, b] = [textOf(now), textOf(wished)]
  const { prefix, suffix } = commonEnds(a, b, () => true)
  const [goes, comes] = [cut(now, prefix, a.length - suffix), cut(wished, prefix, b.length - suffix)]
  return [
    ...formatted(cut(now, 0, prefix), cut(wished, 0, prefix), id),
    ...goes.map((run) => withToken(run, writeToken('del', id))),
    ...comes.map((run) => withToken(run, writeToken('ins', id))),
    ...formatted(cut(now, a.length - suffix, a.length), cut(wished, b.length - suffix, b.length), id),
  ]
}

/** The same characters on both sides. */
function formatted(now: Base, wished: Base, id: string): Base {
  const out: Base = []
  let at = 0
  for (const { insert, attributes = {} } of now) {
    for (const other of cut(wished, at, at + insert.length)) {
      const same = !difference(attributes, other.attributes ?? {})
      out.push(same ? other : withToken(other, writeToken('fmt', id, attributes)))
    }
    at += insert.length
  }
  return out
}

function withToken({ insert, attributes }: Base[number], token: string): Base[number] {
  return { insert, attributes: { ...attributes, [PROPOSAL]: token } }
}

function textOf(base: Base): string {
  return base.map(({ insert }) => insert).join('')
}

function cut(base: Base, from: number, to: number): Base {
  const out: Base = []
  let at = 0
  for (const run of base) {
    const insert = run.insert.slice(Math.max(from - at, 0), Math.max(to - at, 0))
    if (insert !== '') out.push({ ...run, insert })
    at += run.insert.length
  }
  return out
}

function refuse(transaction: Transaction, decision: Decision, lives: string, ids: Ids): Raced[] {
  const { doc } = transaction
  const span = spanIn(doc, lives)
  if (!span || !ids.isOver(lives)) return []
  const edits = new Edits()
  const raced = !sameProposal(readProposal(doc, span), decision)
  const as = raced ? ids.fresh() : ''
  if (!raced) drop(edits, doc, span)
  else {
    for (const { id, value, from, to } of ownRuns(doc)) {
      if (id === lives) edits.reattribute(from, to, { [PROPOSAL]: withId(value, as) })
    }
  }
  applyDelta(transaction, edits.ops())
  return raced ? [{ id: decision.id, as }] : []
}

function visibleLength(runs: readonly { text: string; attributes: Attributes }[]): number {
  return runs.reduce((sum, { text, attributes }) => sum + (isStruck(attributes) ? 0 : text.length), 0)
}

/** The index in these runs behind so many characters that are not struck. */
function placeBehind(runs: Base, visible: number): number {
  let [at, left] = [0, visible]
  for (const { insert, attributes = {} } of runs) {
    if (left === 0) return at
    if (!isStruck(attributes)) {
      if (left <= insert.length) return at + left
      left -= insert.length
    }
    at += insert.length
  }
  return at
}

function isStruck(attributes: Attributes): boolean {
  return tokenOf(attributes[PROPOSAL])?.kind === 'del'
}
