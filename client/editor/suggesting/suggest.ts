/**
 * Turns an edit of the displayed document into its suggested form: what is typed is proposed, words of the text that go
 * are struck and stay in their place, formatting is shown with what it was. One's own proposals are really edited.
 */
import type { Node } from '@tiptap/pm/model'
import { type Attributes, type DeltaOp, difference, type Run } from '../delta-diff.ts'
import { compose, isIdle } from './compose.ts'
import { ownRuns, runsOf, spansOf } from './display.ts'
import { PROPOSAL, tokenOf, writeToken } from './token.ts'

/** Makes an id that no record has or ever had. */
export type NewId = () => string

/**
 * The suggested form of a change of `doc`, in display indexes like it. `own` is for changes that undo brings back: their
 * tokens are believed, as far as the text allows; in an edit by the person they come from a neighbour and mean nothing.
 */
export function suggest(doc: Node, delta: readonly DeltaOp[], newId: NewId, own = false): DeltaOp[] {
  const out: DeltaOp[] = []
  for (const cluster of clustersOf(delta)) {
    if (cluster.plain) {
      out.push(...cluster.ops)
      continue
    }
    let id: string | null = null
    const idHere = () => {
      id ??= recordAt(doc, cluster.from, cluster.to) ?? newId()
      return id
    }
    let at = cluster.from
    for (const op of cluster.ops) {
      if ('insert' in op) {
        out.push(inserted(op.insert, op.attributes, idHere, own))
        continue
      }
      const length = 'delete' in op ? op.delete : op.retain
      for (const run of runsOf(doc, at, at + length)) {
        if ('delete' in op) out.push(struck(run, idHere))
        else out.push(own ? restored(run, op.attributes!, idHere) : reformatted(run, op.attributes!, idHere))
      }
      at += length
    }
  }
  return compose(out, [])
}

interface Cluster {
  /** Nothing but retained characters. */
  plain: boolean
  ops: DeltaOp[]
  /** In display indexes before the change. */
  from: number
  to: number
}

/** What is changed without an unchanged character between. */
function clustersOf(delta: readonly DeltaOp[]): Cluster[] {
  const clusters: Cluster[] = []
  let at = 0
  for (const op of delta) {
    const plain = isIdle([op])
    const length = 'insert' in op ? 0 : 'delete' in op ? op.delete : op.retain
    const last = clusters.at(-1)
    if (last?.plain === plain) {
      last.ops.push(op)
      last.to += length
    } else clusters.push({ plain, ops: [op], from: at, to: at + length })
    at += length
  }
  return clusters
}

/** The record that new tokens between two display indexes belong to: one that they touch or hold, else one around them. */
function recordAt(doc: Node, from: number, to: number): string | null {
  const runs = ownRuns(doc)
  const touching = runs.find((run) => run.to >= from && run.from <= to)
  return touching?.id ?? spansOf(runs).find((span) => span.from < from && span.to > to)?.id ?? null
}

function inserted(insert: string, { [PROPOSAL]: value, ...attributes }: Attributes, id: () => string, own: boolean) {
  const token = tokenOf(value)
  const record = own && token?.kind === 'ins' ? token.id : id()
  return { insert, attributes: { ...attributes, [PROPOSAL]: writeToken('ins', record) } }
}

function struck({ text, attributes }: Run, id: () => string): DeltaOp {
  const token = tokenOf(attributes[PROPOSAL])
  if (token?.kind === 'ins') return { delete: text.length }
  if (token?.kind === 'del') return { retain: text.length }
  return setTo(text, attributes, { ...textAttributes(attributes), [PROPOSAL]: writeToken('del', token?.id ?? id()) })
}

function reformatted({ text, attributes }: Run, changes: Attributes, id: () => string): DeltaOp {
  const token = tokenOf(attributes[PROPOSAL])
  const wanted = changed(attributes, changes)
  if (token?.kind === 'ins') return setTo(text, attributes, { ...wanted, [PROPOSAL]: attributes[PROPOSAL] })
  if (token?.kind === 'del') return { retain: text.length }
  return proposed(text, attributes, wanted, () => token?.id ?? id())
}

/** A token that undo brings back, where that is still what stands in the text; else what it means today. */
function restored({ text, attributes }: Run, changes: Attributes, id: () => string): DeltaOp {
  const [token, back] = [tokenOf(attributes[PROPOSAL]), tokenOf(changed(attributes, changes, true)[PROPOSAL])]
  const wanted = changed(attributes, changes)
  if (token?.kind === 'ins') {
    const value = back?.kind === 'ins' ? writeToken('ins', back.id) : attributes[PROPOSAL]
    return setTo(text, attributes, { ...wanted, [PROPOSAL]: value })
  }
  const record = () => (back && back.kind !== 'ins' ? back.id : (token?.id ?? id()))
  if (back?.kind === 'del') {
    return setTo(text, attributes, { ...textAttributes(attributes), [PROPOSAL]: writeToken('del', record()) })
  }
  return proposed(text, attributes, wanted, record)
}

/** A character of the text shown with other attributes; nothing is proposed where they are the text's own. */
function proposed(text: string, attributes: Attributes, wanted: Attributes, id: () => string): DeltaOp {
  const was = textAttributes(attributes)
  if (!difference(was, wanted)) return setTo(text, attributes, was)
  return setTo(text, attributes, { ...wanted, [PROPOSAL]: writeToken('fmt', id(), was) })
}

function setTo({ length }: string, attributes: Attributes, wanted: Attributes): DeltaOp {
  const changes = difference(attributes, wanted)
  return changes ? { retain: length, attributes: changes } : { retain: length }
}

/** What a character has in the text, whatever is proposed. */
export function textAttributes({ [PROPOSAL]: value, ...attributes }: Attributes): Attributes {
  const token = tokenOf(value)
  return token?.kind === 'fmt' ? token.was : attributes
}

function changed(attributes: Attributes, changes: Attributes, withToken = false): Attributes {
  const now = { ...attributes, ...changes }
  if (!withToken) delete now[PROPOSAL]
  for (const [key, value] of Object.entries(now)) if (value === null) delete now[key]
  return now
}

/** Where a caret of the edited document stands after its change was turned into the suggested one. */
export function caretAfter(delta: readonly DeltaOp[], doc: Node, index: number, before: boolean): number {
  let [raw, old, shown] = [0, 0, 0]
  for (const op of delta) {
    if ('insert' in op) {
      if (raw + op.insert.length >= index) return shown + index - raw
      raw += op.insert.length
      shown += op.insert.length
    } else if ('retain' in op) {
      if (raw + op.retain > index) return shown + index - raw
      raw += op.retain
      shown += op.retain
      old += op.retain
    } else {
      if (raw === index && before) return shown
      for (const { text, attributes } of runsOf(doc, old, old + op.delete)) {
        if (tokenOf(attributes[PROPOSAL])?.kind !== 'ins') shown += text.length
      }
      old += op.delete
    }
  }
  return shown + index - raw
}
