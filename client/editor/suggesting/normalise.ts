/** Keeps one's own records apart: where two touch or lie in each other they become one, and no decided record stays. */
import type { Node } from '@tiptap/pm/model'
import type { DeltaOp } from '../delta-diff.ts'
import { ownRuns, spansOf } from './display.ts'
import { Edits } from './edits.ts'
import type { NewId } from './suggest.ts'
import { PROPOSAL, withId } from './token.ts'

export interface Normalised {
  /** In display indexes of the document; null when all is well. */
  ops: DeltaOp[] | null
  /** Records that are now part of another: their id → its. */
  absorbed: Map<string, string>
}

/** The left one of two records wins. Tokens of a record that `isOver` (decided, withdrawn) get an id of their own. */
export function normalise(doc: Node, isOver: (id: string) => boolean, newId: NewId): Normalised {
  const runs = ownRuns(doc)
  const names = new Map<string, string>()
  const absorbed = new Map<string, string>()
  let current: { id: string; to: number } | null = null
  for (const { id, from, to } of spansOf(runs).sort((a, b) => a.from - b.from)) {
    if (current && from <= current.to) {
      names.set(id, current.id)
      if (!isOver(id)) absorbed.set(id, current.id)
      current.to = Math.max(current.to, to)
      continue
    }
    if (isOver(id)) names.set(id, newId())
    current = { id: names.get(id) ?? id, to }
  }
  if (names.size === 0) return { ops: null, absorbed }
  const edits = new Edits()
  for (const { id, value, from, to } of runs) {
    const name = names.get(id)
    if (name !== undefined) edits.reattribute(from, to, { [PROPOSAL]: withId(value, name) })
  }
  return { ops: edits.ops(), absorbed }
}
